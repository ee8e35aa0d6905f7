"""Alignment by the likelihood ratio of shared words: all stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variants.aligners.likelihood.absorbing import absorb
from variants.aligners.likelihood.anchors import find_anchors
from variants.aligners.likelihood.arrays import Floats
from variants.aligners.likelihood.band import Band, round_anchors, round_path
from variants.aligners.likelihood.bead_scores import Beads, find_beads
from variants.aligners.likelihood.borders import settle_borders
from variants.aligners.likelihood.divisions import Marks, find_marks
from variants.aligners.likelihood.features import encode
from variants.aligners.likelihood.forced_beads import narrowed, put_in_line, with_forced
from variants.aligners.likelihood.learning import FIRST_PRIORS, LearnedModel, learn
from variants.aligners.likelihood.lengths import measure_lengths
from variants.aligners.likelihood.long_sentences import (
    SentencePieces,
    cut_long_sentences,
    join_pieces,
    limits_of_pieces,
)
from variants.aligners.likelihood.matches import Shapes
from variants.aligners.likelihood.moving import Moved, find_moved
from variants.aligners.likelihood.paths import Path, best_path, best_path_and_sums
from variants.aligners.likelihood.posterior import SLACK, posterior
from variants.aligners.likelihood.sides import Side
from variants.aligners.likelihood.unmatched import drop_stray_pairs
from variants.aligners.likelihood.weights import LikelihoodModel, Rates, weigh
from variants.aligners.limits import Limits, fit
from variants.aligners.order import in_order, which_cross
from variants.types.alignment import Alignment, Bead
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink

UNRELATED = "These texts do not seem to be versions of one another."
UNTOLD = (
    "These texts have hardly a word in common and are too short to tell whether they are "
    "versions of one another; what stands together does so by order and length alone."
)

# The most other sentences for 1, 2, 3 … seed sentences. The first pass must see large beads:
# with 1:4 at most it learns that sentences are often left alone.
_FINAL: Shapes = (8, 4, 4, 3, 1, 1, 1, 1)
_FIRST: Shapes = (8, 3, 2, 1, 1, 1, 1, 1)
_FIRST_WHERE_SINGLE: Shapes = (4, 2, 1, 1)  # Where most beads are 1:1.
_SMALL: Shapes = (2, 1)  # To find the way in a wide band.

_MOSTLY_SINGLE = 0.8  # Share of 1:1 from which the smaller shapes do.
_WIDE = 16  # Cells a row from which a band is narrowed first.
_ROUND_ANCHORS = 2  # Sentences that a band leaves on either side of anchors,
_ROUND_SMALL = 3  # of a path of small beads,
_ROUND_FIRST = 1  # and of the first path.
_DIGITS = 6  # Of a confidence: more would differ between processors.


def align_likelihood(
    seed: Segmentation, other: Segmentation, links: Sequence[SentenceLink]
) -> Alignment:
    """Align by shared words; see the package for how."""
    limits, unfit = fit(links, seed, other)
    found = align_sentences(texts_of(seed), texts_of(other), find_marks(seed, other), limits)
    noticed = (Notice(other.witness.siglum, found.notice),) if found.notice else ()
    return Alignment(seed, other, found.beads, found.relatedness, (*unfit, *noticed))


@dataclass(frozen=True, slots=True)
class SentenceAlignment:
    """What there is to say about two lists of sentences.

    Attributes:
        beads: In order.
        relatedness: Share of the sentences in beads that chance does not explain, in the text
            that has fewer.
        notice: What a reader should know of them; empty for nothing.
    """

    beads: tuple[Bead, ...]
    relatedness: float
    notice: str = ""


def align_sentences(
    seed: Sequence[str], other: Sequence[str], marks: Marks, limits: Limits
) -> SentenceAlignment:
    """Align two lists of sentences.

    Args:
        seed: Those of the seed.
        other: Those of the other side.
        marks: Which of them begin a division.
        limits: Which beads there have to be, and which there may not be.
    """
    if not seed or not other:
        additions = [Bead((), (j,), 1.0) for j in range(len(other))]
        omissions = [Bead((i,), (), 1.0) for i in range(len(seed))]
        beads = tuple(limits.marked([*omissions, *additions]))
        return SentenceAlignment(beads, float(not seed and not other))
    begun = find_first_path(seed, other, marks, limits)
    lesson, pieces = begun.lesson, begun.pieces
    path, confidences = _final_path(lesson.model, begun.first)
    path, confidences = drop_stray_pairs(lesson.model, path, confidences, lesson.strangers)
    path, confidences = settle_borders(lesson.model, path, confidences)
    found = in_order(_beads(lesson.model, path, confidences))
    moved = [bead for bead in found if bead.moved]
    lesson = lesson.and_related(
        sum(len(bead.seed) for bead in moved), sum(len(bead.other) for bead in moved)
    )
    beads = in_order(limits.marked(join_pieces(found, *pieces, limits)))
    notice = UNRELATED if lesson.unrelated else UNTOLD if lesson.untold else ""
    return SentenceAlignment(beads, lesson.relatedness, notice)


@dataclass(frozen=True, slots=True)
class FirstPath:
    """What is known before the final path is looked for.

    Attributes:
        pieces: The sentences of both sides, the longest ones cut.
        lesson: What the first path taught; of pieces, like the path.
        first: The first path.
    """

    pieces: tuple[SentencePieces, SentencePieces]
    lesson: LearnedModel
    first: Path


def find_first_path(
    seed: Sequence[str], other: Sequence[str], marks: Marks, limits: Limits
) -> FirstPath:
    """Find a first path, and learn from it."""
    pieces = cut_long_sentences(seed, other), cut_long_sentences(other, seed)
    begun = pieces[0].only_first(marks[0]), pieces[1].only_first(marks[1])
    sides = encode(pieces[0].texts, pieces[1].texts, begun)
    model, rates, band = _begin(*sides, limits_of_pieces(limits, *pieces))
    first = _first_path(model, band)
    return FirstPath(pieces, learn(model, first, rates), first)


def texts_of(segmentation: Segmentation) -> list[str]:
    """The sentences."""
    return [segmentation.text_of(number) for number in range(len(segmentation.sentences))]


def _begin(seed: Side, other: Side, limits: Limits) -> tuple[LikelihoodModel, Rates, Band]:
    """What anchors teach, and the band round them."""
    anchors, rates = find_anchors(seed, other)
    lengths = measure_lengths(seed, other, anchors)
    anchors, in_line = put_in_line(anchors, limits)
    limits = replace(limits, in_line=in_line)
    model = LikelihoodModel(seed, other, weigh(seed, other, rates), lengths, FIRST_PRIORS, limits)
    band = round_anchors(anchors, seed.count, other.count, _ROUND_ANCHORS)
    return model, rates, narrowed(band, limits)


def _first_path(model: LikelihoodModel, band: Band) -> Path:
    """The path to learn from; through a wide band the way is found with small beads first."""
    shapes = _FIRST
    alone = model.priors.alone
    if band.cells > _WIDE * (band.rows + 1):
        way = best_path(find_beads(model, band, _SMALL, floor=0.0), band, alone)
        single = (way.heights == 1) & (way.widths == 1)
        if float(single.mean()) > _MOSTLY_SINGLE:
            shapes = _FIRST_WHERE_SINGLE
        band = _round(way, model, _ROUND_SMALL)
    path = best_path(find_beads(model, band, shapes), band, alone)
    return absorb(model, with_forced(model, path)[0])[0]


@dataclass(frozen=True, slots=True)
class PathSums:
    """All paths near the first one.

    Attributes:
        band: The cells they visit.
        beads: What they are made of, if it is likely enough to matter.
        sums: Of each cell, the greatest sum of beads on a way to it.
        best: The best of them.
    """

    band: Band
    beads: Beads
    sums: Floats
    best: Path


def find_path_sums(model: LikelihoodModel, first: Path) -> PathSums:
    """The paths near the first one under what that has taught."""
    band = _round(first, model, _ROUND_FIRST)
    beads = find_beads(model, band, _FINAL, slack=SLACK)
    path, sums = best_path_and_sums(beads, band, model.priors.alone)
    return PathSums(band, beads, sums, path)


def _final_path(model: LikelihoodModel, first: Path) -> tuple[Path, Floats]:
    """The best path near the first one, and how sure each step is."""
    ways = find_path_sums(model, first)
    confidences = posterior(ways.band, ways.beads, ways.sums, ways.best, model.priors.alone)
    path, whole = with_forced(model, ways.best)
    path, kept = absorb(model, path)
    return path, confidences[whole][kept]


def _round(path: Path, model: LikelihoodModel, margin: int) -> Band:
    band = round_path(path.seed, path.other, model.seed.count, model.other.count, margin)
    return narrowed(band, model.limits)


def _beads(model: LikelihoodModel, path: Path, confidences: Floats) -> list[Bead]:
    """The path's beads, and those found afterwards among the sentences left alone."""
    left = path.seed[path.widths == 0, 0], path.other[path.heights == 0, 0]
    crossing = [Moved(seed, other, 1.0) for seed, other in model.limits.crossing]
    found = [*crossing, *find_moved(model, *left, _FINAL)]
    taken_seed = {i for bead in found for i in bead.seed}
    taken_other = {j for bead in found for j in bead.other}
    beads = _marked(found, path)
    for (i, end), (j, stop), confidence in zip(
        path.seed.tolist(), path.other.tolist(), confidences.tolist(), strict=True
    ):
        if (i in taken_seed and j == stop) or (j in taken_other and i == end):
            continue
        bead = Bead(tuple(range(i, end)), tuple(range(j, stop)), round(confidence, _DIGITS))
        beads.append(bead)
    return beads


def _marked(found: Sequence[Moved], path: Path) -> list[Bead]:
    """The beads found afterwards; those are moved that cross the path, or one found before."""
    tops, lefts = path.seed[path.paired, 0].tolist(), path.other[path.paired, 0].tolist()
    moved = which_cross(
        zip(tops, lefts, strict=True), [(one.seed.start, one.other.start) for one in found]
    )
    return [
        Bead(tuple(one.seed), tuple(one.other), round(one.confidence, _DIGITS), crosses)
        for one, crosses in zip(found, moved, strict=True)
    ]
