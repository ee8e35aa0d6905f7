"""Writer of the lines of a log, with a fixed order of fields so that diffs are readable."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from variants.log.events import (
    CommentMade,
    Digests,
    DocumentOpened,
    EditorKey,
    Erasure,
    Event,
    Foreign,
    NewAnchor,
    RecordedLink,
    RecordedSentence,
    Renamed,
    RuleMade,
    Seal,
    TextChange,
    Withdrawn,
)
from variants.types.decision import Action, Anchor, Decision, Evidence, Wording
from variants.types.span import Span
from variants.types.verdict import SenseVerdict

_Fields: TypeAlias = dict[str, Any]

_FORMAT: Final = 1


def write_line(event: Event) -> bytes:
    """Return the line of an event, without its line end.

    Empty fields are left out. Lone surrogates become question marks, since UTF-8 has none.
    """
    fields: _Fields = {
        "v": _FORMAT,
        "id": event.id,
        "type": type_of(event),
        "at": event.at,
        "by": event.by,
        "tool": event.tool,
        "prev": event.prev or None,
        **_body(event),
    }
    if event.seen:
        fields["seen"] = dict(event.seen)
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


_TYPES: Final = {
    Decision: "decision",
    SenseVerdict: "sense",
    DocumentOpened: "open",
    TextChange: "text",
    Withdrawn: "withdraw",
    CommentMade: "comment",
    RuleMade: "rule",
    NewAnchor: "anchor",
    EditorKey: "editor",
    Seal: "seal",
    Erasure: "removed",
    RecordedLink: "link",
    Renamed: "rename",
}


def type_of(event: Event) -> str:
    """Return the type of an event in its line, such as ``decision`` or ``withdraw``."""
    return event.body.type if isinstance(event.body, Foreign) else _TYPES[type(event.body)]


def _body(event: Event) -> _Fields:  # noqa: C901, PLR0911, PLR0912 - a case for each kind of line
    """Return the fields that only this type of line has."""
    match event.body:
        case Decision() as decision:
            return _decision(decision)
        case SenseVerdict() as verdict:
            return _verdict(verdict)
        case DocumentOpened(document, seed, witnesses):
            texts = {siglum: {"text": _digest(text)} for siglum, text in witnesses}
            return {"doc": document, "seed": seed, "witnesses": texts}
        case TextChange(document, witness, before, after, why):
            texts_of = {"from": _digest(before), "to": _digest(after)}
            return {"doc": document, "witness": witness, **texts_of, **_nonempty(why=why)}
        case Withdrawn(of, why):
            return {"of": list(of), **_nonempty(why=why)}
        case CommentMade(text, on, anchor, reply):
            return {
                "on": _target(anchor) if anchor else on,
                "text": text,
                **_nonempty(reply=reply),
            }
        case RuleMade() as made:
            return _rule(made)
        case NewAnchor(of, anchor, method, score, confirmed):
            how = {**_nonempty(method=method), "score": score, "confirmed": confirmed}
            return {"of": of, "target": _target(anchor), **how}
        case EditorKey(key, public, until):
            return {"key": key, **_nonempty(public=public, until=until)}
        case Seal(heads, count, name, signature):
            fields = _nonempty(name=name, signature=signature)
            return {"heads": dict(heads), "count": count, **fields}
        case Erasure(was, why, named):
            return {"was": was, **_nonempty(why=why, replaces=list(named))}
        case RecordedLink() as link:
            return _link(link)
        case Renamed() as renamed:
            return _renamed(renamed)
        case Foreign():
            message = "an event of an unknown type cannot be written"
            raise ValueError(message)


def _decision(decision: Decision) -> _Fields:
    words: _Fields = {}
    if decision.wording is not None and decision.action is Action.EMEND:
        words["emendation"] = decision.wording.text
    elif decision.wording is not None:
        words["reading"] = _wording(decision.wording)
    return {
        "target": _target(decision.anchor),
        "action": decision.action.value,
        **words,
        **_nonempty(
            also=[_wording(one) for one in decision.also],
            ask={"text": decision.ask} if decision.ask else {},
            saw=[_wording(one) for one in decision.saw],
            witnesses=_digests(decision.witnesses),
            why=decision.why,
            category=decision.category,
            confidence=decision.confidence.value if decision.confidence else "",
            evidence=_evidence(decision.evidence),
        ),
        "replaces": list(decision.replaces),
        **_nonempty(rule=decision.rule, batch=decision.batch),
    }


def _verdict(verdict: SenseVerdict) -> _Fields:
    return {
        "target": _target(verdict.anchor),
        "reading": _wording(verdict.reading),
        "touches_sense": verdict.touches_sense,
        **_nonempty(
            witnesses=_digests(verdict.witnesses),
            why=verdict.why,
            evidence=_evidence(verdict.evidence),
        ),
        "replaces": list(verdict.replaces),
        **_nonempty(batch=verdict.batch),
    }


def _evidence(evidence: Iterable[Evidence]) -> list[_Fields]:
    return [
        {
            "kind": one.kind,
            "ref": one.reference,
            **_nonempty(quote=one.quote, lang=one.language, url=one.url),
        }
        for one in evidence
    ]


def _rule(made: RuleMade) -> _Fields:
    rule = made.rule
    return {
        "rule": {
            "key": rule.key,
            "title": rule.title,
            "match": {
                **_nonempty(**{"class": rule.variant_class}),
                "pairs": [list(pair) for pair in rule.pairs],
            },
            "action": rule.action.value,
            "apply": "offer" if rule.only_offered else "confirm",
        },
        **_nonempty(why=rule.why),
        "replaces": list(made.replaces),
    }


def _link(link: RecordedLink) -> _Fields:
    fields: _Fields = {
        "doc": link.document,
        "op": link.action.value,
        "witness": link.witness,
        "seed": [_sentence(one) for one in link.seed],
        "other": [_sentence(one) for one in link.other],
    }
    if link.at is not None:
        fields["split_at"] = link.at
    return {**fields, **_nonempty(why=link.why), "replaces": list(link.replaces)}


def _renamed(renamed: Renamed) -> _Fields:
    return {
        "doc": renamed.document,
        **_nonempty(witness=renamed.witness),
        "to": renamed.to,
        "texts": [_digest(each) for each in renamed.texts],
        **_nonempty(why=renamed.why),
        "replaces": list(renamed.replaces),
    }


def _sentence(mark: RecordedSentence) -> _Fields:
    return {"n": mark.number, "hash": _digest(mark.hash), "start_words": mark.start_words}


def _target(anchor: Anchor) -> _Fields:
    quote = anchor.quote
    return {
        "doc": anchor.document,
        "witness": anchor.siglum,
        "text": _digest(anchor.text),
        "sentence": {
            "n": anchor.sentence,
            "hash": _digest(anchor.sentence_hash),
            **_span(anchor.within),
        },
        "quote": {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
        "position": _span(anchor.position),
    }


def _wording(wording: Wording) -> _Fields:
    fields = _nonempty(**{"class": wording.variant_class})
    return {"text": wording.text, "of": list(wording.sigla), **fields}


def _span(span: Span) -> _Fields:
    return {"start": span.start, "end": span.end}


def _digests(witnesses: Digests) -> dict[str, str | None]:
    return {siglum: _digest(text) for siglum, text in witnesses}


def _digest(digest: str) -> str | None:
    return f"sha256:{digest}" if digest else None


def _nonempty(**fields: object) -> _Fields:
    """Return the fields that are not empty."""
    return {name: value for name, value in fields.items() if value not in ("", [], {})}
