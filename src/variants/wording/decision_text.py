"""What editors decided, in words."""

from __future__ import annotations

from collections.abc import Iterator

from variants.types.decision import Action, Decision, Evidence, Wording
from variants.types.status import Decisions, Standing
from variants.wording.text_runs import Line, Said, Style, joined, ours, said, sigla, term

_BETWEEN = " · "


class Names:
    """Knows what editors and rules are called."""

    def __init__(self, decisions: Decisions) -> None:
        self._editors = dict(decisions.editors)
        self._rules = {rule.id: rule for rule in decisions.rules}

    def editor(self, key: str) -> Line:
        """An editor by name, or by key where no name may be shown."""
        return said(self._editors.get(key, key), Style.EDITOR) or said(key, Style.EDITOR)

    def editors(self, standing: Standing) -> list[Line]:
        """Those whose decisions are in force, each once."""
        return [self.editor(key) for key in dict.fromkeys(one.by for one in standing.live)]

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
            return ours("keeps the seed’s words")
        case Action.ADOPT | Action.EMEND:
            return (*ours("prints "), *_words(decision.wording))
        case Action.ALTERNATES:
            either = [_words(one) for one in (decision.wording, *decision.also)]
            return (*ours("prints "), *joined(" or ", either))
        case Action.REJECT:
            return ours("finds no variant here")
        case Action.QUERY:
            asks = said(decision.ask, Style.REMARK)
            return (*ours("asks: “"), *asks, *ours("”")) if asks else ours("asks")
        case Action.DEFER:
            return ours("puts it off")


def _words(wording: Wording | None) -> Line:
    if wording is None:
        return ours("the seed’s words")
    words = said(wording.text, Style.EMENDED) or term("nothing")
    return joined(" ", [words, sigla(wording.sigla)])


def reasons(standing: Standing, names: Names) -> Line:
    """Who decided, why, on what evidence and how surely: each decision in force, then comments."""
    told = [_explained(_by(one, names), one) for one in standing.live]
    return joined(_BETWEEN, [*told, *_remarks(standing, names)])


def verdicts(standing: Standing, names: Names) -> Line:
    """The same with what each of them chose."""
    told = [_explained(joined(" ", [_by(one, names), verdict(one)]), one) for one in standing.live]
    return joined(_BETWEEN, [*told, *_remarks(standing, names)])


def _explained(head: Line, decision: Decision) -> Line:
    why = joined(" ", _reasons(decision))
    between = " " if decision.action is Action.QUERY and decision.ask else ": "
    return (*head, *ours(between), *why) if why else head


def _reasons(decision: Decision) -> Iterator[Line]:
    yield said(decision.why, Style.REMARK)
    for evidence in decision.evidence:
        yield _rests_on(evidence)
    if decision.confidence is not None:
        yield ours(f"({decision.confidence.value} confidence)")


def _remarks(standing: Standing, names: Names) -> Iterator[Line]:
    for comment in standing.comments:
        text = said(comment.text, Style.REMARK)
        yield (*names.editor(comment.by), *ours(" remarks: "), *text)


def _by(decision: Decision, names: Names) -> Line:
    rule = said(names.rule(decision))
    after_rule = (*ours(" (rule "), *rule, *ours(")")) if rule else ()
    return (*names.editor(decision.by), *after_rule)


def _rests_on(evidence: Evidence) -> Line:
    quoted = said(evidence.quote, Style.REMARK)
    return joined(
        ", ",
        [
            said(evidence.reference, Style.REMARK) or said(evidence.kind, Style.REMARK),
            (Said("“"), *quoted, Said("”")) if quoted else (),
            said(evidence.url, Style.REMARK),
        ],
    )
