"""Verdicts on the sense: their states, and the estimates that they overrule."""

from __future__ import annotations

import pytest

from tests.anchors.event_logs import event, log_of
from tests.log.logs import DOCUMENT, SEED, A, B, PlainResolver, compared, judge, remember, statuses
from variants.anchors.resolution import Ambiguous, Resolution
from variants.anchors.status import compute_status
from variants.anchors.verdicts import overrule
from variants.log.events import Erasure, Event, NewAnchor, Withdrawn
from variants.types.collation import Collation, Reading
from variants.types.decision import Anchor
from variants.types.sense import Sense, Tier
from variants.types.status import Remark, VerdictState, VerdictStatus


def _pilots(collation: Collation, siglum: str = "B") -> tuple[str, Reading]:
    """Return the lemma of the place with the pilots, and the reading of a witness."""
    text = collation.seed.witness.text
    for entry in collation.entries:
        reading = entry.reading_of(siglum)
        if reading is not None and "battle" in entry.lemma.of(text):
            return entry.lemma.of(text), reading
    raise AssertionError


def _yes(name: str, by: str = "kl", *, yes: bool = True, replaces: tuple[str, ...] = ()) -> Event:
    """Return a verdict on the reading of B at the place with the pilots, as an event."""
    lemma, reading = _pilots(compared())
    body = judge(lemma, reading.wording, touches_sense=yes, replaces=replaces)
    return event(name, body, by)


def _found(*events: Event, now: Collation | None = None) -> list[VerdictStatus]:
    return list(statuses(log_of(*events), now).verdicts)


def _sense(*events: Event, siglum: str = "B", now: Collation | None = None) -> Sense:
    """Return the sense of a reading with the pilots, after the verdicts."""
    today = now or compared()
    judged = overrule(today, _found(*events, now=today))
    sense = _pilots(judged, siglum)[1].sense
    assert sense is not None
    return sense


def _estimate(siglum: str = "B") -> Sense:
    sense = _pilots(compared(), siglum)[1].sense
    assert sense is not None
    return sense


@pytest.mark.parametrize(
    ("yes", "probability", "tier"), [(True, 1.0, Tier.SENSE), (False, 0.0, Tier.WORDING)]
)
def test_a_verdict_overrules_the_estimate_and_says_whose_it_is(
    *, yes: bool, probability: float, tier: Tier
) -> None:
    found = _sense(_yes("1", yes=yes))

    assert (found.probability, found.tier, found.by) == (probability, tier, "editor kl")
    assert found.editors == ("kl",)
    assert (found.sort, found.seed, found.other) == (
        _estimate().sort,
        _estimate().seed,
        _estimate().other,
    )


def test_a_verdict_concerns_only_its_reading() -> None:
    assert _sense(_yes("1"), siglum="A") == _estimate("A")


def test_no_verdict_raises_form_to_wording() -> None:
    now = compared(a="", b=SEED.replace("an armistice", "an Armistice"))
    (entry,) = now.entries
    lemma, wording = entry.lemma.of(SEED), entry.readings[0].wording
    no = event("1", judge(lemma, wording, touches_sense=False, collation=now))

    judged = overrule(now, _found(no, now=now)).entries[0].readings[0].sense

    assert judged is not None
    assert (judged.tier, judged.by) == (Tier.FORM, "editor kl")


def test_a_later_verdict_of_the_same_editor_replaces_the_earlier() -> None:
    found = _found(_yes("1"), _yes("2", yes=False, replaces=("1",)))

    assert [each.state for each in found] == [VerdictState.FORMER, VerdictState.IN_FORCE]
    assert _sense(_yes("1"), _yes("2", yes=False, replaces=("1",))).probability == 0.0


def test_editors_who_agree_are_both_named() -> None:
    assert _sense(_yes("1", "mo"), _yes("2", "kl")).editors == ("kl", "mo")


def test_editors_who_disagree_leave_the_estimate_and_are_both_named() -> None:
    events = _yes("1", "mo"), _yes("2", "kl", yes=False)

    found = _sense(*events)

    assert [each.state for each in _found(*events)] == [VerdictState.DISPUTED] * 2
    assert (found.probability, found.tier, found.by) == (
        _estimate().probability,
        _estimate().tier,
        "model",
    )
    assert found.disputed_by == ("kl", "mo")


@pytest.mark.parametrize("third", ["withdraw", "erase", "agree"])
def test_a_dispute_ends_with_one_of_its_verdicts(third: str) -> None:
    one, other = _yes("1", "mo"), _yes("2", "kl", yes=False)
    if third == "erase":
        history = log_of(one, Event("2", "", "kl", Erasure("sha256:" + "0" * 64)))
    elif third == "withdraw":
        history = log_of(one, other, event("3", Withdrawn(("2",))))
    else:
        history = log_of(one, other, _yes("3", "kl", replaces=("2",)))

    found = statuses(history).verdicts

    assert VerdictState.DISPUTED not in {each.state for each in found}
    assert {each.verdict.touches_sense for each in found if each.state.value == "in force"} == {
        True
    }


def test_a_withdrawn_verdict_leaves_the_estimate() -> None:
    assert _sense(_yes("1"), event("2", Withdrawn(("1",)))) == _estimate()


def test_a_sentence_that_changes_around_the_words_carries_the_verdict() -> None:
    now = compared(
        seed=SEED.replace("They will be", "They will surely be"),
        b=B.replace("They will be", "They will surely be"),
        a="",
    )

    (found,) = _found(_yes("1"), now=now)

    assert (found.state, found.remarks) == (VerdictState.IN_FORCE, frozenset({Remark.CARRIED}))
    assert _sense(_yes("1"), now=now).editors == ("kl",)


def test_changed_words_of_the_seed_make_a_verdict_stale() -> None:
    lemma, _ = _pilots(compared())
    now = compared(seed=SEED.replace(lemma, "war pilots"))

    (found,) = _found(_yes("1"), now=now)

    assert (found.state, found.was) == (VerdictState.STALE, lemma)
    assert overrule(now, [found]) is now


def test_changed_words_of_the_witness_make_a_verdict_stale() -> None:
    now = compared(b=B.replace("fighting", "naval"))

    (found,) = _found(_yes("1"), now=now)

    assert (found.state, found.remarks) == (VerdictState.STALE, frozenset({Remark.WITNESS_CHANGED}))
    assert overrule(now, [found]) is now


def test_a_witness_that_takes_over_the_words_is_judged_too() -> None:
    _, reading = _pilots(compared())
    now = compared(a=A.replace("combat", "fighting"))

    assert _sense(_yes("1"), siglum="A", now=now).editors == ("kl",)
    assert reading.sigla == ("B",)


def test_another_cut_of_the_place_makes_a_verdict_stale() -> None:
    body = judge("but battle pilots", "but fighting pilots")

    (found,) = _found(event("1", body))

    assert (found.state, found.remarks) == (VerdictState.STALE, frozenset({Remark.RESHAPED}))


def test_words_that_are_gone_are_shown_as_lost() -> None:
    now = compared(seed="Nothing of it is left here. Inform us.")

    (found,) = _found(_yes("1"), now=now)

    assert (found.state, found.span) == (VerdictState.LOST, None)
    assert "pilots" in found.was or "battle" in found.was


class _Unsure:
    """A resolver that finds everything twice."""

    def resolve(self, anchor: Anchor) -> Resolution:
        return Ambiguous((anchor.position, anchor.position))


def test_words_that_may_be_in_two_places_are_lost() -> None:
    found = compute_status(log_of(_yes("1")), DOCUMENT, compared(), _Unsure())

    assert [each.state for each in found.verdicts] == [VerdictState.LOST]


def test_a_confirmed_place_is_taken() -> None:
    lemma, _ = _pilots(compared())
    now = compared(seed=SEED.replace("They will be", "They will surely be"))
    anchor = NewAnchor("1", remember(lemma, now))

    (found,) = _found(_yes("1"), event("2", anchor), now=now)

    assert found.state is VerdictState.IN_FORCE
    assert Remark.CARRIED not in found.remarks


def test_a_verdict_decides_nothing() -> None:
    found = compute_status(log_of(_yes("1")), DOCUMENT, compared(), PlainResolver(compared()))

    assert found.statuses == ()
