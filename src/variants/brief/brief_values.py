"""Values of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from variants.types.sense import SenseSort
from variants.wording.hidden_wording import HiddenWording


class Change(Enum):
    """Way in which a witness differs from the seed.

    Words that are perhaps left out may have a counterpart that was not found. The last four are of
    a witness that has only a part of the seed: where it begins, where it ends, both, and which
    parts are missing between.
    """

    REPLACED = "replaced"
    LEFT_OUT = "left out"
    PERHAPS = "perhaps left out"
    ADDED = "added"
    MOVED = "moved"
    BEGINS = "begins"
    ENDS = "ends"
    WITHIN = "within"
    MISSING = "missing"


class SentenceRange(NamedTuple):
    """First and last of consecutive sentences of the seed, counted from 1."""

    first: int
    last: int


class BriefShare(NamedTuple):
    """Witnesses that have a difference in the same sentences.

    Attributes:
        sigla: The witnesses, in the order of the document.
        sentences: Labels of the sentences, in order: "10", "17+1".
        parts: Instead of these, the part of the seed that a witness has, or its missing parts.
    """

    sigla: tuple[str, ...]
    sentences: tuple[str, ...] = ()
    parts: tuple[SentenceRange, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefItem:
    """One difference, in all sentences and witnesses that have it.

    Attributes:
        change: How the witnesses differ.
        seed: The seed's words that make the difference; "" if it has none.
        other: The words of the witnesses; "" if they have none.
        shares: The witnesses that have it, by sentences; those of each share have the same.
        probability: The highest probability among its readings.
        whole: True if whole sentences are left out, added or moved.
    """

    change: Change
    seed: str
    other: str
    shares: tuple[BriefShare, ...]
    probability: float
    whole: bool = False


@dataclass(frozen=True, slots=True)
class BriefGroup:
    """Differences of one sort, heaviest first.

    Attributes:
        sort: The sort; ``None`` for differences without one, and for whole sentences.
        whole: True for the group of whole sentences.
        items: The differences.
    """

    sort: SenseSort | None
    whole: bool
    items: tuple[BriefItem, ...]


@dataclass(frozen=True, slots=True)
class WitnessCounts:
    """Number of a witness's readings in each tier.

    Attributes:
        siglum: The witness.
        sense: Readings that are likely to touch the sense.
        wording: Readings of other wording.
        form: Readings of form.
    """

    siglum: str
    sense: int
    wording: int
    form: int


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything in a document that is likely to touch the sense, and what is not shown.

    Attributes:
        groups: The differences by sort, the group with the heaviest first.
        readings: Number of readings in the first tier.
        places: Number of places with such a reading.
        sense: Number of readings in the first tier, by sentence of the seed.
        differing: Share of the words that differ in more than form, by sentence of the seed,
            from 0 to 1.
        hidden: Wording that is not shown; ``None`` if no reading has a sense.
    """

    groups: tuple[BriefGroup, ...]
    readings: int
    places: int
    sense: tuple[int, ...]
    differing: tuple[float, ...]
    hidden: HiddenWording | None
