"""Parts of a line, as pydantic checks them.

Unknown fields are ignored; lines are never rewritten, so they are kept. Lists are tuples, since
pydantic copies a mutable default for every line without the field.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from variants.types.decision import Action

Digest: TypeAlias = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
ShortDigest: TypeAlias = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{16,64}$")]
EditorName: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,31}$")]
Id: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Offset: TypeAlias = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """Base of all models."""

    model_config = ConfigDict(extra="ignore")


class Extent(Model):
    """A half-open range of code points, in the whole text unless noted otherwise."""

    start: Offset
    end: Offset


class Sentence(Extent):
    """The sentence of a passage; the range is relative to the sentence."""

    n: int
    hash: ShortDigest


class Quotation(Model):
    """The words of a passage and the characters around them."""

    exact: str
    prefix: str
    suffix: str


class TargetFields(Model):
    """The words that a decision or comment is about."""

    doc: str
    witness: str
    text: Digest
    sentence: Sentence
    quote: Quotation
    position: Extent


class ReadingFields(Model):
    """Words and the witnesses that have them."""

    text: str
    of: tuple[str, ...] = ()
    class_: str = Field(default="", alias="class")


class Question(Model):
    """The question of a query."""

    text: str


class Proof(Model):
    """A piece of evidence for a decision."""

    kind: str
    ref: str
    quote: str = ""
    lang: str = ""
    url: str = ""


class OpenedWitness(Model):
    """One text of a document."""

    text: Digest


class RuleMatch(Model):
    """The readings that a rule applies to."""

    class_: str = Field(default="", alias="class")
    pairs: tuple[tuple[str, str], ...] = ()


class RuleFields(Model):
    """The content of a rule."""

    key: str
    title: str
    match: RuleMatch
    action: Action
    apply: Literal["confirm", "offer"] = "confirm"


class LinkedSentence(Model):
    """A sentence of a link, with its first words, so that a changed one is noticed."""

    n: int
    hash: ShortDigest
    start_words: str
