"""Units after numbers: "square miles", "miles an hour", "pounds sterling"."""

from __future__ import annotations

from variants.languages.figures import Parts
from variants.languages.value_table import Unit, Units
from variants.languages.values import ValueSort

_LITRES = 1000  # In a cubic metre.
_SQUARE = 2
_MONEY = "money"

CURRENCY_SIGNS: dict[str, Units] = {
    sign: (Unit(name, f"{_MONEY} {name}"),)
    for sign, name in {"£": "sterling", "$": "dollar", "€": "euro", "¥": "yen"}.items()
}
"""Signs of currencies, which are the same in all languages."""


def unit_at(p: Parts, n: int, *, in_figures: bool) -> tuple[Units, int] | None:
    """Return the unit at a part, and the index after it; adjectives may precede it.

    Args:
        p: The parts.
        n: Index of the unit, or of its adjective.
        in_figures: True if its number is in figures, so that "m" is a unit too.
    """
    key = p.key(n).removesuffix("'s")
    power = p.words.areas.get(key)
    if power is not None:
        inner = unit_at(p, n + 1, in_figures=in_figures)
        return None if inner is None else (_powers(inner[0], power), inner[1])
    return _unit_alone(p, n, key, in_figures=in_figures) or _unit_after_adjective(p, n, key)


def _unit_alone(p: Parts, n: int, key: str, *, in_figures: bool) -> tuple[Units, int] | None:
    words = p.words
    two = words.units.get(f"{key} {p.key(n + 1)}")
    if two is not None:
        return _with_time(p, two, n + 2)
    units = words.units.get(key)
    if units is None and in_figures:
        units = words.short_units.get(key)
        if units is None and p.key(n + 1) == ".":
            units = words.short_units.get(f"{key}.")
    return None if units is None else _with_time(p, *_narrowed(p, n, units))


def _unit_after_adjective(p: Parts, n: int, key: str) -> tuple[Units, int] | None:
    """Return a unit with a country or another adjective before it: "Turkish pounds"."""
    units = p.words.units.get(p.key(n + 1))
    if units is None:
        return None
    if units[-1].dimension.startswith(_MONEY) and _is_qualifier(p, n):
        return _of_country(p, n, units), n + 2
    if key not in p.words.unit_modifiers:
        return None
    return _with_time(p, *_narrowed(p, n + 1, units))


def _powers(units: Units, power: int) -> Units:
    """Return units of area or volume."""
    found = []
    for unit in units:
        if unit.dimension == "length":
            factor = unit.factor**power * (1 if power == _SQUARE else _LITRES)
            dimension = "area" if power == _SQUARE else "volume"
            found.append(Unit(f"{unit.name} {power}", dimension, factor))
    return tuple(found) or units


def _with_time(p: Parts, units: Units, n: int) -> tuple[Units, int]:
    """Return lengths also as speeds if the words after them name a time: "miles an hour"."""
    times = p.words.speeds.get(p.key(n + 1)) if p.key(n) in p.words.per else None
    if times is None:
        return units, n
    speeds = (
        Unit(f"{unit.name} {p.key(n + 1)}", "speed", unit.factor * times)
        for unit in units
        if unit.dimension == "length"
    )
    found = tuple(speeds)
    return ((*units, *found), n + 2) if found else (units, n)


def _narrowed(p: Parts, n: int, units: Units) -> tuple[Units, int]:
    """Return a unit with the words after it that make it clearer: "pounds sterling"."""
    stop = n + 1
    if len(p.key(n)) <= 4 and p.key(stop) == "." and stop + 1 < len(p):  # noqa: PLR2004 - "lbs."
        stop += not p.surface(stop + 1)[:1].isupper()
    further = p.words.units.get(p.key(stop), ())
    narrower = tuple(unit for unit in further if unit in units)
    if narrower and len(units) > 1:
        return narrower, stop + 1
    for end in (stop, stop + 1):
        if p.key(end) == "weight":
            return tuple(unit for unit in units if unit.dimension == "mass") or units, end + 1
    return units, stop


def _is_qualifier(p: Parts, n: int) -> bool:
    return p.surface(n)[:1].isupper() or p.key(n) in p.words.qualifiers


def _of_country(p: Parts, n: int, units: Units) -> Units:
    """Return the currency of a country: "Turkish pounds" are not just pounds."""
    found = []
    for unit in units:
        word = p.words.units.get(p.key(n + 1), ())
        name = f"{p.key(n)} {unit.name}"
        if unit not in word or not unit.dimension.startswith(_MONEY):
            continue
        plain = "pound" if unit.dimension == "money sterling" else unit.name
        if p.words.currency_of.get(f"{p.key(n)} {plain}") == plain:
            found.append(unit)
        else:
            found.append(Unit(name, f"{_MONEY} {name}", unit.factor))
    return tuple(found)


def sort_of(units: Units) -> ValueSort:
    """Return the sort of a number with these units: money, or a measure."""
    is_money = any(unit.dimension.startswith(_MONEY) for unit in units)
    return ValueSort.MONEY if is_money else ValueSort.MEASURE


def larger_and_smaller(units: Units, after: Units) -> tuple[Unit, Unit] | None:
    """Return two units of one dimension of which the second is smaller."""
    return next(
        (
            (larger, smaller)
            for larger in units
            for smaller in after
            if larger.dimension == smaller.dimension and smaller.factor < larger.factor
        ),
        None,
    )
