"""Agreement of one witness with the seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TypeAlias

from variants.types.bead import Bead
from variants.types.collation import Collation, Passage
from variants.types.measure import Agreement, Shares
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import HEAVIEST_FIRST, Kind, Variant, VariantClass

WordSizes: TypeAlias = Callable[[Segmentation, Span], int]
"""Function that returns the number of words in a span of a witness, without punctuation."""


class _State(IntEnum):
    """Counterpart of a sentence or word; of several findings the largest counts."""

    SAME = 0
    FORM = 1
    DIFFERENT = 2
    MISSING = 3


def measure_agreement(
    seed: Segmentation,
    other: Segmentation,
    passages: Sequence[Passage],
    variants: Iterable[Variant],
    size: WordSizes,
) -> Agreement:
    """Return the agreement of a witness with the seed, in sentences and words.

    The shares are counted from this witness's own differences, so that other witnesses do not
    change them. The counts of classes are those of the apparatus, where witnesses share places.
    A word that only moved counts as equal.

    Args:
        seed: The seed.
        other: The witness.
        passages: With the witness's beads.
        variants: The witness's differences, in the order of the seed.
        size: Function that returns the number of words in a span.
    """
    siglum = other.witness.siglum
    beads = [
        bead
        for passage in passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    ]
    found = [(variant, _state_of(variant, seed, other)) for variant in variants]
    omitted = {sentence for bead in beads if not bead.other for sentence in bead.seed}
    return Agreement(
        siglum,
        _shares(Counter(_sentences(seed, found, omitted))),
        _shares(_words(seed, found, omitted, size)),
        _added(other, beads, found, size),
        _classes(siglum, passages),
    )


def added_sentences(collation: Collation, siglum: str) -> int:
    """Return the number of sentences of a witness that the seed does not have."""
    return sum(
        len(bead.other)
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
        if not bead.seed
    )


def _state_of(variant: Variant, seed: Segmentation, other: Segmentation) -> _State:
    if variant.kind is Kind.MOVED:
        mine, theirs = (
            cut.witness.wording(span).split()
            for span, cut in ((variant.seed, seed), (variant.other, other))
        )
        return _State.SAME if mine == theirs else _State.FORM
    if not variant.substantive:
        return _State.FORM
    return _State.DIFFERENT if variant.other.length else _State.MISSING


def _shares(counts: Counter[_State]) -> Shares:
    return Shares(*(counts[state] for state in _State))


def _sentences(
    seed: Segmentation, found: Iterable[tuple[Variant, _State]], omitted: set[int]
) -> list[_State]:
    """Return the state of each sentence; missing words make it different."""
    states = [_State.SAME] * len(seed.sentences)
    for variant, state in found:
        for sentence in seed.sentences_of(variant.seed):
            states[sentence] = max(states[sentence], min(state, _State.DIFFERENT))
    for sentence in omitted:
        states[sentence] = _State.MISSING
    return states


def _words(
    seed: Segmentation,
    found: Iterable[tuple[Variant, _State]],
    omitted: Iterable[int],
    size: WordSizes,
) -> Counter[_State]:
    """Count the seed's words by the state of the difference they are in."""
    states: Counter[_State] = Counter()
    for variant, state in found:
        states[state] += size(seed, variant.seed)
    for sentence in omitted:
        states[_State.MISSING] += size(seed, seed.sentences[sentence])
    everything = sum(size(seed, sentence) for sentence in seed.sentences)
    states[_State.SAME] += everything - states.total()
    return states


def _added(
    other: Segmentation,
    beads: Iterable[Bead],
    found: Iterable[tuple[Variant, _State]],
    size: WordSizes,
) -> int:
    """Count the words of the witness without a counterpart."""
    spans = [other.sentences[j] for bead in beads if not bead.seed for j in bead.other]
    spans += [variant.other for variant, _ in found if not variant.seed.length]
    return sum(size(other, span) for span in spans)


def _classes(siglum: str, passages: Iterable[Passage]) -> tuple[tuple[VariantClass, int], ...]:
    counts = Counter(
        reading.variant_class
        for passage in passages
        for entry in passage.entries
        for reading in entry.readings
        for place in reading.attestations
        if place.siglum == siglum and not place.missing
    )
    return tuple((name, counts[name]) for name in HEAVIEST_FIRST)
