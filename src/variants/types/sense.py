"""Estimates and verdicts on whether readings touch the sense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Tier(Enum):
    """Tier of a reading, by its weight for a reader; heaviest first."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    SENSE = "sense"
    WORDING = "wording"
    FORM = "form"


class SenseSort(Enum):
    """Topic of a difference of sense."""

    __hash__ = object.__hash__  # By identity: the name would be hashed in Python.

    NUMBER = "number"
    DATE = "date"
    UNIT = "unit"
    NEGATION = "negation"
    NOT_MERELY = "not merely"
    FORCE = "force"
    CERTAINTY = "certainty"
    WHO_ACTS = "who acts"
    WHOSE = "whose"
    HOW_MANY = "how many"
    TIME = "time"
    PLACE = "place"
    CONDITION = "condition"
    DEGREE = "degree"
    NAME = "name"
    TERM = "term"
    LEFT_OUT = "left out"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Sense:
    """Estimate or verdict on whether a reading touches the sense.

    Attributes:
        probability: Probability that it does, by the judgement of a careful historian, from 0 to 1.
        tier: The tier that views show the reading in.
        sort: Topic of the difference; ``None`` if it has none of these.
        seed: Words of the seed that make the difference, such as "sixteen"; "" if it has none.
        other: Words of the witness that make it.
        by: Origin: ``"model"``, ``"rule of opposites"``, ``"rule NAME"``, or ``"editor KEY"``,
            with several keys between commas.
        disputed_by: Keys of editors whose verdicts contradict each other, so that none is in
            force.
    """

    probability: float
    tier: Tier
    sort: SenseSort | None
    seed: str
    other: str
    by: str
    disputed_by: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[int, float]:
        """Key that sorts heavy readings first: by tier, then by probability."""
        return _TIERS.index(self.tier), -self.probability

    @property
    def estimated(self) -> bool:
        """True if it is an estimate, not the verdict of an edition's rule or an editor."""
        return self.by in {MODEL, OPPOSITES}

    @property
    def editors(self) -> tuple[str, ...]:
        """Keys of the editors whose verdict it is; empty for an estimate or a rule.

        Examples:
            >>> Sense(1.0, Tier.SENSE, None, "", "", "editor kl, mo").editors
            ('kl', 'mo')
        """
        if not self.by.startswith(_EDITOR):
            return ()
        return tuple(self.by.removeprefix(_EDITOR).split(", "))


_TIERS = tuple(Tier)
MODEL = "model"
"""Origin of an estimate."""
OPPOSITES = "rule of opposites"
"""Origin of an estimate that puts one into the first tier which the model finds improbable."""
_RULE = "rule "
_EDITOR = "editor "


def by_rule(name: str) -> str:
    """Return the origin of the verdict of a classification rule."""
    return f"{_RULE}{name}"


def by_editors(keys: Iterable[str]) -> str:
    """Return the origin of a verdict of these editors, as ``Sense.by`` has it.

    Examples:
        >>> by_editors(["mo", "kl"])
        'editor kl, mo'
    """
    return _EDITOR + ", ".join(sorted(keys))


def heaviest_sense(senses: Iterable[Sense | None]) -> Sense | None:
    """Return the sense that touches most: of the heaviest tier, then the most probable."""
    known = [sense for sense in senses if sense is not None]
    if len(known) == 1:
        return known[0]  # The common case.
    return min(known, key=lambda sense: sense.sort_key, default=None)
