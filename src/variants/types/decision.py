"""Decisions of editors on words of the seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.span import Span


class Action(Enum):
    """Action chosen for a place."""

    KEEP = "keep"
    ADOPT = "adopt"
    EMEND = "emend"
    ALTERNATES = "alternates"
    REJECT = "reject"
    QUERY = "query"
    DEFER = "defer"


class Confidence(Enum):
    """Confidence of an editor; the values of TEI's ``cert``."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quotation of a passage with its context.

    Attributes:
        exact: The words, unchanged.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 after them.
    """

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """Passage of the seed, recorded so that it can be found again.

    Attributes:
        document: Name of the document.
        siglum: Siglum of the seed.
        text: SHA-256 of the text that was decided on, as ``Witness.digest``.
        sentence: Number of its sentence, counted from 1, for display.
        sentence_hash: First 16 hexadecimal digits of the sentence's SHA-256.
        within: Its span inside the sentence; relative, because the sentence may move.
        quote: Its words and their context.
        position: Its span in the whole text.
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
    """Words and the witnesses that have them.

    Attributes:
        text: The words.
        sigla: The witnesses that have them; empty for an editor's own.
        variant_class: Their class at the time of the decision; empty for the seed's.
    """

    text: str
    sigla: tuple[str, ...] = ()
    variant_class: str = ""


CATEGORIES = (
    *("sense", "terminology", "house-style", "usage"),
    *("source-error", "seed-error", "alignment", "other"),
)
"""Categories of reasons."""
EVIDENCE_KINDS = ("source", "parallel", "dictionary", "edition", "person", "other")
"""Kinds of evidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence for a decision.

    Attributes:
        kind: source, parallel, dictionary, edition, person or other.
        reference: Bibliographic reference.
        quote: Quotation; empty if not given.
        language: Language of the quotation.
        url: Web address.
    """

    kind: str
    reference: str
    quote: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Decision in the log, with its editor, reason and evidence.

    Attributes:
        id: Id of the event.
        at: Time, RFC 3339 in UTC; for display, not for order.
        by: Key of the editor.
        anchor: The words decided on.
        action: The action chosen.
        wording: The printed words: the adopted reading, the editor's own words ("" leaves the
            words out), the main alternative; ``None`` where the seed's words are printed.
        also: Alternatives printed beside it.
        ask: Question of a query.
        saw: The readings at the place when it was decided, the seed's first.
        why: The reason.
        category: sense, terminology, house-style, usage, source-error, seed-error,
            alignment or other; empty when not given.
        confidence: Confidence of the editor, if given.
        evidence: Evidence for the decision.
        replaces: Ids of all decisions that were active on the place.
        rule: Id of the rule that proposed it; empty for one made by hand.
        batch: Id shared by decisions recorded together.
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
