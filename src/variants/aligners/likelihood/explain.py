"""Why sentences are in their bead: the steps of aligning, looked at for one bead."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from variants.aligners.likelihood.absorbing import absorb
from variants.aligners.likelihood.align import (
    FirstPath,
    PathSums,
    align_likelihood,
    find_first_path,
    find_path_sums,
    texts_of,
)
from variants.aligners.likelihood.bead_scores import LENGTH, WORDS
from variants.aligners.likelihood.divisions import find_marks
from variants.aligners.likelihood.features import words_of
from variants.aligners.likelihood.forced_beads import with_forced
from variants.aligners.likelihood.growing import BASE, OTHER, Scorer
from variants.aligners.likelihood.long_sentences import SentencePieces
from variants.aligners.likelihood.paths import Path
from variants.aligners.likelihood.posterior import find_chances
from variants.aligners.limits import fit, run_of
from variants.types.alignment import Bead
from variants.types.explanation import (
    AlternativeBead,
    Explanation,
    Origin,
    ScoreBreakdown,
    WordEvidence,
)
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

_LEAST = 0.005  # A probability under this is 0.00 where it is shown.

_Numbers = tuple[int, ...]


def explain_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Align, and say why a sentence of one side is in its bead."""
    alignment = align_likelihood(seed, other, links)
    bead = alignment.bead_of(side, sentence)
    if not seed.sentences or not other.sentences:
        origin = Origin.FORCED if bead.forced else Origin.WAY
        return Explanation(alignment, bead, origin, None, None, None)
    limits, _ = fit(links, seed, other)
    begun = find_first_path(texts_of(seed), texts_of(other), find_marks(seed, other), limits)
    ways = find_path_sums(begun.lesson.model, begun.first)
    origin = _origin(bead, begun, ways)
    rival = _rival(bead, begun, ways, side, sentence)
    return Explanation(
        alignment,
        bead,
        origin,
        _weigh(begun, bead.seed, bead.other),
        rival,
        _weigh(begun, rival.seed, rival.other) if rival else None,
    )


def _origin(bead: Bead, begun: FirstPath, ways: PathSums) -> Origin:
    """The step of aligning that made the bead what it is."""
    if bead.forced:
        return Origin.FORCED
    if begun.pieces[0].cuts(bead.seed) or begun.pieces[1].cuts(bead.other):
        return Origin.PIECES
    way, _ = with_forced(begun.lesson.model, ways.best)
    grown, _ = absorb(begun.lesson.model, way)
    sides = (bead.seed, bead.other)
    if sides in _steps(way, begun.pieces):
        return Origin.WAY
    steps = _steps(grown, begun.pieces)
    if sides in steps:
        return Origin.GROWN
    alone = {step for step in steps if not all(step)}
    every = [((i,), ()) for i in bead.seed] + [((), (j,)) for j in bead.other]
    return Origin.FOUND if alone.issuperset(every) else Origin.SETTLED


def _steps(
    path: Path, pieces: tuple[SentencePieces, SentencePieces]
) -> list[tuple[_Numbers, _Numbers]]:
    """The sentences of each step of a path."""
    return [
        (pieces[0].owners_of(range(*seed)), pieces[1].owners_of(range(*other)))
        for seed, other in zip(path.seed.tolist(), path.other.tolist(), strict=True)
    ]


def _rival(
    bead: Bead, begun: FirstPath, ways: PathSums, side: int, sentence: int
) -> AlternativeBead | None:
    """The likeliest other bead with a sentence, among those that were looked at to the end.

    What the best way had instead, before later steps changed it, is none: how sure the bead is,
    was said of that.
    """
    if bead.forced or begun.pieces[side].cuts([sentence]):
        return None
    known = [step for step in _steps(ways.best, begun.pieces) if sentence in step[side]]
    known.append((bead.seed, bead.other))
    rival = max(
        (
            rival
            for rival in _rivals(begun, ways, side, sentence)
            if (rival.seed, rival.other) not in known
        ),
        key=lambda rival: rival.probability,
        default=None,
    )
    if rival is None:
        return None
    # The order of words may have made the bead surer than the ways through the texts did.
    probability = min(rival.probability, 1.0 - bead.confidence)
    return replace(rival, probability=probability) if probability >= _LEAST else None


def _rivals(
    begun: FirstPath, ways: PathSums, side: int, sentence: int
) -> Iterator[AlternativeBead]:
    """All beads with a sentence that is one piece, and its being left alone."""
    pieces, beads = begun.pieces, ways.beads
    chances = find_chances(ways.band, beads, ways.sums, begun.lesson.model.priors.alone)
    piece = pieces[side].pieces_of(range(sentence, sentence + 1)).start
    if side == BASE:
        yield AlternativeBead((sentence,), (), chances.of_seed_alone(piece))
    else:
        yield AlternativeBead((), (sentence,), chances.of_other_alone(piece))
    first, size = ((beads.top, beads.height), (beads.left, beads.width))[side]
    for bead in np.flatnonzero((first <= piece) & (piece < first + size)).tolist():
        top, left = int(beads.top[bead]), int(beads.left[bead])
        yield AlternativeBead(
            pieces[0].owners_of(range(top, top + int(beads.height[bead]))),
            pieces[1].owners_of(range(left, left + int(beads.width[bead]))),
            chances.of_bead(bead),
        )


def _weigh(begun: FirstPath, seed: _Numbers, other: _Numbers) -> ScoreBreakdown | None:
    """What speaks for these sentences belonging together; nothing where a side is empty."""
    if not seed or not other:
        return None
    model = begun.lesson.model
    scorer = Scorer(model)
    rows, columns = (
        pieces.pieces_of(run_of(numbers))
        for pieces, numbers in zip(begun.pieces, (seed, other), strict=True)
    )
    characters = scorer.characters(BASE, rows), scorer.characters(OTHER, columns)
    divisions = 0.0
    if model.divisions is not None:
        starts = np.array([rows.start]), np.array([columns.start])
        sides = (model.seed, model.other)
        divisions = float(model.divisions.scores(sides, starts, (len(rows), len(columns)))[0])
    shared, missed = _words(begun, scorer, rows, columns)
    return ScoreBreakdown(
        shared=tuple(sorted(shared, key=lambda each: (-each.evidence, each.seed))),
        missed=tuple(sorted(missed, key=lambda each: (each.evidence, each.seed, each.other))),
        length=LENGTH * model.lengths.score(*characters),
        joined=model.priors.extra * (len(rows) + len(columns) - 2),
        divisions=divisions,
        alone=model.priors.alone * (len(rows) + len(columns)),
        usual=model.lengths.usual(characters[0]),
    )


def _words(
    begun: FirstPath, scorer: Scorer, rows: range, columns: range
) -> tuple[list[WordEvidence], list[WordEvidence]]:
    """What the words say that both sides have, and those that one has; sums as in the score."""
    first, second = scorer.features(BASE, rows), scorer.features(OTHER, columns)
    texts = (begun.pieces[0].texts, begun.pieces[1].texts)
    written = [
        words_of([text[n] for n in numbers], texts)
        for text, numbers in zip(texts, (rows, columns), strict=True)
    ]
    gains = _gains(scorer, first & second, (len(first), len(second)))

    def evidence(feature: int, worth: float) -> WordEvidence:
        seed, other = (tuple(side.get(feature, ())) for side in written)
        counts = (
            int(side.frequencies[feature]) for side in (scorer.model.seed, scorer.model.other)
        )
        return WordEvidence(seed, other, WORDS * worth, *counts)

    shared = [evidence(feature, worth) for feature, worth in gains.items()]
    missed = [evidence(feature, scorer.miss[BASE][feature]) for feature in first - second]
    missed += [evidence(feature, scorer.miss[OTHER][feature]) for feature in second - first]
    return shared, missed


def _gains(scorer: Scorer, shared: set[int], sizes: tuple[int, int]) -> dict[int, float]:
    """What each shared feature adds; a direction whose sum is less than nothing counts nothing."""
    gains = dict.fromkeys(sorted(shared), 0.0)
    for direction in (BASE, OTHER):
        room = math.log(max(1, sizes[1 - direction]))
        told = {t: gain - room for t in gains if (gain := scorer.gain[direction][t])}
        if sum(told.values()) > 0:
            for feature, gain in told.items():
                gains[feature] += gain
    return gains
