"""Settings of a run."""

from __future__ import annotations

from dataclasses import dataclass, field

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
