"""Encoding of two texts as sets of features: the beginnings of their words."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from variants.aligners.arrays import Floats, Ints, Narrow, distinct, ranges
from variants.aligners.likelihood.transliteration import differ_in_script, transliterated

FAR = 255
"""Gap of a feature's first occurrence: wider than any bead."""

_LETTERS = 4
"""Letters of a word that count: enough to distinguish words, few enough to join their forms.

Five do as well in English; whole words lose a sixth between related languages.
"""

_MOST_FIGURES = 9  # Figures in a number of another script.

# Python's \w does not match the vowel signs and points that are written on letters.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    r"\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
)
_WORD = re.compile(rf"[\w{_MARKS}]+")
_PLAIN_WORD = re.compile(r"\w+")

# Scripts without spaces: a Chinese character carries about as much information as a word, kana and
# the letters of South-East Asia only in pairs.
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SYLLABLES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
_PIECE = re.compile(rf"[{_HAN}]|[{_SYLLABLES}]+|[^{_HAN}{_SYLLABLES}]+")

Numerals = Mapping[str, str]
"""Figures for numbers in words: "twelve" and "12" have one feature."""
NO_NUMERALS: Numerals = {}

DivisionMarks = tuple[list[int], list[int]]
"""For each sentence of both sides, the division that begins there: 0 for none, 1 for one without
a label; a division with a label has a higher number, equal for equal labels."""


@dataclass(frozen=True, slots=True)
class Side:
    """Feature sets of one side's sentences, as arrays for lookups in both directions.

    An *occurrence* is a feature in a sentence. Occurrences are numbered by sentence, features
    ascending in each; the arrays that begin with ``index`` have them by feature, sentences
    ascending in each. With S sentences, T features, N occurrences and W words:

    Attributes:
        vocabulary: Number of features on both sides together, T.
        pointers: First occurrence of each sentence, and N; shape (S + 1,).
        features: Feature of each occurrence, shape (N,).
        sentences: Sentence of each occurrence, shape (N,).
        gaps: Sentences since the previous occurrence of the feature, at most ``FAR``, shape (N,).
        sizes: Number of features of each sentence, shape (S,).
        frequencies: Number of sentences with each feature, shape (T,).
        characters: Length of each sentence, shape (S,).
        characters_before: Characters before each sentence and before the end, shape (S + 1,).
        marks: Division that begins at each sentence, see ``DivisionMarks``, shape (S,).
        marks_before: Divisions that begin before each sentence and before the end, (S + 1,).
        words: Features of all words, in the order of the text, shape (W,).
        word_pointers: First word of each sentence, and W; shape (S + 1,).
        index: Number of each occurrence, by feature, shape (N,).
        index_keys: ``feature * (S + 1) + sentence``, ascending, shape (N,).
        index_sentences: Sentence of each occurrence, by feature, shape (N,).
        index_gaps: Gap of each occurrence, by feature, shape (N,).
        index_pointers: First place in the index of each feature, and N; shape (T + 1,).
    """

    vocabulary: int
    pointers: Ints
    features: Narrow
    sentences: Ints
    gaps: Narrow
    sizes: Ints
    frequencies: Ints
    characters: Floats
    characters_before: Floats
    marks: Ints
    marks_before: Ints
    words: Narrow
    word_pointers: Ints
    index: Ints
    index_keys: Ints
    index_sentences: Narrow
    index_gaps: Narrow
    index_pointers: Ints

    @property
    def count(self) -> int:
        """Number of sentences."""
        return len(self.sizes)

    @property
    def tokens(self) -> int:
        """Number of occurrences; 1 for a text without words, because it is a divisor."""
        return max(1, len(self.features))

    @property
    def mean_size(self) -> float:
        """Mean number of features of a sentence, at least 1."""
        return max(1.0, len(self.features) / max(1, self.count))

    def part(self, chosen: Ints) -> Side:
        """Return a side of these sentences only, in the order given."""
        counts = np.diff(self.word_pointers)[chosen]
        words = self.words[ranges(self.word_pointers[chosen], counts)]
        characters, marks = self.characters[chosen], self.marks[chosen]
        return make_side(words, counts, self.vocabulary, characters, marks)

    def unions(self, weights: Floats, largest: int) -> list[tuple[Floats, Floats]]:
        """Return size and summed weight of the union of n sentences from each sentence on.

        Args:
            weights: Weight of each feature.
            largest: Greatest n.

        Returns:
            Two arrays of shape (S,) for each n, at index n - 1.
        """
        sizes, sums = np.zeros(self.count), np.zeros(self.count)
        sentences, gaps, weight = self.sentences, self.gaps, weights[self.features]
        found = []
        for offset in range(min(largest, self.count)):
            if offset:
                new = np.flatnonzero(gaps > offset)
                sentences, gaps, weight = sentences[new], gaps[new], weight[new]
            counted = np.bincount(sentences, minlength=self.count)
            weighed = np.bincount(sentences, weight, self.count)
            sizes, sums = sizes.copy(), sums.copy()
            sizes[: self.count - offset] += counted[offset:]
            sums[: self.count - offset] += weighed[offset:]
            found.append((sizes, sums))
        return found


def encode(
    seed: Sequence[str],
    other: Sequence[str],
    marks: DivisionMarks | None = None,
    numerals: Numerals = NO_NUMERALS,
) -> tuple[Side, Side]:
    """Encode both texts over one vocabulary of features.

    In texts of two scripts, words have the features of their transliterations.
    """
    vocabulary = _Vocabulary(numerals, in_latin=differ_in_script(seed, other))
    words = [_words(sentences, vocabulary) for sentences in (seed, other)]
    size = max(1, vocabulary.size)
    characters = [np.array([len(s) for s in sentences], np.float64) for sentences in (seed, other)]
    begun = marks or ([0] * len(seed), [0] * len(other))
    first, second = (np.array(each, np.int64) for each in begun)
    return (
        make_side(*words[0], size, characters[0], first),
        make_side(*words[1], size, characters[1], second),
    )


def make_side(
    words: Narrow, counts: Ints, vocabulary: int, characters: Floats, marks: Ints
) -> Side:
    """Make a side from the features of its words and the number of words in each sentence.

    Args:
        words: Features of all words, in the order of the text, shape (words,).
        counts: Number of words in each sentence, shape (sentences,).
        vocabulary: Number of features on both sides together.
        characters: Length of each sentence, shape (sentences,).
        marks: Division that begins at each sentence, see ``DivisionMarks``, shape (sentences,).
    """
    count = len(counts)
    found = distinct(np.repeat(np.arange(count), counts) * vocabulary + words)
    sentences = found // vocabulary
    features = found - sentences * vocabulary
    keys = features * (count + 1) + sentences
    index = np.argsort(keys, kind="stable")
    index_keys, index_features = keys[index], features[index]
    index_gaps = np.full(len(keys), FAR, np.uint8)
    if len(keys):
        same = index_features[1:] == index_features[:-1]
        index_gaps[1:][same] = np.minimum(np.diff(index_keys), FAR)[same]
    gaps = np.empty(len(keys), np.uint8)
    gaps[index] = index_gaps
    frequencies = np.bincount(features, minlength=vocabulary)
    pointers = np.searchsorted(sentences, np.arange(count + 1))
    return Side(
        vocabulary=vocabulary,
        pointers=pointers,
        features=features.astype(np.int32),
        sentences=sentences,
        gaps=gaps,
        sizes=np.diff(pointers),
        frequencies=frequencies,
        characters=characters,
        characters_before=np.concatenate([[0.0], np.cumsum(characters)]),
        marks=marks,
        marks_before=np.concatenate([[0], np.cumsum(marks > 0)]),
        words=words.astype(np.int32),
        word_pointers=np.concatenate([[0], np.cumsum(counts)]),
        index=index,
        index_keys=index_keys,
        index_sentences=sentences[index].astype(np.int32),
        index_gaps=index_gaps,
        index_pointers=np.concatenate([[0], np.cumsum(frequencies)]),
    )


def words_of(
    sentences: Sequence[str],
    both: tuple[Sequence[str], Sequence[str]],
    numerals: Numerals = NO_NUMERALS,
) -> dict[int, list[str]]:
    """Return the words behind each feature of some sentences, as written there.

    Args:
        sentences: The sentences to look at.
        both: All sentences of both texts, whose features are numbered.
        numerals: Numbers in words, as in ``encode``.
    """
    vocabulary = _Vocabulary(numerals, in_latin=differ_in_script(*both))
    for each in both:
        _words(each, vocabulary)
    texts = vocabulary.texts
    found: dict[int, list[str]] = {}
    for sentence in sentences:
        for word in _WORD.findall(sentence):
            features = vocabulary.get(word.casefold(), ())
            for feature in features:
                # A run of characters without spaces has several features.
                written = word if len(features) == 1 else texts[feature]
                words = found.setdefault(feature, [])
                if written not in words:
                    words.append(written)
    return found


def figures_of(sentence: str, numerals: Numerals) -> frozenset[str]:
    """Return the numbers of a sentence in figures, those in words too.

    Examples:
        >>> sorted(figures_of("Item 4: twelve votes.", {"twelve": "12"}))
        ['12', '4']
    """
    words = (_in_figures(word, numerals) for word in _WORD.findall(sentence.casefold()))
    return frozenset(word for word in words if word.isdecimal())


def _in_figures(word: str, numerals: Numerals) -> str:
    """Return a number in words or in another script's figures as 0 to 9, and others as they are."""
    if not word.isascii() and len(word) <= _MOST_FIGURES and word.isdecimal():
        return str(int(word))
    return numerals.get(word) or (not word.isascii() and numerals.get(_without_marks(word))) or word


class _Vocabulary(dict[str, tuple[int, ...]]):
    """Numbers of the features of each word, computed when the word is first looked up."""

    def __init__(self, numerals: Numerals, *, in_latin: bool) -> None:
        super().__init__()
        self._in_latin = in_latin
        self._numbers: dict[str, int] = {}
        self._numerals = numerals

    @property
    def size(self) -> int:
        return len(self._numbers)

    @property
    def texts(self) -> list[str]:
        """Characters of each feature."""
        return list(self._numbers)

    def __missing__(self, word: str) -> tuple[int, ...]:
        numbers = self._numbers
        written = _in_figures(word, self._numerals)
        if self._in_latin:
            written = transliterated(_without_marks(written))
        found = tuple(numbers.setdefault(f, len(numbers)) for f in _features(written))
        self[word] = found
        return found


def _features(word: str) -> Iterator[str]:
    """Yield the features of a word: its beginning, or characters of a script without spaces."""
    if word.isascii():
        yield word[:_LETTERS]
        return
    for piece in _PIECE.findall(_without_marks(word)):
        if re.match(rf"[{_SYLLABLES}]", piece) and len(piece) > 1:
            yield from (piece[k : k + 2] for k in range(len(piece) - 1))
        else:
            yield piece[:_LETTERS]


def _without_marks(word: str) -> str:
    """Remove stress, vowel points and accents, which differ between editions."""
    letters = unicodedata.normalize("NFKD", word)
    bare = "".join(c for c in letters if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", bare or letters)


def _words(sentences: Sequence[str], vocabulary: _Vocabulary) -> tuple[Ints, Ints]:
    """Return the features of a text in order, and the number in each sentence."""
    features = array("i")
    counts = []
    numbers_of = vocabulary.__getitem__
    for sentence in sentences:
        text = sentence.casefold()
        before = len(features)
        # The plain pattern takes half the time.
        pattern = _PLAIN_WORD if text.isascii() else _WORD
        features.extend(chain.from_iterable(map(numbers_of, pattern.findall(text))))
        counts.append(len(features) - before)
    return np.array(features, np.int64), np.array(counts, np.int64)
