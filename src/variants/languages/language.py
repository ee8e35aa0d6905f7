"""What the stages may know of a language; most is known of English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from variants.languages import english


@dataclass(frozen=True, slots=True)
class Language:
    """A language's words, folded. What is empty is not known, and no rule that needs it fires.

    Attributes:
        tag: Its BCP 47 tag, the primary part only ("en").
        function_words: Words that carry grammar rather than sense.
        negations: Words that deny.
        comparatives: Words before which a negation compares and does not deny.
        determiners: Words after which a noun comes.
        modals: Words of obligation, possibility or reserve, and their class.
        nouns_too: Modal words that after a determiner are none.
        restrictive: Words that may stand for one of restriction.
        modal_phrases: The same for two words together.
        dates: Names of months and days, and what they name.
        contractions: Contracted endings and words, written out.
        stem: From a folded word to its stem; the word itself where no stemmer is known.
    """

    tag: str
    stem: Callable[[str], str]
    function_words: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    comparatives: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    nouns_too: frozenset[str] = frozenset()
    restrictive: frozenset[str] = frozenset()
    modals: Mapping[str, str] = field(default_factory=dict)
    modal_phrases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)


@cache
def language_of(tag: str) -> Language:
    """The language that a BCP 47 tag names.

    Examples:
        >>> language_of("en-GB").stem("divisions")
        'divis'
        >>> language_of("tlh").function_words
        frozenset()
    """
    primary = tag.partition("-")[0].lower()
    if primary != "en":
        return Language(primary, _stemmer(primary))
    return Language(
        primary,
        _stemmer(primary),
        function_words=english.FUNCTION_WORDS,
        negations=english.NEGATIONS,
        comparatives=english.COMPARATIVES,
        determiners=english.DETERMINERS,
        nouns_too=english.NOUNS_TOO,
        restrictive=english.RESTRICTIVE,
        modals=english.MODALS,
        modal_phrases=english.MODAL_PHRASES,
        dates=english.DATE_WORDS,
        contractions=english.CONTRACTIONS,
    )


def _stemmer(primary: str) -> Callable[[str], str]:
    """Snowball's stemmer of a language (Porter 2001), or none."""
    # Compiled code that only comparing needs.
    import Stemmer  # noqa: PLC0415

    try:
        stemmer = Stemmer.Stemmer(primary)
    except KeyError:
        return str

    @cache
    def stem(word: str) -> str:
        try:
            return str(stemmer.stemWord(word))
        except UnicodeEncodeError:  # Half a character, which its UTF-8 cannot hold.
            return word

    return stem
