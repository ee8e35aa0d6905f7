"""Words and phrases that give a statement its force: "must", "is to", "perhaps", "demands"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from variants.languages.verb_groups import QUESTION, Atom, Atoms, VerbReader
from variants.languages.verb_tables import ANY_FORM, VERB, Force, ForceWords

_SKIPPED = 3  # Most adverbs and subjects inside a phrase: "is not also to".
_REACH = 7  # Most words between a negation and the word that it negates: "no ship may".


class ForceMark(NamedTuple):
    """A word or phrase of force in a sentence.

    Attributes:
        at: Indices of its words.
        force: Class and grade, a negation considered.
    """

    at: tuple[int, ...]
    force: Force


class _ForcePhrase(NamedTuple):
    """A phrase of force.

    Attributes:
        words: Its words; those for all of their forms with ``ANY_FORM`` before their lemma.
        force: Its force.
        needed: The words after the first that a sentence with the phrase has as they are.
    """

    words: tuple[str, ...]
    force: Force
    needed: frozenset[str]


class ForceReader:
    """Reader of words of force in one language."""

    def __init__(self, words: ForceWords, verbs: VerbReader) -> None:
        self._words, self._verbs = words, verbs
        self._by_key: dict[str, list[_ForcePhrase]] = {}
        self._by_lemma: dict[str, list[_ForcePhrase]] = {}
        same: dict[frozenset[str], frozenset[str]] = {}  # Equal sets are one, which saves memory.
        for phrase, force in words.phrases:
            lemmas = tuple(
                intern(ANY_FORM + verbs.lemma(word[1:])) if word[0] == ANY_FORM else word
                for word in phrase
            )
            needed = frozenset(word for word in lemmas[1:] if word != VERB and word[0] != ANY_FORM)
            first = lemmas[0]
            by_first = self._by_lemma if first[0] == ANY_FORM else self._by_key
            found = by_first.setdefault(first.removeprefix(ANY_FORM), [])
            found.append(_ForcePhrase(lemmas, force, same.setdefault(needed, needed)))
        for found in (*self._by_key.values(), *self._by_lemma.values()):
            found.sort(key=lambda one: -len(one.words))

    def begins(self, key: str, lemma: str) -> bool:
        """Return True if a phrase of force begins with this word."""
        return key in self._by_key or lemma in self._by_lemma

    def marks(self, sentence: Atoms, passed: frozenset[int]) -> Iterator[ForceMark]:
        """Yield the phrases of force in a sentence, in order.

        Args:
            sentence: The sentence.
            passed: Indices of words where none begins.
        """
        taken, by_key, by_lemma = -1, self._by_key, self._by_lemma
        atoms, places = sentence
        first = [n for n, one in enumerate(atoms) if one.key in by_key or one.lemma in by_lemma]
        keys = {atom.key for atom in atoms} if first else set[str]()
        for n in first:
            atom = atoms[n]
            if n <= taken or places[n] in passed or self._verbs.is_noun(atoms, n):
                continue
            if atom.key in self._words.prayers and self._begins_prayer(atoms, n):
                continue
            for phrase in (*by_key.get(atom.key, ()), *by_lemma.get(atom.lemma, ())):
                if not phrase.needed <= keys:
                    continue
                at = self._match(phrase.words, atoms, n)
                if at:
                    taken = at[-1]
                    if phrase.force.family and not self._is_clause(atoms, at):
                        force = self._force(atoms, at, phrase.force)
                        yield ForceMark(tuple(sorted({places[k] for k in at})), force)
                    break

    def _begins_prayer(self, atoms: Sequence[Atom], n: int) -> bool:
        """Return True if a word begins a clause, and the sentence is not a question."""
        is_first = n == 0 or not atoms[n - 1].key[:1].isalnum()
        return is_first and not any(atom.key == QUESTION for atom in atoms)

    def _is_clause(self, atoms: Sequence[Atom], at: Sequence[int]) -> bool:
        """Return True if "they say" is a clause of its own: "may they say", "they say: …"."""
        if atoms[at[0]].key not in self._words.speakers:
            return False
        before = atoms[at[0] - 1].key if at[0] else ""
        after = atoms[at[-1] + 1].key if at[-1] + 1 < len(atoms) else ""
        return before in self._verbs.words.auxiliaries or after in self._words.introducing

    def _force(self, atoms: Sequence[Atom], at: Sequence[int], force: Force) -> Force:
        """Return the force of a phrase, a negation considered."""
        negated = self._words.negated.get(force)
        return negated if negated is not None and self._is_negated(atoms, at) else force

    def _match(self, phrase: Sequence[str], atoms: Sequence[Atom], start: int) -> list[int]:
        """Return the positions of a phrase that begins at an atom; none if it is absent."""
        at, n = [start], start + 1
        for word in phrase[1:]:
            last = n + _SKIPPED
            while n < min(last, len(atoms)) and not self._fits(word, atoms[n]):
                if not self._may_skip(atoms[n].key):
                    return []
                n += 1
            if n >= len(atoms) or not self._fits(word, atoms[n]):
                return []
            at.append(n)
            n += 1
        return at[:-1] if phrase[-1] == VERB else at

    def _fits(self, word: str, atom: Atom) -> bool:
        if word == VERB:
            function = atom.key in self._verbs.function_words
            return atom.key[:1].isalpha() and (not function or atom.key in self._words.bare_verbs)
        return word == atom.key or word == ANY_FORM + atom.lemma

    def _may_skip(self, key: str) -> bool:
        """Return True if a word is an adverb or subject, unlike "unlikely" in "is unlikely to"."""
        verbs = self._verbs.words
        return (
            key in verbs.adverbs
            or key in verbs.negations
            or key in verbs.subjects
            or (key.endswith(verbs.adverb_ending) and not self._begins_longer(key))
        )

    def _begins_longer(self, key: str) -> bool:
        """Return True if a phrase of several words begins with this one."""
        return any(phrase.words[1:] for phrase in self._by_key.get(key, ()))

    def _is_in_group(self, key: str) -> bool:
        """Return True if a word can be in the verb group before a participle: "was never"."""
        verbs = self._verbs.words
        is_adverb = key in verbs.adverbs or key.endswith(verbs.adverb_ending)
        return is_adverb or key in verbs.negations or key in verbs.auxiliaries

    def _is_ruled_out(self, atoms: Sequence[Atom], start: int) -> bool:
        """Return True if "on no account" or the like follows."""
        nearest = range(start + 1, min(start + _SKIPPED, len(atoms) - 1))
        return any(
            atoms[n].key in self._words.before_denials
            and atoms[n + 1].key in self._words.negative_pronouns
            for n in nearest
        )

    def _is_negated(self, atoms: Sequence[Atom], at: Sequence[int]) -> bool:
        """Return True if a negation is inside, beside, or before as part of the subject."""
        words = self._words
        inside = range(at[0], min(at[-1] + _SKIPPED, len(atoms)))
        for n in inside:
            if atoms[n].key in words.negations:
                return True
            if n not in at and not self._may_skip(atoms[n].key):
                break
        if self._is_ruled_out(atoms, at[0]):
            return True
        last = at[0] - 1
        while last >= 0 and self._is_in_group(atoms[last].key):
            if atoms[last].key in words.negations:
                return True
            last -= 1
        return self._has_negated_subject(atoms, last)

    def _has_negated_subject(self, atoms: Sequence[Atom], last: int) -> bool:
        """Return True if a negation is in the subject that ends at an atom: "no ship may"."""
        for n in range(last, max(-1, last - _REACH), -1):
            key = atoms[n].key
            if key in self._words.negative_pronouns:
                return True
            if key in self._verbs.words.auxiliaries:
                return self._follows_denial(atoms, n)
            if not key[:1].isalpha():
                break
        return False

    def _follows_denial(self, atoms: Sequence[Atom], n: int) -> bool:
        """Return True if an auxiliary follows "under no circumstances" or the like."""
        phrase = [atom.key for atom in atoms[max(0, n - _SKIPPED) : n]]
        return any(
            one in self._words.before_denials and two in self._words.negative_pronouns
            for one, two in pairwise(phrase)
        )
