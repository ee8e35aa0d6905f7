"""Events of the log as text: in one line, or in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variants.types.decision import Anchor, Decision
from variants.types.span import squeeze
from variants.types.verdict import SenseVerdict
from variants.wording.decision_text import SHORT_ID, decision_runs, evidence_runs
from variants.wording.terms import NOTHING
from variants.wording.text_runs import joined, label, quoted, sigla, to_plain
from variants.wording.verdict_text import verdict_runs, verdict_state

if TYPE_CHECKING:
    from variants.log.events import Body, CommentMade, Event, RecordedLink, TextChange
    from variants.log.history import History
    from variants.types.status import VerdictStatus


def short_id(name: str) -> str:
    """Return the end of an id, which is enough to name an event."""
    return name[-SHORT_ID:]


def decision_line(place: str, decision: Decision) -> str:
    """Return a decision in one line: place, words, choice, editor, id and what it replaces."""
    return _on_place(place, decision, decision_summary(decision))


def verdict_event_line(place: str, verdict: SenseVerdict) -> str:
    """Return a verdict on the sense in one line, as ``decision_line`` does for a decision."""
    return _on_place(place, verdict, to_plain(verdict_runs(verdict)))


def _on_place(place: str, event: Decision | SenseVerdict, summary: str) -> str:
    words = squeeze(event.anchor.quote.exact)
    by = f", {event.by}" if event.by else ""
    name = f" [{short_id(event.id)}]" if event.id else ""
    old = [short_id(each) for each in event.replaces]
    replaced = f", replaces {', '.join(old)}" if old else ""
    on = f" “{words}”" if words else ""
    return f"{place}{on}: {summary}{by}{name}{replaced}"


def decision_summary(decision: Decision) -> str:
    """Return the choice of a decision as plain text."""
    return to_plain(decision_runs(decision))


def full_text(decision: Decision) -> Iterator[str]:
    """Yield everything that a decision records except its place, one fact a line."""
    yield f"{decision_summary(decision)}, {decision.by}, {_moment(decision.at)}"
    yield from reason_lines(decision)
    if decision.saw:
        seen = [
            joined(" ", [quoted(each.text) or label(NOTHING), sigla(each.sigla)])
            for each in decision.saw
        ]
        yield f"saw: {to_plain(joined('; ', seen))}"
    yield f"id: {decision.id}"


def reason_lines(decision: Decision) -> Iterator[str]:
    """Yield the reason of a decision, its category, confidence and evidence, one fact a line."""
    if decision.why:
        yield f"why: {decision.why}"
    for name, value in (
        ("category", decision.category),
        ("confidence", decision.confidence.value if decision.confidence else ""),
    ):
        if value:
            yield f"{name}: {value}"
    for evidence in decision.evidence:
        yield f"evidence: {to_plain(evidence_runs(evidence))}"


def endings(history: History, name: str) -> Iterator[str]:
    """Yield how an event ceased to be active: by whom it was withdrawn, or what replaced it."""
    from variants.log.events import Withdrawn  # noqa: PLC0415 - loaded already if there is an event

    for each in history.replacers(name):
        event = history.event(each)
        if event is not None and isinstance(event.body, Withdrawn):
            why = f": {event.body.why}" if event.body.why else ""
            yield f"withdrawn by {event.by}, {_moment(event.at)} [{short_id(each)}]{why}"
        elif event is not None:
            yield f"replaced by {short_id(each)}, {event.by}"


def _moment(at: str) -> str:
    """Return a time to the minute."""
    return at[:16].replace("T", " ")


def full_verdict(status: VerdictStatus, statuses: Sequence[VerdictStatus]) -> Iterator[str]:
    """Yield everything that a verdict records except its place, one fact a line.

    Args:
        status: The verdict with its status.
        statuses: All verdicts on the document.
    """
    verdict = status.verdict
    yield f"{to_plain(verdict_runs(verdict))}, {verdict.by}, {_moment(verdict.at)}"
    state = verdict_state(status, statuses)
    if state:
        yield f"state: {state}"
    if verdict.why:
        yield f"why: {verdict.why}"
    for evidence in verdict.evidence:
        yield f"evidence: {to_plain(evidence_runs(evidence))}"
    yield f"id: {verdict.id}"


def event_line(  # noqa: C901, PLR0911, PLR0912 - for each type
    event: Event, document: str = "", *, continued: str = ""
) -> str:
    """Return an event in one line; an empty string if it is about another document.

    Args:
        event: The event.
        document: Name of the document; empty for all.
        continued: The other siglum, of a change of text that is one of siglum.
    """
    from variants.log import events  # noqa: PLC0415 - loaded already if there is an event

    name = f"[{short_id(event.id)}]"
    body = event.body
    if isinstance(body, Decision):
        return (
            decision_line(_place_of(body.anchor), body)
            if document in ("", body.anchor.document)
            else ""
        )
    if document and document != _document_of(body, document):
        return ""
    if isinstance(body, SenseVerdict):
        return verdict_event_line(_place_of(body.anchor), body)
    match body:
        case events.DocumentOpened():
            names = " ".join(siglum for siglum, _ in body.witnesses)
            return f"{body.document}: first compared, {names}, {event.by} {name}"
        case events.TextChange():
            return f"{body.document}: {body.witness} {_change(body, continued)}, {event.by} {name}"
        case events.Withdrawn():
            why = f": {body.why}" if body.why else ""
            of = ", ".join(short_id(each) for each in body.of)
            return f"withdraws {of}{why}, {event.by} {name}"
        case events.CommentMade():
            return f"{_about(body)}: {body.text}, {event.by} {name}"
        case events.RuleMade():
            return f"rule {body.rule.key}: {body.rule.title}, {event.by} {name}"
        case events.Seal():
            called = f" “{body.name}”" if body.name else ""
            return f"seal{called} over {body.count} events, {event.by} {name}"
        case events.NewAnchor():
            where = _words_of(body.anchor)
            return f"{where}: new place of {short_id(body.of)}, {event.by} {name}"
        case events.RecordedLink():
            why = f": {body.why}" if body.why else ""
            return f"{body.document}: link {_sentences_of(body)}{why}, {event.by} {name}"
        case events.Renamed():
            old = f"{body.document}: {body.witness}" if body.witness else body.document
            why = f": {body.why}" if body.why else ""
            return f"{old} is now {body.to}{why}, {event.by} {name}"
        case events.Erasure():
            return f"a line was erased: {body.why}, {event.by} {name}"
        case _:
            return f"{type(body).__name__.lower()}, {event.by} {name}"


def _change(body: TextChange, continued: str) -> str:
    """Return the change to the text of a witness as a verb."""
    if continued:
        return f"continues {'as ' if body.before else ''}{continued}"
    if not body.before:
        return "was added"
    return "has a new text" if body.after else "was removed"


def _sentences_of(link: RecordedLink) -> str:
    """Return a link in the form that options take, and its action: ``"A:3,4=5 force"``."""
    sides = (",".join(str(mark.number) for mark in side) for side in (link.seed, link.other))
    return f"{link.witness}:{'='.join(sides)} {link.action.value}"


def _document_of(body: Body, usual: str) -> str:
    """Return the document that an event names; ``usual`` if it names none."""
    anchor = getattr(body, "anchor", None)
    return str(getattr(anchor or body, "document", usual))


def _about(comment: CommentMade) -> str:
    """Return the words or the event that a comment is on, and the comment that it answers."""
    if comment.anchor is not None:
        about = f"{_words_of(comment.anchor)}: comment"
    else:
        about = f"comment on {short_id(comment.on)}"
    return f"{about}, answers {short_id(comment.reply)}" if comment.reply else about


def _words_of(anchor: Anchor) -> str:
    """Return document, sentence and words of an anchor."""
    words = squeeze(anchor.quote.exact)
    return f"{anchor.document}:{anchor.sentence}{f' “{words}”' if words else ''}"


def _place_of(anchor: Anchor) -> str:
    return f"{anchor.document}:{anchor.sentence}"
