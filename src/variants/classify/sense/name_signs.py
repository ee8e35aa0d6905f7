"""Signs in names: another name, another form of one, a name against a pronoun."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from variants.classify.sense.contrast import RECENT, Contrast, Indices, SideOfBead, word_facts
from variants.classify.sense.named_bodies import bodies_of, is_of_named_body
from variants.classify.sense.side_small_words import small_word_reader
from variants.classify.sense.signs import Sign
from variants.classify.sense.word_hints import CAPITAL, hints_of
from variants.languages.figures import is_numeral
from variants.languages.folding import fold
from variants.languages.kin import DERIVED, EQUAL, kin_of
from variants.languages.known import language_of
from variants.languages.name_likeness import alike_names
from variants.languages.substitutes import substitutes_of
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.languages.written_out import has_written_out_initials
from variants.types.sense import SenseSort

_INSIDE = frozenset({",", "-", "'", "’"})
"""Marks inside a sentence, after which a capital marks a name."""
_A_LETTER_APART = 0.6
"""Similarity of names that one can be misread for the other: "Yalta", "Talta"."""
_OF_NAMES = "temperature"
"""Dimension whose units are words with a capital: "Celsius"."""
_FAMILY = 4  # Initial letters shared by derived words: "Korea", "Korean".
_SELDOM_NAMES = frozenset("var")  # Parts of speech, the most common one of a word.
_NAMED = frozenset({"person", "place", "object", ""})
"""Topics of words that can be names after a determiner; others are common nouns there."""


def names_of(side: SideOfBead) -> frozenset[int]:
    """Return the indices of the names of a side, which capitals mark inside a sentence.

    Names of states and the like are known at its beginning as well.
    """
    if not side.language.capitals_mark_names or not any(word.islower() for word in side.words):
        return frozenset()
    bodies, tag = side.read(bodies_of), side.language.tag
    return frozenset(
        n
        for n, word in enumerate(side.words)
        if word[0].isupper() and (n in bodies or (_may_be_name(word, tag) and _is_inside(side, n)))
    )


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _may_be_name(word: str, tag: str) -> bool:
    """Return True if a word has a capital and is not a title, date or function word."""
    language, facts = language_of(tag), word_facts(word, tag)
    key = facts.key
    if len(word) == 1 or not word[0].isupper() or key in language.dates:
        return False
    if key in language.function_words or (language.verbs and len(language.verbs.parts(key)) > 1):
        return False
    if any(unit.dimension == _OF_NAMES for unit in language.value_words.units.get(key, ())):
        return False
    common = key in language.common_capitals or facts.lemma in language.common_capitals
    return not common and not is_numeral(word, language.value_words)


def _is_inside(side: SideOfBead, n: int) -> bool:
    """Return True if a word is inside a sentence, where only names have capitals."""
    before = side.words[n - 1] if n else ""
    if before == "," and _may_begin_speech(side.facts[n].key, side.language.tag):
        return n > 1 and side.words[n - 2][0].isupper()  # "Matthew, Mark and Luke".
    return before.isalnum() or before in _INSIDE or side.is_of_title(n - 1)


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _may_begin_speech(key: str, tag: str) -> bool:
    """Return True if a word is seldom a noun, as in "And he said, Behold, the land is good"."""
    kin = kin_of(tag)
    return kin is not None and kin.parts_of_speech(key)[:1] in _SELDOM_NAMES


def first_names_of(side: SideOfBead) -> frozenset[int]:
    """Return the words at the beginning of a sentence that can be names, not common words."""
    kin = kin_of(side.language.tag)
    if kin is None or not side.language.capitals_mark_names:
        return frozenset()
    return frozenset(
        n
        for n, word in enumerate(side.words)
        if word[0].isupper()
        and _may_be_name(word, side.language.tag)
        and not _is_inside(side, n)
        and _is_first_name(side.facts[n].key, side.language.tag)
    )


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _is_first_name(key: str, tag: str) -> bool:
    """Return True if a word without a determiner is a name: unknown, a place or a person.

    The list of substitutes has the common nouns for persons.
    """
    kin, listed, small = kin_of(tag), substitutes_of(tag), small_word_reader(tag)
    if kin is None or (small is not None and small.hints(key)):
        return False
    if not kin.known(key):
        return True
    topic = kin.topic(key) if kin.parts_of_speech(key) == "n" else ""
    if topic == "person":
        return listed is not None and not listed.of(key).is_listed
    return topic == "place" and language_of(tag).lemma(key) == key


def _is_common(side: SideOfBead, n: int) -> bool:
    """Return True if a word follows a determiner and is a noun for no person or place."""
    kin = kin_of(side.language.tag)
    key = side.facts[n].key
    if kin is None or side.language.verbs is None or not kin.known(key):
        return False
    before = fold(side.words[n - 1]) if n else ""
    return before in side.language.verbs.determiners and kin.topic(key) not in _NAMED


class NameChange(NamedTuple):
    """Names of a difference that the other side of the bead has in no form.

    Attributes:
        lost: Indices of the seed's names.
        gained: Indices of the other's names.
        forms: Pairs of names in two forms.
    """

    lost: Indices
    gained: Indices
    forms: tuple[tuple[int, int], ...]


def changed_names(
    contrast: Contrast, is_listed: Callable[[str], bool] = lambda _word: False
) -> NameChange:
    """Return the names that differ.

    Args:
        contrast: The difference.
        is_listed: Returns True for words of names that the edition lists as one.
    """
    seed, other = contrast.seed, contrast.other
    mine = [n for n in contrast.seed_at if n in seed.read(names_of)]
    theirs = [n for n in contrast.other_at if n in other.read(names_of)]
    mine = [n for n in mine if not is_listed(seed.words[n])]
    theirs = [n for n in theirs if not is_listed(other.words[n])]
    forms = tuple(
        (n, m)
        for n in mine
        for m in theirs
        if seed.facts[n].key != other.facts[m].key
        and are_forms(seed.words[n], other.words[m], seed.language.tag)
    )
    if (mine or theirs) and _has_initials(contrast):
        return NameChange((), (), forms)
    lost = tuple(n for n in mine if not _is_named(seed, n, other, theirs))
    gained = tuple(m for m in theirs if not _is_named(other, m, seed, mine))
    if lost and not gained:
        gained = _first_names(contrast.other_at, other, seed)
    elif gained and not lost:
        lost = _first_names(contrast.seed_at, seed, other)
    common = [n for n in lost if _is_common(seed, n)], [m for m in gained if _is_common(other, m)]
    if len(common[0]) == len(lost) and len(common[1]) == len(gained):
        lost, gained = (), ()  # "The Parties", "the Sides".
    return NameChange(lost, gained, forms)


def _has_initials(contrast: Contrast) -> bool:
    """Return True if one side of a difference has the initials of the other's words."""
    mine, theirs = (
        [side.words[n] for n in indices]
        for side, indices in (
            (contrast.seed, contrast.seed_at),
            (contrast.other, contrast.other_at),
        )
    )
    return has_written_out_initials(mine, theirs, contrast.seed.language.tag)


def _first_names(indices: Indices, side: SideOfBead, facing: SideOfBead) -> Indices:
    """Return the names at the beginning of a sentence that the other side has in no form."""
    first = side.read(first_names_of)
    return tuple(n for n in indices if n in first and not _is_named(side, n, facing, ()))


def _is_named(here: SideOfBead, n: int, facing: SideOfBead, names: Sequence[int]) -> bool:
    """Return True if the other side has a word anywhere, or one of its names is a form of it."""
    if n in here.read(bodies_of) and facing.read(bodies_of):
        return is_of_named_body(here, n, facing)  # "States" of "United States", "Nations".
    word = here.words[n]
    key = fold(word)
    if key in facing.keys or key.removesuffix("'s") in facing.keys or _has_initial(facing, word[0]):
        return True
    tag = facing.language.tag
    everywhere = {*names, *facing.read(names_of)}
    return any(_is_related(word, facing.words[m], tag) for m in everywhere)


def _has_initial(side: SideOfBead, letter: str) -> bool:
    """Return True if a side abbreviates a name: "Q."."""
    return any(pair == (letter, ".") for pair in pairwise(side.words))


def _is_related(one: str, other: str, tag: str) -> bool:
    """Return True if two names are forms of one, derived from it, or abbreviate it."""
    if are_forms(one, other, tag):
        return True
    first, second = sorted((fold(one), fold(other)), key=len)
    endings = language_of(tag).name_endings
    is_derived = not endings or first.endswith(endings) or second.endswith(endings)
    if second.startswith(first) or (is_derived and first[:_FAMILY] == second[:_FAMILY]):
        return True
    kin = kin_of(tag)
    relation = kin.relation(first, second) if kin is not None else None
    return relation is not None and relation >= DERIVED


def are_forms(one: str, other: str, tag: str) -> bool:
    """Return True if two names are forms of one, and not two names that sound similar."""
    if not alike_names(one, other):
        return False
    kin = kin_of(tag)
    if kin is None:
        return True
    first, second = fold(one), fold(other)
    both = kin.known(first) and kin.known(second)
    relation = kin.relation(first, second) if both else None
    return relation is None or relation >= EQUAL or not _are_nations(first, second, tag)


def _are_nations(one: str, other: str, tag: str) -> bool:
    """Return True if both words are places or peoples, whose names the index distinguishes."""
    kin = kin_of(tag)
    return kin is not None and all(
        kin.topic(word) == "place" or "a" in kin.parts_of_speech(word) for word in (one, other)
    )


def _faces_name_a_letter_apart(contrast: Contrast, change: NameChange) -> bool:
    """Return True if a name faces one that has another letter, elsewhere in the bead."""
    seed, other = contrast.seed, contrast.other
    return any(
        _has_near_name(side, n, facing, sure=n in names)
        for side, indices, names, facing in (
            (seed, contrast.seed_at, change.lost, other),
            (other, contrast.other_at, change.gained, seed),
        )
        for n in (*names, *_first_names(indices, side, facing))
    )


def _has_near_name(side: SideOfBead, n: int, facing: SideOfBead, *, sure: bool) -> bool:
    """Return True if the other side has a similar name; one of both is certainly a name."""
    word = fold(side.words[n])
    inside = facing.read(names_of)
    first = facing.read(first_names_of) if sure else frozenset[int]()
    return any(
        Levenshtein.normalized_similarity(word, fold(facing.words[m])) >= _A_LETTER_APART
        and not _is_named(facing, m, side, ())
        for m in inside | first
    )


def find_name_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs in the names of a difference."""
    if not hints_of(contrast) & CAPITAL:
        return
    change = changed_names(contrast)
    shown = contrast.seed.text(change.lost), contrast.other.text(change.gained)
    if is_another_name(contrast, change):
        yield Sign("name.other", 1.0, SenseSort.NAME, *shown)
    elif any(only := _only_names_in(contrast)):
        shown = contrast.seed.text(only[0]), contrast.other.text(only[1])
        yield Sign("name.other", 1.0, SenseSort.NAME, *shown)
    elif change.lost or change.gained:
        yield Sign("name.one", 1.0, SenseSort.NAME, *shown)
        if faces_pronoun(contrast, change):
            yield Sign("name.pronoun", 1.0, None, *shown)
    elif change.forms:
        yield Sign("name.form")


def _only_names_in(contrast: Contrast) -> tuple[Indices, Indices]:
    """Return the only names of a bead that differ, if the difference has one of them."""
    mine, theirs = _only_names(contrast.seed, contrast.other)
    is_here = any(n in contrast.seed_range for n in mine)
    is_here |= any(n in contrast.other_range for n in theirs)
    return (mine, theirs) if is_here else ((), ())


@lru_cache(maxsize=RECENT)
def _only_names(seed: SideOfBead, other: SideOfBead) -> tuple[Indices, Indices]:
    """Return the name that only the seed has, and that only the other side has.

    They face each other, wherever they are, if each is the only one; otherwise there are none.
    """
    mine, theirs = _missing_name(seed, other), _missing_name(other, seed)
    kin = kin_of(seed.language.tag)
    if kin is None or not (mine and theirs):
        return (), ()
    first = (
        seed.read(first_names_of).issuperset(mine),
        other.read(first_names_of).issuperset(theirs),
    )
    topics = {kin.topic(seed.keys[mine[-1]]), kin.topic(other.keys[theirs[-1]])} - {""}
    is_one_kind = len(topics) <= 1 and topics <= _NAMED  # Not "Athens", "the Greek capital".
    return (mine, theirs) if is_one_kind and not all(first) else ((), ())


def _missing_name(side: SideOfBead, facing: SideOfBead) -> Indices:
    """Return the words of the only name that the other side has in no form."""
    first = tuple(facing.read(first_names_of))
    missing = tuple(
        n
        for n in sorted(side.read(names_of) | side.read(first_names_of))
        if not _is_named(side, n, facing, first) and not _is_common(side, n)
    )
    is_one = bool(missing) and missing[-1] - missing[0] < len(missing)
    return missing if is_one and not _is_epithet(side, missing) else ()


def _is_epithet(side: SideOfBead, words: Indices) -> bool:
    """Return True if words with capitals are common ones after a determiner: "the Eternal City"."""
    verbs, listed = side.language.verbs, substitutes_of(side.language.tag)
    before = side.keys[words[0] - 1] if words[0] else ""
    is_known = listed is not None and all(listed.of(side.keys[n]).is_listed for n in words)
    return is_known and verbs is not None and before in verbs.determiners


def faces_other_kind(contrast: Contrast, change: NameChange) -> bool:
    """Return True if a name faces nothing but a noun for the person, or a place its people.

    "Achilles" against "the king" are such, and "Assyria" against "the Assyrians".
    """
    sides = (contrast.seed, contrast.seed_content), (contrast.other, contrast.other_content)
    if change.lost and not change.gained:
        return {*sides[0][1]} <= {*change.lost} and _is_for_a_person(*sides[1])
    if change.gained and not change.lost:
        return {*sides[1][1]} <= {*change.gained} and _is_for_a_person(*sides[0])
    return not change.lost and any(
        _is_place_of(side, n, facing, m)
        for (side, mine), (facing, theirs) in (sides, sides[::-1])
        for n in mine
        for m in theirs
    )


def _is_for_a_person(side: SideOfBead, words: Indices) -> bool:
    """Return True if content words are one noun for a person, after a determiner."""
    kin, verbs = kin_of(side.language.tag), side.language.verbs
    if kin is None or verbs is None or len(words) != 1:
        return False
    (at,) = words
    word, before = side.words[at], side.words[at - 1 : at]
    return (
        word.islower()
        and kin.topic(side.facts[at].lemma) == "person"
        and bool(before)
        and fold(before[0]) in verbs.determiners
    )


def _is_place_of(side: SideOfBead, n: int, facing: SideOfBead, m: int) -> bool:
    """Return True if a name is a place, and the facing one the plural of its people."""
    kin = kin_of(side.language.tag)
    if kin is None or n not in side.read(names_of) or m not in facing.read(names_of):
        return False
    place, people = side.facts[n].key, facing.facts[m]
    return (
        kin.topic(place) == "place"
        and people.lemma != people.key
        and kin.topic(people.lemma) == "person"
        and people.key[:_FAMILY] == place[:_FAMILY]
    )


def is_another_name(contrast: Contrast, change: NameChange) -> bool:
    """Return True if both sides have names that the other has in no form."""
    return bool(change.lost and change.gained) or _faces_name_a_letter_apart(contrast, change)


def faces_pronoun(contrast: Contrast, change: NameChange) -> bool:
    """Return True if a name faces nothing but pronouns and other small words."""
    side, facing = contrast.other, contrast.other_rest
    if not change.lost:
        side, facing = contrast.seed, contrast.seed_rest
    roles = side.language.roles
    pronouns = {*roles.cases, *roles.cases.values()} if roles else set()
    return (
        bool(change.lost) != bool(change.gained)
        and any(side.facts[n].key in pronouns for n in facing)
        and not any(side.facts[n].is_content for n in facing)
    )
