"""Decisions, in a line or in full."""

from __future__ import annotations

from collections.abc import Iterator

from variants.types import Action, Decision, Wording

_TAIL = 8
"""Characters of an id that people see and type: its end, since all begin with the time."""


def short(name: str) -> str:
    """An id as it is shown."""
    return name[-_TAIL:]


def told(label: str, decision: Decision) -> str:
    """A decision in one line: where, on which words, what, by whom."""
    words = " ".join(decision.anchor.quote.exact.split())
    by = f", {decision.by}" if decision.by else ""
    name = f" [{short(decision.id)}]" if decision.id else ""
    old = [short(each) for each in decision.replaces]
    replaced = f", replaces {', '.join(old)}" if old else ""
    on = f" “{words}”" if words else ""
    return f"{label}{on}: {chosen(decision)}{by}{name}{replaced}"


def chosen(decision: Decision) -> str:  # noqa: PLR0911 - a return for each action
    """What was chosen, in a few words."""
    words = _quoted(decision.wording)
    match decision.action:
        case Action.KEEP:
            return "keeps the seed"
        case Action.ADOPT:
            return f"adopts {words} {_sigla(decision.wording)}".rstrip()
        case Action.EMEND:
            return f"emends to {words}" if words else "leaves the words out"
        case Action.ALTERNATES:
            main = words or "the seed"
            return " or ".join([f"prints {main}", *(_quoted(each) for each in decision.also)])
        case Action.REJECT:
            return "takes it for no variant"
        case Action.QUERY:
            return f"asks: {decision.ask}"
        case Action.DEFER:
            return "leaves it for later"


def in_full(decision: Decision) -> Iterator[str]:
    """Everything that a decision says beside its place, a line each."""
    yield f"{chosen(decision)} — {decision.by}, {decision.at[:16].replace('T', ' ')}"
    if decision.why:
        yield f"why: {decision.why}"
    for name, value in (
        ("category", decision.category),
        ("confidence", decision.confidence.value if decision.confidence else ""),
    ):
        if value:
            yield f"{name}: {value}"
    for each in decision.evidence:
        language = f" ({each.language})" if each.language else ""
        quote = f", “{each.quote}”{language}" if each.quote else ""
        url = f" <{each.url}>" if each.url else ""
        yield f"evidence: {each.kind}: {each.reference}{quote}{url}"
    if decision.saw:
        seen = (f"{_quoted(each) or 'nothing'} {_sigla(each)}".strip() for each in decision.saw)
        yield f"saw: {'; '.join(seen)}"
    yield f"id: {decision.id}"


def _quoted(wording: Wording | None) -> str:
    return f"“{wording.text}”" if wording is not None and wording.text else ""


def _sigla(wording: Wording | None) -> str:
    return " ".join(wording.sigla) if wording is not None else ""
