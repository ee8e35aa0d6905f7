"""Reports as W3C Web Annotations in JSON-LD: one for each active decision or verdict."""

from __future__ import annotations

import json
from typing import BinaryIO
from urllib.parse import quote

from variants.reports.redact import redact
from variants.reports.writer import ReportOptions
from variants.types.decision import Action, Anchor, Decision, Wording
from variants.types.edition import Edition
from variants.types.status import VerdictState
from variants.types.verdict import SenseVerdict
from variants.wording.verdict_text import answer
from variants.wording.xml_text import xml_safe

_MOTIVATIONS = {
    Action.KEEP: "assessing",
    Action.REJECT: "assessing",
    Action.QUERY: "questioning",
    Action.DEFER: "questioning",
}


def write_annotations(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write an annotation page whose targets are quotations from the seed."""
    shown = redact(edition, options)
    page = f"urn:variants:{_urn_part(shown.name or 'texts')}"
    head = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": page, "type": "AnnotationPage"}
    file.write(f'{_dumped(head)[:-1]},"items":['.encode())
    separator = "\n"
    for status in shown.decisions.statuses:
        for decision in status.live:
            file.write(f"{separator}{_dumped(_annotation(decision, shown))}".encode())
            separator = ",\n"
    for found in shown.decisions.verdicts:
        if found.state is not VerdictState.FORMER:
            annotation = _verdict_annotation(found.verdict, shown)
            file.write(f"{separator}{_dumped(annotation)}".encode())
            separator = ",\n"
    file.write(b"\n]}\n")


def _annotation(decision: Decision, edition: Edition) -> dict[str, object]:
    fields = _head("decision", decision, edition)
    fields["motivation"] = _MOTIVATIONS.get(decision.action, "editing")
    body = _body(decision, edition.collation.seed.witness.language)
    if body:
        fields["body"] = body
    if decision.replaces:
        fields["prov:wasRevisionOf"] = [
            f"urn:variants:decision:{_urn_part(one)}" for one in decision.replaces
        ]
    return {**fields, "target": _target(decision.anchor)}


def _verdict_annotation(verdict: SenseVerdict, edition: Edition) -> dict[str, object]:
    """Return the annotation of a verdict: it assesses the seed's words against a reading."""
    bodies = [
        {"type": "TextualBody", "purpose": "assessing", "value": answer(verdict.touches_sense)},
        {"type": "TextualBody", "purpose": "describing", "value": verdict.reading.text},
    ]
    if verdict.why:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": verdict.why})
    fields = _head("verdict", verdict, edition) | {"motivation": "assessing", "body": bodies}
    if verdict.replaces:
        fields["prov:wasRevisionOf"] = [
            f"urn:variants:verdict:{_urn_part(one)}" for one in verdict.replaces
        ]
    return {**fields, "target": _target(verdict.anchor)}


def _head(kind: str, judged: Decision | SenseVerdict, edition: Edition) -> dict[str, object]:
    """Return the fields that all annotations have; ``kind`` is a part of the id."""
    names = dict(edition.decisions.editors)
    fields: dict[str, object] = {
        "id": f"urn:variants:{kind}:{_urn_part(judged.id)}",
        "type": "Annotation",
        "motivation": "",
        "creator": {
            "id": f"urn:variants:editor:{_urn_part(judged.by)}",
            "name": names.get(judged.by, judged.by),
        },
    }
    if judged.at:
        fields["created"] = judged.at
    return fields


def _body(decision: Decision, language: str) -> list[dict[str, str]]:
    """Return bodies with the printed wordings, the question, the reason and the category.

    Alternatives follow the wording that they are printed beside, which may be the seed's.
    """
    wordings = [*decision.also]
    if decision.wording is not None or wordings:
        wordings.insert(0, decision.wording or Wording(decision.anchor.quote.exact))
    bodies = [{"type": "TextualBody", "purpose": "editing", "value": one.text} for one in wordings]
    if language:
        bodies = [{**one, "language": language} for one in bodies]
    for purpose, text in (("questioning", decision.ask), ("commenting", decision.why)):
        if text:
            bodies.append({"type": "TextualBody", "purpose": purpose, "value": text})
    if decision.category:
        bodies.append({"type": "TextualBody", "purpose": "tagging", "value": decision.category})
    return bodies


def _target(anchor: Anchor) -> dict[str, object]:
    """Return the words of an anchor by quotation and by position, with the sentence as scope.

    Clients look for a quotation in the list of selectors, and not inside another selector.
    """
    source = f"urn:variants:{_urn_part(anchor.document)}:{_urn_part(anchor.siglum)}"
    quotation = {
        "type": "TextQuoteSelector",
        "exact": anchor.quote.exact,
        "prefix": anchor.quote.prefix,
        "suffix": anchor.quote.suffix,
    }
    position = {
        "type": "TextPositionSelector",
        "start": anchor.position.start,
        "end": anchor.position.end,
    }
    return {
        "source": source,
        "scope": f"{source}:s{anchor.sentence}",
        "selector": [quotation, position],
    }


def _urn_part(text: str) -> str:
    """Encode text as a part of a URN."""
    return quote(xml_safe(text), safe="")


def _dumped(value: object) -> str:
    # JSON-LD must not hold lone surrogates. They and control characters are escaped as in XML.
    return json.dumps(_safe(value), ensure_ascii=False, separators=(",", ":"))


def _safe(value: object) -> object:
    if isinstance(value, str):
        return xml_safe(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    return {key: _safe(one) for key, one in value.items()} if isinstance(value, dict) else value
