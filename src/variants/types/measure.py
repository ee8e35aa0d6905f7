"""How far witnesses agree with the seed, and how much they vary among themselves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from variants.types.variant import VariantClass


@dataclass(frozen=True, slots=True)
class Shares:
    """What becomes of the seed's sentences, or of its words, in one witness.

    Attributes:
        same: Found as they stand.
        form: Found, but for accidentals: form, and forms of names.
        different: Found with a substantive difference.
        missing: Without a counterpart.
    """

    same: int
    form: int
    different: int
    missing: int

    @property
    def total(self) -> int:
        """How many the seed has."""
        return self.same + self.form + self.different + self.missing

    def share(self, count: int) -> float | None:
        """A count as a share of all, 0 to 1; ``None`` where there is nothing to share."""
        return count / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Score:
    """What another measure gives.

    Attributes:
        name: Of the measure.
        value: In its own unit.
        signature: What made it.
    """

    name: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far one witness agrees with the seed.

    Attributes:
        siglum: The witness.
        sentences: Of the seed.
        words: Of the seed; marks are no words.
        added: Words of the witness without a counterpart.
        classes: In how many places it has a reading of each class, heaviest first.
    """

    siglum: str
    sentences: Shares
    words: Shares
    added: int
    classes: tuple[tuple[VariantClass, int], ...]


class Metric(Enum):
    """How the distance of a version from the middle of all is measured."""

    EUCLID = "euclid"
    EUCLID_N = "euclid_n"
    COSINE = "cosine"


@dataclass(frozen=True, slots=True)
class PassageVariation:
    """How much the versions of one passage vary.

    Attributes:
        label: Of the passage.
        eddies: Each version's siglum and its Eddy, in the order of witnesses; ``None`` for a
            version that has no words here, and for all where only one has.
        viv: Their mean; ``None`` where fewer than two versions have words here.
        deviation: Their population standard deviation, likewise.
    """

    label: str
    eddies: tuple[tuple[str, float | None], ...]
    viv: float | None
    deviation: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """Eddy and Viv, after Cheesman et al.

    Attributes:
        metric: The distance.
        with_seed: Whether the seed is one of the versions.
        passages: In the order of the collation.
        eddies: Each version's siglum and the mean of its Eddies; ``None`` where it has none.
    """

    metric: Metric
    with_seed: bool
    passages: tuple[PassageVariation, ...]
    eddies: tuple[tuple[str, float | None], ...]

    @property
    def signature(self) -> str:
        """What was counted, and how."""
        seed = "with" if self.with_seed else "without"
        return f"eddy:{self.metric.value}|viv:mean|seed:{seed}|words:folded|punctuation:no"


@dataclass(frozen=True, slots=True)
class Measures:
    """All that was measured.

    Attributes:
        agreements: One for each witness, in the order of the witnesses.
        variation: Of the passages.
    """

    agreements: tuple[Agreement, ...]
    variation: Variation
