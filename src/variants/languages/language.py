"""The knowledge of one language that the stages use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from variants.languages.fact_words import FactWords
from variants.languages.folding import fold
from variants.languages.polarity_table import PolarityWords
from variants.languages.role_words import RoleWords
from variants.languages.small_word_tables import SmallWords
from variants.languages.value_table import ValueWords
from variants.languages.verb_tables import ForceWords, VerbWords
from variants.languages.word_index import WordIndex

_NO_WORDS: Mapping[str, str] = {}
_TAG = re.compile(r"([a-z]{2,3}|[ix](?=-))(-[a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)


def _no_lemma(_word: str) -> None:
    return None


def _no_bases(_word: str) -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """Words and rules of one language; words are folded.

    An empty field means "not known": rules that need it do not fire.

    Attributes:
        tag: Primary subtag of its BCP 47 tag ("en").
        stem: Function from a folded word to its stem; identity without a stemmer.
        lemma: Function from a folded word to its form in a dictionary ("go" for "went"); the stem
            for a language without lemmas.
        index: Function that reads the index of its words; ``None`` if there is none.
        substitutes: Function that reads the list of substitutes; ``None`` if there is none.
        known_lemma: Function from a folded word to its lemma by the index; ``None`` if unknown.
        possible_bases: Function from a folded word to the words of the index that it may be formed
            from, comparatives and adverbs included.
        spelling: Function from a folded word to one of its spellings, equal for all of them.
        accented: Words that are others without their accents, in small letters: "né" in Italian.
        old_forms: Old forms of function words and auxiliaries, and the modern form of each.
        function_words: Words that carry grammar rather than content.
        grammar: Class of each function word, as ``classify.cutting.word_traits`` names it.
        grammar_endings: Endings of content words that show where a phrase begins or ends.
        phrase_words: Sort of each word that phrases are built with; finer than ``grammar``.
        polarity: Words and phrases that deny; ``None`` if they are unknown.
        word_classes: Classes of words by the feature that they express: ``"modality"`` for modal
            words and hedges, ``"date"`` for months and days. A flag can compare them.
        date_words: Words beside the day in a date ("the 7th of November").
        contractions: Contracted endings and words, and their long forms.
        value_words: Words for numbers, units, dates, times of day and bounds.
        number_words: True if numbers in words are known.
        capitals_mark_names: True if a capital inside a sentence marks a name.
        common_capitals: Words with a capital that are not names: "General", "Party".
        name_endings: Endings of names derived from others: "Korean".
        short_forms: Abbreviations, and the words or phrases that each can stand for: "general" for
            "gen", "saint" and "street" for "st".
        knows_names: True if forms of one name ("Peking", "Beijing") are known for its texts.
        verbs: Verb forms; ``None`` if unknown.
        force: Words that give a statement its force; ``None`` if unknown.
        small: Small words that carry facts; ``None`` if unknown.
        strengths: Words of one meaning in several strengths: number of the meaning, and grade.
        terms: Terms that exclude each other: numbers of field and term of each that a word names.
        term_prefixes: Prefixes that make another term of one, "sub-prefect", with the words that
            mean the same before the term: "former" for "ex".
        roles: Words around the arguments of a verb; ``None`` if unknown.
        facts: Words that state a fact of their own; ``None`` if unknown.
        abbreviations: Words whose full stop never ends a sentence.
        numbered_abbreviations: Words whose full stop ends no sentence before a number.
        counted_abbreviations: Words behind a number or a month whose full stop may end a sentence.
        ending_abbreviations: Words and phrases whose full stop ends a sentence before a capital.
        unbroken: Patterns of what is before and behind a full stop that ends no sentence.
        everyday_words: Words that look like abbreviations; their full stop ends a sentence.
        openers: Small words that may open a sentence and are parts of no name.
        ordinals_have_stops: True if a figure with a full stop is an ordinal before a noun.
        numbered_nouns: Nouns behind which it is none ("auf Höhe 205.").
        small_letters_open: True if a sentence may begin with a small letter.
        verb_leads: Words before a verb ("to stop", "we stop").
        noun_leads: Words before a noun ("the stop", "the next stop").
        quotation_leads: Pattern of words that go on with a sentence behind its quotation.
        page_words: Words and abbreviations before the number of a page, leaf or column; others
            than Latin abbreviations.
        editors_words: Words with which editors state that words cannot be read.
        remarks: Words and phrases that are remarks of editors if brackets have nothing else.
    """

    tag: str
    stem: Callable[[str], str] = str
    lemma: Callable[[str], str] = str
    index: Callable[[], WordIndex] | None = None
    substitutes: Callable[[], bytes] | None = None
    known_lemma: Callable[[str], str | None] = _no_lemma
    possible_bases: Callable[[str], frozenset[str]] = _no_bases
    spelling: Callable[[str], str] = str
    accented: frozenset[str] = frozenset()
    old_forms: Mapping[str, str] = field(default_factory=dict)
    function_words: frozenset[str] = frozenset()
    grammar: Mapping[str, str] = field(default_factory=dict)
    grammar_endings: tuple[str, ...] = ()
    phrase_words: Mapping[str, str] = field(default_factory=dict)
    polarity: PolarityWords | None = None
    word_classes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    date_words: frozenset[str] = frozenset()
    contractions: Mapping[str, str] = field(default_factory=dict)
    value_words: ValueWords = field(default_factory=ValueWords)
    number_words: bool = False
    capitals_mark_names: bool = True
    common_capitals: frozenset[str] = frozenset()
    name_endings: tuple[str, ...] = ()
    short_forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    knows_names: bool = False
    verbs: VerbWords | None = None
    force: ForceWords | None = None
    small: SmallWords | None = None
    strengths: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    terms: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    term_prefixes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roles: RoleWords | None = None
    facts: FactWords | None = None
    abbreviations: frozenset[str] = frozenset()
    numbered_abbreviations: frozenset[str] = frozenset()
    counted_abbreviations: frozenset[str] = frozenset()
    ending_abbreviations: tuple[str, ...] = ()
    unbroken: tuple[tuple[str, str], ...] = ()
    everyday_words: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    ordinals_have_stops: bool = False
    numbered_nouns: frozenset[str] = frozenset()
    small_letters_open: bool = False
    verb_leads: frozenset[str] = frozenset()
    noun_leads: frozenset[str] = frozenset()
    quotation_leads: str = ""
    page_words: frozenset[str] = frozenset()
    editors_words: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()

    @property
    def modals(self) -> Mapping[str, str]:
        """Modal words and hedges, and the class of each."""
        return self.classes_of("modality")

    @property
    def dates(self) -> Mapping[str, str]:
        """Names of months and days, and the month or day that each names."""
        return self.classes_of("date")

    def classes_of(self, feature: str) -> Mapping[str, str]:
        """Return the words that express a feature, and the class of each; empty if unknown."""
        return self.word_classes.get(feature, _NO_WORDS)

    def fold(self, word: str) -> str:
        """Return a word folded, with its accents if it is another word without them."""
        small = word.casefold()
        return small if small in self.accented else fold(word)

    def denies(self, word: str) -> bool:
        """Return True if a folded word denies, by itself or by its ending."""
        return self.polarity is not None and self.polarity.denies(word)


def is_tag(tag: str) -> bool:
    """Return True if a text has the form of a BCP 47 tag; the registry is not consulted.

    Examples:
        >>> is_tag("en"), is_tag("pt-BR"), is_tag("english"), is_tag("en_GB")
        (True, True, False, False)
    """
    return _TAG.fullmatch(tag) is not None
