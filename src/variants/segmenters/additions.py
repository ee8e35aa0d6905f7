"""Ends of sentences that sentencex does not offer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variants.languages import fold, language_of
from variants.languages.language import Language
from variants.segmenters.abbreviations import ITEM, NUMBER
from variants.segmenters.furniture.page_marks import value_of
from variants.segmenters.punctuation import DASHES, FULL_WIDTH, TERMINAL
from variants.segmenters.text_habits import NAME, TextHabits

# These begin with the mark, since a search for a fixed character is fast.
_STOP = re.compile(rf"\.(?=\s+([{DASHES}]\s*)?([^\W_]+)(\.?))")
_GLUED = re.compile(r"[.!?](?=([^\W\d_]{2,})[\s,;:!?'’”\"])")
# sentencex overlooks the end of a sentence before a figure; none ends inside brackets.
_BEFORE_FIGURE = re.compile(rf"(?<!\d)[{FULL_WIDTH}](?=\d)(?![^（(]{{0,200}}[）)])")
_LABEL = re.compile(rf"(?<=[{TERMINAL}])\s+((?:{NAME}\s){{0,2}}{NAME})\.(?=\s)")
_SHORT_WORD = re.compile(r"(?:\A|[\W_])([^\W\d_]{1,5})\Z")  # No abbreviation is longer.
_WORD_BEFORE = re.compile(r"(?:\A|[^\w./@-])([^\W\d_]{3,})\Z")
_RUNS = tuple(
    (
        re.compile(rf"(?:\A|[:;.!?]\s+)\(?{first}\.(?=\s+\S)"),
        re.compile(rf"(?<=[{TERMINAL}])\s+\(?({number})\.(?=\s+\S)"),
    )
    for first, number in (("1", r"\d{1,2}"), ("i", "[ivx]{1,5}"))
)  # The first item and the next ones of a list in the run.
_DEGREES = re.compile(r"(?:deg\.|°)\s?\Z")
_ROMAN = re.compile(r"[IVXLC]+")
_COUNTED = re.compile(r"\d\s*\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+\Z")
_SENTENCE = re.compile(r"(?:\A|[.!?…]\s+)(?=[^\W_a-z])")
_WORDS = re.compile(r"[^\W_]+")
_LOOK_BACK = 100
_SHORT, _LONGEST = 6, 30  # Characters to look back for a word.
_DATE_ALONE = 3  # Words of "In 1934 г.", which opens a sentence.


def find_added_ends(language: str, habits: TextHabits, masked: str) -> Iterator[int]:
    """Yield offsets behind marks that end a sentence, in no order.

    Args:
        language: ISO 639 code.
        habits: Labels of the text.
        masked: A text returned by ``mask``.
    """
    known = language_of(language)
    for found in _STOP.finditer(masked):
        if found[2][0].isupper() and _ends(known, masked, found):
            yield found.end()
    for found in _GLUED.finditer(masked):
        word = _WORD_BEFORE.search(masked[max(0, found.start() - _LONGEST) : found.start()])
        if word is not None and _is_glued(known, word[1], found[1]):
            yield found.end()
    for found in _BEFORE_FIGURE.finditer(masked):
        yield found.end()
    yield from _before_items(masked)
    for found in _LABEL.finditer(masked) if habits.labels else ():
        if found[1] in habits.labels:
            yield found.start()


def _ends(language: Language, masked: str, found: re.Match[str]) -> bool:
    """Return True if the full stop of a match surely ends a sentence before the next word."""
    near = max(0, found.start() - _SHORT)
    last = _SHORT_WORD.search(masked[near : found.start()])
    if last is None or ITEM.search(masked[near : found.end()]):
        return False
    word, next_word = last[1], found[2].lower()
    start = found.start() - len(word)
    before = masked[max(0, start - _LOOK_BACK) : start]
    opener = next_word in language.openers and (len(next_word) > 1 or not found[3])
    if word in language.everyday_words and not _is_numbered(language, masked, word, found):
        return True
    if opener and (_ROMAN.fullmatch(word) or (word.lower() in language.dates and len(word) > 1)):
        return True
    if len(word) == 1 and _ends_after_letter(word, before, dash=bool(found[1]), opener=opener):
        return True
    if word in language.counted_abbreviations and _is_counted(language, before):
        return opener or _words_so_far(before) >= _DATE_ALONE
    initials = word.isupper() and len(word) == len(next_word) == 1 and bool(found[3])
    phrases = () if initials else language.ending_abbreviations
    return any(_has_phrase(f"{before}{word}", phrase) for phrase in phrases)


def _is_numbered(language: Language, masked: str, word: str, stop: re.Match[str]) -> bool:
    """Return True if a word abbreviates what the letter or numeral behind it counts ("fig. B")."""
    return (
        word.lower() in language.numbered_abbreviations
        and NUMBER.match(masked, stop.start(2)) is not None
    )


def _ends_after_letter(letter: str, before: str, *, dash: bool, opener: bool) -> bool:
    """Return True if a letter with a full stop is not an initial ("°C", "App. B", "deg. N")."""
    if dash or before.endswith("°") or (opener and letter.isupper()):
        return True
    return _DEGREES.search(before) is not None


def _has_phrase(text: str, phrase: str) -> bool:
    """Return True if a text ends with the words of a phrase."""
    if not text.endswith(phrase[-1]):
        return False
    return re.search(rf"(?<!\w){re.escape(phrase)}\Z".replace(r"\ ", r"\s*"), text) is not None


def _is_counted(language: Language, before: str) -> bool:
    """Return True if a text ends in a number or a month ("20 maja br.")."""
    if _COUNTED.search(before):
        return True
    last = _LAST_WORD.search(before)
    return last is not None and fold(last[1]) in language.value_words.months


def _words_so_far(before: str) -> int:
    """Return the number of words since the last full stop that may end a sentence."""
    start = max((found.end() for found in _SENTENCE.finditer(before)), default=0)
    return len(_WORDS.findall(before, start))


def _is_glued(language: Language, word: str, following: str) -> bool:
    """Return True if two words are "came" and "She" of "came.She".

    The second must be a small word, since "pathlib.Path" is a name.
    """
    if not word.islower() or not following[0].isupper() or not following[1:].islower():
        return False
    small = following.lower()
    return small in language.openers or small in language.function_words


def _before_items(masked: str) -> Iterator[int]:
    """Yield the ends of sentences before the numbers 2, 3 … of a run that begins with 1."""
    for first, item in _RUNS:
        begun = first.search(masked)
        due = 2
        for found in item.finditer(masked, begun.end()) if begun is not None else ():
            if value_of(found[1]) == due:
                due += 1
                yield found.start()
