"""Parser of the lines of a log."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from variants.log.codec import fields, models
from variants.log.events import (
    Body,
    CommentMade,
    Digests,
    DocumentOpened,
    EditorKey,
    Erasure,
    Event,
    Foreign,
    LinkAction,
    NewAnchor,
    RecordedLink,
    RecordedSentence,
    Renamed,
    RuleMade,
    Seal,
    TextChange,
    Withdrawn,
)
from variants.types.decision import Action, Anchor, Confidence, Decision, Evidence, Quote, Wording
from variants.types.span import Span
from variants.types.status import Rule
from variants.types.verdict import SenseVerdict

_PREFIX = len("sha256:")
_SHORT = 16  # Hexadecimal digits of a sentence's hash, enough for lookup.


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is not an event; ``reason`` is the cause, for people."""

    reason: str


def _no_texts(_document: str) -> Digests:
    return ()


def read_line(raw: bytes, texts_of: Callable[[str], Digests] = _no_texts) -> Event | Unreadable:
    """Return the event of a line, or the reason why it is unreadable.

    Args:
        raw: The line without its line end.
        texts_of: Returns the texts of a document as recorded by the lines before, for decisions
            that do not repeat them.
    """
    try:
        line = models.LINE.validate_json(raw)
    except ValidationError as error:
        return _foreign_or_unreadable(raw, error)
    try:
        body = _body(line, texts_of)
    except ValueError as error:
        return Unreadable(str(error))
    return Event(
        line.id, line.at, line.by, body, line.tool, line.prev or "", tuple(line.seen.items())
    )


def _foreign_or_unreadable(raw: bytes, error: ValidationError) -> Event | Unreadable:
    """Return a line that fits no model as ``Foreign``, or the reason why it is damaged."""
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        return Unreadable("it is not JSON")
    try:
        header = models.Header.model_validate(content)
    except ValidationError as missing:
        return Unreadable(_reason(missing))
    if header.v <= models.FORMAT and header.type in models.TYPES:
        return Unreadable(_reason(error))
    body = Foreign(header.type, header.v)
    return Event(header.id, header.at, header.by, body, header.tool, header.prev or "")


def _reason(error: ValidationError) -> str:
    """Return the first validation error, after the path of its field."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    path = ".".join(str(step) for step in first["loc"] if step not in models.TYPES)
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{path}: {message}" if path else message


def _body(line: models.AnyLine, texts_of: Callable[[str], Digests]) -> Body:  # noqa: C901, PLR0911, PLR0912 - a case for each kind of line
    """Convert a checked line to the body of an event."""
    match line:
        case models.DecisionLine():
            return _decision(line, texts_of)
        case models.SenseLine():
            return _verdict(line, texts_of)
        case models.OpenLine():
            texts = tuple((name, one.text[_PREFIX:]) for name, one in line.witnesses.items())
            return DocumentOpened(line.doc, line.seed, texts)
        case models.TextLine():
            before, after = ((each or "")[_PREFIX:] for each in (line.from_, line.to))
            return TextChange(line.doc, line.witness, before, after, line.why)
        case models.WithdrawLine():
            return Withdrawn(line.of, line.why)
        case models.CommentLine():
            place = None if isinstance(line.on, str) else _anchor(line.on)
            on = line.on if isinstance(line.on, str) else ""
            return CommentMade(line.text, on, place, line.reply)
        case models.RuleLine():
            return RuleMade(_rule(line), line.replaces)
        case models.AnchorLine():
            return NewAnchor(line.of, _anchor(line.target), line.method, line.score, line.confirmed)
        case models.EditorLine():
            return EditorKey(line.key, line.public, line.until)
        case models.SealLine():
            return Seal(tuple(line.heads.items()), line.count, line.name, line.signature)
        case models.RemovedLine():
            return Erasure(line.was, line.why, line.replaces)
        case models.LinkLine():
            return _link(line)
        case models.RenameLine():
            about = tuple(each[_PREFIX:] for each in line.texts)
            return Renamed(line.doc, line.witness, line.to, about, line.why, line.replaces)


def _decision(line: models.DecisionLine, texts_of: Callable[[str], Digests]) -> Decision:
    return Decision(
        id=line.id,
        at=line.at,
        by=line.by,
        anchor=_anchor(line.target),
        action=line.action,
        wording=_printed(line),
        also=tuple(_wording(each) for each in line.also),
        ask=line.ask.text if line.ask else "",
        saw=tuple(_wording(each) for each in line.saw),
        why=line.why,
        category=line.category,
        confidence=Confidence(line.confidence) if line.confidence else None,
        evidence=_evidence(line.evidence),
        replaces=line.replaces,
        rule=line.rule,
        batch=line.batch,
        witnesses=_digests(line.witnesses) or texts_of(line.target.doc),
    )


def _verdict(line: models.SenseLine, texts_of: Callable[[str], Digests]) -> SenseVerdict:
    return SenseVerdict(
        id=line.id,
        at=line.at,
        by=line.by,
        anchor=_anchor(line.target),
        reading=_wording(line.reading),
        touches_sense=line.touches_sense,
        why=line.why,
        evidence=_evidence(line.evidence),
        replaces=line.replaces,
        batch=line.batch,
        witnesses=_digests(line.witnesses) or texts_of(line.target.doc),
    )


def _digests(witnesses: Mapping[str, str] | None) -> Digests:
    return tuple((name, text[_PREFIX:]) for name, text in (witnesses or {}).items())


def _evidence(proofs: Iterable[fields.Proof]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.kind, one.ref, one.quote, one.lang, one.url) for one in proofs)


def _printed(line: models.DecisionLine) -> Wording | None:
    """Return the words that a decision prints, or raise ``ValueError`` if they are missing."""
    if line.action is Action.EMEND:
        if line.emendation is None:
            message = "emendation: field required"
            raise ValueError(message)
        return Wording(line.emendation)
    if line.action is Action.ADOPT and line.reading is None:
        message = "reading: field required"
        raise ValueError(message)
    if line.action in (Action.ADOPT, Action.ALTERNATES) and line.reading is not None:
        return _wording(line.reading)
    return None


def _anchor(target: fields.TargetFields) -> Anchor:
    sentence, quote, position = target.sentence, target.quote, target.position
    return Anchor(
        target.doc,
        target.witness,
        target.text[_PREFIX:],
        sentence.n,
        sentence.hash[_PREFIX : _PREFIX + _SHORT],
        Span(sentence.start, sentence.end),
        Quote(quote.exact, quote.prefix, quote.suffix),
        Span(position.start, position.end),
    )


def _wording(reading: fields.ReadingFields) -> Wording:
    return Wording(reading.text, reading.of, reading.class_)


def _rule(line: models.RuleLine) -> Rule:
    rule = line.rule
    return Rule(
        line.id,
        rule.key,
        rule.title,
        line.why,
        line.by,
        rule.match.pairs,
        rule.match.class_,
        rule.action,
        rule.apply == "offer",
    )


def _link(line: models.LinkLine) -> RecordedLink:
    seed, other = (
        tuple(
            RecordedSentence(one.n, one.hash[_PREFIX : _PREFIX + _SHORT], one.start_words)
            for one in side
        )
        for side in (line.seed, line.other)
    )
    return RecordedLink(
        line.doc,
        LinkAction(line.op),
        line.witness,
        seed,
        other,
        line.split_at,
        line.why,
        line.replaces,
    )
