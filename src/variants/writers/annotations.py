"""Decisions in force as Web Annotations (W3C Recommendation of 23 February 2017)."""

from __future__ import annotations

import json

from variants.types import Action, Decision, Edition
from variants.version import VERSION

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"prov": "http://www.w3.org/ns/prov#"}]
_MOTIVATION = {
    Action.KEEP: "assessing",
    Action.ADOPT: "editing",
    Action.EMEND: "editing",
    Action.ALTERNATES: "editing",
    Action.REJECT: "assessing",
    Action.QUERY: "questioning",
    Action.DEFER: "assessing",
}


def write_annotations(edition: Edition) -> str:
    """A JSON list with an annotation for each decision in force, in the order of the places.

    Each is about the words it was made on, in the text it was made on.
    """
    live = [decision for standing in edition.decisions.standings for decision in standing.live]
    language = edition.collation.base.witness.language
    written = [_annotation(decision, language) for decision in live]
    return f"{json.dumps(written, ensure_ascii=False, indent=1)}\n"


def _annotation(decision: Decision, language: str) -> dict[str, object]:
    made: dict[str, object] = {
        "@context": _CONTEXT,
        "id": f"urn:uuid:{decision.id}",
        "type": "Annotation",
        "motivation": _MOTIVATION[decision.action],
        "creator": f"urn:variants:editor:{decision.by}",
        "created": decision.at,
        "generator": f"urn:variants:{VERSION}",
        "body": _bodies(decision, language),
        "target": _target(decision),
    }
    if decision.replaces:
        made["prov:wasRevisionOf"] = [f"urn:uuid:{name}" for name in decision.replaces]
    return made


def _bodies(decision: Decision, language: str) -> list[dict[str, str]]:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": decision.action.value}]
    if decision.wording is not None:
        words = {"type": "TextualBody", "purpose": "editing", "value": decision.wording.text}
        bodies.append({**words, "language": language})
    bodies += [
        {"type": "TextualBody", "purpose": "commenting", "value": said}
        for said in (decision.ask, decision.why)
        if said
    ]
    return bodies


def _target(decision: Decision) -> dict[str, object]:
    """The words, by quotation and by position, and the text that they stood in."""
    anchor = decision.anchor
    quote = {
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
        "source": f"urn:variants:{anchor.document}:{anchor.siglum}",
        "state": {
            "type": "TimeState",
            "sourceDate": decision.at,
            "cached": f"urn:sha256:{anchor.text}",
        },
        "selector": [quote, position],
    }
