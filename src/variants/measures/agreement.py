"""How far one witness agrees with the seed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import IntEnum

from variants.types import (
    HEAVIEST_FIRST,
    Agreement,
    Bead,
    Kind,
    Passage,
    Segmentation,
    Shares,
    Span,
    Tokenizer,
    TokenKind,
    Variant,
    VariantClass,
)


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
    tokenize: Tokenizer,
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
        tokenize: Gives the words of a stretch.
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
        _shares(_sentences(base, found, omitted)),
        _shares(_words(base, found, omitted, tokenize)),
        _added(other, beads, found, tokenize),
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


def _shares(states: Iterable[_State]) -> Shares:
    counts = Counter(states)
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
    found: Sequence[tuple[Variant, _State]],
    omitted: set[int],
    tokenize: Tokenizer,
) -> Iterable[_State]:
    """The state of each word: that of the difference it stands in."""
    stretches = [(variant.base, state) for variant, state in found if variant.base.length]
    starts = [stretch.start for stretch, _ in stretches]
    for sentence, span in enumerate(base.sentences):
        for token in tokenize(base, span):
            if token.kind is TokenKind.PUNCTUATION:
                continue
            if sentence in omitted:
                yield _State.MISSING
                continue
            at = bisect_right(starts, token.span.start) - 1
            inside = at >= 0 and stretches[at][0].covers(token.span)
            yield stretches[at][1] if inside else _State.SAME


def _added(
    other: Segmentation,
    beads: Iterable[Bead],
    found: Iterable[tuple[Variant, _State]],
    tokenize: Tokenizer,
) -> int:
    """How many words the witness has that the seed has not."""
    stretches = [other.sentences[j] for bead in beads if not bead.base for j in bead.other]
    stretches += [variant.other for variant, _ in found if not variant.base.length]
    return sum(_count(other, stretch, tokenize) for stretch in stretches)


def _count(cut: Segmentation, stretch: Span, tokenize: Tokenizer) -> int:
    return sum(token.kind is not TokenKind.PUNCTUATION for token in tokenize(cut, stretch))


def _classes(siglum: str, passages: Iterable[Passage]) -> tuple[tuple[VariantClass, int], ...]:
    counts = Counter(
        reading.variant_class
        for passage in passages
        for entry in passage.entries
        for reading in entry.readings
        if siglum in reading.sigla
    )
    return tuple((name, counts[name]) for name in HEAVIEST_FIRST)
