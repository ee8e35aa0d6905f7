"""How far one witness agrees with the seed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import IntEnum

from variants.types.alignment import Bead
from variants.types.collation import Passage
from variants.types.measure import Agreement, Shares
from variants.types.segmentation import Segmentation
from variants.types.variant import HEAVIEST_FIRST, Kind, Variant, VariantClass
from variants.types.words import WordCounter


class _State(IntEnum):
    """What became of a sentence or word; of several findings the largest holds."""

    SAME = 0
    FORM = 1
    DIFFERENT = 2
    MISSING = 3


def measure_agreement(
    base: Segmentation,
    other: Segmentation,
    passages: Sequence[Passage],
    variants: Iterable[Variant],
    count: WordCounter,
) -> Agreement:
    """The shares of the seed's sentences and words that a witness has, and how.

    They are counted from this witness's own differences, so another witness changes nothing
    in them; the counts of classes are those of the apparatus, where readings of witnesses
    share their places. A word that only changed its place is the same word.

    Args:
        base: The seed.
        other: The witness.
        passages: With the witness's beads.
        variants: The witness's differences, in the order of the seed.
        count: Counts the words of a stretch.
    """
    siglum = other.witness.siglum
    beads = [
        bead
        for passage in passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    ]
    found = [(variant, _state_of(variant, base, other)) for variant in variants]
    omitted = {sentence for bead in beads if not bead.other for sentence in bead.base}
    return Agreement(
        siglum,
        _shares(Counter(_sentences(base, found, omitted))),
        _shares(_words(base, found, omitted, count)),
        _added(other, beads, found, count),
        _classes(siglum, passages),
    )


def _state_of(variant: Variant, base: Segmentation, other: Segmentation) -> _State:
    if variant.kind is Kind.MOVED:
        mine, theirs = (
            span.of(cut.witness.text).split()
            for span, cut in ((variant.base, base), (variant.other, other))
        )
        return _State.SAME if mine == theirs else _State.FORM
    if not variant.substantive:
        return _State.FORM
    return _State.DIFFERENT if variant.other.length else _State.MISSING


def _shares(counts: Counter[_State]) -> Shares:
    return Shares(*(counts[state] for state in _State))


def _sentences(
    base: Segmentation, found: Iterable[tuple[Variant, _State]], omitted: set[int]
) -> list[_State]:
    """The state of each sentence; words that are missing from it make it different."""
    states = [_State.SAME] * len(base.sentences)
    starts = [sentence.start for sentence in base.sentences]
    for variant, state in found:
        first = bisect_right(starts, variant.base.start) - 1
        last = max(first, bisect_left(starts, variant.base.end) - 1)
        for sentence in range(first, last + 1):
            states[sentence] = max(states[sentence], min(state, _State.DIFFERENT))
    for sentence in omitted:
        states[sentence] = _State.MISSING
    return states


def _words(
    base: Segmentation,
    found: Iterable[tuple[Variant, _State]],
    omitted: Iterable[int],
    count: WordCounter,
) -> Counter[_State]:
    """How many words are in each state: that of the difference they stand in."""
    states: Counter[_State] = Counter()
    for variant, state in found:
        states[state] += count(base, variant.base).total()
    for sentence in omitted:
        states[_State.MISSING] += count(base, base.sentences[sentence]).total()
    everything = sum(count(base, sentence).total() for sentence in base.sentences)
    states[_State.SAME] += everything - states.total()
    return states


def _added(
    other: Segmentation,
    beads: Iterable[Bead],
    found: Iterable[tuple[Variant, _State]],
    count: WordCounter,
) -> int:
    """How many words the witness has that the seed has not."""
    stretches = [other.sentences[j] for bead in beads if not bead.base for j in bead.other]
    stretches += [variant.other for variant, _ in found if not variant.base.length]
    return sum(count(other, stretch).total() for stretch in stretches)


def _classes(siglum: str, passages: Iterable[Passage]) -> tuple[tuple[VariantClass, int], ...]:
    counts = Counter(
        reading.variant_class
        for passage in passages
        for entry in passage.entries
        for reading in entry.readings
        if siglum in reading.sigla
    )
    return tuple((name, counts[name]) for name in HEAVIEST_FIRST)
