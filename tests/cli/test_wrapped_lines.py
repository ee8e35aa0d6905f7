from __future__ import annotations

import pytest

from variants.cli.wrapped_lines import items_in_line, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("We left at noon.\n", 40, ["We left at noon.", ""]),
        ("We left at noon.\n\nAll of us.", 10, ["We left at", "noon.", "", "All of us."]),
        (" 1 A: We left at noon", 12, [" 1 A: We", "   left at", "   noon"]),
        ("Donaudampfschiff-Fahrt ab", 8, ["Donaudampfschiff-Fahrt", "ab"]),
    ],
)
def test_long_lines_are_broken_between_words(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width).split("\n") == lines


def test_items_are_not_broken() -> None:
    assert wrapped(items_in_line("k keep", "d later", "q quit"), 14) == "k keep\nd later\nq quit"
    assert wrapped(items_in_line("k keep", "d later", "q quit"), 80) == "k keep   d later   q quit"
