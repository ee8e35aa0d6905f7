"""Abbreviations and labels of speakers that a text has of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import exp, log

from variants.languages import language_of
from variants.languages.language import Language
from variants.segmenters.punctuation import CLOSING, OPENING, TERMINAL

_DOTTED = re.compile(r"(?<![\w.’'-])([^\W\d_]{2,6})\.(?=\s+(\S))")
_TOKEN = re.compile(r"[^\W\d_]+\.?")
_OPENS = re.compile(rf"(?:\A|\n|[{TERMINAL}][{CLOSING}]*\s+)[{OPENING}]*\Z")
_LABEL = re.compile(
    rf"(?:\A|(?<=\n)|(?<=[{TERMINAL}{CLOSING}]\s))((?:[^\W\d_]{{2,}}\s){{0,2}}[^\W\d_]{{2,}})\."
    rf"(?=\s+[{OPENING}]*(\w+)(?:\W+(\w+))?)"
)
_ROMAN = re.compile(r"[IVXLCDM]+")
_LOOK_BACK = 12
_SURE = 0.3  # The threshold of Kiss and Strunk (2006).
_ABBREVIATED = 0.99  # Their share of full stops behind an abbreviation.
_TWICE = 2


@dataclass(frozen=True, slots=True)
class TextHabits:
    """Abbreviations and labels of one text.

    Attributes:
        abbreviations: Words whose full stop ends no sentence in this text.
        labels: Labels of speakers in capitals ("HART"), which begin a speech.
    """

    abbreviations: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()


def learn_habits(language: str, text: str) -> TextHabits:
    """Return a text's own abbreviations and labels.

    Examples:
        >>> words = "we looked into every old paper of the house"
        >>> text = f"HART. First {words} in Fnd. 12 and Fnd. 3. HART. Then {words} in Fnd. 4 too."
        >>> habits = learn_habits("en", text)
        >>> sorted(habits.abbreviations), sorted(habits.labels)
        (['Fnd'], ['HART'])
    """
    known = language_of(language)
    labels = _find_labels(text)
    return TextHabits(frozenset(_find_abbreviations(known, text) - labels), labels)


def _find_labels(text: str) -> frozenset[str]:
    """Return the words in capitals that return before a speech that is not in capitals."""
    counts = Counter(
        found[1]
        for found in _LABEL.finditer(text)
        if found[1].isupper()
        and not _ROMAN.fullmatch(found[1])
        and not (found[2].isupper() and (found[3] or "A").isupper() and len(found[2]) > 1)
    )
    return frozenset(label for label, count in counts.items() if count >= _TWICE)


def _find_abbreviations(language: Language, text: str) -> set[str]:
    """Return words that are abbreviations by Kiss and Strunk's measure.

    A short text has few words, so the measure alone would take a short word that ends two
    sentences for one. Therefore at least one full stop must be inside a sentence or two must follow
    a first word, and the word must not be known to the language.
    """
    dotted: Counter[str] = Counter()
    evidence: Counter[str] = Counter()
    for found in _DOTTED.finditer(text):
        word, after = found[1], found[2]
        dotted[word] += 1
        if after.islower() or after.isdigit() or after in ",;":
            evidence[word] += 2
        elif _OPENS.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]):
            evidence[word] += 1
    candidates = {
        word
        for word, count in dotted.items()
        if count >= _TWICE and evidence[word] >= _TWICE and not _is_word(language, word)
    }
    if not candidates:
        return set()
    tokens = Counter(_TOKEN.findall(text))
    stops = sum(count for token, count in tokens.items() if token.endswith("."))
    share = stops / sum(tokens.values())
    return {
        word
        for word in candidates
        if _likelihood(tokens[f"{word}."], tokens[word], share)
        * exp(-len(word))
        * len(word) ** -tokens[word]
        >= _SURE
    }


def _is_word(language: Language, word: str) -> bool:
    """Return True if a word is known to its language; only some have an index of words."""
    folded = word.lower()
    if folded in language.openers or folded in language.function_words:
        return True
    return language.index is not None and language.index().number_of(folded) is not None


def _likelihood(dotted: int, bare: int, share: float) -> float:
    """Return the logarithm of a ratio: an abbreviation, against stops by chance."""
    chance = dotted * log(share) + bare * log(max(1e-9, 1 - share))
    abbreviated = dotted * log(_ABBREVIATED) + bare * log(1 - _ABBREVIATED)
    return 2 * (abbreviated - chance)
