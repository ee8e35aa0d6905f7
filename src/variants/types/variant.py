"""One difference between the seed and another witness."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from variants.types.sense import Sense
from variants.types.span import Span


class Kind(Enum):
    """Kind of a difference; decided by rules, in this order."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    TYPOGRAPHY = "typography"
    PUNCTUATION = "punctuation"
    CASE = "case"
    SPELLING = "spelling"
    NUMERAL = "numeral"
    NAME_FORM = "name form"
    FUNCTION_WORD = "function word"
    INFLECTION = "inflection"
    WORDING = "wording"
    ADDED = "added"
    OMITTED = "omitted"
    MOVED = "moved"
    RECAST = "recast"


class Flag(Enum):
    """Flag of a difference: a fact that it changes."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    NUMBER = "number"
    QUANTITY = "quantity"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    MODALITY = "modality"
    TERM = "term"


class VariantClass(Enum):
    """The one word that filters and legends use, heaviest first."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    MEANING = "meaning"
    MODALITY = "modality"
    NAME = "name"
    TERM = "term"
    ORDER = "order"
    EXTENT = "extent"
    RECAST = "recast"
    WORDING = "wording"
    FORM = "form"


_BY_FLAG = {
    Flag.NUMBER: VariantClass.MEANING,
    Flag.QUANTITY: VariantClass.MEANING,
    Flag.DATE: VariantClass.MEANING,
    Flag.NEGATION: VariantClass.MEANING,
    Flag.MODALITY: VariantClass.MODALITY,
    Flag.NAME: VariantClass.NAME,
    Flag.TERM: VariantClass.TERM,
}
_BY_KIND = {
    Kind.NAME_FORM: VariantClass.NAME,
    Kind.MOVED: VariantClass.ORDER,
    Kind.ADDED: VariantClass.EXTENT,
    Kind.OMITTED: VariantClass.EXTENT,
    Kind.RECAST: VariantClass.RECAST,
    Kind.WORDING: VariantClass.WORDING,
    Kind.INFLECTION: VariantClass.WORDING,
    Kind.FUNCTION_WORD: VariantClass.WORDING,
    Kind.TYPOGRAPHY: VariantClass.FORM,
    Kind.PUNCTUATION: VariantClass.FORM,
    Kind.CASE: VariantClass.FORM,
    Kind.SPELLING: VariantClass.FORM,
    Kind.NUMERAL: VariantClass.FORM,
}
HEAVIEST_FIRST = tuple(VariantClass)
FORM_KINDS = frozenset(kind for kind, each in _BY_KIND.items() if each is VariantClass.FORM)
"""Kinds of form only."""
FORM_OR_NAME_KINDS = FORM_KINDS | {Kind.NAME_FORM}
"""Kinds of form, and forms of a name."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Ruling of a classification rule on a difference.

    Attributes:
        rule: The rule's name.
        variant_class: The class that it gives, whatever kind and flags would.
    """

    rule: str
    variant_class: VariantClass


def class_of(kind: Kind, flags: frozenset[Flag], ruling: Ruling | None = None) -> VariantClass:
    """Return the class given by a ruling, else the heaviest of the flags and the kind.

    Examples:
        >>> class_of(Kind.WORDING, frozenset({Flag.MODALITY})).value
        'modality'
        >>> class_of(Kind.SPELLING, frozenset()).value
        'form'
    """
    if ruling is not None:
        return ruling.variant_class
    return _class_of(kind, flags)


@cache
def _class_of(kind: Kind, flags: frozenset[Flag]) -> VariantClass:
    candidates = [_BY_KIND[kind], *(_BY_FLAG[flag] for flag in flags)]
    return min(candidates, key=HEAVIEST_FIRST.index)


def is_substantive(kind: Kind, flags: frozenset[Flag], ruling: Ruling | None = None) -> bool:
    """Return True if a reading differs in more than form or forms of names (Greg 1950)."""
    variant_class = class_of(kind, flags, ruling)
    if kind is Kind.NAME_FORM and variant_class is VariantClass.NAME:
        return bool(flags - {Flag.NAME})
    return variant_class is not VariantClass.FORM


@dataclass(frozen=True, slots=True)
class Variant:
    """One difference between the seed and one other witness.

    Attributes:
        seed: The seed's words; a point where it has none.
        other: The other's words; a point where it has none.
        kind: Its sort.
        flags: Flags of the difference.
        confidence: Probability that the two spans are counterparts: the confidence of the bead
            times that of the links around the spans.
        ruling: Ruling of a classification rule; ``None`` without one.
        sense: Estimate or verdict on whether it touches the sense; before it is judged, the
            verdict of a rule, or ``None``.
    """

    seed: Span
    other: Span
    kind: Kind
    flags: frozenset[Flag]
    confidence: float
    ruling: Ruling | None = None
    sense: Sense | None = None

    @property
    def variant_class(self) -> VariantClass:
        """The one word that filters use."""
        return class_of(self.kind, self.flags, self.ruling)

    @property
    def substantive(self) -> bool:
        """True if it differs in more than form."""
        return is_substantive(self.kind, self.flags, self.ruling)
