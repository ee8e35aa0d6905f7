"""Links between word sequences that are already tokenized, with the words of phrases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variants.errors import InvalidValue, UnknownName
from variants.languages import fold, language_of
from variants.words.linking import WordLink, link_pairs
from variants.words.phrase_models import PHRASE_MODELS


def link_words(
    seed: Sequence[str], other: Sequence[str], *, language: str = "en", linker: str = "lexical"
) -> list[WordLink]:
    """Return links between the corresponding words of two sentences, as people would draw them.

    Links may cross, and a word may have several counterparts or none. A link with a probability of
    0.8 or more is certain enough to show; below, it is a guess. In English, the words of a phrase
    are linked to all words of the phrase that renders it; ``compare`` derives differences from
    fewer links, those of single words. For many pairs use ``link_many``, which is much faster.

    Args:
        seed: The words and punctuation marks of one sentence, in order.
        other: The words and punctuation marks of the other.
        language: BCP 47 tag. English is supported best: function words, numbers, names. For many
            other languages there is a stemmer.
        linker: ``"lexical"``, or ``"semantic"`` to consider meaning too, with the extra "semantic".

    Returns:
        Triples of the seed's index, the other's, both from 0, and the probability that a
        person would link the two; in order.

    Raises:
        InvalidValue: A text is given instead of its words.
        UnknownName: There is no such linker.
        MissingExtra: The linker needs an extra that is not installed.

    Examples:
        >>> seed = "We must send 12 divisions .".split()
        >>> other = "Twelve divisions should be sent by us .".split()
        >>> links = link_words(seed, other)
        >>> [(seed[i], other[j]) for i, j, probability in links if probability >= 0.8]
        [('send', 'sent'), ('12', 'Twelve'), ('divisions', 'divisions'), ('.', '.')]
    """
    return link_many([(seed, other)], language=language, linker=linker)[0]


def link_many(
    pairs: Iterable[tuple[Sequence[str], Sequence[str]]],
    *,
    language: str = "en",
    linker: str = "lexical",
) -> list[list[WordLink]]:
    """Return the links of each of many pairs of sentences, like ``link_words``, but faster.

    Each distinct word is processed once, and pairs of similar length are scored together.

    Raises:
        InvalidValue: A text is given instead of its words.
        UnknownName: There is no such linker.
        MissingExtra: The linker needs an extra that is not installed.
    """
    if linker not in PHRASE_MODELS:
        raise UnknownName(linker, list(PHRASE_MODELS), what="linker")
    keys = [(_keys(seed), _keys(other)) for seed, other in pairs]
    return link_pairs(keys, language_of(language), PHRASE_MODELS[linker]())


def _keys(words: Sequence[str]) -> list[str]:
    # A text is a sequence of characters, and type checkers accept it.
    if isinstance(words, str):
        raise InvalidValue(words, option="words", hint="Give a list of words: text.split()")
    return [*map(fold, words)]
