"""The lines of a log, as pydantic checks them; the published JSON Schema is made from these models.

Import this module only to read lines, since pydantic takes long to import.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints, TypeAdapter

from variants.log.codec.fields import (
    Digest,
    EditorName,
    Id,
    LinkedSentence,
    Model,
    OpenedWitness,
    Proof,
    Question,
    ReadingFields,
    RuleFields,
    TargetFields,
)
from variants.types.decision import Action

FORMAT = 1
"""Version of the format; raised if a reader of the old one would misunderstand the new one."""


class Header(Model):
    """Fields that every line has, even in a later version."""

    v: int
    id: Id
    type: str
    at: str = ""
    by: str = ""
    tool: str = ""
    prev: Digest | None = None


class LogLine(Model):
    """Fields that every line of this version has."""

    v: Literal[1]
    id: Id
    at: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    by: EditorName
    tool: str = ""
    prev: Digest | None
    seen: dict[str, Digest] = Field(default_factory=dict)


class DecisionLine(LogLine):
    """A decision of an editor about words of the seed."""

    type: Literal["decision"]
    target: TargetFields
    action: Action
    reading: ReadingFields | None = None
    emendation: str | None = None
    also: tuple[ReadingFields, ...] = ()
    ask: Question | None = None
    saw: tuple[ReadingFields, ...] = ()
    witnesses: dict[str, Digest] | None = None
    why: str = ""
    category: str = ""
    confidence: Literal["", "high", "medium", "low"] = ""
    evidence: tuple[Proof, ...] = ()
    replaces: tuple[Id, ...] = ()
    rule: str = ""
    batch: str = ""


class SenseLine(LogLine):
    """A verdict of an editor on whether a reading touches the sense."""

    type: Literal["sense"]
    target: TargetFields
    reading: ReadingFields
    touches_sense: bool
    witnesses: dict[str, Digest] | None = None
    why: str = ""
    evidence: tuple[Proof, ...] = ()
    replaces: tuple[Id, ...] = ()
    batch: str = ""


class OpenLine(LogLine):
    """The texts that a document was first compared in."""

    type: Literal["open"]
    doc: str
    seed: str
    witnesses: dict[str, OpenedWitness]


class TextLine(LogLine):
    """A change of a witness's text."""

    type: Literal["text"]
    doc: str
    witness: str
    from_: Digest | None = Field(alias="from")
    to: Digest | None
    why: str = ""


class WithdrawLine(LogLine):
    """A withdrawal of events."""

    type: Literal["withdraw"]
    of: tuple[Id, ...]
    why: str = ""


class CommentLine(LogLine):
    """A comment of an editor on an event or a place."""

    type: Literal["comment"]
    on: Id | TargetFields
    text: str
    reply: str = ""


class RuleLine(LogLine):
    """A house rule."""

    type: Literal["rule"]
    rule: RuleFields
    why: str = ""
    replaces: tuple[Id, ...] = ()


class AnchorLine(LogLine):
    """The place of a decision in a later text."""

    type: Literal["anchor"]
    of: Id
    target: TargetFields
    method: str = ""
    score: float = 1.0
    confirmed: bool = False


class EditorLine(LogLine):
    """The key that an editor signs with."""

    type: Literal["editor"]
    key: EditorName
    public: str = ""
    until: str = ""


class SealLine(LogLine):
    """A named state of the whole log."""

    type: Literal["seal"]
    heads: dict[str, Digest]
    count: int
    name: str = ""
    signature: str = ""


class RemovedLine(LogLine):
    """A stub in the place of an erased line."""

    type: Literal["removed"]
    was: Digest
    why: str = ""
    replaces: tuple[Id, ...] = ()


class LinkLine(LogLine):
    """A relation between sentences, recorded by an editor."""

    type: Literal["link"]
    doc: str
    op: Literal["force", "forbid", "split", "join"]
    witness: str
    seed: tuple[LinkedSentence, ...] = ()
    other: tuple[LinkedSentence, ...] = ()
    split_at: int | None = None
    why: str = ""
    replaces: tuple[Id, ...] = ()


class RenameLine(LogLine):
    """A new name of a document, or a new siglum of a witness."""

    type: Literal["rename"]
    doc: str
    witness: str = ""
    to: str
    texts: tuple[Digest, ...] = ()
    why: str = ""
    replaces: tuple[Id, ...] = ()


AnyLine: TypeAlias = Annotated[
    DecisionLine
    | SenseLine
    | OpenLine
    | TextLine
    | WithdrawLine
    | CommentLine
    | RuleLine
    | AnchorLine
    | EditorLine
    | SealLine
    | RemovedLine
    | LinkLine
    | RenameLine,
    Field(discriminator="type"),
]
LINE: TypeAdapter[AnyLine] = TypeAdapter(AnyLine)
TYPES = frozenset(
    {
        *("decision", "sense", "open", "text", "withdraw", "comment", "rule"),
        *("anchor", "editor", "seal", "removed", "link", "rename"),
    }
)
