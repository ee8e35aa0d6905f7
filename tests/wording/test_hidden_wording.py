import pytest
from hypothesis import given

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.reports.weighed import OTHER_WORDING, weighed
from variants.brief.selection import Selection, shown_passages
from variants.types.collation import Collation, Entry
from variants.types.sense import Tier
from variants.types.variant import VariantClass
from variants.wording.hidden_wording import HiddenWording, hidden_line, hidden_wording


def _hidden(collation: Collation, selection: Selection) -> HiddenWording | None:
    shown = [e for passage in shown_passages(collation, selection) for e in passage.entries]
    return hidden_wording(collation.entries, shown)


def _places(collation: Collation) -> list[Entry]:
    """Return the entries that differ in more than form."""
    return [e for e in collation.entries if e.sense and e.sense.tier is not Tier.FORM]


def test_without_a_selection_no_wording_is_hidden() -> None:
    assert _hidden(weighed(), Selection()) == HiddenWording(0, 0.0)


def test_readings_of_form_are_not_counted() -> None:
    others = frozenset(VariantClass) - {VariantClass.FORM, VariantClass.NAME}

    assert _hidden(weighed(), Selection(classes=others)) == HiddenWording(0, 0.0)


def test_the_heaviest_hidden_reading_of_a_place_counts() -> None:
    hidden = _hidden(weighed(), Selection(classes=frozenset()))

    assert hidden is not None
    assert (hidden.likely, hidden.places) == (2, len(_places(weighed())) - 2)
    assert hidden.expected == pytest.approx(0.9 + 0.6 + OTHER_WORDING * hidden.places)
    assert hidden_line(hidden).startswith("hidden  2 places likely to touch the sense · ")


def test_a_place_that_is_shown_in_part_is_counted_with_its_hidden_readings() -> None:
    hidden = _hidden(weighed(), Selection(tiers=frozenset({Tier.SENSE})))

    # Place 3.1 has two more readings, and 4.1 only one of form.
    assert hidden is not None
    assert hidden.places == len(_places(weighed())) - 1
    assert hidden.expected == pytest.approx(OTHER_WORDING * hidden.places)


def test_a_witness_that_is_not_shown_hides_only_its_own_readings() -> None:
    hidden = _hidden(weighed(), Selection(witnesses=frozenset("AB")))

    own = [
        entry
        for entry in _places(weighed())
        if any(one.sigla == ("C",) and one.tier is not Tier.FORM for one in entry.readings)
    ]
    assert hidden is not None
    assert hidden.places == len(own)


def test_without_any_sense_the_amount_is_unknown() -> None:
    assert _hidden(HARBOUR, Selection(classes=frozenset())) is None


@given(collations())
def test_the_expected_number_is_at_most_the_number_of_places(collation: Collation) -> None:
    hidden = _hidden(collation, Selection(classes=frozenset()))

    if hidden is not None:
        places = hidden.places + hidden.likely
        assert places == len(_places(collation))
        assert 0 <= hidden.expected <= places


@pytest.mark.parametrize(
    ("expected", "shown"),
    [
        (0.0, "less than 0.1"),
        (0.06, "0.1"),
        (2.449, "2.4"),
        (9.94, "9.9"),
        (9.96, "10"),
        (31, "31"),
    ],
)
def test_the_expected_number_has_a_tenth_below_ten(expected: float, shown: str) -> None:
    line = hidden_line(HiddenWording(40, expected))

    assert line.endswith(f" · {shown} expected to touch the sense")
