"""The lines of a log as pydantic checks them; what it knows is also the published JSON Schema.

Import this module only where lines are read: pydantic takes its time. Fields that no model names
are no mistake: lines are never written anew, so they are kept. Lists are tuples, since pydantic
copies a default that can be changed, for every line that leaves the field out.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from variants.types.decision import Action

FORMAT = 1
"""The version of the format; rises when a reader of the old one would misunderstand the new."""

Digest: TypeAlias = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
ShortDigest: TypeAlias = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{16,64}$")]
EditorName: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,31}$")]
Id: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Offset: TypeAlias = Annotated[int, Field(ge=0)]


class _Model(BaseModel):
    """What all models have in common."""

    model_config = ConfigDict(extra="ignore")


class Header(_Model):
    """What every line has, also one of a later version."""

    v: int
    id: Id
    type: str
    at: str = ""
    by: str = ""
    tool: str = ""
    prev: Digest | None = None


class LogLine(_Model):
    """What every line of this version has."""

    v: Literal[1]
    id: Id
    at: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")]
    by: EditorName
    tool: str = ""
    prev: Digest | None
    seen: dict[str, Digest] = Field(default_factory=dict)


class Extent(_Model):
    """Half-open, in code points of the whole text."""

    start: Offset
    end: Offset


class Sentence(Extent):
    """The sentence of a passage, and where the passage stands inside it."""

    n: int
    hash: ShortDigest


class Quotation(_Model):
    """The words of a passage and what stands around them."""

    exact: str
    prefix: str
    suffix: str


class TargetFields(_Model):
    """The words that are decided on."""

    doc: str
    witness: str
    text: Digest
    sentence: Sentence
    quote: Quotation
    position: Extent


class ReadingFields(_Model):
    """Words and who has them."""

    text: str
    of: tuple[str, ...] = ()
    class_: str = Field(default="", alias="class")


class Question(_Model):
    """What a query asks."""

    text: str


class Proof(_Model):
    """What a decision rests on."""

    kind: str
    ref: str
    quote: str = ""
    lang: str = ""
    url: str = ""


class DecisionLine(LogLine):
    """What an editor settled about words of the seed."""

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


class OpenedWitness(_Model):
    """One text of a document."""

    text: Digest


class OpenLine(LogLine):
    """Which texts a document was first compared in."""

    type: Literal["open"]
    doc: str
    seed: str
    witnesses: dict[str, OpenedWitness]


class TextLine(LogLine):
    """A witness got another text."""

    type: Literal["text"]
    doc: str
    witness: str
    from_: Digest | None = Field(alias="from")
    to: Digest | None
    why: str = ""


class WithdrawLine(LogLine):
    """Events that hold no more."""

    type: Literal["withdraw"]
    of: tuple[Id, ...]
    why: str = ""


class CommentLine(LogLine):
    """A remark of an editor on an event or a place."""

    type: Literal["comment"]
    on: Id | TargetFields
    text: str
    reply: str = ""


class RuleMatch(_Model):
    """What a rule is about."""

    class_: str = Field(default="", alias="class")
    pairs: tuple[tuple[str, str], ...] = ()


class RuleFields(_Model):
    """What a rule says."""

    key: str
    title: str
    match: RuleMatch
    action: Action
    apply: Literal["confirm", "offer"] = "confirm"


class RuleLine(LogLine):
    """A house rule."""

    type: Literal["rule"]
    rule: RuleFields
    why: str = ""
    replaces: tuple[Id, ...] = ()


class AnchorLine(LogLine):
    """Where a decision stands in a later text."""

    type: Literal["anchor"]
    of: Id
    target: TargetFields
    method: str = ""
    score: float = 1.0
    confirmed: bool = False


class EditorLine(LogLine):
    """With which key an editor signs."""

    type: Literal["editor"]
    key: EditorName
    public: str = ""
    until: str = ""


class SealLine(LogLine):
    """The state of the whole log under a name."""

    type: Literal["seal"]
    heads: dict[str, Digest]
    count: int
    name: str = ""
    signature: str = ""


class RemovedLine(LogLine):
    """Stands where another line stood whose text had to go."""

    type: Literal["removed"]
    was: Digest
    why: str = ""
    replaces: tuple[Id, ...] = ()


class LinkedSentence(_Model):
    """A sentence remembered so that another one is not mistaken for it."""

    n: int
    hash: ShortDigest
    start_words: str


class LinkLine(LogLine):
    """What an editor says about sentences that belong together."""

    type: Literal["link"]
    doc: str
    op: Literal["force", "forbid", "split", "join"]
    witness: str
    seed: tuple[LinkedSentence, ...] = ()
    other: tuple[LinkedSentence, ...] = ()
    split_at: int | None = None
    why: str = ""
    replaces: tuple[Id, ...] = ()


AnyLine: TypeAlias = Annotated[
    DecisionLine
    | OpenLine
    | TextLine
    | WithdrawLine
    | CommentLine
    | RuleLine
    | AnchorLine
    | EditorLine
    | SealLine
    | RemovedLine
    | LinkLine,
    Field(discriminator="type"),
]
LINE: TypeAdapter[AnyLine] = TypeAdapter(AnyLine)
TYPES = frozenset(
    {
        *("decision", "open", "text", "withdraw", "comment", "rule"),
        *("anchor", "editor", "seal", "removed", "link"),
    }
)


def schema() -> dict[str, Any]:
    """The JSON Schema of a line."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the log of decisions of variants",
        **LINE.json_schema(),
    }
