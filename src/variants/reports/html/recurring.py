"""What returns: the same difference at other places, and how words of the seed are rendered."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.collation import Collation
from variants.types.pattern import Pattern
from variants.types.variant import HEAVIEST_FIRST
from variants.wording.sanitize import sanitize_line

PATTERNS = 200
"""So many are in the table, the most frequent."""
_PLACES = 30
_USAGES = 100
_NEXT = 2  # Places named beside a place: the margin is narrow, and the table has them all.


@dataclass(frozen=True, slots=True)
class PatternLine:
    """A difference that returns.

    Attributes:
        lemma: The seed's words; empty where it has none.
        reading: The witnesses'; empty where they leave them out.
        variant_class: What it touches.
        sigla: Who has it.
        number: In how many places.
        places: Name and label of the first of them.
        more: How many there are beside those.
    """

    lemma: str
    reading: str
    variant_class: str
    sigla: tuple[str, ...]
    number: int
    places: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class UsageLine:
    """A word of the seed and how each witness renders it.

    Attributes:
        word: It.
        count: How often the seed has it.
        renditions: For each witness: words, empty where there is no counterpart, and how often.
    """

    word: str
    count: int
    renditions: tuple[tuple[tuple[str, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else a place's difference is found.

    Attributes:
        places: Name and label of the next ones; after the last comes the first.
        more: How many there are beside those.
        line: SentenceNumber of the pattern in the table; ``None`` where it is not in it.
    """

    places: tuple[tuple[str, str], ...]
    more: int
    line: int | None


class Recurrences:
    """Knows for each place where its difference is found again."""

    def __init__(self, collation: Collation) -> None:
        self._places: list[tuple[tuple[str, str], ...]] = []
        self._of: dict[str, tuple[int, int]] = {}
        heaviest_first = sorted(enumerate(collation.patterns), key=_weight)
        self._lines = [number if number < PATTERNS else None for number, _ in heaviest_first]
        for order, (_, pattern) in enumerate(heaviest_first):
            self._places.append(tuple(zip(pattern.places, pattern.labels, strict=True)))
            for at, place in enumerate(pattern.places):
                self._of.setdefault(place, (order, at))

    def of(self, place: str) -> Elsewhere | None:
        """Of several differences that return, the heaviest; of equals the most frequent."""
        if place not in self._of:
            return None
        order, at = self._of[place]
        places = self._places[order]
        following = (*places[at + 1 : at + 1 + _NEXT], *places[: min(at, _NEXT)])[:_NEXT]
        return Elsewhere(following, len(places) - 1 - len(following), self._lines[order])


def pattern_lines(collation: Collation) -> list[PatternLine]:
    """The differences that return most often, each with its first places."""
    sigla = [cut.witness.siglum for cut in collation.others]
    return [
        PatternLine(
            sanitize_line(pattern.lemma),
            sanitize_line(pattern.reading),
            pattern.variant_class.value,
            pattern.sigla_among(sigla),
            len(pattern.places),
            tuple(zip(pattern.places, pattern.labels, strict=True))[:_PLACES],
            max(0, len(pattern.places) - _PLACES),
        )
        for pattern in collation.patterns[:PATTERNS]
    ]


def usage_lines(collation: Collation) -> list[UsageLine]:
    """The words that stand often and are not always rendered alike, the commonest first."""
    sigla = [cut.witness.siglum for cut in collation.others]
    return [
        UsageLine(
            sanitize_line(usage.word),
            usage.count,
            tuple(
                tuple((sanitize_line(one.wording), one.count) for one in found.get(siglum, ()))
                for siglum in sigla
            ),
        )
        for usage, found in ((one, dict(one.renditions)) for one in collation.usages[:_USAGES])
    ]


def _weight(numbered: tuple[int, Pattern]) -> tuple[int, int, int]:
    number, pattern = numbered
    return HEAVIEST_FIRST.index(pattern.variant_class), -len(pattern.occurrences), number
