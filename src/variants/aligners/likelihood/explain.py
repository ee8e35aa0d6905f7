"""Explanation of a bead: the stages of aligning, examined for one sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from variants.aligners.constraints import constraints_of, run_of
from variants.aligners.likelihood.align import (
    FirstPath,
    PathSums,
    align_likelihood,
    find_first_path,
    find_path_sums,
)
from variants.aligners.likelihood.divisions import find_marks
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.features import words_of
from variants.aligners.likelihood.forced_beads import insert_forced
from variants.aligners.likelihood.long_sentences import SentencePieces
from variants.aligners.likelihood.model import LENGTH, WORDS
from variants.aligners.likelihood.posterior import find_posteriors
from variants.aligners.likelihood.sentence_texts import numerals_of, texts_of_both
from variants.aligners.likelihood.single_bead import OTHER, SEED, BeadScorer
from variants.aligners.likelihood.unmatched import extend_beads
from variants.types.bead import Bead
from variants.types.explanation import (
    AlternativeBead,
    Explanation,
    Origin,
    ScoreBreakdown,
    WordEvidence,
)
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

_LEAST_SHOWN = 0.005  # Smaller probabilities are displayed as 0.00.

_Numbers = tuple[int, ...]


def explain_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink], side: int, sentence: int
) -> Explanation:
    """Align two witnesses, and explain the bead of a sentence of one side."""
    alignment = align_likelihood(seed, other, links)
    bead = alignment.bead_of(side, sentence)
    if not seed.sentences or not other.sentences:
        origin = Origin.FORCED if bead.forced else Origin.WAY
        return Explanation(alignment, bead, origin, None, None, None)
    constraints, _ = constraints_of(links, seed, other)
    marks, numerals = find_marks(seed, other), numerals_of(seed, other)
    first = find_first_path(*texts_of_both(seed, other), marks, constraints, numerals)
    paths = find_path_sums(first.learned.model, first.path)
    origin = _origin(bead, first, paths)
    rival = _best_alternative(bead, first, paths, side, sentence)
    return Explanation(
        alignment,
        bead,
        origin,
        _break_down(first, bead.seed, bead.other),
        rival,
        _break_down(first, rival.seed, rival.other) if rival else None,
    )


def _origin(bead: Bead, first: FirstPath, paths: PathSums) -> Origin:
    """Return the stage of aligning that made the bead."""
    if bead.forced:
        return Origin.FORCED
    if first.pieces[0].cuts(bead.seed) or first.pieces[1].cuts(bead.other):
        return Origin.PIECES
    path, _ = insert_forced(first.learned.model, paths.best)
    extended, _ = extend_beads(first.learned.model, path)
    sides = (bead.seed, bead.other)
    if sides in _steps(path, first.pieces):
        return Origin.WAY
    steps = _steps(extended, first.pieces)
    if sides in steps:
        return Origin.GROWN
    unmatched = {step for step in steps if not all(step)}
    every = [((i,), ()) for i in bead.seed] + [((), (j,)) for j in bead.other]
    return Origin.FOUND if unmatched.issuperset(every) else Origin.SETTLED


def _steps(
    path: Path, pieces: tuple[SentencePieces, SentencePieces]
) -> list[tuple[_Numbers, _Numbers]]:
    """Return the sentences of each step of a path."""
    return [
        (pieces[0].owners_of(range(*seed)), pieces[1].owners_of(range(*other)))
        for seed, other in zip(path.seed.tolist(), path.other.tolist(), strict=True)
    ]


def _best_alternative(
    bead: Bead, first: FirstPath, paths: PathSums, side: int, sentence: int
) -> AlternativeBead | None:
    """Return the most probable other bead with a sentence, among those on the final paths.

    The bead that the best path had before later stages changed it is not an alternative, because
    the confidence of the bead includes it.
    """
    if bead.forced or first.pieces[side].cuts([sentence]):
        return None
    known = [step for step in _steps(paths.best, first.pieces) if sentence in step[side]]
    known.append((bead.seed, bead.other))
    best = max(
        (
            each
            for each in _alternatives(first, paths, side, sentence)
            if (each.seed, each.other) not in known
        ),
        key=lambda each: each.probability,
        default=None,
    )
    if best is None:
        return None
    # Word order may have raised the confidence of the bead above its posterior.
    probability = min(best.probability, 1.0 - bead.confidence)
    return replace(best, probability=probability) if probability >= _LEAST_SHOWN else None


def _alternatives(
    first: FirstPath, paths: PathSums, side: int, sentence: int
) -> Iterator[AlternativeBead]:
    """Yield every bead with a sentence that is one piece, unmatched included."""
    pieces, beads = first.pieces, paths.beads
    unmatched = first.learned.model.priors.unmatched
    posteriors = find_posteriors(paths.band, beads, paths.sums, unmatched)
    piece = pieces[side].pieces_of(range(sentence, sentence + 1)).start
    if side == SEED:
        yield AlternativeBead((sentence,), (), posteriors.of_seed_unmatched(piece))
    else:
        yield AlternativeBead((), (sentence,), posteriors.of_other_unmatched(piece))
    start, size = ((beads.top, beads.height), (beads.left, beads.width))[side]
    for bead in np.flatnonzero((start <= piece) & (piece < start + size)).tolist():
        top, left = int(beads.top[bead]), int(beads.left[bead])
        yield AlternativeBead(
            pieces[0].owners_of(range(top, top + int(beads.height[bead]))),
            pieces[1].owners_of(range(left, left + int(beads.width[bead]))),
            posteriors.of_bead(bead),
        )


def _break_down(first: FirstPath, seed: _Numbers, other: _Numbers) -> ScoreBreakdown | None:
    """Return the evidence for a bead of these sentences; ``None`` where a side is empty."""
    if not seed or not other:
        return None
    model = first.learned.model
    scorer = BeadScorer(model)
    rows, columns = (
        pieces.pieces_of(run_of(numbers))
        for pieces, numbers in zip(first.pieces, (seed, other), strict=True)
    )
    characters = scorer.characters(SEED, rows), scorer.characters(OTHER, columns)
    shared, missed = _words(first, scorer, rows, columns)
    return ScoreBreakdown(
        shared=tuple(sorted(shared, key=lambda each: (-each.evidence, each.seed))),
        missed=tuple(sorted(missed, key=lambda each: (each.evidence, each.seed, each.other))),
        length=LENGTH * model.lengths.score(*characters),
        joined=model.priors.joined(len(rows), len(columns)),
        divisions=scorer.divisions(rows, columns),
        alone=model.priors.alone(len(rows), len(columns)),
        usual=model.lengths.expected(characters[0]),
    )


def _words(
    first: FirstPath, scorer: BeadScorer, rows: range, columns: range
) -> tuple[list[WordEvidence], list[WordEvidence]]:
    """Return the evidence of shared words and of words on one side; the sums are the score's."""
    own, facing = scorer.features(SEED, rows), scorer.features(OTHER, columns)
    texts = (first.pieces[0].texts, first.pieces[1].texts)
    written = [
        words_of([text[n] for n in numbers], texts, first.numerals)
        for text, numbers in zip(texts, (rows, columns), strict=True)
    ]
    gains = _gains(scorer, own & facing, (len(own), len(facing)))

    def evidence(feature: int, weight: float) -> WordEvidence:
        seed, other = (tuple(side.get(feature, ())) for side in written)
        counts = (
            int(side.frequencies[feature]) for side in (scorer.model.seed, scorer.model.other)
        )
        return WordEvidence(seed, other, WORDS * weight, *counts)

    shared = [evidence(feature, weight) for feature, weight in gains.items()]
    missed = [evidence(feature, scorer.miss[SEED][feature]) for feature in own - facing]
    missed += [evidence(feature, scorer.miss[OTHER][feature]) for feature in facing - own]
    return shared, missed


def _gains(scorer: BeadScorer, shared: set[int], sizes: tuple[int, int]) -> dict[int, float]:
    """Return the gain of each shared feature; a direction whose sum is negative counts as 0."""
    gains = dict.fromkeys(sorted(shared), 0.0)
    for direction in (SEED, OTHER):
        room = math.log(max(1, sizes[1 - direction]))
        informative = {t: gain - room for t in gains if (gain := scorer.gain[direction][t])}
        if sum(informative.values()) > 0:
            for feature, gain in informative.items():
                gains[feature] += gain
    return gains
