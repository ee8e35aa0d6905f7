"""What a user may choose about a run."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

from variants.types.variant import Kind, VariantClass

_DIGITS = 12  # Of a digest: enough to see that rules were changed.


@dataclass(frozen=True, slots=True)
class ClassificationRule:
    """What an edition says of differences of one sort: by their words, or by patterns.

    Attributes:
        name: What reports call it.
        pairs: The seed's words and a witness's; none where patterns say it.
        seed: A regular expression for the seed's words; ``None`` for any.
        other: The same for the witness's; groups of ``seed`` may be referred to.
        kind: The kind it gives; ``None`` to keep the one found.
        variant_class: The class it gives; ``None`` for that of the kind.
    """

    name: str
    pairs: tuple[tuple[str, str], ...] = ()
    seed: str | None = None
    other: str | None = None
    kind: Kind | None = None
    variant_class: VariantClass | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The ways chosen for each stage, and what the texts need.

    Attributes:
        segmenter: A key of ``segmenters.SEGMENTERS``.
        aligner: A key of ``aligners.ALIGNERS``.
        linker: A key of ``words.LINKERS``.
        language: BCP 47 tag of the texts' language.
        terms: Words of the edition whose rendering matters: where one side has such a word, in
            any inflection, and the other has not, the difference is one of terms.
        names: Lists of forms that are one name.
        rules: What the edition says of differences; the first that fits holds.
    """

    segmenter: str = "sentences"
    aligner: str = "likelihood"
    linker: str = "lexical"
    language: str = "en"
    terms: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    rules: tuple[ClassificationRule, ...] = ()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What is laid down besides the ways, for the signature of a result: names and values."""
        said = (
            ("terms", ", ".join(self.terms)),
            ("names", "; ".join(" = ".join(forms) for forms in self.names)),
            ("classification rules", self._rules_in_short()),
        )
        return tuple((name, value) for name, value in said if value)

    def _rules_in_short(self) -> str:
        """The rules' names, and a digest that any change in them changes."""
        if not self.rules:
            return ""
        content = json.dumps([asdict(rule) for rule in self.rules], default=_value_of)
        digest = hashlib.sha256(content.encode("ascii")).hexdigest()[:_DIGITS]
        return f"{'; '.join(rule.name for rule in self.rules)} (SHA-256 {digest})"


def _value_of(one: Kind | VariantClass) -> str:
    value: str = one.value
    return value
