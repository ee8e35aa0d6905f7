"""Wording that a view hides, and how much of it is expected to touch the sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from variants.types.collation import Entry, Reading
from variants.types.sense import Tier, heaviest_sense
from variants.wording import terms
from variants.wording.passage_notes import count

_LEAST = 0.05  # Less would be rounded to nothing.
_WHOLE_FROM = 9.95  # Tenths would look more exact than such a sum is.


@dataclass(frozen=True, slots=True)
class HiddenWording:
    """Places with hidden readings that differ in more than form.

    Attributes:
        places: Number of places with other wording, including those with other readings that are
            shown.
        expected: Number of all hidden places that are expected to touch the sense: the sum of the
            probabilities of the heaviest hidden reading of each.
        likely: Number of further places with a hidden reading that is likely to touch the sense.
    """

    places: int
    expected: float
    likely: int = 0

    def __add__(self, other: HiddenWording) -> HiddenWording:
        return HiddenWording(
            self.places + other.places,
            self.expected + other.expected,
            self.likely + other.likely,
        )


def hidden_wording(entries: Iterable[Entry], shown: Iterable[Entry]) -> HiddenWording | None:
    """Return the wording in the entries that is not shown.

    Args:
        entries: All entries.
        shown: The entries that are shown, reduced to their shown readings.

    Returns:
        ``None`` if no reading has a sense, as in files of older versions.
    """
    known = {entry.place: frozenset(reading.key for reading in entry.readings) for entry in shown}
    judged, places, expected, likely = False, 0, 0.0, 0
    for entry in entries:
        judged = judged or entry.sense is not None
        hidden = heaviest_sense(reading.sense for reading in _hidden_readings(entry, known))
        if hidden is not None and hidden.tier is not Tier.FORM:
            is_likely = hidden.tier is Tier.SENSE
            likely, places = likely + is_likely, places + (not is_likely)
            expected += hidden.probability
    return HiddenWording(places, expected, likely) if judged else None


def sense_parts(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with readings in the first tier, reduced to these readings."""
    for entry in entries:
        heavy = tuple(one for one in entry.readings if one.tier is Tier.SENSE)
        if heavy:
            yield replace(entry, readings=heavy)


def _hidden_readings(
    entry: Entry, known: Mapping[str, frozenset[tuple[str, bool]]]
) -> Iterator[Reading]:
    shown = known.get(entry.place, frozenset())
    return (reading for reading in entry.readings if reading.key not in shown)


def amount_of(hidden: HiddenWording) -> str:
    """Return the number of places with other wording, and how many of them may touch the sense.

    Examples:
        >>> amount_of(HiddenWording(12, 1.27))
        '12 places of other wording · 1.3 expected to touch the sense'
        >>> amount_of(HiddenWording(1, 0.02))
        '1 place of other wording · less than 0.1 expected to touch the sense'
        >>> amount_of(HiddenWording(9, 3.07, likely=4))
        '4 places likely to touch the sense · 9 of other wording · 3.1 expected to touch the sense'
        >>> amount_of(HiddenWording(900, 41.27))
        '900 places of other wording · 41 expected to touch the sense'
        >>> amount_of(HiddenWording(0, 0.0))
        'no other wording'
    """
    if not hidden.places and not hidden.likely:
        return f"no {terms.OTHER_WORDING}"
    expected = _rounded(hidden.expected) if hidden.expected >= _LEAST else "less than 0.1"
    likely = f"{count(hidden.likely, 'place')} {terms.LIKELY} · " if hidden.likely else ""
    number = str(hidden.places) if likely else count(hidden.places, "place")
    return f"{likely}{number} of {terms.OTHER_WORDING} · {expected} {terms.EXPECTED}"


def _rounded(expected: float) -> str:
    return f"{expected:.1f}" if expected < _WHOLE_FROM else f"{expected:.0f}"


def hidden_line(hidden: HiddenWording) -> str:
    """Return the amount of wording that a view hides.

    Examples:
        >>> hidden_line(HiddenWording(12, 1.27))
        'hidden  12 places of other wording · 1.3 expected to touch the sense'
    """
    return f"hidden  {amount_of(hidden)}"
