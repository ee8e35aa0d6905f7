"""Events that name each other in a circle, as no honest log has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_reference_cycles(names: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """Pairs of events, the first of which names the second and is named by it in the end.

    Args:
        names: The ids that each event names; all of them are keys too.
    """
    circles = _in_circles(names)
    return frozenset(
        (namer, name)
        for namer in circles
        for name in names[namer]
        if name in circles and _leads_to(name, namer, names)
    )


def _in_circles(names: Mapping[str, Sequence[str]]) -> set[str]:
    """What is left when everything that leads nowhere, or to which nothing leads, is taken out."""
    namers: dict[str, list[str]] = {one: [] for one in names}
    for one, named in names.items():
        for name in named:
            namers[name].append(one)
    left = set(names)
    for ahead, behind in ((names, namers), (namers, names)):
        open_ends = {one: sum(each in left for each in ahead[one]) for one in left}
        ends = [one for one, count in open_ends.items() if not count]
        while ends:
            end = ends.pop()
            left.discard(end)
            for one in behind[end]:
                if one in left:
                    open_ends[one] -= 1
                    if not open_ends[one]:
                        ends.append(one)
    return left


def _leads_to(start: str, end: str, names: Mapping[str, Sequence[str]]) -> bool:
    seen = {start}
    ahead = [start]
    while ahead:
        one = ahead.pop()
        if one == end:
            return True
        ahead += [name for name in names[one] if name not in seen]
        seen.update(names[one])
    return False
