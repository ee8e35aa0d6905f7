"""Properties of the status of places for any events."""

import dataclasses
import itertools
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.anchors.event_logs import KEEP, TRUCE, event, log_of, replacing
from tests.log.logs import (
    DOCUMENT,
    SEED,
    compared,
    decide,
    journal_in,
    judge,
    only,
    remember,
    statuses,
)
from variants.anchors.verdicts import overrule
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import (
    Body,
    CommentMade,
    Erasure,
    Event,
    Foreign,
    NewAnchor,
    RuleMade,
    Withdrawn,
    named_by,
)
from variants.log.history import History
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.status import Rule, State, VerdictState
from variants.types.verdict import SenseVerdict

_WORDS = ("an armistice", "battle pilots", "but battle pilots", "Gao Gang", "opinion.|", "|They")


_ids = st.integers(0, 11).map(str)


@st.composite
def _events(draw: st.DrawFn) -> list[Event]:
    """Draw events that replace, withdraw, comment on and contradict each other."""
    names = draw(st.lists(_ids, min_size=1, max_size=12))
    return [draw(_any_event(name)) for name in names]


def _any_event(name: str) -> st.SearchStrategy[Event]:
    ids = st.lists(_ids, max_size=3).map(tuple)
    bodies: st.SearchStrategy[Body] = st.one_of(
        st.builds(
            lambda words, action, wording, replaces: replacing(
                decide(words, action, wording if action in _CHANGING else None), *replaces
            ),
            st.sampled_from(_WORDS),
            st.sampled_from(list(Action)),
            st.sampled_from(["a truce", "", "battle pilots"]),
            ids,
        ),
        st.builds(
            lambda words, reading, yes, replaces: judge(
                words, reading, touches_sense=yes, replaces=replaces
            ),
            st.sampled_from(_WORDS),
            st.sampled_from(["a truce", "fighting pilots", ""]),
            st.booleans(),
            ids,
        ),
        ids.map(Withdrawn),
        _ids.map(lambda on: CommentMade("Look.", on=on)),
        _ids.map(lambda of: NewAnchor(of, remember("Inform us"))),
        st.builds(
            RuleMade, st.builds(Rule, st.just(name), *[st.sampled_from(["R1", "R2"])] * 4), ids
        ),
    )
    return st.builds(event, st.just(name), bodies, st.sampled_from(["kl", "mo"]))


_CHANGING = (Action.ADOPT, Action.EMEND, Action.ALTERNATES)


_NOW = compared(seed=SEED.replace("an armistice", "an armistice at last"), b="")


@given(events=_events(), data=st.data())
def test_no_order_of_events_and_no_way_of_merging_changes_how_places_stand(
    events: list[Event], data: st.DataObject
) -> None:
    lines = [(each, hash_of(write_line(each))) for each in events]
    # Some lines have been replaced by stubs in one of the copies.
    lines += [(_stub(*line), line[1]) for line in lines if data.draw(st.booleans())]
    shuffled = data.draw(st.permutations(lines))
    cut = data.draw(st.integers(0, len(lines)))
    again = data.draw(st.integers(0, len(lines)))
    orders = [lines, shuffled, [*shuffled[cut:], *shuffled[:cut], *shuffled[again:]]]

    histories = []
    for order in orders:
        histories.append(History())
        for each, digest in order:
            histories[-1].add(each, digest)
            histories[-1].is_active("1")

    for now in (compared(), _NOW):
        first, *others = (statuses(history, now) for history in histories)
        assert others == [first, first]


def _stub(gone: Event, digest: str) -> Event:
    return dataclasses.replace(gone, body=Erasure(digest, named=named_by(gone.body)))


@given(_events())
def test_what_is_printed_never_overlaps_and_every_decision_is_somewhere(
    events: list[Event],
) -> None:
    history = log_of(*events)

    found = statuses(history)

    spans = [each.span for each in found.statuses if each.printed is not None and each.span]
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    told = {each.id for s in found.statuses for each in (*s.live, *s.former)}
    assert told == {each.id for each in history.decisions(DOCUMENT)}
    live = {each.id for s in found.statuses for each in s.live}
    assert live == {name for name in told if history.is_active(name)}
    text = "".join(run.text for run in Edition("", compared(), found).runs())
    assert spans or text == SEED


@given(_events())
def test_every_verdict_has_one_status_and_only_contradictions_are_disputed(
    events: list[Event],
) -> None:
    history = log_of(*events)

    found = statuses(history, _NOW).verdicts

    assert sorted(each.verdict.id for each in found) == sorted(
        each.id for each in history.verdicts(DOCUMENT)
    )
    active = {each.verdict.id for each in found if each.state is not VerdictState.FORMER}
    assert active == {each.id for each in history.verdicts() if history.is_active(each.id)}
    answers: dict[tuple[str, str, VerdictState], set[bool]] = {}
    for each in found:
        key = each.place, each.verdict.reading.text, each.state
        answers.setdefault(key, set()).add(each.verdict.touches_sense)
    for (place, words, state), given_answers in answers.items():
        if state is VerdictState.DISPUTED:
            assert given_answers == {True, False}
        if state is VerdictState.IN_FORCE:
            assert len(given_answers) == 1
            assert (place, words, VerdictState.DISPUTED) not in answers


@given(_events())
def test_verdicts_change_no_place_and_no_estimate_of_other_readings(
    events: list[Event],
) -> None:
    # A program that does not know verdicts keeps their lines, and ignores them.
    unknown = [
        dataclasses.replace(each, body=Foreign("sense", 1))
        if isinstance(each.body, SenseVerdict)
        else each
        for each in events
    ]
    known, ignored = History(), History()
    for number, (one, other) in enumerate(zip(events, unknown, strict=True)):
        known.add(one, str(number))
        ignored.add(other, str(number))

    found = statuses(known)
    judged = overrule(compared(), found.verdicts)

    assert found.statuses == statuses(ignored).statuses
    in_force = {
        (each.place, each.verdict.reading.text): each.verdict
        for each in found.verdicts
        if each.state is VerdictState.IN_FORCE
    }
    for before, after in zip(compared().entries, judged.entries, strict=True):
        for old, new in zip(before.readings, after.readings, strict=True):
            verdict = in_force.get((before.place, old.wording))
            assert new.sense is not None
            assert old.sense is not None
            if verdict is None:
                assert dataclasses.replace(new.sense, disputed_by=()) == old.sense
            else:
                assert new.sense.probability == float(verdict.touches_sense)
                assert verdict.by in new.sense.editors


def test_four_times_the_events_take_about_four_times_the_time() -> None:
    few, many = (min(_time_for(count) for _ in range(3)) for count in (500, 2000))

    assert many < 10 * few


def _time_for(count: int) -> float:
    """Return the seconds to process a log in which each decision replaces the previous one."""
    lines, prev = [], ""
    for number in range(count):
        body = replacing(KEEP, *([str(number - 1)] if number else []))
        made = dataclasses.replace(event(str(number), body), prev=prev)
        lines.append(write_line(made))
        prev = hash_of(lines[-1])
    history = History()
    begin = time.process_time()
    history.extend({"kl-1": lines})
    assert history.problems() == []
    assert only(statuses(history)).live[0].id == str(count - 1)
    return time.process_time() - begin


def test_two_clones_that_recorded_apart_agree_after_a_merge(tmp_path: Path) -> None:
    one, two = journal_in(tmp_path / "one", "kl"), journal_in(tmp_path / "two", "mo")
    one.record([KEEP], compared())
    two.record([TRUCE], compared())
    merged = tmp_path / "merged"
    for clone in ("one", "two"):
        for path in (tmp_path / clone / "decisions").glob("*.jsonl"):
            (merged / "decisions").mkdir(parents=True, exist_ok=True)
            (merged / "decisions" / path.name).write_bytes(path.read_bytes())

    journal = journal_in(merged, "kl")
    conflict = only(statuses(journal.history))
    journal.record([replacing(KEEP, *(each.id for each in conflict.live))], compared())

    assert conflict.state is State.CONFLICT
    assert only(statuses(journal.history)).state is State.DECIDED
    assert journal.history.problems() == []
