"""Signs of polarity: something that one side denies and the other side affirms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead
from variants.classify.sense.denials import (
    BOUND_WITHIN,
    NEAR,
    ComparedDenials,
    compare_denials,
    denial_before_exception,
    denials_of,
    denied_bounds,
    is_delay,
    is_first_time,
    nearness_to,
)
from variants.classify.sense.exclusion_signs import NOT_MERELY, find_exclusion_signs
from variants.classify.sense.mood import asks_in_form_only
from variants.classify.sense.side_small_words import read_small_words
from variants.classify.sense.signs import Sign
from variants.classify.sense.value_signs import values_of
from variants.classify.sense.word_hints import DENIAL, WEAK, hints_of
from variants.languages.kin import nearness
from variants.languages.polarity import Denial, phrases_in
from variants.languages.polarity_table import DenialKind, PolarityWords
from variants.languages.small_word_tables import SmallMeaning
from variants.types.sense import SenseSort

_OBJECTS: Final = 2  # Words after a denial that may be its object.
_BESIDE: Final = 4  # Words around a difference that an object outside it may be in.
_MOST_CONTENT: Final = 6  # More content words than these are a free paraphrase.
_MOST_WITHOUT_OBJECT: Final = 1  # For a denial whose object is outside the difference.
DENIES_A_PART: Final = "quantity.opposite"
"""Name of the sign of a denial of a part against one of the whole."""
_OR: Final = SmallMeaning("link", "or")


class _Half(NamedTuple):
    """One side of a difference."""

    side: SideOfBead
    at: range
    rest: Indices
    denials: ComparedDenials

    @property
    def content(self) -> int:
        """Number of the content words that only this side of the difference has."""
        return sum(index in self.side.content for index in self.rest)

    def local(self, denials: Sequence[Denial]) -> list[Denial]:
        """Return the denials in the difference."""
        return [denial for denial in denials if _is_within(denial, self.at)]

    def affirms(self, index: int, denial: Denial) -> bool:
        """Return True if this side affirms its word at an index, which the other side denies.

        A denial that answers another one of the same clause is ignored: of "not impossible" and
        "not possible", only the affix differs.
        """
        in_force = (
            each
            for each in (*self.denials.left, *self.denials.partners)
            if each not in self.denials.partners
            or self.denials.partners[each].clause != denial.clause
        )
        return not any(index in each.scope for each in in_force)


def find_polarity_signs(contrast: Contrast) -> Sequence[Sign]:
    """Return the denials in a difference whose object the other side affirms, and other denials."""
    return contrast.compare(_polarity_signs)


def _polarity_signs(contrast: Contrast) -> Sequence[Sign]:
    return tuple(_find_polarity_signs(contrast))


def _find_polarity_signs(contrast: Contrast) -> Iterator[Sign]:
    table = contrast.seed.language.polarity
    if table is None:
        return
    if hints_of(contrast) & (DENIAL | WEAK):
        denials = compare_denials(contrast.seed, contrast.other)
        seed = _Half(contrast.seed, contrast.seed_range, contrast.seed_rest, denials[0])
        other = _Half(contrast.other, contrast.other_range, contrast.other_rest, denials[1])
        if not asks_in_form_only(contrast.seed, contrast.other):
            yield from _denial_signs(seed, other)
            yield from map(_with_sides_exchanged, _denial_signs(other, seed))
        yield from _idiom_signs(seed, other, table)
        yield from map(_with_sides_exchanged, _idiom_signs(other, seed, table))
        yield from _hedge_signs(seed, other, table)
        yield from _other_signs(seed, other)
    yield from find_exclusion_signs(contrast)


def turns_polarity(contrast: Contrast) -> bool:
    """Return True if a difference denies, wholly or in part, what the other side affirms."""
    signs = find_polarity_signs(contrast)
    return any(sign.sort is SenseSort.NEGATION or sign.name == NOT_MERELY for sign in signs)


def _is_within(denial: Denial, at: range) -> bool:
    return _is_at(range(denial.start, denial.stop), at)


def _is_at(phrase: range, at: range) -> bool:
    return phrase.start < at.stop and at.start < phrase.stop


def _denial_signs(here: _Half, facing: _Half) -> Iterator[Sign]:
    """Yield the signs of the denials of one side, with their words as the seed's."""
    left = here.local(here.denials.left)
    turned = [
        denial
        for denial in left
        if _is_turned(denial, here, facing) or _ends_what_goes_on(denial, here, facing)
    ]
    for denial in turned:
        at = range(denial.start, denial.stop)
        facing_at = _in_place_of(at, here, facing)
        words = here.side.text(at), facing.side.text(facing_at)
        yield Sign(f"polarity.{denial.kind.value}", 1.0, SenseSort.NEGATION, *words)


def _in_place_of(at: range, here: _Half, facing: _Half) -> Iterable[int]:
    """Return the words in the place of a denial: "certain" of "uncertain".

    It has some only if it is all that its side of the difference has and the other has not.
    """
    if any(n not in at for n in here.rest):
        return ()
    keys = {here.side.keys[n] for n in at}
    return facing.rest or [n for n in facing.at if facing.side.keys[n] in keys]


def _with_sides_exchanged(sign: Sign) -> Sign:
    return sign._replace(seed=sign.other, other=sign.seed)


def _other_signs(seed: _Half, other: _Half) -> Iterator[Sign]:
    """Yield the numbers of denials that turn nothing."""
    free = answered = 0
    for here, facing in ((seed, other), (other, seed)):
        left = here.local(here.denials.left)
        if not is_delay(here.side, facing.side):
            exception = denial_before_exception(here.side, facing.side)
            free += sum(
                denial.start != exception
                and not _is_turned(denial, here, facing)
                and not _is_answered(denial, here, facing)
                for denial in left
            )
        answered += len(here.local([*here.denials.partners, *here.denials.cancelled]))
    if free:
        yield Sign("polarity.free", free)
    if answered:
        yield Sign("polarity.cancel", answered)


def _idiom_signs(here: _Half, facing: _Half, table: PolarityWords) -> Iterator[Sign]:
    """Yield the denials before words that the other side has without any: "no doubt"."""
    idioms = phrases_in(facing.side.keys, table.harmless)
    left = (one for one in facing.denials.left if one.is_negation)
    if any(_is_at(phrase, facing.at) for phrase in idioms) or any(left):
        return
    denials = *facing.denials.left, *facing.denials.partners, *facing.denials.cancelled
    denying = {key for one in facing.local(denials) for key in facing.side.keys[slice(*one[:2])]}
    for phrase in phrases_in(here.side.keys, table.denied_idioms):
        rest = here.side.keys[here.at.stop : phrase.stop]
        beside = facing.side.keys[facing.at.stop : facing.at.stop + len(rest)]
        if rest and phrase.start in here.at and beside == rest and denying <= {*rest}:
            yield Sign("polarity.word", 1.0, SenseSort.NEGATION, here.side.text([phrase.start]))


def _hedge_signs(seed: _Half, other: _Half, table: PolarityWords) -> Iterator[Sign]:
    """Yield the denials with an exception that answer one without: "hardly ever" and "never".

    A denial of a part is also of another quantity: "not every", "no".
    """
    for mine, theirs in seed.denials.partners.items():
        if _is_within(mine, seed.at) and _is_within(theirs, other.at):
            pair = (seed, mine), (other, theirs)
            partial = [
                not table.partial.isdisjoint(half.side.keys[denial.stop : denial.stop + 1])
                for half, denial in pair
            ]
            hedged = [
                is_partial or _is_hedged(denial, half.side)
                for is_partial, (half, denial) in zip(partial, pair, strict=True)
            ]
            words = [half.side.text(range(denial.start, denial.stop)) for half, denial in pair]
            if hedged[0] != hedged[1]:
                yield Sign("polarity.hedged", 1.0, SenseSort.DEGREE, *words)
            if partial[0] != partial[1] and mine.is_negation and theirs.is_negation:
                yield Sign(DENIES_A_PART, 1.0, SenseSort.HOW_MANY, *words)


def _is_turned(denial: Denial, here: _Half, facing: _Half) -> bool:
    """Return True if the facing side affirms the object of a denial in its place.

    The place of an object inside the difference is the facing side of the difference; an object
    outside it has to be the same word beside it. A free paraphrase in many words turns nothing.
    """
    if denial.weak or _content(here, facing) > _MOST_CONTENT or _is_limit(denial, here.side):
        return False
    if facing.rest and _is_hedged(denial, here.side):
        return False  # "Scarcely visible" against "dimly visible".
    if denial.start == denial_before_exception(here.side, facing.side):
        return False  # "Nothing beyond the outline" against "only the outline".
    if is_delay(here.side, facing.side) or _is_answered(denial, here, facing):
        return False
    affirmed = [n for n in range(len(facing.side.words)) if facing.affirms(n, denial)]
    if denial.base:
        places = [n for n in affirmed if n in facing.at]
        return _has_near(denial.base, facing.side, places) or _is_affirmed(
            denial.base, facing.side, places
        )
    return _is_object_affirmed(denial, here, facing, affirmed)


def _ends_what_goes_on(denial: Denial, here: _Half, facing: _Half) -> bool:
    """Return True if one act ends and goes on: "he stopped singing", "he kept singing"."""
    table, verbs = here.side.language.polarity, here.side.language.verbs
    if table is None or verbs is None or here.side.lemmas[denial.start] not in table.ending:
        return False
    if not "".join(here.side.keys[denial.stop : denial.stop + 1]).endswith(
        verbs.progressive_ending
    ):
        return False
    goes_on = any(facing.side.lemmas[n] in table.continuing for n in facing.rest)
    return goes_on and _content(here, facing) <= _MOST_WITHOUT_OBJECT


def _is_affirmed(base: str, side: SideOfBead, indices: Sequence[int]) -> bool:
    """Return True if a word has the base and an ending that affirms it: "careful"."""
    table, stem = side.language.polarity, f"{base[:-1]}i" if base.endswith("y") else base
    return table is not None and any(
        side.keys[n].startswith(stem) and side.keys[n][len(stem) :] in table.affirming_endings
        for n in indices
    )


def _content(here: _Half, facing: _Half) -> int:
    return max(here.content, facing.content)


def _is_object_affirmed(
    denial: Denial, here: _Half, facing: _Half, affirmed: Sequence[int]
) -> bool:
    """Return True if the object of a denial by a word or verb is among the affirmed words."""
    places = [n for n in affirmed if n in facing.at]
    keys, lemmas = here.side.keys, here.side.lemmas
    tag = facing.side.language.tag
    if denial.kind is DenialKind.VERB and any(
        nearness(keys[denial.start], facing.side.keys[n], tag) >= NEAR for n in places
    ):
        return False  # "lack" against "need".
    objects = denial.scope[:_OBJECTS]
    inside = [keys[n] for n in objects if n in here.at]
    if any(min(nearness_to(key, facing.side, places), default=0.0) < 0 for key in inside):
        return False  # "not rich" against "poor".
    if any(_has_near(key, facing.side, places) for key in inside):
        return True
    if inside and facing.rest:
        return False  # Other words face the object.
    around = range(facing.at.start - _BESIDE, facing.at.stop + _BESIDE)
    beside = {facing.side.lemmas[n] for n in affirmed if n in around and n not in facing.at}
    outside = {lemmas[n] for n in objects if n not in here.at}
    return _content(here, facing) <= _MOST_WITHOUT_OBJECT and bool(outside & beside)


def _is_hedged(denial: Denial, side: SideOfBead) -> bool:
    """Return True if a denial leaves an exception: "hardly", "almost no"."""
    table, start = side.language.polarity, denial.start
    if table is None:
        return False
    return side.keys[start] in table.hedged or not table.nearly.isdisjoint(
        side.keys[max(0, start - 1) : start]
    )


def _is_answered(denial: Denial, here: _Half, facing: _Half) -> bool:
    """Return True if the other side denies the same without a denial of its own there."""
    if not denial.is_negation:
        return False
    return (
        _is_of_bound(denial, here.side, facing.side)
        or _goes_on_with_denial(facing)
        or is_first_time(here.side, facing.side)
    )


def _is_of_bound(denial: Denial, side: SideOfBead, facing: SideOfBead) -> bool:
    """Return True if a denial is before a comparative, and the other side denies one like it.

    "It will not last for more than a day" is "it will last for no longer than a day".
    """
    table, bounds = side.language.polarity, denied_bounds(facing)
    if table is None:
        return False
    if phrases_in(facing.keys, table.alone) and not phrases_in(side.keys, table.alone):
        bounds |= {False}  # "Not more than they need", "only what they need".
    after = side.keys[denial.stop : denial.stop + BOUND_WITHIN] if bounds else ()
    return any(table.sets_bound(key) and (key in table.lessening) in bounds for key in after)


def _goes_on_with_denial(half: _Half) -> bool:
    """Return True if "or" goes on with a denial before: "they did not sing, or dance"."""
    joins = [
        mark.at.start
        for mark in half.side.read(read_small_words)
        if mark.meaning == _OR and mark.at.start in half.at
    ]
    return bool(joins) and any(
        one.is_negation and one.start < joins[0] for one in half.side.read(denials_of)
    )


def _is_limit(denial: Denial, side: SideOfBead) -> bool:
    """Return True if a denial is in the bound of a value: "not yet forty"."""
    return any(denial.start in limit for value in side.read(values_of) for limit in value.limits)


def _has_near(word: str, side: SideOfBead, indices: Sequence[int]) -> bool:
    return max(nearness_to(word, side, indices), default=0.0) >= NEAR
