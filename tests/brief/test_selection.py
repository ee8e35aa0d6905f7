from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.reports.weighed import weighed
from variants.brief.selection import (
    Selection,
    shown_passages,
    shown_patterns,
    shown_sigla,
)
from variants.types.collation import Collation, Reading
from variants.types.pattern import Occurrence, Pattern, Recurrences
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.survey import survey_of
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


@given(collations(), st.sampled_from(Tier), st.sampled_from(VariantClass))
def test_a_tier_narrows_the_classes_and_among_them_adds_its_readings(
    collation: Collation, tier: Tier, chosen: VariantClass
) -> None:
    narrowed = Selection(classes=frozenset({chosen}), tiers=frozenset({tier}))
    added = Selection(classes=frozenset({chosen, tier}))

    readings = [r for entry in collation.entries for r in entry.readings]
    assert _readings(collation, narrowed) == [
        r for r in readings if r.variant_class is chosen and r.tier is tier
    ]
    assert _readings(collation, added) == [
        r for r in readings if r.variant_class is chosen or r.tier is tier
    ]


def _readings(collation: Collation, selection: Selection) -> list[Reading]:
    shown = shown_passages(collation, selection)
    return [r for passage in shown for entry in passage.entries for r in entry.readings]


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


def test_a_passage_without_a_reading_of_the_tier_is_hidden() -> None:
    shown = shown_passages(weighed(), Selection(tiers=frozenset({Tier.SENSE})))

    assert [(p.label, [e.label for e in p.entries]) for p in shown] == [("3–4", ["3.1", "4.1"])]


@pytest.mark.parametrize(("tier", "labels"), [(Tier.SENSE, ["4.1 5.1"]), (Tier.WORDING, [])])
def test_a_pattern_is_of_a_tier_if_half_of_its_places_are(tier: Tier, labels: list[str]) -> None:
    # At 4.1, the reading of B is likely to touch the sense; at 5.1, that of B is other wording.
    of = {entry.label: entry for entry in HARBOUR.entries}
    places = [
        Occurrence(Span(n, n), siglum, Span(n, n), label, of[label].place)
        for n, (siglum, label) in enumerate([("B", "4.1"), ("B", "4.1"), ("B", "5.1")])
    ]
    pattern = Pattern("sixteen", "sixty", VariantClass.MEANING, tuple(places))
    collation = replace(weighed(), survey=survey_of(Recurrences((pattern,))))

    shown = shown_patterns(collation, Selection(tiers=frozenset({tier})))

    assert [" ".join(one.labels) for one in shown] == labels
