"""Cycles of events that replace each other, which only a damaged log can have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def find_reference_cycles(names: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """Return the references that are part of a cycle, as pairs of the naming and the named event.

    Args:
        names: Ids that each event names, by its id; all of them are keys too.
    """
    candidates = _cycle_candidates(names)
    return frozenset(
        (namer, name)
        for namer in candidates
        for name in names[namer]
        if name in candidates and _reaches(name, namer, names)
    )


def _cycle_candidates(names: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the events that remain when those without successors or predecessors are removed."""
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


def _reaches(start: str, end: str, names: Mapping[str, Sequence[str]]) -> bool:
    seen = {start}
    ahead = [start]
    while ahead:
        one = ahead.pop()
        if one == end:
            return True
        ahead += [name for name in names[one] if name not in seen]
        seen.update(names[one])
    return False
