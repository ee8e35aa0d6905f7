"""Words as numbers, with the properties of each: computed once per text, not once per pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.languages import Language, name_forms
from variants.languages.value_reader import value_key
from variants.types.words import TokenKind
from variants.words.tokenize import kind_of

Numbers = npt.NDArray[np.int32]

KINDS = tuple(TokenKind)
_PREFIX = 4  # Letters; a shorter common beginning is chance.
_BITS = 32


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Properties of words, in arrays: word ``k`` has the number ``k``.

    Arrays have the shape (words + 1,). The last row is not a word; it pads shorter sentences.

    Attributes:
        words: The keys.
        kind: Index in ``KINDS``.
        same: Equal for spellings of one content word.
        stem: Equal for words with the same stem.
        length: Number of letters.
        letters: Bit mask of the letters that occur; letters 32 code points from each other share
            a bit.
        beginning: Equal for words with the same first letters.
        value: Equal for numbers of the same value.
        hyphened: True if the word has a hyphen.
        named: True if another form of the same name is among the words.
        names: Pairs of forms of one name, in both directions.
    """

    words: tuple[str, ...]
    kind: Numbers
    same: Numbers
    stem: Numbers
    length: Numbers
    letters: npt.NDArray[np.uint32]
    beginning: Numbers
    value: Numbers
    hyphened: npt.NDArray[np.bool_]
    named: npt.NDArray[np.bool_]
    names: frozenset[tuple[int, int]]


class _Numbering(dict[object, int]):
    """Numbers of values, in the order of their first lookup."""

    def __missing__(self, value: object) -> int:
        self[value] = number = len(self)
        return number


def number_words(texts: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], list[list[int]]]:
    """Return the distinct words in the order of their first use, and each text as their numbers."""
    numbering = _Numbering()
    number = numbering.__getitem__
    numbered = [list(map(number, words)) for words in texts]
    return tuple(map(str, numbering)), numbered


def build_vocabulary(words: tuple[str, ...], language: Language) -> Vocabulary:
    """Return the properties of words in a language; the words are folded and distinct."""
    kinds = [kind_of(word, language.function_words) for word in words]
    is_content = [kind is TokenKind.CONTENT for kind in kinds]
    names = _names(words, is_content) if language.knows_names else frozenset()
    named = np.zeros(len(words) + 1, dtype=np.bool_)
    named[[one for one, _ in names]] = True
    return Vocabulary(
        words,
        _row([KINDS.index(kind) for kind in kinds]),
        _group_numbers(_spelling(*pair, language) for pair in zip(words, is_content, strict=True)),
        _group_numbers(map(language.stem, words)),
        _row([len(word) for word in words]),
        np.array([*map(_letters, words), 0], dtype=np.uint32),
        _group_numbers(word[:_PREFIX] if len(word) >= _PREFIX else (word,) for word in words),
        _group_numbers(
            value_key(word, language) if kind is TokenKind.NUMBER else word
            for word, kind in zip(words, kinds, strict=True)
        ),
        np.array([*("-" in word for word in words), False]),
        named,
        names,
    )


def _row(values: Sequence[int]) -> Numbers:
    return np.array([*values, 0], dtype=np.int32)


def _group_numbers(values: Iterable[object]) -> Numbers:
    """Return a number for each value, the same for equal values."""
    numbering = _Numbering()
    return _row([numbering[value] for value in values])


def _letters(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % _BITS)
    return bits


def _spelling(word: str, is_content: bool, language: Language) -> tuple[str, ...]:  # noqa: FBT001 - of one word
    """Return a key that is equal for spellings of one content word, and for no other words."""
    if not is_content:
        return (word,)
    spelling = language.spelling(word)
    return "", "".join(name_forms(spelling)[:1]) if language.knows_names else spelling


def _names(words: Sequence[str], is_content: Sequence[bool]) -> frozenset[tuple[int, int]]:
    """Return pairs of numbers of words that may be forms of one name."""
    forms = [
        name_forms(word) if chosen else () for word, chosen in zip(words, is_content, strict=True)
    ]
    place: dict[str, list[int]] = {}
    for number, (letters, *_) in ((n, form) for n, form in enumerate(forms) if form):
        place.setdefault(letters, []).append(number)
    pairs = {
        (number, mate)
        for number, form in enumerate(forms)
        for other in form[1:]
        for mate in place.get(other, ())
    }
    return frozenset(pairs | {(mate, number) for number, mate in pairs})
