"""The features of one side as arrays that are quick to look up in both directions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from variants.aligners.likelihood.arrays import Floats, Ints, Narrow, distinct, ranges

FAR = 255
"""The gap of a feature's first occurrence: wider than any bead."""


@dataclass(frozen=True, slots=True)
class Side:
    """The sets of features of one side's sentences.

    An *occurrence* is a feature in a sentence. Occurrences are numbered sentence by sentence,
    features rising inside each; the arrays that begin with ``index`` hold them feature by
    feature, sentences rising inside each.

    Attributes:
        vocabulary: How many features there are on both sides together.
        pointers: Occurrences of sentence i: ``pointers[i]`` to before ``pointers[i + 1]``.
        features: Of each occurrence.
        sentences: Of each occurrence.
        gaps: Of each occurrence, how many sentences before it the feature occurred last.
        sizes: How many features each sentence has.
        frequencies: In how many sentences each feature occurs.
        characters: Length of each sentence.
        characters_before: Of all sentences before each, and before the end.
        marks: What each sentence begins, see ``divisions``.
        marks_before: How many of the sentences before each, and before the end, begin a division.
        words: The features of all words, in the order of the text.
        word_pointers: Words of sentence i: ``word_pointers[i]`` to before ``[i + 1]``.
        index: The numbers of the occurrences.
        index_keys: ``feature * (count + 1) + sentence``: rising.
        index_sentences: Of each occurrence.
        index_gaps: Of each occurrence.
        index_pointers: Occurrences of feature t: ``index_pointers[t]`` to before ``[t + 1]``.
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
        """How many sentences."""
        return len(self.sizes)

    @property
    def tokens(self) -> int:
        """How many occurrences; 1 for a text without words, which has to be divided by."""
        return max(1, len(self.features))

    @property
    def mean_size(self) -> float:
        """Features of a usual sentence, at least 1."""
        return max(1.0, len(self.features) / max(1, self.count))

    def part(self, chosen: Ints) -> Side:
        """A side of these sentences only, in the order given."""
        counts = np.diff(self.word_pointers)[chosen]
        words = self.words[ranges(self.word_pointers[chosen], counts)]
        characters, marks = self.characters[chosen], self.marks[chosen]
        return make_side(words, counts, self.vocabulary, characters, marks)

    def unions(self, weights: Floats, largest: int) -> list[tuple[Floats, Floats]]:
        """Size and summed weight of the union of n sentences from each on; at [n - 1] for n."""
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


def make_side(
    words: Narrow, counts: Ints, vocabulary: int, characters: Floats, marks: Ints
) -> Side:
    """A side from the features of its words, and how many words each sentence has."""
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
