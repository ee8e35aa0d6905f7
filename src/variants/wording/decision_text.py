"""What editors decided, in words."""

from __future__ import annotations

from collections.abc import Iterator

from variants.types.decision import Action, Decision, Evidence, Wording
from variants.types.status import Decisions, PlaceStatus
from variants.wording.text_runs import Line, Style, TextRun, editorial, joined, label, quoted, sigla

_BETWEEN = " · "


class EditorNames:
    """Knows what editors and rules are called."""

    def __init__(self, decisions: Decisions) -> None:
        self._editors = dict(decisions.editors)
        self._rules = {rule.id: rule for rule in decisions.rules}

    def editor(self, key: str) -> Line:
        """An editor by name, or by key where no name may be shown."""
        return quoted(self._editors.get(key, key), Style.EDITOR) or quoted(key, Style.EDITOR)

    def editors(self, status: PlaceStatus) -> list[Line]:
        """Those whose decisions are in force, each once."""
        return [self.editor(key) for key in dict.fromkeys(one.by for one in status.live)]

    def rule(self, decision: Decision) -> str:
        """The short name of the rule that proposed a decision; empty for one made by hand."""
        rule = self._rules.get(decision.rule)
        return decision.rule if rule is None else rule.key

    def says_more(self, decision: Decision) -> bool:
        """Whether it gives a reason that its rule does not give already."""
        rule = self._rules.get(decision.rule)
        own = bool(decision.why) and (rule is None or decision.why != rule.why)
        return own or bool(decision.evidence)


def verdict(decision: Decision) -> Line:
    """What was chosen: "keeps the seed's words", "prints should with A"."""
    match decision.action:
        case Action.KEEP:
            return editorial("keeps the seed’s words")
        case Action.ADOPT | Action.EMEND:
            return (*editorial("prints "), *_words(decision.wording))
        case Action.ALTERNATES:
            either = [_words(one) for one in (decision.wording, *decision.also)]
            return (*editorial("prints "), *joined(" or ", either))
        case Action.REJECT:
            return editorial("finds no variant here")
        case Action.QUERY:
            asks = quoted(decision.ask, Style.REMARK)
            return (*editorial("asks: “"), *asks, *editorial("”")) if asks else editorial("asks")
        case Action.DEFER:
            return editorial("puts it off")


def _words(wording: Wording | None) -> Line:
    if wording is None:
        return editorial("the seed’s words")
    words = quoted(wording.text, Style.EMENDED) or label("nothing")
    return joined(" ", [words, sigla(wording.sigla)])


def reasons(status: PlaceStatus, names: EditorNames) -> Line:
    """Who decided, why, on what evidence and how surely: each decision in force, then comments."""
    told = [_explained(_by(one, names), one) for one in status.live]
    return joined(_BETWEEN, [*told, *_remarks(status, names)])


def verdicts(status: PlaceStatus, names: EditorNames) -> Line:
    """The same with what each of them chose."""
    told = [_explained(joined(" ", [_by(one, names), verdict(one)]), one) for one in status.live]
    return joined(_BETWEEN, [*told, *_remarks(status, names)])


def _explained(head: Line, decision: Decision) -> Line:
    why = joined(" ", _reasons(decision))
    between = " " if decision.action is Action.QUERY and decision.ask else ": "
    return (*head, *editorial(between), *why) if why else head


def _reasons(decision: Decision) -> Iterator[Line]:
    yield quoted(decision.why, Style.REMARK)
    for evidence in decision.evidence:
        yield _rests_on(evidence)
    if decision.confidence is not None:
        yield editorial(f"({decision.confidence.value} confidence)")


def _remarks(status: PlaceStatus, names: EditorNames) -> Iterator[Line]:
    for comment in status.comments:
        text = quoted(comment.text, Style.REMARK)
        yield (*names.editor(comment.by), *editorial(" remarks: "), *text)


def _by(decision: Decision, names: EditorNames) -> Line:
    rule = quoted(names.rule(decision))
    after_rule = (*editorial(" (rule "), *rule, *editorial(")")) if rule else ()
    return (*names.editor(decision.by), *after_rule)


def _rests_on(evidence: Evidence) -> Line:
    quotation = quoted(evidence.quote, Style.REMARK)
    return joined(
        ", ",
        [
            quoted(evidence.reference, Style.REMARK) or quoted(evidence.kind, Style.REMARK),
            (TextRun("“"), *quotation, TextRun("”")) if quotation else (),
            quoted(evidence.url, Style.REMARK),
        ],
    )
