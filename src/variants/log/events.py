"""What a log is made of. ``lines`` reads and writes these; ``history`` puts them together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from variants.types.decision import Anchor, Decision
from variants.types.status import Rule

Digests: TypeAlias = tuple[tuple[str, str], ...]
"""Siglum and SHA-256 of each text of a document."""


@dataclass(frozen=True, slots=True)
class DocumentOpened:
    """Which texts a document was first compared in, as this writer saw them.

    Attributes:
        document: Its name.
        seed: The seed's siglum.
        witnesses: Siglum and SHA-256 of each text, the seed's among them.
    """

    document: str
    seed: str
    witnesses: Digests


@dataclass(frozen=True, slots=True)
class TextChange:
    """A witness got another text; ``before`` and ``after`` are SHA-256, empty for no text."""

    document: str
    witness: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Decisions, rules, comments or links that hold no more."""

    of: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class CommentMade:
    """A remark of an editor.

    Attributes:
        text: What it says.
        on: Id of the event it is about; empty where it is about a place.
        anchor: The place; ``None`` where it is about an event.
        reply: Id of the comment it answers; empty for none.
    """

    text: str
    on: str = ""
    anchor: Anchor | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True)
class RuleMade:
    """A house rule, and the ids of those it takes the place of."""

    rule: Rule
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAnchor:
    """Where a decision stands in a later text of the seed.

    Attributes:
        of: Id of the decision.
        anchor: The place in the later text.
        method: How it was found.
        score: How well it fits, 0 to 1.
        confirmed: Whether an editor looked at it.
    """

    of: str
    anchor: Anchor
    method: str = ""
    score: float = 1.0
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class EditorKey:
    """With which public key an editor signs; empty fields were not given."""

    key: str
    public: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """The state of the whole log under a name.

    Attributes:
        heads: Writer and hash of the last line of each part of the log.
        count: How many events there were.
        name: What the state is called ("first proofs").
        signature: Of the heads, if it is signed.
    """

    heads: tuple[tuple[str, str], ...]
    count: int
    name: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Erasure:
    """Stands where another line stood whose text had to go.

    Attributes:
        was: Hash of that line, which keeps the chain whole.
        why: The reason.
        named: Ids that the line replaced or withdrew; they do not come back to life.
    """

    was: str
    why: str = ""
    named: tuple[str, ...] = ()


class LinkAction(Enum):
    """What an editor says about sentences."""

    FORCE = "force"
    FORBID = "forbid"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class RecordedSentence:
    """A sentence remembered so that another one is not mistaken for it.

    Attributes:
        number: From 1, for people.
        hash: First 16 hexadecimal digits of its SHA-256.
        start_words: Its first six words.
    """

    number: int
    hash: str
    start_words: str


@dataclass(frozen=True, slots=True)
class RecordedLink:
    """Sentences that belong together or do not, or are to be cut otherwise.

    Attributes:
        document: Name of the document.
        action: What is said about them.
        witness: Siglum of the other witness; the seed's own where its sentences are cut.
        seed: Sentences of the seed.
        other: Sentences of the other witness.
        at: For a split, how many characters of the sentence stand before the cut.
        why: The reason.
        replaces: Ids of the links it takes the place of.
    """

    document: str
    action: LinkAction
    witness: str
    seed: tuple[RecordedSentence, ...] = ()
    other: tuple[RecordedSentence, ...] = ()
    at: int | None = None
    why: str = ""
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """An event of a kind or version that this program does not know: kept, not interpreted."""

    type: str
    version: int


Body: TypeAlias = (
    Decision
    | DocumentOpened
    | TextChange
    | Withdrawn
    | CommentMade
    | RuleMade
    | NewAnchor
    | EditorKey
    | Seal
    | Erasure
    | RecordedLink
    | Foreign
)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a log.

    Attributes:
        id: UUID, made by the writer.
        at: When, RFC 3339 in UTC: for people, never for order.
        by: Key of the editor.
        body: What happened.
        tool: The program that wrote it, and its version.
        prev: Hash of the line before in the same chain; empty for the first.
        seen: Writer and hash of the last line read of each other chain; for people.
    """

    id: str
    at: str
    by: str
    body: Body
    tool: str = ""
    prev: str = ""
    seen: tuple[tuple[str, str], ...] = ()


def named_by(body: Body) -> tuple[str, ...]:
    """Ids of the events that this one takes out of force."""
    match body:
        case Withdrawn(of=ids) | Erasure(named=ids):
            return ids
        case Decision(replaces=ids) | RuleMade(replaces=ids) | RecordedLink(replaces=ids):
            return ids
        case _:
            return ()
