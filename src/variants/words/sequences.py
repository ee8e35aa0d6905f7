"""Links between sequences of words that somebody else has cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variants.languages import fold, language_of
from variants.words.connect import WordLink, connect
from variants.words.scorer import lexical_model


def link_words(
    seed: Sequence[str], other: Sequence[str], *, language: str = "en"
) -> list[WordLink]:
    """Which words of two sentences correspond, as people would link them.

    Words may cross, have several counterparts, or none. From a probability of 0.8 on a link
    is sure enough to be shown; below, it is a guess. For many pairs ``link_many`` is far
    faster.

    Args:
        seed: The words and marks of one sentence, in order.
        other: Those of the other.
        language: BCP 47 tag. Most is known of English: function words, numbers, names; of
            others at most how words are stemmed.

    Returns:
        Triples of the seed's index, the other's, both from 0, and the probability that a
        person would link the two; in order.

    Examples:
        >>> seed = "We must send 12 divisions .".split()
        >>> other = "Twelve divisions should be sent by us .".split()
        >>> links = link_words(seed, other)
        >>> [(seed[i], other[j]) for i, j, probability in links if probability >= 0.8]
        [('send', 'sent'), ('12', 'Twelve'), ('divisions', 'divisions'), ('.', '.')]
    """
    return link_many([(seed, other)], language=language)[0]


def link_many(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]], *, language: str = "en"
) -> list[list[WordLink]]:
    """The same as ``link_words`` for many pairs of sentences at once, and as fast as it goes.

    Words are looked at once for all pairs, and pairs of like length are scored together.
    """
    keys = [([*map(fold, seed)], [*map(fold, other)]) for seed, other in pairs]
    return connect(keys, language_of(language), lexical_model())
