import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from variants.terminal.selection import (
    Selection,
    shown_passages,
    shown_sigla,
)
from variants.types.collation import Collation
from variants.types.variant import Kind, VariantClass


@given(collations())
def test_everything_is_shown_when_nothing_is_chosen(collation: Collation) -> None:
    assert shown_passages(collation, Selection()) == collation.passages


@given(collations(), st.sampled_from(VariantClass))
def test_only_readings_of_the_chosen_class_are_shown(
    collation: Collation, chosen: VariantClass
) -> None:
    shown = shown_passages(collation, Selection(classes=frozenset({chosen})))

    found = [r for passage in shown for entry in passage.entries for r in entry.readings]
    assert found == [
        r for entry in collation.entries for r in entry.readings if r.variant_class is chosen
    ]


@given(collations())
def test_a_witness_that_is_not_chosen_is_nowhere(collation: Collation) -> None:
    selection = Selection(witnesses=frozenset({"A"}))

    shown = shown_passages(collation, selection)

    assert shown_sigla(collation, selection) == ("A",)
    assert {r.siglum for passage in shown for r in passage.renderings} <= {"A"}
    entries = [entry for passage in shown for entry in passage.entries]
    assert {siglum for entry in entries for siglum in entry.agreeing} <= {"A"}
    assert {siglum for entry in entries for r in entry.readings for siglum in r.sigla} <= {"A"}


def test_class_belongs_to_the_reading() -> None:
    shown = shown_passages(HARBOUR, Selection(classes=frozenset({VariantClass.FORM})))

    sixteen = next(entry for passage in shown for entry in passage.entries if entry.label == "4.1")
    assert [reading.wording for reading in sixteen.readings] == ["16"]


@pytest.mark.parametrize(
    ("selection", "labels"),
    [
        (Selection(sentences=frozenset({3})), ["3–4"]),
        (Selection(sentences=frozenset({4, 5})), ["3–4", "4+1", "5"]),
        (Selection(witnesses=frozenset("A"), sentences=frozenset({4})), ["3–4"]),
        (Selection(kinds=frozenset({Kind.OMITTED})), ["2", "6", "8"]),
        (Selection(witnesses=frozenset("B"), kinds=frozenset({Kind.OMITTED})), ["2"]),
        (Selection(classes=frozenset()), []),
    ],
)
def test_passages_shown(selection: Selection, labels: list[str]) -> None:
    assert [passage.label for passage in shown_passages(HARBOUR, selection)] == labels
