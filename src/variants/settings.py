"""Settings of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from variants.errors import InvalidValue
from variants.types.variant import Kind, VariantClass

SIGNED_IF_SET = {"signed_if_set": True}
"""Metadata of later fields: unset, they leave signatures as they were without them."""


@dataclass(frozen=True, slots=True)
class ClassificationRule:
    """Rule of an edition that gives differences a kind, class or tier, by words or by patterns.

    Attributes:
        name: Name of the rule in reports.
        pairs: Words of the seed and of a witness; empty for a rule with patterns.
        seed: Regular expression for the seed's words; ``None`` for any.
        other: Regular expression for the witness's words, which may refer to groups of ``seed``;
            ``None`` for any.
        kind: Kind for the differences; ``None`` to keep the kind found.
        variant_class: Class for the differences; ``None`` for the class of the kind, or without
            a kind to keep the class found.
        sense: True if they touch the sense, False if they do not; ``None`` to keep the estimate.
    """

    name: str
    pairs: tuple[tuple[str, str], ...] = ()
    seed: str | None = None
    other: str | None = None
    kind: Kind | None = None
    variant_class: VariantClass | None = None
    sense: bool | None = None

    def __post_init__(self) -> None:
        _refuse_text(self.pairs, option="pairs", hint='Give pairs: pairs=(("okay", "OK"),)')
        _check_members(Kind, [self.kind], option="kind")
        _check_members(VariantClass, [self.variant_class], option="variant_class")


@dataclass(frozen=True, slots=True)
class Settings:
    """Method of each stage, and facts about the texts.

    Attributes:
        segmenter: A key of ``segmenters.SEGMENTERS``.
        aligner: A key of ``aligners.ALIGNERS``.
        linker: A key of ``words.LINKERS``.
        language: BCP 47 tag for texts that name no language themselves.
        terms: Words whose rendering matters. A difference is one of terms if one side has such
            a word, in any inflection, and the other side does not.
        names: Lists of equivalent forms of a name.
        rules: Rules for differences; the first that matches is applied.
        ignore: Kinds of readings that make no places.
    """

    segmenter: str = "sentences"
    aligner: str = "likelihood"
    linker: str = "lexical"
    language: str = "en"
    terms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    rules: tuple[ClassificationRule, ...] = ()
    ignore: tuple[Kind, ...] = field(default=(), metadata=SIGNED_IF_SET)

    def __post_init__(self) -> None:
        _refuse_text([self.terms], option="terms", hint='Give a tuple: terms=("armistice",)')
        hint = 'Give a tuple for each name: names=(("Gao Gang", "Kao Kang"),)'
        _refuse_text(self.names, option="names", hint=hint)
        _check_members(Kind, self.ignore, option="ignore")


def _refuse_text(values: Sequence[object], *, option: str, hint: str) -> None:
    """Refuse a text in place of a tuple, which would be read letter by letter."""
    for value in values:
        if isinstance(value, str):
            raise InvalidValue(value, option=option, hint=hint)


def _check_members(enum: type[Enum], values: Sequence[object], *, option: str) -> None:
    """Refuse values that are not members of an enum, such as their names."""
    for value in values:
        if value is not None and not isinstance(value, enum):
            words = ", ".join(each.value for each in enum)
            hint = f"Write variants.{enum.__name__}(…) with one of {words}."
            raise InvalidValue(str(value), option=option, hint=hint)
