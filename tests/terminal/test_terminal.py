import io
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from tests.conftest import Golden
from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.reports.statuses import DECIDED_HARBOUR, bare, editions
from tests.reports.weighed import OTHER_WORDING, weighed
from tests.terminal.screens import coloured, plain, widest
from variants.brief.selection import Selection
from variants.terminal import Layout, Order, Theme, View, write_terminal
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.types.sense import Sense, Tier
from variants.types.variant import Kind, VariantClass

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

layouts = st.sampled_from([None, *Layout])


@settings(max_examples=80)
@given(collations() | editions(), layouts, st.sampled_from(Order), st.integers(30, 220))
def test_no_line_is_wider_than_the_terminal_or_ends_in_a_blank(
    shown: Collation | Edition, layout: Layout | None, order: Order, width: int
) -> None:
    screen = plain(shown, width, View(layout, order=order))

    assert widest(screen) <= width
    assert not [line for line in screen.split("\n") if line != line.rstrip()]


@settings(max_examples=60)
@given(collations() | editions(), layouts, st.integers(1, 29), st.sampled_from(Theme))
def test_nothing_is_too_odd_for_the_narrowest_terminal(
    shown: Collation | Edition, layout: Layout | None, width: int, theme: Theme
) -> None:
    coloured(shown, width, View(layout, theme=theme))


@settings(max_examples=60)
@given(collations() | editions(), layouts)
def test_no_character_of_a_text_commands_the_terminal(
    shown: Collation | Edition, layout: Layout | None
) -> None:
    assert not _COMMANDS.search(plain(shown, 80, View(layout)))
    assert not _COMMANDS.search(_ESCAPES.sub("", coloured(shown, 80, View(layout))))


@settings(max_examples=40)
@given(collations() | editions(), layouts)
def test_colours_add_nothing_but_colours_and_signs(
    shown: Collation | Edition, layout: Layout | None
) -> None:
    view = View(layout, plain=True)

    assert coloured(shown, 90, view) == plain(shown, 90, View(layout))


_USUAL = [(40, None), (80, None), (120, None), (200, None)]
_ASKED_FOR = [(80, Layout.INLINE), (80, Layout.READINGS)]


@pytest.mark.parametrize(("width", "layout"), [*_USUAL, *_ASKED_FOR, (120, Layout.READINGS)])
def test_the_harbour_looks_as_a_person_read_it(
    golden: Golden, width: int, layout: Layout | None
) -> None:
    name = f"harbour/{width}{f'-{layout.value}' if layout else ''}.txt"

    golden(name, plain(HARBOUR, width, View(layout)))


@pytest.mark.parametrize(("width", "layout"), [*_USUAL, *_ASKED_FOR, (40, Layout.READINGS)])
def test_the_decided_harbour_looks_as_a_person_read_it(
    golden: Golden, width: int, layout: Layout | None
) -> None:
    name = f"decided/{width}{f'-{layout.value}' if layout else ''}.txt"

    golden(name, plain(DECIDED_HARBOUR, width, View(layout)))


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_without_colour_it_is_plain(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    file = io.StringIO()
    write_terminal(
        bare(HARBOUR), View(), Console(file=file, width=80, force_terminal=bool(environment))
    )

    assert file.getvalue() == plain(HARBOUR, 80)


def test_sixteen_colours_are_left_to_the_user() -> None:
    codes = set(re.findall(r"\x1b\[([0-9;]*)m", coloured(DECIDED_HARBOUR, 80, colours="standard")))

    assert codes <= {"0", "1", "3", "4", "1;4", "1;7"}


def test_a_blank_at_the_end_of_a_line_is_not_painted() -> None:
    for line in coloured(HARBOUR, 60).split("\n"):
        assert not re.search(r" (\x1b\[[0-9;]*m)*$", line)


def test_the_selection_is_named_and_the_counts_are_of_everything() -> None:
    view = View(selection=Selection(classes=frozenset({VariantClass.MODALITY})))

    screen = plain(HARBOUR, 120, view)

    assert (
        "shown  class modality · hidden  7 of 8 passages, 20 of 21 places, 24 of 25 readings"
        in screen
    )
    assert "_must_" in screen
    assert "harbour_" not in screen


def test_a_selection_names_the_wording_that_it_hides() -> None:
    view = View(selection=Selection(tiers=frozenset({Tier.SENSE})))

    screen = plain(weighed(), 120, view)

    # Place 4.1 hides a reading of form only; 3.1 hides two of wording, expected 0.1.
    hidden = sum(
        any(one.tier is Tier.WORDING for one in entry.readings) for entry in weighed().entries
    )
    assert "shown  likely to touch the sense · hidden  7 of 8 passages, 19 of 21 places" in screen
    expected = f"{hidden * OTHER_WORDING:.1f}"
    amount = f"{hidden} places of other wording · {expected} expected to touch the sense"
    assert f"hidden  {amount}\n" in screen
    assert "--sense" not in screen
    assert "hidden" not in plain(weighed(), 120)


@pytest.mark.parametrize(
    ("selection", "heads"),
    [
        (Selection(classes=frozenset({VariantClass.FORM})), 0),
        (Selection(kinds=frozenset({Kind.CASE})), 0),
        (Selection(classes=frozenset({VariantClass.FORM, Tier.SENSE})), 1),
        (Selection(), 1),
    ],
)
def test_readings_that_cannot_touch_the_sense_have_no_brief(
    selection: Selection, heads: int
) -> None:
    assert plain(weighed(), 120, View(selection=selection)).count("▲ likely") == heads


@pytest.mark.parametrize(
    ("classes", "lines"),
    [
        ({VariantClass.MEANING}, 1),
        ({VariantClass.MODALITY, VariantClass.NAME}, 1),
        ({VariantClass.NAME}, 0),
        ({VariantClass.MEANING, Tier.SENSE}, 0),
    ],
)
@pytest.mark.parametrize("view", [View(), View(patterns=True)], ids=["passages", "patterns"])
def test_classes_like_meaning_name_the_option_for_sense(
    classes: set[VariantClass | Tier], lines: int, view: View
) -> None:
    screen = plain(weighed(), 120, replace(view, selection=Selection(classes=frozenset(classes))))

    line = "For all readings that are likely to touch the sense, use --sense.\n"
    assert screen.count(line) == lines


def test_a_verdict_of_a_rule_is_named_beside_its_reading_in_a_wide_terminal() -> None:
    def ruled(sense: Sense) -> Collation:
        (entry,) = (one for one in HARBOUR.entries if one.label == "2.2")
        readings = tuple(replace(one, sense=sense) for one in entry.readings)
        passages = (replace(HARBOUR.passages[1], entries=(replace(entry, readings=readings),)),)
        return replace(HARBOUR, passages=passages)

    view = View(layout=Layout.READINGS)
    by_rule = ruled(Sense(1.0, Tier.SENSE, None, "", "", "rule ranks"))
    by_model = ruled(Sense(0.9, Tier.SENSE, None, "", "", "model"))

    wide = " ".join(plain(by_rule, 120, view).split())
    assert "modality · function word · touches the sense (rule ranks)" in wide
    assert "ranks" not in plain(by_rule, 90, view)
    assert "touches the sense" not in plain(by_model, 120, view)


def test_the_readings_of_each_witness_are_counted_by_tier() -> None:
    screen = plain(weighed(), 120)

    for other in weighed().others:
        siglum = other.witness.siglum
        tiers = Counter(
            one.tier for entry in weighed().entries for one in entry.readings if siglum in one.sigla
        )
        figures = [str(tiers[tier]) for tier in Tier]
        (line,) = [line for line in screen.splitlines() if line.startswith(f"  {siglum}  ")][:1]
        assert line.partition("/8 sentences")[0].split()[-4:-1] == figures
    assert "▲ likely to touch the sense  2 readings at 2 places" in screen
    assert "▲ likely" not in plain(HARBOUR, 120)


def test_places_have_numbers_on_request_or_where_one_is_decided() -> None:
    assert "2.1 must → should" in plain(HARBOUR, 120, View(places=True)) or "2.2" in plain(
        HARBOUR, 120, View(places=True)
    )
    assert "2.2" not in plain(HARBOUR, 120)
    assert "2.2" in plain(DECIDED_HARBOUR, 120)


def test_an_empty_selection_has_a_line_that_says_so() -> None:
    screen = plain(HARBOUR, 80, View(selection=Selection(kinds=frozenset({Kind.TYPOGRAPHY}))))

    assert screen.endswith("\nNo differences to show.\n")


def test_a_seed_without_other_witnesses_can_be_shown() -> None:
    passages = tuple(
        Passage(str(index + 1), (index,), (), ()) for index in range(len(HARBOUR.seed.sentences))
    )

    screen = plain(replace(HARBOUR, others=(), passages=passages), 80)

    assert "the seed, 8 sentences" in screen
    assert "Burn this note." in screen
