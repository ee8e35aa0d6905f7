"""Alignment by the likelihood ratio of shared words: all stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from variants.aligners.arrays import Floats
from variants.aligners.constraints import Constraints, constraints_of
from variants.aligners.likelihood.abridged import join_neighbours, may_be_abridged, price_alone
from variants.aligners.likelihood.band import Band, round_anchors, round_path
from variants.aligners.likelihood.bead_scores import Beads, find_beads
from variants.aligners.likelihood.borders import correct_borders
from variants.aligners.likelihood.candidates import find_anchors
from variants.aligners.likelihood.confidences import calibrate
from variants.aligners.likelihood.divisions import find_marks
from variants.aligners.likelihood.dynamic_programming import Path, best_path, best_path_and_sums
from variants.aligners.likelihood.exchanged import split_exchanged
from variants.aligners.likelihood.features import (
    NO_NUMERALS,
    DivisionMarks,
    Numerals,
    Side,
    encode,
)
from variants.aligners.likelihood.forced_beads import choose_path_beads, insert_forced, narrow
from variants.aligners.likelihood.free_beads import MovedBead, sentences_of
from variants.aligners.likelihood.freed_sentences import pair_freed
from variants.aligners.likelihood.learning import LearnedModel, first_priors, learn
from variants.aligners.likelihood.list_items import part_items
from variants.aligners.likelihood.long_sentences import (
    SentencePieces,
    constraints_of_pieces,
    cut_long_sentences,
    join_pieces,
)
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.model import (
    LikelihoodModel,
    Priors,
    measure_lengths,
    weigh,
)
from variants.aligners.likelihood.moved_neighbours import complete_moved
from variants.aligners.likelihood.moved_passages import find_moved, taken_from
from variants.aligners.likelihood.posterior import SLACK, posterior
from variants.aligners.likelihood.rates import Rates
from variants.aligners.likelihood.sentence_texts import numerals_of, texts_of_both
from variants.aligners.likelihood.unmatched import drop_isolated_pairs, extend_beads, split_steps
from variants.aligners.order import find_crossing, sort_beads
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

UNRELATED = "These texts do not seem to be versions of one another."
UNDECIDED = (
    "These texts share hardly any words and are too short to judge whether they are versions of "
    "one another; they are aligned by order and length alone."
)

# The most other sentences for 1, 2, 3 … seed sentences. The first pass must include large beads:
# with at most 1:4 it learns that sentences are often unmatched.
_FINAL: Shapes = (8, 4, 4, 3, 1, 1, 1, 1)
_FIRST: Shapes = (8, 3, 2, 1, 1, 1, 1, 1)
_FIRST_WHERE_SINGLE: Shapes = (4, 2, 1, 1)  # Where most beads are 1:1.
_SMALL: Shapes = (2, 1)  # To find a first path in a wide band.

_MOSTLY_SINGLE = 0.8  # Share of 1:1 from which the smaller shapes are enough.
_WIDE = 16  # Cells per row from which a band is narrowed first.
_ROUND_ANCHORS = 2  # Margin of the band in sentences around anchors,
_ROUND_SMALL = 3  # around a path of small beads,
_ROUND_FIRST = 1  # and around the first path.
_ROUNDS = 2  # Final paths of an abridgement that are learned from.
_WEAK = 0.9  # Passages that have moved may take sentences of beads with a lower confidence.
_DIGITS = 6  # Rounding of a confidence: further digits differ between processors.


def align_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink]
) -> Alignment:
    """Align by shared words; the package describes the method."""
    constraints, notices = constraints_of(links, seed, other)
    marks, numerals = find_marks(seed, other), numerals_of(seed, other)
    found = align_sentences(*texts_of_both(seed, other), marks, constraints, numerals)
    notice = (Notice(other.witness.siglum, found.notice),) if found.notice else ()
    return Alignment(seed, other, found.beads, found.relatedness, (*notices, *notice))


@dataclass(frozen=True, slots=True)
class SentenceAlignment:
    """Alignment of two lists of sentences.

    Attributes:
        beads: Beads, in order.
        relatedness: Share of the sentences in beads that chance does not explain, in the text
            with fewer sentences.
        notice: Remark for the reader; empty if there is none.
    """

    beads: tuple[Bead, ...]
    relatedness: float
    notice: str = ""


def align_sentences(
    seed: Sequence[str],
    other: Sequence[str],
    marks: DivisionMarks,
    constraints: Constraints,
    numerals: Numerals = NO_NUMERALS,
) -> SentenceAlignment:
    """Align two lists of sentences.

    Args:
        seed: Sentences of the seed.
        other: Sentences of the other side.
        marks: Divisions that begin at these sentences.
        constraints: Forced and forbidden beads.
        numerals: Figures for numbers in words.
    """
    if not seed or not other:
        additions = [Bead((), (j,), 1.0) for j in range(len(other))]
        omissions = [Bead((i,), (), 1.0) for i in range(len(seed))]
        beads = tuple(constraints.mark_forced([*omissions, *additions]))
        return SentenceAlignment(beads, float(not seed and not other))
    first = find_first_path(seed, other, marks, constraints, numerals)
    learned = first.learned
    path, confidences = _final_path(learned.model, first.path)
    path, confidences = drop_isolated_pairs(
        learned.model, path, confidences, learned.unrelated_score
    )
    path, confidences = correct_borders(learned.model, path, confidences)
    texts = first.pieces[0].texts, first.pieces[1].texts
    path, confidences = part_items(learned.model, path, confidences, texts, first.numerals)
    path, confidences = join_neighbours(learned.model, path, confidences)
    found = sort_beads(_beads(learned.model, path, confidences))
    moved = [bead for bead in found if bead.moved]
    learned = learned.and_related(
        sum(len(bead.seed) for bead in moved), sum(len(bead.other) for bead in moved)
    )
    if not learned.unrelated and not learned.undecided:
        found = tuple(calibrate(found))
    joined = join_pieces(found, *first.pieces, constraints)
    beads = sort_beads(constraints.mark_forced(joined))
    notice = UNRELATED if learned.unrelated else UNDECIDED if learned.undecided else ""
    return SentenceAlignment(beads, learned.relatedness, notice)


@dataclass(frozen=True, slots=True)
class FirstPath:
    """The first path, and the model learned from it.

    Attributes:
        pieces: The sentences of both sides, the longest ones cut.
        learned: The learned model, of pieces.
        path: The path, of pieces.
        numerals: Figures for numbers in words.
    """

    pieces: tuple[SentencePieces, SentencePieces]
    learned: LearnedModel
    path: Path
    numerals: Numerals = field(default_factory=dict)


def find_first_path(
    seed: Sequence[str],
    other: Sequence[str],
    marks: DivisionMarks,
    constraints: Constraints,
    numerals: Numerals = NO_NUMERALS,
) -> FirstPath:
    """Find a first path, and learn from it; in an abridgement, learn from the final path too."""
    pieces = cut_long_sentences(seed, other), cut_long_sentences(other, seed)
    begun = pieces[0].marks_of(marks[0]), pieces[1].marks_of(marks[1])
    sides = encode(pieces[0].texts, pieces[1].texts, begun, numerals)
    model, rates, band = _first_model(*sides, constraints_of_pieces(constraints, *pieces))
    path = _first_path(model, band)
    first = FirstPath(pieces, learn(model, path, rates), path, numerals)
    return _learned_again(first, model.priors, rates) if may_be_abridged(path) else first


def _learned_again(first: FirstPath, priors: Priors, rates: Rates) -> FirstPath:
    """Learn again from the final path of an abridgement; other texts are unchanged.

    Args:
        first: The first path, in which halves of a split sentence are paired with any neighbour.
        priors: Priors before anything is learned.
        rates: The rates of return of the anchors.
    """
    for _ in range(_ROUNDS):
        path, _ = _final_path(first.learned.model, first.path)
        again = learn(replace(first.learned.model, priors=priors), path, rates)
        model = price_alone(again.model, path)
        if first.learned.unrelated or again.unrelated or model is again.model:
            break
        first = replace(first, learned=replace(again, model=model), path=path)
    return first


def _first_model(
    seed: Side, other: Side, constraints: Constraints
) -> tuple[LikelihoodModel, Rates, Band]:
    """Return the model and the rates of return of the anchors, and the band around them."""
    anchors, rates = find_anchors(seed, other)
    lengths = measure_lengths(seed, other, anchors)
    anchors, on_path = choose_path_beads(anchors, constraints)
    constraints = replace(constraints, on_path=on_path)
    weights = weigh(seed, other, rates)
    priors = first_priors(seed, other, lengths)
    model = LikelihoodModel(seed, other, weights, lengths, priors, constraints)
    band = round_anchors(anchors, seed.count, other.count, _ROUND_ANCHORS)
    return model, rates, narrow(band, constraints)


def _first_path(model: LikelihoodModel, band: Band) -> Path:
    """Return the path to learn from; a wide band is narrowed first."""
    shapes = _FIRST
    if band.cells > _WIDE * (band.rows + 1):
        band, shapes = narrow_wide_band(model, band)
    path = best_path(find_beads(model, band, shapes), band, model.priors.unmatched)
    return extend_beads(model, insert_forced(model, path)[0])[0]


def narrow_wide_band(model: LikelihoodModel, band: Band) -> tuple[Band, Shapes]:
    """Return the cells near a path of small beads, and the shapes to search for there."""
    small = find_beads(model, band, _SMALL, floor=0.0)
    path = best_path(small, band, model.priors.unmatched)
    single = (path.heights == 1) & (path.widths == 1)
    shapes = _FIRST_WHERE_SINGLE if float(single.mean()) > _MOSTLY_SINGLE else _FIRST
    return _round(path, model, _ROUND_SMALL), shapes


@dataclass(frozen=True, slots=True)
class PathSums:
    """All paths near the first one.

    Attributes:
        band: The cells they visit.
        beads: Their beads that are probable enough to matter.
        sums: Greatest sum of beads on a path to each cell, shape (cells,).
        best: The best path.
    """

    band: Band
    beads: Beads
    sums: Floats
    best: Path


def find_path_sums(model: LikelihoodModel, first: Path) -> PathSums:
    """Return the paths near the first one under the learned model."""
    band = _round(first, model, _ROUND_FIRST)
    beads = find_beads(model, band, _FINAL, slack=SLACK)
    path, sums = best_path_and_sums(beads, band, model.priors.unmatched)
    return PathSums(band, beads, sums, path)


def _final_path(model: LikelihoodModel, first: Path) -> tuple[Path, Floats]:
    """Return the best path near the first one, and the confidence of each step."""
    paths = find_path_sums(model, first)
    confidences = posterior(paths.band, paths.beads, paths.sums, paths.best, model.priors.unmatched)
    path, remaining = insert_forced(model, paths.best)
    path, kept = extend_beads(model, path)
    return path, confidences[remaining][kept]


def _round(path: Path, model: LikelihoodModel, margin: int) -> Band:
    band = round_path(path.seed, path.other, model.seed.count, model.other.count, margin)
    return narrow(band, model.constraints)


def _beads(model: LikelihoodModel, path: Path, confidences: Floats) -> list[Bead]:
    """Return the path's beads, and those found afterwards among unmatched sentences."""
    crossing = [MovedBead(seed, other, 1.0) for seed, other in model.constraints.crossing]
    weak = path.paired & (confidences < _WEAK)
    weak &= ~np.isin(path.seed[:, 0], model.constraints.bound[0])
    moved = find_moved(model, path, weak, _FINAL)
    split = weak & taken_from(path, moved)
    freed = list(pair_freed(model, path, split, moved, _FINAL))
    path, confidences = split_steps(model, path, confidences, split)
    path, confidences, exchanged = split_exchanged(model, path, confidences)
    others = [*crossing, *freed, *exchanged]
    found = [*others, *complete_moved(model, path, moved, others, _FINAL)]
    taken_seed, taken_other = sentences_of(found)
    beads = mark_moved(found, path)
    for (i, end), (j, stop), confidence in zip(
        path.seed.tolist(), path.other.tolist(), confidences.tolist(), strict=True
    ):
        if (i in taken_seed and j == stop) or (j in taken_other and i == end):
            continue
        bead = Bead(tuple(range(i, end)), tuple(range(j, stop)), round(confidence, _DIGITS))
        beads.append(bead)
    return beads


def mark_moved(found: Sequence[MovedBead], path: Path) -> list[Bead]:
    """Return beads found afterwards, marked as moved if they cross the path or one another."""
    tops, lefts = path.seed[path.paired, 0].tolist(), path.other[path.paired, 0].tolist()
    moved = find_crossing(
        zip(tops, lefts, strict=True), [(one.seed.start, one.other.start) for one in found]
    )
    return [
        Bead(tuple(one.seed), tuple(one.other), round(one.confidence, _DIGITS), crosses)
        for one, crosses in zip(found, moved, strict=True)
    ]
