from __future__ import annotations

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.brief.test_make_brief import brief_of
from variants.brief import Brief, BriefItem, BriefShare, Change
from variants.brief.brief_text import item_line
from variants.pipeline import collate
from variants.settings import Settings
from variants.terminal.brief_lines import brief_lines
from variants.terminal.brief_page import write_brief
from variants.terminal.pen import pen_for
from variants.terminal.strips import strip_lines
from variants.terminal.view import View
from variants.types.edition import Edition
from variants.types.witness import Witness
from variants.wording.text_runs import to_plain


def _printed(
    brief: Brief, width: int, most: int | None = None, command: str = "variants compare"
) -> list[str]:
    pen = pen_for(View(plain=True), Console(width=width, no_color=True))
    return [line.plain for line in brief_lines(brief, pen, most, command)]


def _long(sentences: int) -> Brief:
    seed = "".join(f"Then {n + 20} men crossed the river at dawn.\n" for n in range(sentences))
    other = seed.replace("Then 2", "Then 7")
    return brief_of(seed, other)


def test_the_brief_has_counts_items_and_other_wording() -> None:
    seed = "They sent sixteen ships to the harbour.\nWe leave at noon.\n"

    printed = _printed(brief_of(seed, seed.replace("sixteen", "sixty")), 80)

    assert printed[:3] == [
        "▲ likely to touch the sense  1 reading at 1 place",
        "  Numbers           A has “sixty” for “sixteen” (1)",
        "  besides  no other wording",
    ]


@pytest.mark.parametrize("width", [30, 40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(cell_len, _printed(_long(60), width))) <= width


def test_a_brief_has_at_most_so_many_lines_of_differences() -> None:
    printed = _printed(_long(60), 60, most=2)

    listed = [line for line in printed if " for " in line or " has " in line]
    assert len(listed) <= 2
    assert any(line.startswith("  not listed  ") for line in printed)


def test_a_difference_is_listed_if_the_lines_about_it_would_need_as_many() -> None:
    seed = "They sent sixteen ships.\nWe must leave.\nHe is here.\nI will come.\nYou go.\nIt is.\n"
    other = (
        seed.replace("sixteen", "sixty").replace("must", "may").replace("is here", "is not here")
    )

    printed = _printed(brief_of(seed, other), 80, most=1)

    assert any("“sixty” for “sixteen”" in line for line in printed)
    assert any("“may” for “must”" in line for line in printed)
    assert not any("not listed" in line for line in printed)


def test_above_the_passages_with_all_differences_no_command_for_them_is_named() -> None:
    alone, above = (_printed(_long(60), 60, most=2, command=one) for one in ("variants", ""))

    assert any("all of them" in line for line in alone)
    assert [line for line in alone if "all of them" not in line] == above


def test_a_strip_has_a_bar_for_each_sentence_and_a_scale() -> None:
    pen = pen_for(View(plain=True), Console(width=80, no_color=True))

    sense, wording, scale = (line.plain for line in strip_lines(_long(12), pen))

    assert sense == "sense    ██████████··  0 to 1 in a sentence"
    assert wording.endswith("  0 to 100 % of the words")
    assert scale == "         1   5    10"


def test_in_a_narrow_terminal_the_bars_have_more_room_than_their_range() -> None:
    pen = pen_for(View(plain=True), Console(width=40, no_color=True))

    sense, wording, _ = (line.plain for line in strip_lines(_long(12), pen))

    assert sense == "sense    ██████████··  0 to 1"
    assert wording.endswith("  0 to 100 %")


def test_a_long_text_has_a_bar_for_several_sentences() -> None:
    pen = pen_for(View(plain=True), Console(width=60, no_color=True))

    sense = strip_lines(_long(60), pen)[0].plain

    assert len(sense.split()[1]) == 20


@pytest.mark.parametrize("width", [32, 80, 120])
def test_a_brief_alone_is_at_most_a_page(width: int) -> None:
    def text(more: int) -> str:
        return "".join(f"The {n + more} men of village {n} crossed at dawn.\n" for n in range(90))

    seed, others = text(100), [text(300), text(500)]
    texts = [Witness("SAB"[n], text) for n, text in enumerate((seed, *others))]
    file = io.StringIO()
    console = Console(file=file, width=width, color_system=None)

    edition = Edition("village", collate(texts, Settings(segmenter="lines")))
    write_brief(edition, View(), console)

    assert file.getvalue().count("\n") <= 60
    assert "not listed" in file.getvalue()
    assert "variants compare --sense" in " ".join(file.getvalue().split())


def test_a_move_names_the_words_of_the_seed_if_the_witness_has_no_own() -> None:
    item = BriefItem(Change.MOVED, "every", "", (BriefShare(("B",), ("5",)),), 0.9)

    assert to_plain(item_line(item)) == "B moves “every” (5)"
