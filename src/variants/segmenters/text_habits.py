"""Abbreviations and labels of speakers that a text has of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp, log

from variants.languages import language_of
from variants.languages.language import Language
from variants.segmenters.punctuation import CLOSING, OPENING, TERMINAL

_STOP = re.compile(rf"\.(?=\s+[{OPENING}]*(\S+))")
_SHORT_WORD = re.compile(r"(?:\A|[^\w.’'-])([^\W\d_]{2,6})\Z")  # Longer ones need much evidence.
_OWN_WORD = re.compile(r"(?:\A|[\W_])([^\W\d_]+)\Z")
_OPENS = re.compile(rf"(?:\A|\n|[{TERMINAL}][{CLOSING}]*\s+)[{OPENING}]*\Z")
NAME = r"[^\W\d_](?:['’-]?[^\W\d_])+"
_LABEL = re.compile(rf"(?:\A|\n|[{TERMINAL}][{CLOSING}]*\s+)((?:{NAME}\s){{0,2}}{NAME})\Z")
_LINE_HEAD = re.compile(r"(?:\A|\n)(?:[^\W\d_]{2,5}\.\s)?\Z")  # Perhaps with "Mr.".
_LINE_LABEL = re.compile(rf"^({NAME}(?:\s{NAME})?)\.[^\S\n]+[{OPENING}]*[^\W_]", re.MULTILINE)
_LINE = re.compile(r"^.*\w", re.MULTILINE)
_ANSWERS = frozenset(
    {"ja", "nein", "nie", "no", "non", "oui", "si", "sí", "tak", "yes", "да", "нет"}
)
_SPEECH = re.compile(r"(\w+)(?:\W+(\w+))?")
_ROMAN = re.compile(r"[IVXLCDM]+")
_LOOK_BACK, _SHORT, _LONGEST = 12, 8, 60  # Characters to look back.
_SURE = 0.3  # The threshold of Kiss and Strunk (2006).
_ABBREVIATED = 0.99  # Their share of full stops behind an abbreviation.
_TWICE = 2
_LEAST = 3
_NOT_LONG = 4
_MANY = 0.5  # Share of the lines from which words at their heads are labels.


@dataclass(frozen=True, slots=True)
class TextHabits:
    """Abbreviations and labels of one text.

    Attributes:
        abbreviations: Words whose full stop ends no sentence in this text.
        labels: Labels of speakers in capitals ("HART"), which begin a speech.
        line_labels: Labels of speakers that are names ("Hart") at the heads of lines.
    """

    abbreviations: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    line_labels: frozenset[str] = frozenset()


def learn_habits(language: str, text: str) -> TextHabits:
    """Return a text's own abbreviations and labels.

    Examples:
        >>> words = "we looked into every old paper of the house"
        >>> text = f"HART. First {words} in Fnd. 12 and Fnd. 3. HART. Then {words} in Fnd. 4 too."
        >>> habits = learn_habits("en", text)
        >>> sorted(habits.abbreviations), sorted(habits.labels)
        (['Fnd'], ['HART'])
    """
    stops = list(_STOP.finditer(text))
    labels = _find_labels(text, stops)
    known = language_of(language)
    line_labels = _find_line_labels(known, text)
    abbreviations = _find_abbreviations(known, text, stops) - labels - line_labels
    return TextHabits(abbreviations, labels, line_labels)


def ends_in_habit(habits: TextHabits, text: str, stop: int) -> bool:
    """Return True if the full stop at ``stop`` is behind an abbreviation or label of the text.

    A label is at the head of a line or behind the end of a sentence; elsewhere it is a word.

    Examples:
        >>> habits = TextHabits(labels=frozenset({"HART"}))
        >>> text = "HART. I met HART. He left."
        >>> ends_in_habit(habits, text, 4), ends_in_habit(habits, text, 16)
        (True, False)
    """
    if habits.abbreviations:
        word = _OWN_WORD.search(text[max(0, stop - _SHORT) : stop])
        if word is not None and word[1] in habits.abbreviations:
            return True
    if not (habits.labels or habits.line_labels):
        return False
    near = text[max(0, stop - _LONGEST) : stop]
    label = _LABEL.search(near)
    if label is not None and label[1] in habits.labels:
        return True
    return near.rpartition("\n")[2] in habits.line_labels


def _find_labels(text: str, stops: Sequence[re.Match[str]]) -> frozenset[str]:
    """Return the words in capitals that return before a speech that is not in capitals.

    If there are such words, or if many lines begin with one, those at the head of a line need not
    return.
    """
    counts: Counter[str] = Counter()
    at_head: Counter[str] = Counter()
    for stop in stops:
        at = stop.start()
        if not text[max(0, at - 2) : at].isupper():
            continue
        label = _LABEL.search(text[max(0, at - _LONGEST) : at])
        if label is not None and label[1].isupper() and not _ROMAN.fullmatch(label[1]):
            counts[label[1]] += _is_speech(text, stop.start(1))
            start = at - len(label[1])
            if _LINE_HEAD.search(text[max(0, start - _LOOK_BACK) : start]):
                at_head[label[1]] += 1
    found = {label for label, count in counts.items() if count >= _TWICE}
    if found or _begin_many_lines(at_head, text):
        found.update(label for label in at_head if counts[label])
    return frozenset(found)


def _begin_many_lines(labels: Counter[str], text: str) -> bool:
    """Return True if several labels begin so many lines that the text must be a dialogue."""
    lines = len(_LINE.findall(text))
    return len(labels) >= _TWICE and labels.total() >= max(_LEAST, _MANY * lines)


def _find_line_labels(language: Language, text: str) -> frozenset[str]:
    """Return the names with a full stop that begin many lines, one of them several times.

    That one must have a word that the language does not know, unlike "Adopted." and "Monday.".
    """
    if language.index is None:
        return frozenset()
    counts = Counter(found[1] for found in _LINE_LABEL.finditer(text) if found[1][0].isupper())
    no_names = language.openers | language.function_words | _ANSWERS
    names = Counter(
        {
            name: count
            for name, count in counts.items()
            if not name.isupper() and name.lower() not in no_names
        }
    )
    number_of = language.index().number_of
    returns = any(
        count >= _TWICE and any(number_of(word) is None for word in name.lower().split())
        for name, count in names.items()
    )
    return frozenset(names) if returns and _begin_many_lines(names, text) else frozenset()


def _is_speech(text: str, start: int) -> bool:
    """Return True if the words at ``start`` are not all in capitals."""
    found = _SPEECH.match(text, start)
    if found is None:
        return False
    first, second = found[1], found[2] or "A"
    return len(first) == 1 or not (first.isupper() and second.isupper())


def _find_abbreviations(
    language: Language, text: str, stops: Sequence[re.Match[str]]
) -> frozenset[str]:
    """Return words that are abbreviations by Kiss and Strunk's measure.

    A short text has few words, so the measure alone would take a short word that ends two
    sentences for one. Therefore at least one full stop must be inside a sentence or two must follow
    a first word, and the word must not be known to the language.
    """
    dotted: Counter[str] = Counter()
    figures: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    ending = set()
    openers = language.openers | language.function_words
    for stop in stops:
        at, after = stop.start(), stop[1][0]
        short = _SHORT_WORD.search(text[max(0, at - _SHORT) : at])
        if short is None:
            continue
        word = short[1]
        dotted[word] += 1
        if stop[1].strip(CLOSING + TERMINAL + ",").lower() in openers:
            ending.add(word)
        if after.islower() or after in ",;":
            inside[word] += 2
        elif _OPENS.search(text[max(0, at - len(word) - _LOOK_BACK) : at - len(word)]):
            inside[word] += 1
        elif after.isdecimal():
            figures[word] += 1
    candidates = {
        word
        for word, count in dotted.items()
        if count >= _TWICE
        and inside[word] + figures[word] >= _TWICE
        and not _is_word(language, word)
    }
    if not candidates:
        return frozenset()
    share = len(stops) / max(len(stops) + 1, len(text.split()))
    bare = _count_bare(candidates, text)
    # Where an index shows that a word is none of the language, several stops are enough. A figure
    # may also begin the next sentence.
    sure = {
        word
        for word in candidates
        if language.index
        and dotted[word] >= _LEAST
        and len(word) <= _NOT_LONG
        and inside[word] >= _TWICE
        and word not in ending
    }
    return frozenset(
        word
        for word in candidates
        if (word in sure and not bare[word])
        or _likelihood(dotted[word], bare[word], share) * exp(-len(word)) * len(word) ** -bare[word]
        >= _SURE
    )


def _count_bare(words: Iterable[str], text: str) -> Counter[str]:
    """Return the number of times that each word occurs without a full stop."""
    pattern = re.compile(rf"(?<![^\W_])({'|'.join(map(re.escape, sorted(words)))})(?![^\W_]|\.)")
    return Counter(found[1] for found in pattern.finditer(text))


def _is_word(language: Language, word: str) -> bool:
    """Return True if a word is known to its language; only some have an index of words."""
    folded = word.lower()
    if folded in language.openers or folded in language.function_words:
        return True
    if word in language.ending_abbreviations or word in language.counted_abbreviations:
        return True  # Their full stop may end a sentence, as often as they occur.
    return language.index is not None and language.index().number_of(folded) is not None


def _likelihood(dotted: int, bare: int, share: float) -> float:
    """Return the logarithm of a ratio: an abbreviation, against stops by chance."""
    chance = dotted * log(share) + bare * log(max(1e-9, 1 - share))
    abbreviated = dotted * log(_ABBREVIATED) + bare * log(1 - _ABBREVIATED)
    return 2 * (abbreviated - chance)
