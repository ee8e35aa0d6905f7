"""Events of the log, in a line or in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variants.types.decision import Action, Anchor, Decision, Wording
from variants.types.span import squeeze

if TYPE_CHECKING:
    from variants.log.events import Body, CommentMade, Event, RecordedLink

_TAIL = 8
"""Characters of an id that people see and type: its end, since all begin with the time."""


def short_id(name: str) -> str:
    """An id as it is shown."""
    return name[-_TAIL:]


def decision_line(label: str, decision: Decision) -> str:
    """A decision in one line: where, on which words, what, by whom."""
    words = squeeze(decision.anchor.quote.exact)
    by = f", {decision.by}" if decision.by else ""
    name = f" [{short_id(decision.id)}]" if decision.id else ""
    old = [short_id(each) for each in decision.replaces]
    replaced = f", replaces {', '.join(old)}" if old else ""
    on = f" “{words}”" if words else ""
    return f"{label}{on}: {decision_summary(decision)}{by}{name}{replaced}"


def decision_summary(decision: Decision) -> str:  # noqa: PLR0911 - a return for each action
    """What was chosen, in a few words."""
    words = _quoted(decision.wording)
    match decision.action:
        case Action.KEEP:
            return "keeps the seed"
        case Action.ADOPT if not words:
            what = "leaves the words out" if decision.anchor.quote.exact else "adds nothing"
            return f"{what} with {_sigla(decision.wording)}".removesuffix(" with ")
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


def full_text(decision: Decision) -> Iterator[str]:
    """Everything that a decision says beside its place, a line each."""
    yield f"{decision_summary(decision)} — {decision.by}, {decision.at[:16].replace('T', ' ')}"
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


def event_line(event: Event, document: str = "") -> str:  # noqa: C901, PLR0911 - a case for each sort
    """An event in a line; empty for one that is not of the document."""
    from variants.log import events  # noqa: PLC0415 - brings nothing that is not there yet

    name = f"[{short_id(event.id)}]"
    body = event.body
    if isinstance(body, Decision):
        return decision_line(_where(body), body) if document in ("", body.anchor.document) else ""
    if document and document != _document_of(body, document):
        return ""
    match body:
        case events.DocumentOpened():
            sigla = " ".join(siglum for siglum, _ in body.witnesses)
            return f"{body.document}: first compared, {sigla}, {event.by} {name}"
        case events.TextChange():
            what = "has another text" if body.before and body.after else "came or went"
            return f"{body.document}: {body.witness} {what}, {event.by} {name}"
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
            return f"{where}: so {short_id(body.of)} stands now, {event.by} {name}"
        case events.RecordedLink():
            why = f": {body.why}" if body.why else ""
            return f"{body.document}: link {_sentences_of(body)}{why}, {event.by} {name}"
        case events.Erasure():
            return f"a line was erased: {body.why}, {event.by} {name}"
        case _:
            return f"{type(body).__name__.lower()}, {event.by} {name}"


def _sentences_of(link: RecordedLink) -> str:
    """What is said of which sentences, as they are typed: ``"A:3,4=5 force"``."""
    sides = (",".join(str(mark.number) for mark in side) for side in (link.seed, link.other))
    return f"{link.witness}:{'='.join(sides)} {link.action.value}"


def _quoted(wording: Wording | None) -> str:
    return f"“{wording.text}”" if wording is not None and wording.text else ""


def _sigla(wording: Wording | None) -> str:
    return " ".join(wording.sigla) if wording is not None else ""


def _document_of(body: Body, usual: str) -> str:
    """The document that an event is about; the usual for one that is about all or about another."""
    anchor = getattr(body, "anchor", None)
    return str(getattr(anchor or body, "document", usual))


def _about(comment: CommentMade) -> str:
    """What a comment is on."""
    if comment.anchor is not None:
        about = f"{_words_of(comment.anchor)}: comment"
    else:
        about = f"comment on {short_id(comment.on)}"
    return f"{about}, answers {short_id(comment.reply)}" if comment.reply else about


def _words_of(anchor: Anchor) -> str:
    """A place with its document, its sentence and its words."""
    words = squeeze(anchor.quote.exact)
    return f"{anchor.document}:{anchor.sentence}{f' “{words}”' if words else ''}"


def _where(decision: Decision) -> str:
    return f"{decision.anchor.document}:{decision.anchor.sentence}"
