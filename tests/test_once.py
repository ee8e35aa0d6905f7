"""Attributes that are computed at their first use."""

from __future__ import annotations

from variants.once import once


class _Counted:
    def __init__(self) -> None:
        self.calls = 0

    @once
    def length(self) -> int:
        """Return the number of calls so far."""
        self.calls += 1
        return self.calls


def test_an_attribute_is_computed_at_its_first_use() -> None:
    counted = _Counted()

    assert counted.calls == 0
    assert (counted.length, counted.length, counted.calls) == (1, 1, 1)
    assert _Counted().length == 1
