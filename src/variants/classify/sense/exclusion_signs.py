"""Signs of exclusion: one thing alone, or one thing among others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.denials import denials_of
from variants.classify.sense.signs import Sign
from variants.languages.polarity import phrases_in
from variants.languages.polarity_table import DenialKind, Phrase, PolarityWords
from variants.types.sense import SenseSort

NOT_MERELY: Final = "polarity.not merely"
"""Name of the sign of a phrase such as "not merely" that has no counterpart."""
_OBJECT_WITHIN: Final = 3  # Words after the phrase that its object may be in.


def find_exclusion_signs(contrast: Contrast) -> tuple[Sign, ...]:
    """Return the changes between one thing alone and one thing among others.

    "Only" against "also" is ``polarity.exclusive``. "Not merely" against "not", or left out with
    the thing that it adds to, is ``polarity.not merely``.
    """
    return contrast.compare(_exclusion_signs)


def _exclusion_signs(contrast: Contrast) -> tuple[Sign, ...]:
    table = contrast.seed.language.polarity
    if table is None or not (
        _has_word_of(contrast.seed, _widened(contrast.seed_range), table.exclusion_words)
        or _has_word_of(contrast.other, _widened(contrast.other_range), table.exclusion_words)
    ):
        return ()
    return tuple(_find_signs(contrast, table))


def _find_signs(contrast: Contrast, table: PolarityWords) -> Iterator[Sign]:
    sides = (contrast.seed, contrast.seed_range), (contrast.other, contrast.other_range)
    for (side, at), (facing, facing_at) in (sides, sides[::-1]):
        of_seed = side is contrast.seed
        for name, found in (
            ("polarity.exclusive", _exclusive(side, at, facing, facing_at, table)),
            (
                NOT_MERELY,
                _not_merely(side, at, facing, facing_at, table)
                or _not_alone(side, at, facing, table),
            ),
        ):
            if found is not None:
                yield Sign(name, 1.0, SenseSort.NOT_MERELY, *(found if of_seed else found[::-1]))


def _exclusive(
    side: SideOfBead, at: range, facing: SideOfBead, facing_at: range, table: PolarityWords
) -> tuple[str, str] | None:
    """Return the words if one side excludes here and the other includes, and only here."""
    mine = _phrases_within(side, at, table.exclusive)
    theirs = _phrases_within(facing, facing_at, table.inclusive) if mine else []
    if not theirs or phrases_in(side.keys, table.inclusive):
        return None
    if phrases_in(facing.keys, table.exclusive):
        return None
    return side.text(mine[0]), facing.text(theirs[0])


def _not_merely(
    side: SideOfBead, at: range, facing: SideOfBead, facing_at: range, table: PolarityWords
) -> tuple[str, str] | None:
    """Return the words if "not merely" became "not" or "only", or is left out with its object."""
    mine = _phrases_within(side, at, table.not_merely)
    if not mine or phrases_in(facing.keys, table.not_merely) or facing.read(_denied_only):
        return None
    here = [n for n in mine[0] if n in at]
    beside = facing_at if len(here) == len(mine[0]) else _widened(facing_at)
    denials = [
        denial
        for denial in facing.read(denials_of)
        if denial.is_negation and denial.start in beside
    ]
    if denials:
        denial = denials[0]
        return side.text(mine[0]), facing.text(range(denial.start, denial.stop))
    alone = _phrases_within(facing, beside, table.exclusive)
    if alone:
        return side.text(mine[0]), facing.text(alone[0])
    after = range(mine[0].stop, min(mine[0].stop + _OBJECT_WITHIN, at.stop))
    object_at = next((n for n in after if n in side.content), None)
    if object_at is None:
        return None
    lemma = side.lemmas[object_at]
    if facing.lemmas.count(lemma) >= side.lemmas.count(lemma):
        return None
    # The other side may have "not" without "merely".
    return side.text({*here, object_at} if len(here) == len(mine[0]) else here), ""


def _not_alone(
    side: SideOfBead, at: range, facing: SideOfBead, table: PolarityWords
) -> tuple[str, str] | None:
    """Return the words if "not for bread alone" became "not for bread"."""
    mine = [one for one in side.read(_denied_only) if one.start in at]
    if not mine or phrases_in(facing.keys, table.exclusive | table.inclusive):
        return None
    denials = [one for one in facing.read(denials_of) if one.kind is DenialKind.WORD]
    return (side.text(mine[0]), "") if denials and not any(one.weak for one in denials) else None


def _denied_only(side: SideOfBead) -> list[range]:
    """Return the words for one thing alone that a denial is about: "not for bread alone"."""
    table = side.language.polarity
    denials = [one for one in side.read(denials_of) if one.is_negation]
    return [
        span
        for span in (phrases_in(side.keys, table.alone) if table and denials else ())
        if any(span.start in denial.scope for denial in denials)
    ]


def _widened(at: range) -> range:
    """Return a range with one more word at each end."""
    return range(max(0, at.start - 1), at.stop + 1)


def _has_word_of(side: SideOfBead, at: range, words: frozenset[str]) -> bool:
    return not words.isdisjoint(side.keys[at.start : at.stop])


def _phrases_within(side: SideOfBead, at: range, phrases: frozenset[Phrase]) -> list[range]:
    return [
        span
        for span in phrases_in(side.keys, phrases)
        if span.start < at.stop and at.start < span.stop
    ]
