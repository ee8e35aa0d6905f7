"""Evidence as typed after ``--evidence``, or in a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variants.errors import InvalidValue
from variants.types.decision import EVIDENCE_KINDS, Evidence

_BETWEEN = re.compile(rf"[;\n]\s*(?=(?:{'|'.join(EVIDENCE_KINDS)})\s*:)", re.IGNORECASE)


def parse_evidence(given: str) -> Evidence:
    """Parse ``KIND: REFERENCE | quotation (language) | address``; the last two are optional.

    Examples:
        >>> parse_evidence("dictionary: Ushakov 1935, s.v. boevoi | боевой летчик (ru)").quote
        'боевой летчик'

    Raises:
        InvalidValue: The kind is unknown or the reference is missing.
    """
    head, *rest = (part.strip() for part in given.split("|"))
    kind, _, reference = (part.strip() for part in head.partition(":"))
    kind = kind.lower()
    if kind not in EVIDENCE_KINDS or not reference:
        hint = f"Write a kind, a colon and a reference. Kinds: {', '.join(EVIDENCE_KINDS)}."
        raise InvalidValue(given, option="--evidence", hint=hint)
    address = next((part for part in rest if re.match(r"https?://\S+$", part)), "")
    quotation = " | ".join(part for part in rest if part != address)
    tagged = re.fullmatch(r"(.*\S)\s+\(([a-z]{2,3}(?:-\w+)*)\)", quotation)
    quote, language = (tagged[1], tagged[2]) if tagged else (quotation, "")
    return Evidence(kind, reference, quote, language, address)


def format_evidence(evidence: Iterable[Evidence]) -> str:
    """Return a cell with evidence, each as ``parse_evidence`` reads it, separated by semicolons.

    Examples:
        >>> format_evidence([Evidence("source", "Annex 2", "mot", "fr"), Evidence("person", "Li")])
        'source: Annex 2 | mot (fr); person: Li'
    """
    return "; ".join(map(_format, evidence))


def _format(one: Evidence) -> str:
    head = ": ".join(filter(None, (one.kind, one.reference)))
    quotation = f"{one.quote} ({one.language})" if one.quote and one.language else one.quote
    return " | ".join(filter(None, (head, quotation, one.url)))


def parse_evidence_cell(cell: str) -> tuple[Evidence, ...]:
    """Parse a cell of ``format_evidence``; a reference may have semicolons.

    Examples:
        >>> [one.reference for one in parse_evidence_cell("source: Annex 2; p. 5; person: Li")]
        ['Annex 2; p. 5', 'Li']

    Raises:
        InvalidValue: A kind is unknown or a reference is missing.
    """
    return tuple(map(parse_evidence, _BETWEEN.split(cell)))
