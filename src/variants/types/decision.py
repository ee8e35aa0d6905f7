"""What an editor settled about words of the seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.span import Span


class Action(Enum):
    """What was chosen for a place."""

    KEEP = "keep"
    ADOPT = "adopt"
    EMEND = "emend"
    ALTERNATES = "alternates"
    REJECT = "reject"
    QUERY = "query"
    DEFER = "defer"


class Confidence(Enum):
    """How sure an editor is: the values of TEI's ``cert``."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage remembered by its words.

    Attributes:
        exact: The words, as they stood.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 after them.
    """

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage of the seed remembered so as to be found again.

    Attributes:
        document: Name of the document.
        siglum: The seed's.
        text: SHA-256 of the text that was decided on, as ``Witness.digest``.
        sentence: Number of its sentence, from 1: for people.
        sentence_hash: First 16 hexadecimal digits of the sentence's SHA-256.
        within: Where it stands inside its sentence. The one offset that is relative to a
            sentence: the sentence may have moved.
        quote: Its words and their surroundings.
        position: Where it stood in the whole text.
    """

    document: str
    siglum: str
    text: str
    sentence: int
    sentence_hash: str
    within: Span
    quote: Quote
    position: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """Words and who has them.

    Attributes:
        text: The words.
        sigla: The witnesses that have them; empty for an editor's own.
        variant_class: The class they had when they were seen; empty for the seed's.
    """

    text: str
    sigla: tuple[str, ...] = ()
    variant_class: str = ""


CATEGORIES = (
    *("sense", "terminology", "house-style", "usage"),
    *("source-error", "seed-error", "alignment", "other"),
)
"""What the reason of a decision may be about."""
EVIDENCE_KINDS = ("source", "parallel", "dictionary", "edition", "person", "other")
"""What a decision may rest on."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision rests on.

    Attributes:
        kind: source, parallel, dictionary, edition, person or other.
        reference: Where it is found.
        quote: Its words; empty when none are given.
        language: Of the quotation.
        url: Where it can be read.
    """

    kind: str
    reference: str
    quote: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One event of the log: what was decided, by whom, why, and on what evidence.

    Attributes:
        id: Of the event.
        at: When, RFC 3339 in UTC: for people, never for order.
        by: Key of the editor.
        anchor: The words decided on.
        action: What was chosen.
        wording: What is printed: the adopted reading, the editor's own words ("" leaves the
            words out), the main alternative; ``None`` where the seed's words are printed.
        also: Alternatives printed beside it.
        ask: What a query asks.
        saw: The readings at the place when it was decided, the seed's first.
        why: The reason.
        category: sense, terminology, house-style, usage, source-error, seed-error,
            alignment or other; empty when not given.
        confidence: How sure the editor is, if that was said.
        evidence: What it rests on.
        replaces: Ids of all decisions that were live on the place.
        rule: Id of the rule that proposed it; empty for one made by hand.
        batch: Common to decisions recorded together.
        witnesses: Siglum and SHA-256 of each text that was compared when it was decided.
    """

    id: str
    at: str
    by: str
    anchor: Anchor
    action: Action
    wording: Wording | None = None
    also: tuple[Wording, ...] = ()
    ask: str = ""
    saw: tuple[Wording, ...] = ()
    why: str = ""
    category: str = ""
    confidence: Confidence | None = None
    evidence: tuple[Evidence, ...] = ()
    replaces: tuple[str, ...] = ()
    rule: str = ""
    batch: str = ""
    witnesses: tuple[tuple[str, str], ...] = ()
