from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reports.statuses import decision
from variants.types.decision import Action, Confidence, Decision, Evidence, Quote, Wording
from variants.types.status import Comment, Decisions, PlaceStatus, Remark, Rule, State
from variants.wording.decision_text import (
    EditorNames,
    decision_runs,
    evidence_runs,
    full_decisions,
    reason_lines,
    status_runs,
)
from variants.wording.text_runs import shorten_runs, to_plain

_RULE = Rule("r-id", "R1", "Brackets stay.", "They are the archive's.", "mo")
_NAMES = EditorNames(Decisions(rules=(_RULE,), editors=(("kl", "K. Lim"), ("mo", " "))))


def _status(*live: Decision, **more: object) -> PlaceStatus:
    place = PlaceStatus("p", None, State.DECIDED, frozenset(), live, (), None)
    return replace(place, **more)  # type: ignore[arg-type] # by name


def _at_point(made: Decision) -> Decision:
    """Return a copy of a decision on a place without words of the seed."""
    return replace(made, anchor=replace(made.anchor, quote=Quote("", "a", "b")))


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (decision(Action.KEEP), "keeps the seed’s words"),
        (decision(Action.ADOPT, "must\n needs"), "prints “must needs” with A"),
        (decision(Action.ADOPT, ""), "leaves the words out with A"),
        (_at_point(decision(Action.ADOPT, "")), "adds nothing with A"),
        (decision(Action.EMEND, "set"), "emends to “set”"),
        (decision(Action.EMEND, "end.\r\n \r\nNext"), "emends to “end. ¶ Next”"),
        (decision(Action.EMEND, "red,\r\nviolets"), "emends to “red, / violets”"),
        (decision(Action.ADOPT, "red,\nviolets"), "prints “red, violets” with A"),
        (decision(Action.EMEND, "end.\nNext"), "emends to “end. / Next”"),
        (decision(Action.EMEND, ""), "leaves the words out"),
        (_at_point(decision(Action.EMEND, "")), "adds nothing"),
        (
            decision(Action.ALTERNATES, "set", also=(Wording("put", ("A", "B")), Wording(""))),
            "prints “set” or “put” with A B or leaves them out",
        ),
        (
            decision(Action.ALTERNATES, also=(Wording("put", ("A",)),)),
            "prints the seed’s words or “put” with A",
        ),
        (
            decision(Action.ALTERNATES, also=(Wording("", ("A",)),)),
            "prints the seed’s words or leaves them out with A",
        ),
        (
            decision(Action.ALTERNATES, "", also=(Wording("put", ("B",)),)),
            "prints no words or “put” with B",
        ),
        (
            _at_point(decision(Action.ALTERNATES, also=(Wording("put", ("B",)),))),
            "prints nothing or “put” with B",
        ),
        (decision(Action.REJECT), "not a variant"),
        (decision(Action.QUERY, ask="Which?"), "query: “Which?”"),
        (decision(Action.QUERY), "query"),
        (decision(Action.DEFER), "deferred"),
    ],
)
def test_a_decision_is_one_sentence(made: Decision, sentence: str) -> None:
    assert to_plain(decision_runs(made)) == sentence


def test_every_action_has_a_sentence_of_its_own() -> None:
    sentences = {to_plain(decision_runs(decision(action, "set"))) for action in Action}

    assert len(sentences) == len(Action)


def test_editors_who_chose_the_same_are_named_together() -> None:
    kept, too = decision(Action.KEEP), decision(Action.KEEP, by="mo", rule="r-id")
    status = _status(kept, too, decision(Action.DEFER, by="xy"))

    assert (
        to_plain(status_runs(status, _NAMES))
        == "keeps the seed’s words, K. Lim, agreed by mo (rule R1); deferred, xy"
    )


def test_a_conflict_a_remark_and_words_that_changed_are_visible() -> None:
    status = _status(
        decision(Action.KEEP),
        decision(Action.DEFER, by="xy"),
        state=State.CONFLICT,
        was="the old",
        remarks=frozenset({Remark.SPENT, Remark.CARRIED}),
    )

    assert (
        to_plain(status_runs(status, _NAMES))
        == "decided on “the old”: keeps the seed’s words, K. Lim | deferred, xy (carried, spent)"
    )


def test_reason_evidence_and_comments_follow_the_decision() -> None:
    evidence = Evidence("source", "No. 3559", "следует", "ru", "https://example.org/a")
    made = decision(
        Action.KEEP,
        why="A wish.",
        category="sense",
        confidence=Confidence.LOW,
        evidence=(evidence,),
    )
    comment = Comment("c", "now", "xy", "Ask Li.", "x")

    status = _status(made, comments=(comment,))

    reason = (
        "A wish. (source: No. 3559, “следует” (ru), https://example.org/a; sense; low confidence)"
    )
    assert to_plain(full_decisions(status, _NAMES)) == (
        f"keeps the seed’s words, K. Lim: {reason} · xy comments: Ask Li."
    )
    assert [to_plain(line) for line in reason_lines(status, _NAMES)] == [
        f"K. Lim: {reason}",
        "xy comments: Ask Li.",
    ]


def test_only_those_who_agree_on_the_reason_too_are_explained_together() -> None:
    first = decision(Action.KEEP, why="A wish.")
    status = _status(first, replace(first, by="xy"), decision(Action.KEEP, by="zz", why="Idiom."))

    assert (
        to_plain(full_decisions(status, _NAMES))
        == "keeps the seed’s words, K. Lim, agreed by xy: A wish. · agreed by zz: Idiom."
    )


def test_evidence_of_no_named_kind_is_only_its_reference() -> None:
    assert to_plain(evidence_runs(Evidence("other", "A letter"))) == "A letter"


def test_only_readings_are_shortened() -> None:
    long = "one two three four five six seven eight"

    adopted = shorten_runs(decision_runs(decision(Action.ADOPT, long)))
    asked = shorten_runs(decision_runs(decision(Action.QUERY, ask=long)))

    assert to_plain(adopted) == "prints “one two … seven eight” with A"
    assert to_plain(asked) == f"query: “{long}”"


def test_a_rule_that_was_withdrawn_is_named_by_the_end_of_its_id() -> None:
    gone = decision(Action.KEEP, rule="01a220c6-5d95-723d-a646-a99143931eb1")

    assert to_plain(_NAMES.rule(gone)) == "(rule 43931eb1)"


def test_a_reason_that_is_the_rules_own_adds_nothing() -> None:
    by_rule = decision(Action.KEEP, rule="r-id", why=_RULE.why)

    assert not _NAMES.adds_reason(by_rule)
    assert _NAMES.adds_reason(replace(by_rule, why="Another."))
    assert _NAMES.adds_reason(replace(by_rule, evidence=(Evidence("source", "f. 3"),)))
