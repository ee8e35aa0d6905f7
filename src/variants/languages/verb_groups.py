"""Verb groups of a sentence: tense, aspect, voice, modal auxiliary, inversion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final, NamedTuple

from variants.languages.folding import fold
from variants.languages.verb_tables import VerbWords
from variants.languages.word_cache import WORD_CACHE_SIZE

QUESTION: Final = "?"
IN_ANY = "any"
"""Form of a verb that has a tense only after a subject: "they come", "to come"."""
_STOPS = frozenset(".?!;")
"""Marks that end a sentence or a clause of its own."""


class VerbGroup(NamedTuple):
    """Auxiliaries and their verb, or a finite verb without any.

    Attributes:
        at: Indices of its words, adverbs and an inverted subject included.
        main: Dictionary form of the verb; that of the last auxiliary if no other verb follows.
        tense: "past", "present", "future" ("will come", "is to come"); "" for infinitives and after
            other modal auxiliaries.
        perfect: True for "has come".
        progressive: True for "is coming".
        passive: True for "is taken".
        modal: First modal auxiliary: "would"; "" without one.
        asks: True if the subject follows the auxiliary in a question: "will they come?".
        conditional: True if it follows it outside of one, which means "if": "should he come".
    """

    at: range
    main: str
    tense: str
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    modal: str = ""
    asks: bool = False
    conditional: bool = False


class Atom(NamedTuple):
    """A word, or a part of a contraction.

    Attributes:
        key: Folded and in its modern form.
        lemma: Dictionary form, or a stem.
        capital: True if the word begins with a capital.
        tense: Tense of its form without auxiliary; ``IN_ANY`` if it has none, "" for other words.
    """

    key: str
    lemma: str
    capital: bool
    tense: str


class Atoms(NamedTuple):
    """The words and marks of a sentence with contractions expanded.

    Attributes:
        words: Each of them.
        at: The index of its word in the sentence, for each.
    """

    words: tuple[Atom, ...]
    at: Sequence[int]


class VerbReader:
    """Reader of verb groups in one language.

    Args:
        words: Tables of the language.
        lemma: Function from a folded word to its dictionary form or stem.
        function_words: Words that carry grammar.
        is_verb: Function from a lemma to True if it is a verb first of all.
    """

    def __init__(
        self,
        words: VerbWords,
        lemma: Callable[[str], str],
        function_words: frozenset[str],
        is_verb: Callable[[str], bool],
    ) -> None:
        self.words = words
        self.function_words = function_words
        self.lemma = lemma
        self.is_verb = is_verb
        self._parts_of = lru_cache(maxsize=WORD_CACHE_SIZE)(self._parts)

    def atoms(self, words: Sequence[str]) -> Atoms:
        """Return the words and marks of a sentence with contractions expanded."""
        parts = list(map(self._parts_of, words))
        found = tuple(chain.from_iterable(parts))
        if len(found) == len(words):
            return Atoms(found, range(len(found)))
        return Atoms(found, [index for index, each in enumerate(parts) for _ in each])

    def _parts(self, word: str) -> tuple[Atom, ...]:
        auxiliaries, capital = self.words.auxiliaries, word[:1].isupper()
        parts = [
            (part, auxiliaries[part][0] if part in auxiliaries else self.lemma(part))
            for part in self.words.parts(fold(word))
        ]
        return tuple(Atom(key, lemma, capital, self._tense_of(key, lemma)) for key, lemma in parts)

    def groups(self, atoms: Atoms) -> tuple[VerbGroup, ...]:
        """Return the verb groups of a sentence, in order."""
        return tuple(_SentenceReader(self, atoms).groups())

    def may_be_verb(self, atom: Atom) -> bool:
        """Return True if a word can be part of a verb group."""
        return (
            atom.key in self.words.auxiliaries
            or atom.key in self.words.past_forms
            or self.is_participle(atom.key)
            or self.is_verb(atom.lemma)
        )

    def is_noun(self, atoms: Sequence[Atom], n: int) -> bool:
        """Return True if an auxiliary is a noun there: "the will", "in need", "in May"."""
        before = atoms[n - 1].key if n else ""
        words = self.words
        if n and atoms[n].capital and atoms[n].key in words.months:
            return True
        return atoms[n].key in words.nouns and (
            before in words.determiners or before in words.prepositions
        )

    def begins_clause(self, atoms: Sequence[Atom], n: int) -> bool:
        """Return True if a clause begins at an atom."""
        if n == 0:
            return True
        before = atoms[n - 1].key
        return before in self.words.openers or not any(c.isalnum() for c in before)

    def _tense_of(self, key: str, lemma: str) -> str:
        """Return the tense of a verb without auxiliary by its form; ``IN_ANY`` if it has none.

        "" for words that are not verbs.
        """
        words = self.words
        if key in self.function_words:
            return ""
        regular = key.endswith(words.past_endings) and len(key) > _SHORTEST_PAST
        if key in words.past_forms or (regular and key not in words.participles):
            return "past"
        if not self.is_verb(lemma):
            return ""
        return "present" if key != lemma and key.endswith(words.present_endings) else IN_ANY

    def is_participle(self, key: str) -> bool:
        """Return True if a word can be a past participle."""
        return key in self.words.participles or key.endswith(self.words.past_endings)


class _SentenceReader:
    """State for one sentence."""

    def __init__(self, reader: VerbReader, atoms: Atoms) -> None:
        self._reader, self._words = reader, reader.words
        self._atoms, self._at = atoms

    def groups(self) -> Iterator[VerbGroup]:
        stop, atoms, auxiliaries = 0, self._atoms, self._words.auxiliaries
        for n, (key, lemma, _, tense) in enumerate(atoms):
            if n < stop:
                continue  # Part of the last group.
            if key in auxiliaries and not self._reader.is_noun(atoms, n):
                stop, group = self._with_auxiliary(n)
                yield group
            elif tense:
                found = self._tense_alone(n)
                if found:
                    index = self._at[n]
                    yield VerbGroup(range(index, index + 1), lemma, found)

    def _with_auxiliary(self, start: int) -> tuple[int, VerbGroup]:
        """Return the position after a group that begins with an auxiliary, and the group."""
        atoms, words = self._atoms, self._words
        before_noun = inverted = self._noun_phrase_follows(start)
        forms, n = [atoms[start].key], start + 1
        while n < len(atoms) and not inverted:
            key = atoms[n].key
            if key in words.auxiliaries and not self._reader.is_noun(atoms, n):
                forms.append(key)
            elif len(forms) == 1 and key in words.subjects and self._follows(start, n):
                break
            elif key == words.infinitive and self._is_semi(n):
                forms.append(key)
            elif not self._is_adverb(key):
                break
            n += 1
        if n < len(atoms) and len(forms) == 1 and atoms[n].key in words.subjects:
            inverted = self._follows(start, n)
            n, forms = self._after_subject(n, forms) if inverted else (n, forms)
        has_main = n < len(atoms) and not before_noun and self._is_main(n, forms)
        main = atoms[n] if has_main else None
        stop = n + 1 if main else n
        return stop, self._group(start, stop, forms, main, inverted=inverted)

    def _after_subject(self, n: int, forms: list[str]) -> tuple[int, list[str]]:
        """Skip an inverted subject, adverbs and further auxiliaries."""
        atoms, forms, start = self._atoms, [*forms], n + 1
        n += 1
        while n < len(atoms):
            key = atoms[n].key
            if key in self._words.auxiliaries or (key == self._words.infinitive and n == start):
                forms.append(key)
            elif not self._is_adverb(key):
                break
            n += 1
        return n, forms

    def _follows(self, start: int, n: int) -> bool:
        """Return True if only negations are between an auxiliary and a subject."""
        return all(self._atoms[k].key in self._words.negations for k in range(start + 1, n))

    def _noun_phrase_follows(self, n: int) -> bool:
        """Return True if an auxiliary begins a clause and a noun phrase follows."""
        if n + 1 >= len(self._atoms) or not self._reader.begins_clause(self._atoms, n):
            return False
        after, key = self._atoms[n + 1], self._atoms[n].key
        if key in self._words.modals and key in self._words.inverting:
            return after.key not in self._words.subjects and not self._is_adverb(after.key)
        return after.key in self._words.determiners or (
            after.capital and n == 0 and after.key not in self._words.subjects
        )

    def _is_adverb(self, key: str) -> bool:
        words = self._words
        ending = key.endswith(words.adverb_ending)
        return ending or key in words.adverbs or key in words.negations

    def _is_semi(self, n: int) -> bool:
        """Return True if an auxiliary precedes "to": "is to be"."""
        return self._atoms[n - 1].key in self._words.auxiliaries

    def _is_main(self, n: int, forms: Sequence[str]) -> bool:
        key = self._atoms[n].key
        is_small = key in self._reader.function_words and key not in self._words.participles
        if is_small or not key[:1].isalpha():
            return False
        if self._base(forms[-1]) not in (self._words.be, self._words.have):
            return True
        return key.endswith(self._words.progressive_ending) or self._reader.is_participle(key)

    def _base(self, form: str) -> str:
        return self._words.auxiliaries.get(form, (form, ""))[0]

    def _group(
        self, start: int, stop: int, forms: Sequence[str], main: Atom | None, *, inverted: bool
    ) -> VerbGroup:
        words = self._words
        bases = [self._base(form) for form in forms]
        tense = words.auxiliaries[forms[0]][1]
        is_to_be = bases[0] == words.be and tense == "present" and words.infinitive in bases[1:2]
        if bases[0] in words.futures or is_to_be:
            tense = "future"
        ends = main is not None and self._reader.is_participle(main.key)
        last = bases[-1]
        begins = self._reader.begins_clause(self._atoms, start)
        asks = inverted and begins and self._is_in_question(start)
        inverted = inverted and (begins or self._is_after_content(start))
        return VerbGroup(
            range(self._at[start], self._at[stop - 1] + 1),
            main.lemma
            if main
            else next(base for base in reversed(bases) if base != words.infinitive),
            tense,
            self._is_perfect(forms) or (last == words.have and ends),
            self._is_progressive(forms, main),
            last == words.be and ends,
            next((base for base in bases if base in words.modals), ""),
            asks,
            inverted and not asks and forms[0] in words.inverting,
        )

    def _is_perfect(self, forms: Sequence[str]) -> bool:
        """Return True if an auxiliary in its participle follows "have": "have been", "has done"."""
        return any(
            self._base(one) == self._words.have and self._reader.is_participle(two)
            for one, two in pairwise(forms)
        )

    def _is_progressive(self, forms: Sequence[str], main: Atom | None) -> bool:
        """Return True if a present participle follows "be": "is coming", "is being sent"."""
        keys = [*forms, main.key] if main else forms
        ending = self._words.progressive_ending
        return any(
            self._base(one) == self._words.be and two.endswith(ending)
            for one, two in pairwise(keys)
        )

    def _is_after_content(self, n: int) -> bool:
        """Return True if an atom follows a content word: "they oppose the army should it come"."""
        before = self._atoms[n - 1].key
        return n > 0 and before not in self._reader.function_words and not self._is_adverb(before)

    def _is_in_question(self, start: int) -> bool:
        """Return True if a question mark ends the sentence."""
        ends = (atom.key for atom in self._atoms[start:] if atom.key in _STOPS)
        return next(ends, "") == QUESTION

    def _tense_alone(self, n: int) -> str:
        """Return the tense of a verb without auxiliary; "" if it is a noun or an infinitive."""
        tense = self._atoms[n].tense
        before = self._atoms[n - 1].key if n else ""
        if before in self._words.determiners:
            return ""
        if tense == IN_ANY:
            return "present" if before in self._words.subjects else ""
        return tense


_SHORTEST_PAST = 4
"""Letters above which a word with the ending of a past form is one: "acted", but not "need"."""
