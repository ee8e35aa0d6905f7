"""Alignment by the likelihood ratio of shared words: aligned against unrelated.

No dictionary, no model, no stop list. How often one witness returns to the other's words is
learned from the two texts themselves, and with it what a sentence left alone or joined to its
neighbour has to cost. The modules in the order a text meets them:

``features``    sentences to sets of features; ``sides``: those as arrays
``weights``     what a feature found again, or not found, says
``candidates``  pairs of sentences that share rare features
``chains``      the heaviest chain; ``anchors``: the one through the candidates
``band``    the cells round anchors or a path that are looked at
``matches``     features shared by every bead in the band, counted at once
``divisions``   how far paragraphs and numbers of both texts agree
``beads``       the scores of all those beads; ``growing``: of a single one of any size
``paths``       the best path of beads; ``posterior``: how sure each is
``learning``    rates, priors and relatedness from a path
``absorbing``   sentences left alone that a neighbouring bead explains
``strays``      weak pairs among strangers, which are none
``borders``     unsure borders between beads, settled by the order of words
``moving``      passages that stand elsewhere in the other witness
``forcing``     beads that links lay down: on the path, or across it
``pieces``      sentences far too long, cut before all this and put together after it
``align``       all of it; ``explaining``: the same, looked at for one bead

Sources: a bead programme over lengths is Gale and Church (1993); over words, Moore (2002) and
Melamed (1999); two passes in a narrowing band, Moore (2002); the chain of anchors,
Fredman (1975). What is ours: the likelihood ratio over the union of a bead's features, rates by
frequency class, the priors learned between passes, the order of words at borders.
"""
