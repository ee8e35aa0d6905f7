from dataclasses import replace

import pytest

from tests.anchors.event_logs import KEEP, PILOTS, TRUCE, event, log_of, replacing, state_of
from tests.log.logs import (
    DOCUMENT,
    SEED,
    A,
    B,
    PlainResolver,
    compared,
    decide,
    only,
    remember,
    statuses,
)
from variants.anchors.resolution import Ambiguous, Found, Lost, Method, Resolution
from variants.anchors.status import compute_status
from variants.log.chain import hash_of
from variants.log.codec.write_line import write_line
from variants.log.events import (
    CommentMade,
    NewAnchor,
    RuleMade,
    Withdrawn,
)
from variants.types.collation import Collation
from variants.types.decision import Action, Anchor, Decision
from variants.types.span import Span
from variants.types.status import Remark, Rule, State


@pytest.mark.parametrize(
    ("decision", "state", "printed"),
    [
        (KEEP, State.DECIDED, None),
        (TRUCE, State.DECIDED, "a truce"),
        (decide("an armistice", Action.EMEND, "peace"), State.DECIDED, "peace"),
        (decide("an armistice", Action.EMEND, ""), State.DECIDED, ""),
        (decide("an armistice", Action.EMEND, "an armistice"), State.DECIDED, None),
        (decide("an armistice", Action.ALTERNATES), State.DECIDED, None),
        (decide("an armistice", Action.ALTERNATES, "a truce"), State.DECIDED, "a truce"),
        (decide("an armistice", Action.REJECT), State.DECIDED, None),
        (decide("an armistice", Action.QUERY), State.QUERY, None),
        (decide("an armistice", Action.DEFER), State.DEFERRED, None),
    ],
)
def test_a_single_decision_is_the_state_of_its_place(
    decision: Decision, state: State, printed: str | None
) -> None:
    found = state_of(event("1", decision))

    assert (found.state, found.printed) == (state, printed)
    assert found.place in {entry.place for entry in compared().entries}


def test_two_editors_who_want_the_same_agree() -> None:
    found = state_of(event("1", TRUCE, "kl"), event("2", TRUCE, "mo"))

    assert (found.state, found.printed) == (State.DECIDED, "a truce")
    assert [each.by for each in found.live] == ["kl", "mo"]


def test_what_editors_want_otherwise_is_a_conflict_and_the_seed_is_printed() -> None:
    found = state_of(event("1", KEEP), event("2", TRUCE, "mo"), event("3", PILOTS_THERE, "xy"))

    assert (found.state, found.printed) == (State.CONFLICT, None)
    assert len(found.live) == 3


PILOTS_THERE = decide("an armistice", Action.EMEND, "a cease-fire")


def test_a_changed_sentence_with_the_same_words_carries_the_decision() -> None:
    now = compared(seed=SEED.replace("They will be", "They will surely be"))

    found = state_of(event("1", PILOTS), now=now)

    assert (found.state, found.printed) == (State.DECIDED, "combat pilots")
    assert Remark.CARRIED in found.remarks


def test_changed_words_make_a_decision_stale_and_print_the_seed() -> None:
    now = compared(seed=SEED.replace("battle pilots", "war pilots"))

    found = state_of(event("1", PILOTS), now=now)

    assert (found.state, found.printed) == (State.STALE, None)
    assert found.was == "battle pilots"
    assert found.span is not None
    assert found.span.of(now.seed.witness.text) == "war pilots"


@pytest.mark.parametrize(
    ("wording", "state", "printed"),
    [("combat pilots", State.DECIDED, "combat pilots"), ("fliers", State.CONFLICT, None)],
)
def test_an_old_decision_agrees_with_one_on_the_new_words_or_is_in_conflict_with_it(
    wording: str, state: State, printed: str | None
) -> None:
    now = compared(seed=SEED.replace("battle pilots", "war pilots"))
    on_new_words = decide("war pilots", Action.EMEND, wording, collation=now)

    found = state_of(event("1", PILOTS), event("2", on_new_words, "mo"), now=now)

    assert (found.state, found.printed, found.was) == (state, printed, "")


def test_a_decision_that_the_seed_has_taken_over_is_spent() -> None:
    now = compared(seed=SEED.replace("battle pilots", "combat\npilots"))

    found = state_of(event("1", PILOTS), now=now)

    assert (found.state, found.printed, found.was) == (State.DECIDED, None, "battle pilots")
    assert Remark.SPENT in found.remarks


def test_words_that_are_gone_are_kept_among_the_lost() -> None:
    now = compared(seed="Nothing of it is left here. Inform us.")

    found = state_of(event("1", PILOTS), event("2", PILOTS, "mo"), now=now)

    assert (found.state, found.span, found.printed) == (State.LOST, None, None)
    assert (found.was, len(found.live)) == ("battle pilots", 2)


class _Unsure:
    """A resolver that finds everything twice."""

    def resolve(self, anchor: Anchor) -> Resolution:
        return Ambiguous((anchor.position, anchor.position))


def test_what_may_be_meant_for_two_places_is_applied_to_none_and_told_once() -> None:
    again = event("2", replacing(PILOTS, "1"))

    found = compute_status(log_of(event("1", PILOTS), again), DOCUMENT, compared(), _Unsure())

    assert only(found).state is State.LOST
    (notice,) = found.notices
    assert "2 possible places" in notice.message


class _Copied:
    """A resolver that finds everything in its place, and a copy in the first sentence."""

    def resolve(self, anchor: Anchor) -> Resolution:
        start = compared().seed.sentences[0].start
        copy = Span(start, start + anchor.position.length)
        return Found(anchor.position, Method.WORDS, carried=True, copies=(copy,))


def test_a_copy_of_the_sentence_of_a_decision_is_named() -> None:
    found = compute_status(log_of(event("1", PILOTS)), DOCUMENT, compared(), _Copied())

    assert only(found).state is State.DECIDED
    (notice,) = found.notices
    sentence = PILOTS.anchor.sentence
    assert "1 decision stayed in sentences that were changed" in notice.message
    assert f"sentence {sentence} (or 1)" in notice.message


@pytest.mark.parametrize(
    ("now", "stale"),
    [
        (compared(b=B.replace("a truce", "a cease-fire")), True),
        (compared(b=B.replace("a truce", "an armistice")), True),
        (compared(b=""), True),
        (compared(b=B.replace("Inform us of", "Send us")), False),
        (compared(), False),
    ],
)
def test_an_adopted_reading_that_its_witness_no_longer_has_is_stale(
    now: Collation, *, stale: bool
) -> None:
    found = state_of(event("1", TRUCE), now=now)

    assert (found.state is State.STALE) == stale
    assert (Remark.WITNESS_CHANGED in found.remarks) == stale
    assert (found.printed is None) == stale


def test_a_reading_adopted_from_two_witnesses_holds_while_one_has_it() -> None:
    both = decide("an armistice", Action.ADOPT, "a truce", of=["A", "B"])

    assert state_of(event("1", both)).printed == "a truce"


@pytest.mark.parametrize(("of", "parted"), [(["B"], True), ([], False)])
def test_an_adopted_reading_with_gaps_is_not_printed(of: list[str], *, parted: bool) -> None:
    adopted = decide("an armistice", Action.ADOPT, "a truce is … advantageous", of=of)
    made = replace(adopted, witnesses=compared().signature.digests)

    found = state_of(event("1", made))

    assert (found.printed is None) == parted
    assert (found.state is State.STALE) == parted
    assert (Remark.PARTED in found.remarks) == parted


def test_words_that_were_not_seen_are_remarked() -> None:
    now = compared(b=B.replace("a truce", "a cease-fire"))
    saw = decide("an armistice", saw=["an armistice", "a truce"])

    assert Remark.NEW_READING in state_of(event("1", saw), now=now).remarks
    assert Remark.NEW_READING not in state_of(event("1", saw)).remarks


def test_a_decision_inside_a_larger_place_is_reshaped_and_still_applied() -> None:
    found = state_of(event("1", PILOTS))

    assert found.remarks == {Remark.RESHAPED}
    assert found.printed == "combat pilots"
    assert state_of(event("1", decide("Inform us"))).remarks == set()


def test_decisions_that_change_the_same_words_are_in_conflict_both() -> None:
    wider = decide("pilots, but battle pilots", Action.EMEND, "rather combat pilots")
    beside = decide("not paper", Action.EMEND, "no paper")
    inner, last = (decide(each, Action.EMEND, "combat") for each in ("but", "battle"))
    history = log_of(event("1", wider), event("2", inner), event("3", beside), event("4", last))

    found = statuses(history)

    states = {each.live[0].id: (each.state, each.printed) for each in found.statuses}
    assert states["3"] == (State.DECIDED, "no paper")
    del states["3"]
    assert set(states.values()) == {(State.CONFLICT, None)}
    assert found.notices[0].message == (
        "The decisions 1 on “pilots, but battle pilots” and 2 on “but” change the same words; "
        "neither is applied. To settle it, decide again on one of them."
    )


def test_a_decision_for_the_seed_may_lie_over_one_that_changes_words() -> None:
    found = statuses(log_of(event("1", decide("but battle pilots")), event("2", PILOTS)))

    assert {each.state for each in found.statuses} == {State.DECIDED}


def test_two_added_sentences_at_one_point_are_two_places() -> None:
    now = compared(a=A + " Send him my regards.", b=B + " He must not be late again.")
    at_end = decide("opinion.|", Action.KEEP, collation=now, saw=["", "Send him my regards."])
    other = decide(
        "opinion.|", Action.REJECT, collation=now, saw=["", "He must not be late again."]
    )

    found = statuses(log_of(event("1", at_end), event("2", other)), now)

    assert [each.state for each in found.statuses] == [State.DECIDED, State.DECIDED]


def test_a_changed_rule_is_remarked_where_it_was_applied() -> None:
    rule = RuleMade(Rule("r1", "R1", "Names in pinyin", "", "kl"))
    newer = RuleMade(Rule("r2", "R1", "Names as they stand", "", "kl"), ("r1",))
    history = log_of(event("r1", rule), event("1", decide("Gao Gang", rule="r1")))

    before = only(statuses(history))
    changed = event("r2", newer)
    history.add(changed, hash_of(write_line(changed)))
    after = statuses(history)

    assert Remark.RULE_CHANGED not in before.remarks
    assert Remark.RULE_CHANGED in only(after).remarks
    assert [rule.id for rule in after.rules] == ["r2"]


def test_comments_stand_with_what_they_are_about() -> None:
    history = log_of(
        event("1", TRUCE),
        event("2", replacing(KEEP, "1")),
        event("c1", CommentMade("On the first.", on="1")),
        event("c2", CommentMade("An answer.", on="1", reply="c1")),
        event("c3", CommentMade("On the place.", anchor=remember("an armistice"))),
        event("c4", CommentMade("Elsewhere.", anchor=remember("your opinion"))),
        event("c5", CommentMade("Withdrawn.", on="2")),
        event("w", Withdrawn(("c5",))),
    )

    truce, opinion = statuses(history).statuses

    assert [each.text for each in truce.comments] == [
        "On the first.",
        "An answer.",
        "On the place.",
    ]
    assert [each.text for each in opinion.comments] == ["Elsewhere."]
    assert opinion.state is State.UNDECIDED


def test_an_anchor_that_was_added_later_finds_what_the_first_does_not() -> None:
    between = compared(seed="All else is new. They are battle pilots, I say. Inform us of it soon.")
    after = compared(seed="All else is new. They are real battle pilots. Inform us of it soon.")
    later = NewAnchor("1", remember("battle pilots", between), confirmed=True)

    class Strict:
        """Resolver that finds only the latest anchor."""

        def __init__(self, now: Collation) -> None:
            self._now = now

        def resolve(self, anchor: Anchor) -> Resolution:
            return PlainResolver(self._now).resolve(anchor) if anchor == later.anchor else Lost()

    history = log_of(event("1", PILOTS), event("2", later))
    for now in (between, after):
        found = only(compute_status(history, DOCUMENT, now, Strict(now)))
        assert (found.state, found.printed) == (State.DECIDED, "combat pilots")


class _AsTheySay:
    """Believes every anchor."""

    def resolve(self, anchor: Anchor) -> Resolution:
        return Found(anchor.position, Method.QUOTE)


def test_an_anchor_on_the_text_of_today_goes_before_one_on_an_older_text() -> None:
    now = compared(seed="They are real battle pilots. " + SEED)
    later = NewAnchor("1", remember("real battle pilots", now))

    found = compute_status(
        log_of(event("1", PILOTS), event("2", later)), DOCUMENT, now, _AsTheySay()
    )

    assert only(found).span == later.anchor.position
    withdrawn = event("3", Withdrawn(("2",)))
    found = compute_status(
        log_of(event("1", PILOTS), event("2", later), withdrawn), DOCUMENT, now, _AsTheySay()
    )
    assert only(found).span == PILOTS.anchor.position


def test_decisions_on_another_document_are_not_told_of() -> None:
    history = log_of(event("1", decide("Gao Gang", document="other")))

    assert statuses(history).statuses == ()
