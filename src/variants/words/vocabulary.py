"""Words as numbers, and what is known of each word: once a text, not once a pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variants.languages import Language, name_forms, numbers_in
from variants.types.words import TokenKind
from variants.words.tokenize import kind_of

Numbers = npt.NDArray[np.int32]

KINDS = tuple(TokenKind)
_PREFIX = 4  # Letters; a shorter beginning in common is chance.
_BITS = 32


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of each word, in arrays: word ``k`` has the number ``k``.

    The last row of each array is no word; it fills up sentences that are shorter than others.

    Attributes:
        words: The keys.
        kind: Place in ``KINDS``.
        same: Equal for words of sense that are one word in two spellings.
        stem: Equal for words of one stem.
        length: Letters.
        letters: A bit for each letter that occurs, letters 32 apart sharing one.
        beginning: Equal for words that share their first letters.
        value: Equal for numbers of one value.
        hyphened: Whether a hyphen parts it.
        named: Whether a name in another form is among the words.
        names: Pairs of such forms, both ways round.
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
    """Gives each new thing the next number."""

    def __missing__(self, thing: object) -> int:
        self[thing] = number = len(self)
        return number


def number_words(texts: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], list[list[int]]]:
    """All different words, in the order of their first use, and each text by their numbers."""
    numbering = _Numbering()
    number = numbering.__getitem__
    numbered = [list(map(number, words)) for words in texts]
    return tuple(map(str, numbering)), numbered


def look_up(words: tuple[str, ...], language: Language) -> Vocabulary:
    """What is known of each of these keys."""
    kinds = [kind_of(word, language.function_words) for word in words]
    sense = [kind is TokenKind.CONTENT for kind in kinds]
    names = _names(words, sense) if language.knows_names else frozenset()
    named = np.zeros(len(words) + 1, dtype=np.bool_)
    named[[one for one, _ in names]] = True
    return Vocabulary(
        words,
        _row([KINDS.index(kind) for kind in kinds]),
        _alike(_spelling(*pair, language) for pair in zip(words, sense, strict=True)),
        _alike(map(language.stem, words)),
        _row([len(word) for word in words]),
        np.array([*map(_letters, words), 0], dtype=np.uint32),
        _alike(word[:_PREFIX] if len(word) >= _PREFIX else (word,) for word in words),
        _alike(
            tuple(sorted(numbers_in([word]).elements())) if kind is TokenKind.NUMBER else word
            for word, kind in zip(words, kinds, strict=True)
        ),
        np.array([*("-" in word for word in words), False]),
        named,
        names,
    )


def _row(values: Sequence[int]) -> Numbers:
    return np.array([*values, 0], dtype=np.int32)


def _alike(things: Iterable[object]) -> Numbers:
    """A number each, the same for equal things."""
    numbering = _Numbering()
    return _row([numbering[thing] for thing in things])


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


def _names(words: Sequence[str], sense: Sequence[bool]) -> frozenset[tuple[int, int]]:
    """Pairs of numbers of words that may be one name in two forms."""
    forms = [
        name_forms(word) if is_sense else () for word, is_sense in zip(words, sense, strict=True)
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
