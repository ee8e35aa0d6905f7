"""Denials in a sentence: negations, negative affixes, verbs and idioms, and what they deny."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property, lru_cache
from itertools import takewhile
from typing import Final, NamedTuple, TypeAlias

from variants.languages.folding import fold
from variants.languages.word_cache import WORD_CACHE_SIZE

_SCOPE: Final = 4  # Content words after a denial that it is taken to deny.
_PARTICLE_WITHIN: Final = 5  # Words from a verb to its particle.
_LEAST_BASE: Final = 4  # Letters of a word that a prefix denies.
_BESIDE_WITHIN: Final = 6  # Words from a denying word to "ne".
_PAIR_WITHIN: Final = 12  # Words from "neither" to "nor".
_CANCEL_WITHIN: Final = 2  # Words from a negation to the denial that it cancels.

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
    beginnings = tuple(others)

    def base_of(word: str) -> str:
        if word.startswith(beginnings):
            return ""
        bases = (
            *(word.removeprefix(prefix) for prefix in prefixes.split()),
            *(word.removesuffix(ending) for ending in endings.split()),
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


class Denial(NamedTuple):
    """One denial in a sentence.

    Attributes:
        start: Index of its first word.
        stop: Index after its last word.
        kind: Its means.
        base: The word that an affix denies; "" for other denials.
        scope: Indices of the content words beside it that it may deny, nearest first.
        clause: Number of its clause.
        weak: True if it may answer a denial of the other side, but turns nothing by itself.
    """

    start: int
    stop: int
    kind: DenialKind
    base: str
    scope: tuple[int, ...]
    clause: int
    weak: bool

    @property
    def is_negation(self) -> bool:
        """True if it is a word that turns what it denies: "not", "nobody"."""
        return self.kind is DenialKind.WORD and not self.weak


class WordsOfSentence(NamedTuple):
    """The words of a sentence, as the reader of denials needs them.

    Attributes:
        words: Unchanged.
        keys: Folded, in modern forms.
        lemmas: Their lemmas.
        content: Indices of the content words.
    """

    words: Sequence[str]
    keys: Sequence[str]
    lemmas: Sequence[str]
    content: frozenset[int]


def read_denials(sentence: WordsOfSentence, table: PolarityWords) -> tuple[Denial, ...]:
    """Return the denials of a sentence in order; phrases that deny nothing are left out."""
    clauses = _clause_numbers(sentence.keys, table)
    found = []
    cues = list(_cues(sentence, table))
    if table.concord:
        cues = _without_concord(sentence.keys, cues, clauses, table)
    for start, stop, kind, base, weak in cues:
        clause = clauses[stop - 1]  # "Ohne dass" denies its own clause.
        scope = _scope(sentence, start, stop, clause, clauses)
        if scope and _joins_another(sentence, scope[-1], table):
            scope = *scope, scope[-1] + 2
        found.append(Denial(start, stop, kind, base, scope, clause, weak))
    return tuple(found)


def are_cancelling(first: Denial, second: Denial) -> bool:
    """Return True if two denials are such as "not impossible", "never fails", "doubts not"."""
    if first.clause != second.clause:
        return False
    if first.kind is DenialKind.VERB and second.kind is DenialKind.WORD:
        return second.start == first.stop
    near = second.start - first.stop < _CANCEL_WITHIN
    return near and first.kind is DenialKind.WORD and second.kind is not DenialKind.WORD


def phrases_in(keys: Sequence[str], phrases: frozenset[Phrase]) -> list[range]:
    """Return the indices of the phrases in a sentence; a longer phrase hides those inside it."""
    by_first, found, stop = _by_first_word(phrases), [], 0
    if by_first.keys().isdisjoint(keys):
        return []
    for at, key in enumerate(keys):
        if at < stop or key not in by_first:
            continue
        for phrase in by_first[key]:
            if tuple(keys[at : at + len(phrase)]) == phrase:
                stop = at + len(phrase)
                found.append(range(at, stop))
                break
    return found


@cache
def _by_first_word(phrases: frozenset[Phrase]) -> Mapping[str, Sequence[Phrase]]:
    """Return the phrases by their first word, longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda one: (-len(one), one)):
        found.setdefault(phrase[0], []).append(phrase)
    return found


class _Cue(NamedTuple):
    start: int
    stop: int
    kind: DenialKind
    base: str
    weak: bool


def _cues(sentence: WordsOfSentence, table: PolarityWords) -> Iterator[_Cue]:
    """Yield the words and phrases that deny."""
    stop, keys, lemmas, may_deny = 0, sentence.keys, sentence.lemmas, table.may_deny
    for at, word in enumerate(zip(keys, lemmas, strict=True)):
        if at < stop or not may_deny(*word) or _asks(keys, at, table):
            continue
        phrase = _phrase_at(sentence.keys, at, table)
        if phrase is not None:
            words, kind = phrase
            rest = keys[at + len(words) : at + len(words) + 1]
            if not table.denies(keys[at]) and table.concord.intersection(rest):
                continue  # "Ne sais pas": the next word denies.
            if kind is not None:
                yield _Cue(at, at + len(words), kind, "", words in table.weak_phrases)
            stop = at + len(words)
            continue
        word_kind, base = _kind_at(sentence, at, table)
        if word_kind is not None:
            is_second = table.second.get(word[0]) in keys[max(0, at - _PAIR_WITHIN) : at]
            yield _Cue(at, at + 1, word_kind, base, weak=is_second)
        elif {*word} & table.weak or _has_particle(sentence, at, table):
            yield _Cue(at, at + 1, DenialKind.WORD, "", weak=True)


def _asks(keys: Sequence[str], at: int, table: PolarityWords) -> bool:
    """Return True if a letter denies only as a part of a question: "是不是"."""
    return bool(table.opaque) and 0 < at < len(keys) - 1 and keys[at - 1] == keys[at + 1]


def _without_concord(
    keys: Sequence[str], cues: Sequence[_Cue], clauses: Sequence[int], table: PolarityWords
) -> list[_Cue]:
    """Leave out words that only agree with another denial of their clause: "no vino nadie".

    Of words that agree, the first denies if no other word does.
    """
    agreeing = [cue for cue in cues if keys[cue.start] in table.concord]
    denied = {
        clauses[cue.stop - 1]
        for cue in cues
        if cue.kind is DenialKind.WORD and not cue.weak and cue not in agreeing
    }
    left_out = set()
    for cue in agreeing:
        if clauses[cue.stop - 1] in denied:
            left_out.add(cue)
        denied.add(clauses[cue.stop - 1])
    return [cue for cue in cues if cue not in left_out]


def _has_particle(sentence: WordsOfSentence, at: int, table: PolarityWords) -> bool:
    """Return True if a verb has a particle with which it answers a denial."""
    particles = table.verbs_with.get(sentence.lemmas[at], frozenset())
    return not particles.isdisjoint(sentence.keys[at + 1 : at + _PARTICLE_WITHIN])


def _ends_with_particle(sentence: WordsOfSentence, at: int, table: PolarityWords) -> bool:
    """Return True if the clause of a verb ends with a particle that makes it deny."""
    particles = table.separable_verbs.get(sentence.keys[at], frozenset())
    if not particles or _is_noun(sentence.words, at):
        return False
    rest = sentence.keys[at + 1 :]
    ends = (n for n, key in enumerate(rest) if key in table.clause_words or not key[:1].isalnum())
    last = next(ends, len(rest)) - 1
    return last >= 0 and rest[last] in particles


def _phrase_at(
    keys: Sequence[str], at: int, table: PolarityWords
) -> tuple[Phrase, DenialKind | None] | None:
    """Return the longest phrase that begins at an index."""
    for phrase, kind in table.all_phrases.get(keys[at], ()):
        if tuple(keys[at : at + len(phrase)]) == phrase:
            return phrase, kind
    return None


def _kind_at(
    sentence: WordsOfSentence, at: int, table: PolarityWords
) -> tuple[DenialKind | None, str]:
    """Return the kind of the denial by one word, and the word that its affix denies."""
    key, after = sentence.keys[at], sentence.keys[at + 1 : at + 2]
    if table.denies(key):
        denies = not _is_harmless(key, after, table) and _has_beside(sentence.keys, at, table)
        return (DenialKind.WORD if denies else None), ""
    lemma = sentence.lemmas[at]
    needed = table.verbs_before.get(lemma)
    if lemma in table.verbs or (needed is not None and needed in after):
        return DenialKind.VERB, ""
    is_listed = key in table.verb_forms and not _is_noun(sentence.words, at)
    if is_listed or (table.separable_verbs and _ends_with_particle(sentence, at, table)):
        return DenialKind.VERB, ""
    base = table.base_of(key)
    return (DenialKind.AFFIX if base else None), base


def _is_noun(words: Sequence[str], at: int) -> bool:
    """Return True if a word has a capital that no sentence begins with: "der Schlag"."""
    return at > 0 and words[at][:1].isupper()


def _has_beside(keys: Sequence[str], at: int, table: PolarityWords) -> bool:
    """Return True if a denying word has the word near it that it denies with: "ne … pas".

    After the denying word, that is in its clause: "plus grand que je ne le croyais".
    """
    after = takewhile(lambda key: key not in table.clause_words, keys[at : at + _BESIDE_WITHIN])
    near = [*keys[max(0, at - _BESIDE_WITHIN) : at], *after]
    return not table.beside or any(
        key == beside or (beside[-1] == "'" and key.startswith(beside))
        for key in near
        for beside in table.beside
    )


def _is_harmless(key: str, after: Sequence[str], table: PolarityWords) -> bool:
    """Return True if a denying word means "number", or denies a comparative."""
    if not after:
        return False
    is_number = key in table.number_signs and not after[0][:1].isalpha()
    return is_number or table.is_comparative(after[0])


def _clause_numbers(keys: Sequence[str], table: PolarityWords) -> list[int]:
    """Return the number of the clause that each word is in; marks and conjunctions end one."""
    number, numbers = 0, []
    for key in keys:
        is_word = key[:1].isalnum() or any(map(str.isalnum, key))
        number += key in table.clause_words or not is_word
        numbers.append(number)
    return numbers


def _joins_another(sentence: WordsOfSentence, n: int, table: PolarityWords) -> bool:
    """Return True if a conjunction joins another dictionary form to one: "learn and mention"."""
    if n + 2 not in sentence.content or sentence.keys[n + 1] not in table.joints:
        return False
    return all(sentence.keys[m] == sentence.lemmas[m] for m in (n, n + 2))


def _scope(
    sentence: WordsOfSentence, start: int, stop: int, clause: int, clauses: Sequence[int]
) -> tuple[int, ...]:
    """Return the content words after a denial in its clause, or the one before it."""
    after = [
        n for n in range(stop, len(sentence.keys)) if n in sentence.content and clauses[n] == clause
    ][:_SCOPE]
    before = [n for n in (start - 1,) if n in sentence.content and clauses[n] == clause]
    return tuple(after or before)
