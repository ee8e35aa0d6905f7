"""Table of words that show who does what to whom, which a language fills."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Words around the arguments of a verb in one language; words are folded.

    Attributes:
        boundaries: Words at which the arguments of a verb end, beside punctuation.
        adjuncts: Prepositions before words that have no role of their own: "of", "with".
        one_way: Adjuncts with another sense if the words around them are exchanged: "the mill above
            the inn".
        receiver_marker: Word before the one who receives: "to".
        comparing: Word before what something is compared with: "than".
        agent_marker: Word before the agent of a passive verb: "by".
        owner_marker: Word before an owner: "of".
        owner_endings: Endings of an owner that precedes what is owned: "'s".
        own: Word that stresses an owner: "own".
        subject_relatives: Relative pronouns that are subjects.
        object_relatives: Relative pronouns that are objects.
        cases: Pronouns in other cases, and the form of the subject.
        places: Prepositions of places.
        opponent_marker: Word before the one who is opposed: "against".
        sides: Prepositions of friends and enemies.
        relatives: Pronouns that begin a relative clause.
        focus: Words that single out what follows them: "only", "even".
        focus_after: Words that single out what precedes them: "the king alone".
        repetitions: Adverbs of how often, without an ending of adverbs: "again", "often".
        raising: Verbs that can be denied instead of the verb after them: "think".
        two_way_verbs: Verbs whose subject can give or take: "rent to", "rent from".
        source_marker: Word before the one who gives: "from".
        causatives: Verbs whose object acts: "made him go".
        joints: Words that join equals: "and".
        phases: Verbs whose subject is that of the verb after them: "begin to fall".
        weak_verbs: Verbs whose arguments can be exchanged without another sense: "be".
        kinds: Nouns for the kind of another, which may own it or be owned: "sort".
        portions: Nouns for some of another noun: "cup", "piece".
    """

    boundaries: frozenset[str] = _NO_WORDS
    adjuncts: frozenset[str] = _NO_WORDS
    one_way: frozenset[str] = _NO_WORDS
    receiver_marker: str = ""
    comparing: str = ""
    agent_marker: str = ""
    owner_marker: str = ""
    owner_endings: tuple[str, ...] = ()
    own: str = ""
    subject_relatives: frozenset[str] = _NO_WORDS
    object_relatives: frozenset[str] = _NO_WORDS
    cases: Mapping[str, str] = field(default_factory=dict)
    places: frozenset[str] = _NO_WORDS
    opponent_marker: str = ""
    sides: frozenset[str] = _NO_WORDS
    relatives: frozenset[str] = _NO_WORDS
    focus: frozenset[str] = _NO_WORDS
    focus_after: frozenset[str] = _NO_WORDS
    repetitions: frozenset[str] = _NO_WORDS
    raising: frozenset[str] = _NO_WORDS
    two_way_verbs: frozenset[str] = _NO_WORDS
    source_marker: str = ""
    causatives: frozenset[str] = _NO_WORDS
    joints: frozenset[str] = _NO_WORDS
    phases: frozenset[str] = _NO_WORDS
    weak_verbs: frozenset[str] = _NO_WORDS
    kinds: frozenset[str] = _NO_WORDS
    portions: frozenset[str] = _NO_WORDS
