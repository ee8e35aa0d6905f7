"""Recurring differences and renderings, for the tables and the links between places."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.collation import Collation
from variants.types.pattern import Pattern, words_first
from variants.types.variant import HEAVIEST_FIRST
from variants.wording.sanitize import sanitize_line

MOST_PATTERNS = 200
"""Maximum number of patterns in the table."""
_MOST_PLACES = 12
_MOST_USAGES = 100
_MOST_RENDERINGS = 6  # Renderings of a word in a cell.
_NEXT = 2  # Number of links beside a place: the margin is narrow, and the table has all.


@dataclass(frozen=True, slots=True)
class PatternLine:
    """Row of a recurring difference.

    Attributes:
        lemma: Words of the seed; empty if it has none.
        reading: Words of the witnesses; empty if they omit the lemma.
        variant_class: Class of the difference.
        sigla: Witnesses that have it.
        number: Number of its places.
        places: Name and label of the first places.
        more: Number of further places.
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
    """Row of a word of the seed, with the renderings of each witness.

    Attributes:
        word: The word.
        count: Number of occurrences in the seed.
        renditions: For each witness, the most frequent renderings: its words, empty if there is
            no counterpart, the number of occurrences, and the number of uncertain ones.
        more: Number of further renderings of each witness.
    """

    word: str
    count: int
    renditions: tuple[tuple[tuple[str, int, int], ...], ...]
    more: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Other places with the same difference.

    Attributes:
        places: Name and label of the next places; the first place follows the last.
        more: Number of further places.
        line: Row number of the pattern in the table; ``None`` if it is not in the table.
    """

    places: tuple[tuple[str, str], ...]
    more: int
    line: int | None


def patterns_of(collation: Collation) -> tuple[Pattern, ...]:
    """Return recurring differences that a shown witness has, those of form last."""
    sigla = {cut.witness.siglum for cut in collation.others}
    return words_first(one for one in collation.patterns if one.sigla_among(sigla))


def elsewhere_by_place(collation: Collation) -> dict[str, Elsewhere]:
    """Return the other places with the same difference, for each place with a recurring one.

    A place with several recurring differences has the places of the heaviest, then most
    frequent one.
    """
    found: dict[str, Elsewhere] = {}
    for number, pattern in sorted(enumerate(patterns_of(collation)), key=_weight):
        places = tuple(zip(pattern.places, pattern.labels, strict=True))
        line = number if number < MOST_PATTERNS else None
        for at, place in enumerate(pattern.places):
            following = (*places[at + 1 : at + 1 + _NEXT], *places[: min(at, _NEXT)])[:_NEXT]
            found.setdefault(place, Elsewhere(following, len(places) - 1 - len(following), line))
    return found


def pattern_lines(collation: Collation) -> list[PatternLine]:
    """Return recurring differences, those of form last, each with its first places."""
    sigla = [cut.witness.siglum for cut in collation.others]
    return [
        PatternLine(
            sanitize_line(pattern.lemma),
            sanitize_line(pattern.reading),
            pattern.variant_class.value,
            pattern.sigla_among(sigla),
            len(pattern.places),
            tuple(zip(pattern.places, pattern.labels, strict=True))[:_MOST_PLACES],
            max(0, len(pattern.places) - _MOST_PLACES),
        )
        for pattern in patterns_of(collation)[:MOST_PATTERNS]
    ]


def usage_lines(collation: Collation) -> list[UsageLine]:
    """Return frequent words that are rendered in several ways, most frequent first."""
    sigla = [cut.witness.siglum for cut in collation.others]
    return [
        UsageLine(
            sanitize_line(usage.word),
            usage.count,
            tuple(
                tuple(
                    (sanitize_line(one.wording), one.count, one.uncertain)
                    for one in found.get(siglum, ())[:_MOST_RENDERINGS]
                )
                for siglum in sigla
            ),
            tuple(max(0, len(found.get(siglum, ())) - _MOST_RENDERINGS) for siglum in sigla),
        )
        for usage, found in ((one, dict(one.renditions)) for one in collation.usages[:_MOST_USAGES])
    ]


def _weight(numbered: tuple[int, Pattern]) -> tuple[int, int, int]:
    number, pattern = numbered
    return HEAVIEST_FIRST.index(pattern.variant_class), -len(pattern.occurrences), number
