"""Tables of verb forms and words of force, which a language fills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_NO_WORDS: frozenset[str] = frozenset()
ANY_FORM = "~"
"""First character of a word of a phrase that stands for all of its forms."""
VERB = "VERB"
"""Word of a phrase that stands for any verb in its dictionary form."""


@dataclass(frozen=True, slots=True)
class VerbWords:
    """Verb forms of one language; words are folded.

    Attributes:
        auxiliaries: Forms of auxiliaries, with the dictionary form and the tense of each.
        have: Dictionary form of the auxiliary of the perfect.
        be: Dictionary form of the auxiliary of the passive and of progressive forms.
        modals: Dictionary forms of modal auxiliaries.
        futures: Modal auxiliaries that form the future.
        inverting: Auxiliaries whose inversion can mean "if".
        infinitive: Word between an auxiliary and an infinitive: "to".
        negations: Words that negate a verb.
        adverbs: Other words between an auxiliary and its verb.
        adverb_ending: Ending of such words.
        subjects: Pronouns that are subjects.
        indirect: Words that introduce an indirect question.
        interrogatives: Words that begin a question: "who".
        requests: Words that make a request of an order: "please".
        reporting: Words that introduce a report or a decision: "that they should pay".
        ordering: Lemmas of words for an order or a proposal, with such a report: "agreed that".
        concessive: Words for all that may be, or for what shall not be: "whoever", "lest".
        conditional: Words that begin a condition: "if he should come".
        purposes: Words before "that" in a clause of purpose: "so that".
        exhorting: Words that begin an order to another person: "let him come".
        speakers: Pronouns for the speaker.
        perceiving: Lemmas of verbs that "can" adds little to: "I can see" is "I see".
        addressed: Pronouns that can be the subject of an order.
        determiners: Words that begin a noun phrase.
        openers: Words after which a clause begins.
        prepositions: Words after which an auxiliary is a noun.
        nouns: Auxiliaries that can be nouns: "the will".
        months: Auxiliaries that are months with a capital: "May".
        past_forms: Irregular past forms.
        participles: Irregular past participles.
        past_endings: Endings of regular past forms and participles.
        present_endings: Endings of finite verbs in the present.
        progressive_ending: Ending of present participles.
        contracted: Contracted words as separate words: "won't" as "will not".
        contracted_endings: Contracted endings, and the word that each stands for.
        old_forms: Old forms, and the modern form of each.
        viewpoints: Pairs of verbs for one act, seen from either end: "come" and "go".
    """

    auxiliaries: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    have: str = ""
    be: str = ""
    modals: frozenset[str] = _NO_WORDS
    futures: frozenset[str] = _NO_WORDS
    inverting: frozenset[str] = _NO_WORDS
    infinitive: str = ""
    negations: frozenset[str] = _NO_WORDS
    adverbs: frozenset[str] = _NO_WORDS
    adverb_ending: str = "\0"
    subjects: frozenset[str] = _NO_WORDS
    indirect: frozenset[str] = _NO_WORDS
    interrogatives: frozenset[str] = _NO_WORDS
    requests: frozenset[str] = _NO_WORDS
    reporting: frozenset[str] = _NO_WORDS
    ordering: frozenset[str] = _NO_WORDS
    concessive: frozenset[str] = _NO_WORDS
    conditional: frozenset[str] = _NO_WORDS
    purposes: frozenset[str] = _NO_WORDS
    exhorting: frozenset[str] = _NO_WORDS
    speakers: frozenset[str] = _NO_WORDS
    perceiving: frozenset[str] = _NO_WORDS
    addressed: frozenset[str] = _NO_WORDS
    determiners: frozenset[str] = _NO_WORDS
    openers: frozenset[str] = _NO_WORDS
    prepositions: frozenset[str] = _NO_WORDS
    nouns: frozenset[str] = _NO_WORDS
    months: frozenset[str] = _NO_WORDS
    past_forms: frozenset[str] = _NO_WORDS
    participles: frozenset[str] = _NO_WORDS
    past_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    progressive_ending: str = "\0"
    contracted: Mapping[str, str] = field(default_factory=dict)
    contracted_endings: Mapping[str, str] = field(default_factory=dict)
    old_forms: Mapping[str, str] = field(default_factory=dict)
    viewpoints: frozenset[frozenset[str]] = frozenset()

    def parts(self, key: str) -> tuple[str, ...]:
        """Return the modern words that a folded word stands for, contractions expanded.

        Examples:
            >>> VerbWords(contracted_endings={"n't": "not"}).parts("didn't")
            ('did', 'not')
        """
        if key in self.contracted:
            return tuple(self.contracted[key].split())
        if "'" in key:
            for ending, word in self.contracted_endings.items():
                if key.endswith(ending) and len(key) > len(ending):
                    return self.old_forms.get(key[: -len(ending)], key[: -len(ending)]), word
            key = key.removesuffix("'s")
        return (self.old_forms.get(key, key),)


class Force(NamedTuple):
    """Class and grade of a word or phrase.

    Attributes:
        family: Words of one family are compared by grade: "necessity", "certainty"; "" for phrases
            without force, such as "seem good".
        grade: Higher is stronger.
        alone: True if the word matters where the other side has nothing instead.
    """

    family: str
    grade: float
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ForceWords:
    """Phrases of force in one language; words are folded.

    Attributes:
        phrases: Phrases and the force of each; a word with ``ANY_FORM`` stands for its forms.
        negated: Force of a negated word, by its force without: "may not" is "must not".
        negations: Words that negate.
        before_denials: Prepositions before a pronoun that negates the verb: "on no account".
        negative_pronouns: Words that negate the verb that follows: "no one may".
        prayers: Words without force at the beginning of a prayer: "may God forgive you".
        bare_verbs: Function words that can follow an infinitive marker: "be".
        speakers: Subjects of a parenthesis such as "they say".
        introducing: Marks after which a speaker is quoted.
    """

    phrases: Sequence[tuple[tuple[str, ...], Force]] = ()
    negated: Mapping[Force, Force] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    before_denials: frozenset[str] = _NO_WORDS
    negative_pronouns: frozenset[str] = frozenset()
    prayers: frozenset[str] = frozenset()
    bare_verbs: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    introducing: frozenset[str] = frozenset()
