"""The words of one language that deny: words, affixes, verbs and idioms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property, lru_cache
from typing import Final, TypeAlias

from variants.languages.folding import fold
from variants.languages.word_cache import WORD_CACHE_SIZE

_LEAST_BASE: Final = 4  # Letters of a word that a prefix denies.

Phrase: TypeAlias = tuple[str, ...]


class DenialKind(Enum):
    """Means of a denial."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    WORD = "word"  # "not", "nobody", "without".
    AFFIX = "affix"  # "disloyal", "fruitless".
    VERB = "verb"  # "refuse", "lack", "free from".


@dataclass(frozen=True)
class PolarityWords:
    """The words and phrases of a language that deny; words are folded.

    Attributes:
        words: Words that deny by themselves.
        endings: Endings of words that deny ("n't").
        phrases: Phrases of several words that deny once ("no one").
        harmless: Phrases in which a denying word denies nothing ("not only", "no doubt").
        opaque: Words of several letters, each of which is a word here, with a denying one: "非洲".
        verbs: Lemmas of verbs and adjectives that deny.
        verb_forms: Forms of such verbs in a language without lemmas.
        verbs_before: Lemmas that deny only before a certain word ("forget" before "to").
        verbs_with: Particles after some words, which answer a denial with them: "keep … away",
            "too … to".
        separable_verbs: Words that deny as verbs do with one of some particles at the end of their
            clause: "lehnte … ab".
        verb_phrases: Phrases of several words that deny as a verb does ("free from").
        weak: Words and lemmas that can replace a denial but are none ("few", "barely").
        hedged: Words that deny with an exception ("hardly", "seldom").
        partial: Words after a denial that deny only a part: "not all".
        nearly: Words before a denial that leave an exception: "almost no".
        weak_phrases: Phrases of this sort ("rather than").
        number_signs: Denying words that abbreviate another word before a number or a full stop:
            "number".
        clause_words: Words that begin a clause.
        joints: Words among these that a denial can reach over: "not to learn and mention".
        second: Words that only go on with a denial, and the word before: "nor", "neither".
        concord: Words that deny alone, but do not deny again in a clause that denies: "nadie".
        beside: Beginnings of words of which one is near each word that denies: "ne" in French; a
            beginning that ends in an apostrophe may be a part of a word.
        small: Articles, pronouns, prepositions and conjunctions, which no denial is about; only in
            a language without a list of function words.
        delays: Words that, after a denial, begin the time when it ends: "not until".
        exceptive: Words and phrases for an exception, with which a denial is exclusive: "nothing
            beyond the outline".
        exclusive: Words and phrases for one thing and no other ("only").
        inclusive: Words and phrases for one thing and others ("also").
        not_merely: Phrases that deny that a thing is all ("not merely").
        alone: Words for one thing alone, which do so under a denial ("not for bread alone").
        earlier: Words for an earlier time: "no one before".
        affirming_endings: Endings that affirm what an affix denies: "careful", "careless".
        ending: Lemmas of verbs for the end of an act, which deny only against the next ones.
        continuing: Lemmas of verbs for an act that goes on.
        lessening: Comparatives for less, and words like them: "nothing short of".
        is_comparative: Function that returns True for a comparative ("no later").
        base_of: Function from a word to the word that its affix denies; "" for other words.
    """

    words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    phrases: frozenset[Phrase] = frozenset()
    harmless: frozenset[Phrase] = frozenset()
    opaque: frozenset[Phrase] = frozenset()
    verbs: frozenset[str] = frozenset()
    verb_forms: frozenset[str] = frozenset()
    verbs_before: Mapping[str, str] = field(default_factory=dict)
    verbs_with: Mapping[str, frozenset[str]] = field(default_factory=dict)
    separable_verbs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    verb_phrases: frozenset[Phrase] = frozenset()
    weak: frozenset[str] = frozenset()
    hedged: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    nearly: frozenset[str] = frozenset()
    weak_phrases: frozenset[Phrase] = frozenset()
    number_signs: Mapping[str, str] = field(default_factory=dict)
    clause_words: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    second: Mapping[str, str] = field(default_factory=dict)
    concord: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()
    delays: frozenset[str] = frozenset()
    exceptive: frozenset[Phrase] = frozenset()
    exclusive: frozenset[Phrase] = frozenset()
    inclusive: frozenset[Phrase] = frozenset()
    not_merely: frozenset[Phrase] = frozenset()
    alone: frozenset[Phrase] = frozenset()
    earlier: frozenset[str] = frozenset()
    affirming_endings: tuple[str, ...] = ()
    ending: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    lessening: frozenset[str] = frozenset()
    is_comparative: Callable[[str], bool] = field(default=lambda _word: False)
    base_of: Callable[[str], str] = field(default=lambda _word: "")

    @cached_property
    def all_phrases(self) -> Mapping[str, Sequence[tuple[Phrase, DenialKind | None]]]:
        """All phrases by their first word, longest first; ``None`` for harmless ones."""
        found: dict[str, list[tuple[Phrase, DenialKind | None]]] = {}
        kinds = (
            (self.harmless, None),
            (self.opaque, None),
            (self.phrases, DenialKind.WORD),
            (self.verb_phrases, DenialKind.VERB),
            (self.weak_phrases, DenialKind.WORD),
        )
        for phrases, kind in kinds:
            for phrase in phrases:
                found.setdefault(phrase[0], []).append((phrase, kind))
        for group in found.values():
            group.sort(key=lambda each: (-len(each[0]), each[0]))
        return found

    @cached_property
    def denied_idioms(self) -> frozenset[Phrase]:
        """Harmless phrases whose other words affirm if nothing denies them: "no doubt"."""
        return frozenset(
            phrase
            for phrase in self.harmless - self.not_merely
            if phrase[0] not in self.hedged and self.denies(phrase[0])
        )

    @cached_property
    def phrase_words(self) -> frozenset[str]:
        """The longest word of each phrase that denies without a denying word in it."""
        phrases = self.phrases | self.verb_phrases
        return frozenset(
            max(phrase, key=len) for phrase in phrases if not any(map(self.denies, phrase))
        )

    @cached_property
    def weak_words(self) -> frozenset[str]:
        """Weak words, and the longest word of each weak phrase."""
        return self.weak | {max(phrase, key=len) for phrase in self.weak_phrases}

    @cached_property
    def exclusion_words(self) -> frozenset[str]:
        """The longest word of each phrase for one thing alone, or among others."""
        phrases = self.exclusive | self.inclusive | self.not_merely
        return frozenset(max(phrase, key=len) for phrase in phrases)

    @cached_property
    def may_deny(self) -> Callable[[str, str], bool]:
        """Function from a key and its lemma to False if no denial can begin there."""

        @lru_cache(maxsize=WORD_CACHE_SIZE)
        def may_deny(key: str, lemma: str) -> bool:
            return (
                key in self.all_phrases
                or self.denies(key)
                or lemma in self.verbs
                or lemma in self.verbs_before
                or lemma in self.verbs_with
                or key in self.verb_forms
                or key in self.separable_verbs
                or not self.weak.isdisjoint((key, lemma))
                or bool(self.base_of(key))
            )

        return may_deny

    def denies(self, word: str) -> bool:
        """Return True if a folded word denies by itself, or by its ending."""
        return word in self.words or word.endswith(self.endings)

    def sets_bound(self, word: str) -> bool:
        """Return True if a folded word is a comparative, or one for less: "nothing short of"."""
        return word in self.lessening or self.is_comparative(word)


def phrases_of(text: str) -> frozenset[Phrase]:
    """Return the phrases of a text, folded; "|" and the end of a line separate them."""
    phrases = fold(text).replace("\n", "|").split("|")
    return frozenset(tuple(phrase.split()) for phrase in phrases) - {()}


def prefix_reader(prefixes: str, others: frozenset[str], endings: str = "") -> Callable[[str], str]:
    """Return the function from a word to the word that a prefix or ending denies, else to "".

    Args:
        prefixes: The prefixes, folded.
        others: Beginnings of words that only look as if they had one.
        endings: The endings, folded.

    Examples:
        >>> base_of = prefix_reader("un", frozenset({"unter"}), endings="los")
        >>> base_of("unmoglich"), base_of("untergang"), base_of("und"), base_of("zahllos")
        ('moglich', '', '', 'zahl')
    """
    beginnings, before, behind = tuple(others), prefixes.split(), endings.split()

    def base_of(word: str) -> str:
        if word.startswith(beginnings):
            return ""
        bases = (
            *(word.removeprefix(prefix) for prefix in before),
            *(word.removesuffix(ending) for ending in behind),
        )
        return next((base for base in bases if _LEAST_BASE <= len(base) < len(word)), "")

    return lru_cache(maxsize=WORD_CACHE_SIZE)(base_of)


def stem_reader(stems: str) -> Callable[[str], str]:
    """Return the function from a word to the word that a prefix of it denies, else to "".

    Args:
        stems: Beginnings of such words, folded, each with a hyphen behind its prefix.

    Examples:
        >>> base_of = stem_reader("im-poss in-just")
        >>> base_of("impossible"), base_of("impose")
        ('possible', '')
    """
    prefixes = {stem.replace("-", ""): stem.partition("-")[0] for stem in stems.split()}
    beginnings = tuple(prefixes)

    def base_of(word: str) -> str:
        if not word.startswith(beginnings):
            return ""
        return word.removeprefix(next(prefixes[one] for one in beginnings if word.startswith(one)))

    return lru_cache(maxsize=WORD_CACHE_SIZE)(base_of)
