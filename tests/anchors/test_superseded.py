"""Decisions that are replaced, withdrawn or erased."""

import itertools

from tests.anchors.event_logs import KEEP, PILOTS, TRUCE, event, log_of, replacing, state_of
from tests.log.logs import (
    only,
    statuses,
)
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import (
    Erasure,
    Withdrawn,
)
from variants.log.history import History
from variants.types.status import State


def test_a_decision_that_replaces_all_settles_a_conflict() -> None:
    settled = event("3", replacing(KEEP, "1", "2"))

    found = state_of(event("1", KEEP), event("2", TRUCE, "mo"), settled)

    assert found.state is State.DECIDED
    assert [each.id for each in found.live] == ["3"]
    assert [each.id for each in found.former] == ["1", "2"]


def test_what_is_withdrawn_leaves_the_place_undecided_and_is_remembered() -> None:
    found = state_of(event("1", TRUCE), event("2", Withdrawn(("1",))))

    assert (found.state, found.printed, found.live) == (State.UNDECIDED, None, ())
    assert [each.id for each in found.former] == ["1"]


def test_what_was_replaced_does_not_come_back_when_its_replacer_is_withdrawn() -> None:
    found = state_of(
        event("1", TRUCE), event("2", replacing(KEEP, "1")), event("3", Withdrawn(("2",)))
    )

    assert found.state is State.UNDECIDED
    assert {each.id for each in found.former} == {"1", "2"}


def test_withdrawing_a_withdrawal_does_nothing() -> None:
    found = state_of(
        event("1", TRUCE), event("2", Withdrawn(("1",))), event("3", Withdrawn(("2",)))
    )

    assert found.state is State.UNDECIDED


def test_replacing_in_a_circle_has_no_effect() -> None:
    one, two = event("1", replacing(TRUCE, "2")), event("2", replacing(TRUCE, "1"))
    itself = event("3", replacing(TRUCE, "3"))

    for order in itertools.permutations([one, two, itself]):
        history = log_of(*order)
        assert {each.id for each in only(statuses(history)).live} == {"1", "2", "3"}
        assert len([each for each in history.problems() if "replaces" in each.message]) == 3


def test_what_only_leads_into_a_circle_is_still_replaced() -> None:
    circle = [event("1", replacing(TRUCE, "2")), event("2", replacing(TRUCE, "1", "0"))]

    history = log_of(event("0", KEEP), *circle, event("3", replacing(KEEP, "1")))

    assert {each.id for each in only(statuses(history)).live} == {"2", "3"}


def test_a_circle_that_replaces_one_of_another_circle_does_replace_it() -> None:
    one = [event("1", replacing(TRUCE, "2", "3")), event("2", replacing(TRUCE, "1"))]
    other = [event("3", replacing(TRUCE, "4")), event("4", replacing(TRUCE, "3"))]

    history = log_of(*one, *other)

    assert {name for name in "1234" if history.is_active(name)} == {"1", "2", "4"}


def test_a_circle_is_broken_when_one_of_its_events_does_not_count() -> None:
    circle = [event(a, replacing(TRUCE, b)) for a, b in ("12", "23", "31")]
    history = log_of(*circle)
    assert history.is_active("2")

    damage = event("3", KEEP)
    history.add(damage, hash_of(write_line(damage)))

    assert {name for name in "123" if history.is_active(name)} == {"1"}
    assert statuses(history) == statuses(log_of(damage, *circle))


def test_two_lines_with_one_id_do_not_count() -> None:
    history = log_of(event("1", TRUCE), event("1", KEEP), event("2", PILOTS))

    (found,) = statuses(history).statuses

    assert [each.id for each in found.live] == ["2"]
    assert any("id of another" in str(each) for each in history.problems())


def test_an_erased_decision_no_longer_counts_and_brings_nothing_back() -> None:
    second = event("2", replacing(TRUCE, "1"))
    stub = event("2", Erasure(hash_of(write_line(second)), "a name", ("1",)))

    for order in itertools.permutations([event("1", KEEP), second, stub]):
        history = History()
        for each in order:
            is_stub = isinstance(each.body, Erasure)
            history.add(each, hash_of(write_line(second if is_stub else each)))
        found = only(statuses(history))
        assert (found.state, [each.id for each in found.former]) == (State.UNDECIDED, ["1"])
