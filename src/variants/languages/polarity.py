"""Denials in a sentence: negations, negative affixes, verbs and idioms, and what they deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from variants.languages.polarity_table import DenialKind, Phrase, PolarityWords

_SCOPE: Final = 4  # Content words after a denial that it is taken to deny.
_PARTICLE_WITHIN: Final = 5  # Words from a verb to its particle.
_BESIDE_WITHIN: Final = 6  # Words from a denying word to "ne".
_PAIR_WITHIN: Final = 12  # Words from "neither" to "nor".
_CANCEL_WITHIN: Final = 2  # Words from a negation to the denial that it cancels.


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
