"""Values derived from a frozen value are computed once, and follow it through copies."""

from __future__ import annotations

import copy
import dataclasses
import operator
import pickle
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness

_LINK = SentenceLink(LinkKind.FORCED, "A", (SentenceMark(3, ""),), (SentenceMark(4, ""),))


@cache
def _edition() -> Edition:
    """Return the telegram with a decision on every third entry that does not overlap."""
    collation = collate(telegram(), Settings())
    statuses: list[PlaceStatus] = []
    at = -1
    for entry in sorted(collation.entries, key=lambda entry: entry.lemma)[::3]:
        if entry.lemma.start > at:
            at = entry.lemma.end
            statuses.append(
                PlaceStatus(entry.place, entry.lemma, State.DECIDED, frozenset(), (), (), "x")
            )
    return Edition("telegram", collation, Decisions(tuple(statuses)))


def _values() -> list[tuple[Any, str]]:
    edition = _edition()
    collation = edition.collation
    return [
        (collation, "entries"),
        (collation.seed, "gaps"),
        (collation.seed.witness, "digest"),
        (collation.entries[0].readings[0], "sigla"),
        (collation.patterns[0], "places"),
        (collation.patterns[0], "labels"),
        (_LINK, "seed_numbers"),
        (_LINK, "other_numbers"),
    ]


@pytest.mark.parametrize("number", range(len(_values())))
def test_a_derived_value_is_computed_once_and_kept_by_copies(number: int) -> None:
    value, name = _values()[number]
    derived = operator.attrgetter(name)

    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own value

    assert derived(value)
    assert derived(value) is derived(value)
    for each in (again, copy.copy(value), dataclasses.replace(value)):
        assert each == value
        assert hash(each) == hash(value)
        assert derived(each) == derived(value)


def test_a_changed_copy_derives_its_own_values() -> None:
    edition = _edition()
    collation = edition.collation
    assert (collation.entries, edition.states(), edition.statuses()) != ((), {}, {})
    (first, *_), reading = collation.passages, collation.entries[0].readings[0]

    fewer = dataclasses.replace(collation, passages=(first,))
    undecided = dataclasses.replace(edition, decisions=Decisions())

    assert fewer.entries == first.entries
    assert undecided.statuses() == {}
    assert set(undecided.states().values()) == {State.UNDECIDED}
    assert dataclasses.replace(reading, attestations=()).sigla == ()
    assert dataclasses.replace(Witness("S", "y"), text="x").digest == Witness("S", "x").digest


def test_states_and_statuses_are_computed_once() -> None:
    edition = _edition()

    assert edition.states() is edition.states()
    assert edition.statuses() is edition.statuses()


@given(st.data())
def test_lookups_find_what_a_scan_finds(data: st.DataObject) -> None:
    edition = _edition()
    collation = edition.collation
    borders = sorted({at for e in collation.entries for at in (e.lemma.start, e.lemma.end)})
    near = st.sampled_from(borders).flatmap(
        lambda at: st.integers(max(0, at - 2), min(at + 2, len(collation.seed.witness.text)))
    )
    span = Span(*sorted((data.draw(near), data.draw(near))))

    at_span = collation.entries_at(span)
    overlapping = collation.entries_overlapping(span)
    changes = edition.changes_overlapping(span)

    assert list(at_span) == [e for e in collation.entries if e.lemma == span]
    assert list(overlapping) == [e for e in collation.entries if e.lemma.overlaps(span)]
    assert changes == [
        each
        for each in edition.decisions.statuses
        if each.span is not None and each.span.overlaps(span)
    ]


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(3, 9), Span(8, 12), True),
        (Span(3, 9), Span(9, 12), False),
        (Span(3, 9), Span(9, 9), False),
        (Span(3, 9), Span(3, 3), False),
        (Span(3, 9), Span(5, 5), True),
        (Span(5, 5), Span(5, 5), False),
        (Span(3, 9), Span(3, 9), True),
    ],
)
def test_spans_overlap_if_they_share_a_character_or_one_is_inside(
    one: Span, other: Span, *, overlap: bool
) -> None:
    assert (one.overlaps(other), other.overlaps(one)) == (overlap, overlap)
