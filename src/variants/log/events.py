"""Events of a log. ``codec`` reads and writes their lines; ``history`` combines them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from variants.types.decision import Anchor, Decision
from variants.types.status import Rule
from variants.types.verdict import SenseVerdict

Digests: TypeAlias = tuple[tuple[str, str], ...]
"""Siglum and SHA-256 of each text of a document."""


@dataclass(frozen=True, slots=True)
class DocumentOpened:
    """The texts that a document was first compared in, as recorded by one writer.

    Attributes:
        document: Name of the document.
        seed: Siglum of the seed.
        witnesses: Siglum and SHA-256 of each text, including the seed.
    """

    document: str
    seed: str
    witnesses: Digests


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of a witness's text.

    Attributes:
        document: Name of the document.
        witness: Siglum of the witness.
        before: SHA-256 of the old text; empty if there was none.
        after: SHA-256 of the new text; empty if there is none.
        why: Reason for the change.
    """

    document: str
    witness: str
    before: str
    after: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Withdrawal of decisions, verdicts, rules, comments or links.

    Attributes:
        of: Ids of the withdrawn events.
        why: Reason for the withdrawal.
    """

    of: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class CommentMade:
    """A comment of an editor on an event or a place.

    Attributes:
        text: Text of the comment.
        on: Id of the event it is about; empty for a place.
        anchor: The place it is about; ``None`` for an event.
        reply: Id of the comment it answers; empty for none.
    """

    text: str
    on: str = ""
    anchor: Anchor | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True)
class RuleMade:
    """A house rule, and the ids of the rules that it replaces."""

    rule: Rule
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewAnchor:
    """The place of a decision in a later text of the seed.

    Attributes:
        of: Id of the decision.
        anchor: The place in the later text.
        method: Method that found the place.
        score: Quality of the match, from 0 to 1.
        confirmed: True if an editor has checked it.
    """

    of: str
    anchor: Anchor
    method: str = ""
    score: float = 1.0
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class EditorKey:
    """The public key that an editor signs with; fields that were not given are empty."""

    key: str
    public: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """A named state of the whole log.

    Attributes:
        heads: Writer and hash of the last line of each chain.
        count: Number of events in all chains.
        name: Name of the state, such as "first proofs".
        signature: Signature of the heads; empty if they are not signed.
    """

    heads: tuple[tuple[str, str], ...]
    count: int
    name: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Erasure:
    """A stub in the place of an erased line.

    Attributes:
        was: Hash of the erased line, which keeps the chain intact.
        why: Reason for the erasure.
        named: Ids that the line replaced or withdrew; they stay superseded.
    """

    was: str
    why: str = ""
    named: tuple[str, ...] = ()


class LinkAction(Enum):
    """Relation that an editor records between sentences."""

    FORCE = "force"
    FORBID = "forbid"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class RecordedSentence:
    """A sentence as a link records it, so that a changed one is noticed.

    Attributes:
        number: Number of the sentence, counted from 1, for people.
        hash: First 16 hexadecimal digits of its SHA-256.
        start_words: First six words of the sentence.
    """

    number: int
    hash: str
    start_words: str


@dataclass(frozen=True, slots=True)
class RecordedLink:
    """A relation between sentences: a forced or forbidden link, a split or a join.

    Attributes:
        document: Name of the document.
        action: The relation.
        witness: Siglum of the other witness, or of the seed if one of its sentences is split.
        seed: Sentences of the seed.
        other: Sentences of the other witness.
        at: For a split, the number of characters before the cut.
        why: Reason for the link.
        replaces: Ids of the links that it replaces.
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
class Renamed:
    """A document or a witness has another name from now on.

    Attributes:
        document: Name of the document; the old one, if it is the document that was renamed.
        witness: Old siglum of the witness; empty for a document.
        to: The new name or siglum.
        texts: SHA-256 of the texts of the seed, or of the witness, that have the old name in the
            log. They keep it from another document or witness that gets the old name later.
        why: Reason for the change.
        replaces: Ids of the changes of name that it replaces.
    """

    document: str
    witness: str
    to: str
    texts: tuple[str, ...] = ()
    why: str = ""
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """An event of an unknown type or a later version, which is kept but not interpreted."""

    type: str
    version: int


Body: TypeAlias = (
    Decision
    | SenseVerdict
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
    | Renamed
    | Foreign
)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a log.

    Attributes:
        id: UUID, made by the writer.
        at: Time in RFC 3339 and UTC, for people; it never decides the order.
        by: Key of the editor.
        body: Content of the event.
        tool: Program and version that wrote it.
        prev: Hash of the line before in the same chain; empty for the first.
        seen: Writer and hash of heads of other chains that were read, for people.
    """

    id: str
    at: str
    by: str
    body: Body
    tool: str = ""
    prev: str = ""
    seen: tuple[tuple[str, str], ...] = ()


def named_by(body: Body) -> tuple[str, ...]:
    """Return the ids of the events that an event replaces or withdraws."""
    match body:
        case Withdrawn(of=ids) | Erasure(named=ids):
            return ids
        case Decision(replaces=ids) | SenseVerdict(replaces=ids):
            return ids
        case RuleMade(replaces=ids) | RecordedLink(replaces=ids) | Renamed(replaces=ids):
            return ids
        case _:
            return ()
