"""Full stops that end no sentence, although sentencex 1.0.32 offers them.

They were found by testing it on the titles and references of documentary editions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from variants.languages import language_of
from variants.languages.language import Language
from variants.segmenters.punctuation import DASHES

_INITIAL = re.compile(r"(?:\A|[^\w.°])(?:[^\W\d_]\.-)?([^\W\d_])\.\Z")
_WORD = re.compile(r"(?:\A|[^\w.])((?:[^\W\d_]\.)?\w+)\.\Z")
_ORDINAL = re.compile(r"(?:\A|[^\w.,:–-])(\w+\.?)?\s*(?<![\w.])\d{1,3}\.\Z")
ITEM = re.compile(r"(?::\s+\(?(?:1|[Ii]|[Aa])|;\s+\(?(?:\d{1,2}|[ivx]+|[IVX]+))\.\Z")
NUMBER = re.compile(
    r"\d|№|N[or]\.\s?\d|nr\b|(?:[VXLC][IVXLC]*|I[IVXLC]+|I(?=[.,;)]))(?!\w)|[B-H](?!\w)|A(?=[.,;)])"
)
_UNITS = frozenset({
    "cm", "hp", "kg", "km", "kph", "kv", "kw", "mg", "ml", "mld", "mln", "mm", "mph", "mrd", "rpm",
    "кг", "км", "мг", "млн", "млрд", "мм", "тн", "трлн", "хв",
})  # fmt: skip
"""Units and scales of all languages without vowels, behind which a sentence may end."""
# Not "Hmm", "psst" and "κτλ", behind which a sentence ends.
_CONSONANTS = re.compile(
    r"(?!(?:hm|mv|ng|pst|sh|tsk|vb|vs|krk|хм|κλπ|κτλ)\b)(?!\w*(\w)\1)"
    r"(?:[b-df-hj-np-tv-xz]{2,5}|[бвгджзйклмнпрстфхцчшщ]{2,5}|[βγδζθκλμνξπρσςτφχψ]{2,5})",
    re.IGNORECASE,
)
_SYLLABIC = frozenset({"bs", "cs", "cy", "hr", "mk", "sk", "sl", "sr"})
"""Languages with words without vowels."""
_LONGER = 9  # A full stop behind a word that is longer than all abbreviations.
_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])["״”](?=[\u05d0-\u05ea])')
_FIRST_WORD = re.compile(r"[^\W_]{2,}|[^\W_](?!\.)")


def ends_in_abbreviation(language: str, before: str, after: str) -> bool:
    """Return True if the full stop at the end of ``before`` is part of an abbreviation.

    Examples:
        >>> ends_in_abbreviation("fr", "chez M.", "D."), ends_in_abbreviation("en", "in Vol.", "3")
        (True, True)
        >>> ends_in_abbreviation("en", "at five.", "H")
        False
    """
    if before[-_LONGER:-1].isalpha() and len(before) >= _LONGER:
        return False
    known = language_of(language)
    if not before.isascii():
        before = _without_marks(before)
    if ITEM.search(before):
        return True
    following = first_word(after)
    initial = _INITIAL.search(before)
    if initial is not None and _is_initial(initial[1]) and after[:1] not in DASHES:
        return following not in known.openers
    if _is_ordinal(known, before, after) or _goes_on(known, before, after):
        return True
    return _is_abbreviation(known, before, after, following)


def _is_abbreviation(language: Language, before: str, after: str, following: str) -> bool:
    """Return True if ``before`` ends in an abbreviation that the language knows."""
    word = _WORD.search(before)
    if word is None:
        return False
    if not {word[1], _capitalized(word[1])}.isdisjoint(language.abbreviations):
        return True
    if _lacks_vowels(language, word[1], before) and following not in language.openers:
        return True
    numbered = {word[1], word[1].lower()} & language.numbered_abbreviations
    return bool(numbered) and (NUMBER.match(after) is not None or following in language.dates)


def _lacks_vowels(language: Language, word: str, before: str) -> bool:
    """Return True if a word has no vowels ("Pvt", "blz", "стр"), unless it is a unit."""
    return (
        language.tag not in _SYLLABIC
        and word[1:].islower()
        and word not in _UNITS
        and word not in language.value_words.units
        and _CONSONANTS.fullmatch(word) is not None
        and not before[: -len(word) - 1].rstrip()[-1:].isdecimal()
    )


def _without_marks(text: str) -> str:
    """Return a text without points, accents and Hebrew marks of abbreviations.

    Behind such a mark, a letter would look like an initial.
    """
    composed = _GERSHAYIM.sub("", unicodedata.normalize("NFC", text))
    return "".join(c for c in composed if not unicodedata.combining(c))


def first_word(text: str) -> str:
    """Return the first word of a text, in small letters; empty if it is an initial or none."""
    found = _FIRST_WORD.match(text)
    return "" if found is None else found[0].lower()


def _is_initial(letter: str) -> bool:
    """Return True if a letter is a capital, or of an alphabet without capitals."""
    return letter.isupper() or (
        unicodedata.category(letter) == "Lo" and unicodedata.bidirectional(letter) in ("R", "AL")
    )


def _capitalized(word: str) -> str:
    """Return a word in capitals with only its first capital; others unchanged."""
    return word.capitalize() if word.isupper() else word


def _goes_on(language: Language, before: str, after: str) -> bool:
    """Return True if a full stop is between two things that the language never separates."""
    return any(
        one.search(before) and other.match(after) for one, other in _unbroken(language.unbroken)
    )


@cache
def _unbroken(
    patterns: tuple[tuple[str, str], ...],
) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the compiled patterns; the first ones match at the end only."""
    return tuple((re.compile(rf"{one}\Z"), re.compile(other)) for one, other in patterns)


def _is_ordinal(language: Language, before: str, after: str) -> bool:
    """Return True if ``before`` ends in an ordinal with a full stop, as in German."""
    if not language.ordinals_have_stops or not after[:1].isupper():
        return False
    found = _ORDINAL.search(before)
    if found is None or first_word(after) in language.openers:
        return False
    counted = (found[1] or "").removesuffix(".")
    return (
        counted not in language.numbered_nouns
        and counted.lower() not in language.numbered_abbreviations
    )


def ends_in_own_abbreviation(own: Iterable[str], text: str, end: int) -> bool:
    """Return True if the word before the full stop at ``end`` is in ``own``.

    The words in ``own`` may have a full stop or not.

    Examples:
        >>> text = "See Sov. Dok. It is there."
        >>> ends_in_own_abbreviation(["Dok."], text, 13), ends_in_own_abbreviation(["ok"], text, 13)
        (True, False)
    """
    for word in own:
        dotted = f"{word.removesuffix('.')}."
        start = end - len(dotted)
        if text.endswith(dotted, 0, end) and not text[max(0, start - 1) : max(0, start)].isalnum():
            return True
    return False
