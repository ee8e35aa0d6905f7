"""Decisions in words: one sentence for each action, which every view prints in its own style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from variants.types.decision import Action, Decision, Evidence, Wording
from variants.types.status import Decisions, PlaceStatus, State
from variants.wording.terms import NOTHING
from variants.wording.text_runs import (
    Line,
    Style,
    editorial,
    in_quotes,
    joined,
    label,
    mark_lines,
    mark_paragraphs,
    quoted,
    sigla,
)

SHORT_ID = 8
"""Number of characters shown of an id: its end, since all ids begin with the time."""
_BETWEEN = " · "
_SEED_WORDS = "the seed’s words"


class EditorNames:
    """Names of editors and rules.

    Args:
        decisions: Decisions of the edition, with its rules.
        names: Name to print for each editor's key; the key itself if there is none
            (default: the names that the edition allows to be shown).
    """

    def __init__(self, decisions: Decisions, names: Mapping[str, str] | None = None) -> None:
        self._editors = dict(decisions.editors) if names is None else names
        self._rules = {rule.id: rule for rule in decisions.rules}

    def editor(self, key: str) -> Line:
        """Return the name of an editor; the key if it has none, or one that prints as nothing."""
        return quoted(self._editors.get(key, key), Style.EDITOR) or quoted(key, Style.EDITOR)

    def editors(self, status: PlaceStatus) -> list[Line]:
        """Return the names of the editors whose decisions are active, each once."""
        return [self.editor(key) for key in dict.fromkeys(one.by for one in status.live)]

    def rule(self, decision: Decision) -> Line:
        """Return ``(rule R1)`` for a decision that a rule proposed; else nothing."""
        rule = self._rules.get(decision.rule)
        key = quoted(decision.rule[-SHORT_ID:] if rule is None else rule.key)
        return (*editorial("(rule "), *key, *editorial(")")) if key else ()

    def adds_reason(self, decision: Decision) -> bool:
        """Return True if a decision has evidence, or a reason other than that of its rule."""
        rule = self._rules.get(decision.rule)
        own = bool(decision.why) and (rule is None or decision.why != rule.why)
        return own or bool(decision.evidence)


def decision_runs(decision: Decision) -> Line:  # noqa: PLR0911 - a return for each action
    """Return the choice of a decision: ``keeps the seed’s words``, ``prints “should” with A``."""
    match decision.action:
        case Action.KEEP:
            return editorial(f"keeps {_SEED_WORDS}")
        case Action.ADOPT:
            return _choice("prints ", decision)
        case Action.EMEND:
            return _choice("emends to ", decision)
        case Action.ALTERNATES:
            return _alternatives(decision)
        case Action.REJECT:
            return editorial("not a variant")
        case Action.QUERY:
            return joined(": ", [editorial("query"), in_quotes(decision.ask, Style.REMARK)])
        case Action.DEFER:
            return editorial("deferred")


def _choice(verb: str, decision: Decision) -> Line:
    if decision.wording is None:
        return editorial(f"{verb}{_SEED_WORDS}")
    # The lines of a witness may only be those of its file.
    mark = mark_lines if decision.action is Action.EMEND else mark_paragraphs
    words = in_quotes(mark(decision.wording.text), Style.EMENDED)
    nothing = "leaves the words out" if decision.anchor.quote.exact else "adds nothing"
    choice = (*editorial(verb), *words) if words else editorial(nothing)
    return (*choice, *_with(decision.wording))


def _alternatives(decision: Decision) -> Line:
    """Return ``prints the seed’s words or “put” with A or leaves them out with B``."""
    at_point = not decision.anchor.quote.exact
    printed: list[Line] = []
    for wording in (decision.wording, *decision.also):
        if wording is None:
            choice = label(NOTHING) if at_point else editorial(_SEED_WORDS)
        elif words := in_quotes(mark_paragraphs(wording.text), Style.EMENDED):
            choice = (*words, *_with(wording))
        elif at_point:
            choice = (*label(NOTHING), *_with(wording))
        else:
            choice = (*editorial("leaves them out" if printed else "no words"), *_with(wording))
        printed.append(choice)
    return (*editorial("prints "), *joined(" or ", printed))


def _with(wording: Wording) -> Line:
    return (*editorial(" with "), *sigla(wording.sigla)) if wording.sigla else ()


def status_runs(status: PlaceStatus, names: EditorNames) -> Line:
    """Return the active decisions on a place with their editors, without reasons.

    Editors who chose the same are named together: ``not a variant, K.L., M.O.``. The words
    decided on come first if they are no longer there, remarks last.
    """
    editors: dict[Line, list[Line]] = {}
    for decision in status.live:
        editors.setdefault(decision_runs(decision), []).append(attribution(decision, names))
    between = " | " if status.state is State.CONFLICT else "; "
    choices = joined(
        between, [joined(", ", [choice, _agreed(by)]) for choice, by in editors.items()]
    )
    remarks = ", ".join(sorted(remark.value for remark in status.remarks))
    return joined(
        " ",
        [
            joined(": ", [decided_on(status), choices]),
            editorial(f"({remarks})") if remarks else (),
        ],
    )


def _agreed(editors: Sequence[Line]) -> Line:
    """Return editors who chose the same: ``K.L., agreed by M.O., X.Y.``."""
    first, *others = dict.fromkeys(editors)
    if not others:
        return first
    return (*first, *editorial(", agreed by "), *joined(", ", others))


def decided_on(status: PlaceStatus) -> Line:
    """Return ``decided on “the old words”``; nothing if these are still there."""
    was = in_quotes(status.was, Style.LEMMA)
    return (*editorial("decided on "), *was) if was else ()


def decision_with_editor(decision: Decision, names: EditorNames) -> Line:
    """Return the choice of a decision and its editor: ``deferred, K.L. (rule R1)``."""
    return joined(", ", [decision_runs(decision), attribution(decision, names)])


def attribution(decision: Decision, names: EditorNames) -> Line:
    """Return the editor of a decision, with the rule that proposed it: ``K.L. (rule R1)``."""
    return joined(" ", [names.editor(decision.by), names.rule(decision)])


def reason_lines(status: PlaceStatus, names: EditorNames) -> list[Line]:
    """Return editor, reason and evidence of each active decision, then the comments."""
    decisions = [joined(": ", [attribution(one, names), _reason(one)]) for one in status.live]
    return [*decisions, *_comments(status, names)]


def full_decisions(status: PlaceStatus, names: EditorNames) -> Line:
    """Return choice, editor, reason and evidence of each active decision, then the comments.

    Editors who chose the same for the same reason are named together.
    """
    editors: dict[tuple[Line, Line], list[Line]] = {}
    for decision in status.live:
        same = decision_runs(decision), _reason(decision)
        editors.setdefault(same, []).append(attribution(decision, names))
    decisions = []
    chosen: set[Line] = set()
    for (choice, reason), by in editors.items():
        head = (
            (*editorial("agreed by "), *joined(", ", list(dict.fromkeys(by))))
            if choice in chosen
            else joined(", ", [choice, _agreed(by)])
        )
        chosen.add(choice)
        decisions.append(joined(": ", [head, reason]))
    return joined(_BETWEEN, [*decisions, *_comments(status, names)])


def _reason(decision: Decision) -> Line:
    confidence = f"{decision.confidence.value} confidence" if decision.confidence else ""
    facts = joined(
        "; ",
        [
            *map(evidence_runs, decision.evidence),
            quoted(decision.category),
            editorial(confidence) if confidence else (),
        ],
    )
    in_brackets = (*editorial("("), *facts, *editorial(")")) if facts else ()
    return joined(" ", [quoted(decision.why, Style.REMARK), in_brackets])


def evidence_runs(evidence: Evidence) -> Line:
    """Return evidence in words: ``source: No. 3559, “следует” (ru), https://example.org/a``."""
    kind = quoted(evidence.kind) if evidence.kind != "other" else ()
    language = quoted(f"({evidence.language})") if evidence.quote and evidence.language else ()
    parts = [
        joined(": ", [kind, quoted(evidence.reference, Style.REMARK)]),
        joined(" ", [in_quotes(evidence.quote, Style.REMARK), language]),
        quoted(evidence.url, Style.REMARK),
    ]
    return joined(", ", parts)


def _comments(status: PlaceStatus, names: EditorNames) -> Iterator[Line]:
    for comment in status.comments:
        text = quoted(comment.text, Style.REMARK)
        yield (*names.editor(comment.by), *editorial(" comments: "), *text)
