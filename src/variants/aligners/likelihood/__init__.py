"""Alignment by the likelihood ratio of shared words: corresponding against unrelated.

It needs no dictionary, model or stop list. How often one witness uses the words of the other is
learned from the two texts, and so are the priors of unmatched and of joined sentences. The modules,
in the order in which a text is processed:

``features``             encode sentences as sets of features, in arrays
``rates``                rates at which features return on the other side
``model``                weights of features, lengths and priors
``candidates``           pairs of sentences that share rare features, and anchors among them
``band``                 cells near anchors or a path that are searched
``matches``              features shared by every bead in the band, counted at once
``divisions``            agreement of paragraphs and numbers in both texts
``bead_scores``          scores of all those beads; ``single_bead``: of one bead of any size
``dynamic_programming``  the best path of beads; ``posterior``: probability of each step
``learning``             rates, priors and relatedness from a path
``unmatched``            beads extended over unmatched sentences; isolated pairs dropped
``borders``              uncertain borders between beads, corrected by word order
``moved_passages``       passages that are elsewhere in the other witness
``move_evidence``        their distances, and other sentences that are as similar
``held_sentences``       sentences of weak beads, and their worth there
``free_beads``           beads of some sentences that are free
``freed_sentences``      beads of what a moved passage leaves of a weak bead
``moved_neighbours``     unmatched sentences beside a moved passage that belong to it
``exchanged``            neighbours that changed places inside a bead
``forced_beads``         beads forced by links: on the path, or across it
``confidences``          confidences as shares of beads that are right
``long_sentences``       very long sentences, cut before all this and joined after it
``align``                all stages in order; ``explain``: their results for one bead

Sources: dynamic programming of beads over lengths is Gale and Church (1993); over words, Moore
(2002) and Melamed (1999); two passes in a narrowing band, Moore (2002); the chain of anchors,
Fredman (1975). New are the likelihood ratio over the union of a bead's features, rates by
frequency class, the priors learned between passes, word order at borders, and moved passages
judged by how much more similar they are than all other sentences that are nearer.
"""
