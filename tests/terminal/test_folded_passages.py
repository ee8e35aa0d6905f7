from __future__ import annotations

import pytest

from tests.terminal.screens import plain
from variants.brief.passage_runs import is_light
from variants.brief.selection import Selection
from variants.pipeline import collate
from variants.settings import Settings
from variants.terminal.view import View
from variants.types.collation import Collation
from variants.types.witness import Witness

_SEED = "".join(f"Then the men of ship {n + 20} crossed the river at dawn.\n" for n in range(24))


def _compared(other: str, seed: str = _SEED) -> Collation:
    texts = [Witness("S", seed), Witness("A", other)]
    return collate(texts, Settings(segmenter="lines"))


def _with(number: int, old: str, new: str) -> str:
    lines = _SEED.splitlines(keepends=True)
    lines[number - 1] = lines[number - 1].replace(old, new)
    return "".join(lines)


def test_neighbours_without_weight_are_one_line_with_their_first_words() -> None:
    screen = plain(_compared(_with(10, "29", "92")), 80)

    assert "  1–9  Then the men of ship 20 … · no difference\n" in screen
    assert "   10  S  Then the men of ship ▲{29} crossed the river at dawn.\n" in screen
    assert "11–24  Then the men of ship 30 … · no difference\n" in screen
    assert "23 passages folded · --all shows them\n" in screen


def test_the_wording_in_folded_passages_is_counted() -> None:
    screen = plain(_compared(_with(10, "crossed", "passed over")), 100)

    assert "1–24  Then the men of ship 20 … · 1 of wording\n" in screen
    counted = "24 passages folded · 1 place of other wording · "
    assert f"{counted}less than 0.1 expected to touch the sense" in screen


@pytest.mark.parametrize(
    "view", [View(unfolded=True), View(selection=Selection(sentences=frozenset({10, 11})))]
)
def test_nothing_is_folded_if_everything_or_a_part_is_asked_for(view: View) -> None:
    screen = plain(_compared(_with(10, "29", "92")), 80, view)

    assert " 11  S  Then the men of ship 30 crossed the river at dawn.\n" in screen
    assert "folded" not in screen


def test_a_short_text_is_not_folded() -> None:
    seed = "".join(_SEED.splitlines(keepends=True)[:20])

    assert "folded" not in plain(_compared(seed.replace("29", "92"), seed), 80)


@pytest.mark.parametrize(
    "other",
    [
        _with(10, "29", "92"),
        _with(10, "at dawn", "at dawn in silence"),
        _SEED.replace("Then the men of ship 29 crossed the river at dawn.\n", ""),
    ],
)
def test_a_passage_of_weight_is_not_light(other: str) -> None:
    heavy = [one.label for one in _compared(other).passages if not is_light(one)]

    assert heavy == ["10"]


def test_an_added_sentence_is_not_light() -> None:
    other = _SEED + "A bell rang for the morning prayer in the chapel of the harbour.\n"

    assert [one.label for one in _compared(other).passages if not is_light(one)] == ["24+1"]
