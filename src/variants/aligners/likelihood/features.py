"""What sentences are compared by: the beginnings of their words."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

import numpy as np

from variants.aligners.likelihood.arrays import Ints
from variants.aligners.likelihood.divisions import Marks
from variants.aligners.likelihood.sides import Side, make_side

_LETTERS = 4
"""Letters of a word that count: enough to tell words apart, few enough to join their forms.

Five do as well in English; whole words lose a sixth between related languages.
"""

# Python's \w leaves out the vowel signs and points that are written on letters.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
)
_WORD = re.compile(rf"[\w{_MARKS}]+")
_PLAIN_WORD = re.compile(r"\w+")

# Scripts that do not part words: Chinese characters say by themselves about as much as a word,
# kana and the letters of South-East Asia only two by two.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYLLABLES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
_PIECE = re.compile(rf"[{_HAN}]|[{_SYLLABLES}]+|[^{_HAN}{_SYLLABLES}]+")


def encode(
    seed: Sequence[str], other: Sequence[str], marks: Marks | None = None
) -> tuple[Side, Side]:
    """Both texts as arrays over one vocabulary of features; ``marks`` where they have divisions."""
    vocabulary = _Vocabulary()
    words = [_words(sentences, vocabulary) for sentences in (seed, other)]
    size = max(1, vocabulary.size)
    characters = [np.array([len(s) for s in sentences], np.float64) for sentences in (seed, other)]
    begun = marks or ([0] * len(seed), [0] * len(other))
    first, second = (np.array(each, np.int64) for each in begun)
    return (
        make_side(*words[0], size, characters[0], first),
        make_side(*words[1], size, characters[1], second),
    )


def words_of(
    sentences: Sequence[str], both: tuple[Sequence[str], Sequence[str]]
) -> dict[int, list[str]]:
    """The words that each feature of some sentences stands for, as they are written there.

    Args:
        sentences: The sentences asked about.
        both: All sentences of both texts, whose features are numbered.
    """
    vocabulary = _Vocabulary()
    for each in both:
        _words(each, vocabulary)
    texts = vocabulary.texts
    found: dict[int, list[str]] = {}
    for sentence in sentences:
        for word in _WORD.findall(sentence):
            features = vocabulary.get(word.casefold(), ())
            for feature in features:
                # Scripts without spaces have several features in a run of characters.
                written = word if len(features) == 1 else texts[feature]
                words = found.setdefault(feature, [])
                if written not in words:
                    words.append(written)
    return found


class _Vocabulary(dict[str, tuple[int, ...]]):
    """Word to features; each word is looked at once, when it is first seen."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    @property
    def size(self) -> int:
        return len(self._numbers)

    @property
    def texts(self) -> list[str]:
        """The characters that each feature is."""
        return list(self._numbers)

    def __missing__(self, word: str) -> tuple[int, ...]:
        numbers = self._numbers
        found = tuple(numbers.setdefault(f, len(numbers)) for f in _features(word))
        self[word] = found
        return found


def _features(word: str) -> Iterator[str]:
    """The features of one word: its beginning, or the characters of a script without spaces."""
    if word.isascii():
        yield word[:_LETTERS]
        return
    for piece in _PIECE.findall(_without_marks(word)):
        if re.match(rf"[{_SYLLABLES}]", piece) and len(piece) > 1:
            yield from (piece[k : k + 2] for k in range(len(piece) - 1))
        else:
            yield piece[:_LETTERS]


def _without_marks(word: str) -> str:
    """The bare letters: stress, vowel points and accents come and go between editions."""
    letters = unicodedata.normalize("NFKD", word)
    bare = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", bare or letters)


def _words(sentences: Sequence[str], vocabulary: _Vocabulary) -> tuple[Ints, Ints]:
    """The features of a text one after another, and how many each sentence has."""
    features = array("i")
    counts = []
    for sentence in sentences:
        text = sentence.casefold()
        before = len(features)
        # The plain pattern takes half the time.
        pattern = _PLAIN_WORD if text.isascii() else _WORD
        for word in pattern.findall(text):
            features.extend(vocabulary[word])
        counts.append(len(features) - before)
    return np.array(features, np.int64), np.array(counts, np.int64)
