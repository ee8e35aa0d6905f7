"""Agreement of witnesses with the seed, and variation among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.variant import VariantClass


@dataclass(frozen=True, slots=True)
class Shares:
    """Counts of the seed's sentences, or words, by their counterpart in one witness.

    Attributes:
        same: Equal.
        form: Different in form only, including forms of names.
        different: Different in more than form.
        missing: Without a counterpart.
    """

    same: int
    form: int
    different: int
    missing: int

    @property
    def total(self) -> int:
        """Number of sentences or words of the seed."""
        return self.same + self.form + self.different + self.missing

    def share(self, count: int) -> float | None:
        """Return a count as a share of the total, from 0 to 1; ``None`` if the total is 0."""
        return count / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Score:
    """Result of an external measure.

    Attributes:
        name: Name of the measure.
        value: Value in its own unit.
        signature: Settings that determine it.
    """

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of one witness with the seed.

    Attributes:
        siglum: The witness.
        sentences: Counts of the seed's sentences.
        words: Counts of the seed's words, without punctuation.
        added: Number of words of the witness without a counterpart.
        classes: Number of places with a reading of each class, heaviest class first.
    """

    siglum: str
    sentences: Shares
    words: Shares
    added: int
    classes: tuple[tuple[VariantClass, int], ...]


class Metric(Enum):
    """Distance of a version from the centroid of all versions."""

    EUCLID = "euclid"
    EUCLID_N = "euclid_n"
    COSINE = "cosine"


@dataclass(frozen=True, slots=True)
class PassageVariation:
    """Variation of the versions of one passage.

    Attributes:
        label: Label of the passage.
        eddies: Siglum and Eddy of each version, in the order of witnesses; ``None`` for a
            version without words here, and for all if only one has words.
        viv: Mean of the Eddies; ``None`` if fewer than two versions have words here.
        deviation: Population standard deviation of the Eddies; ``None`` likewise.
    """

    label: str
    eddies: tuple[tuple[str, float | None], ...]
    viv: float | None
    deviation: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """Eddy and Viv, after Cheesman et al.

    Attributes:
        metric: The distance used.
        with_seed: True if the seed is one of the versions.
        passages: Variation of each passage, in the order of the collation.
        eddies: Siglum and mean Eddy of each version; ``None`` if it has none.
    """

    metric: Metric
    with_seed: bool
    passages: tuple[PassageVariation, ...]
    eddies: tuple[tuple[str, float | None], ...]

    @property
    def signature(self) -> str:
        """Record of the settings that determine the values."""
        seed = "with" if self.with_seed else "without"
        return f"eddy:{self.metric.value}|viv:mean|seed:{seed}|words:folded|punctuation:no"


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of a collation.

    Attributes:
        agreements: Agreement of each witness, in the order of the witnesses.
        variation: Variation of the passages.
    """

    agreements: tuple[Agreement, ...]
    variation: Variation
