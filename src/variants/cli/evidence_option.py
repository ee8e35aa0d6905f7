"""Evidence as typed after ``--evidence``."""

from __future__ import annotations

import re

from variants.errors import InvalidValue
from variants.types.decision import EVIDENCE_KINDS, Evidence


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
    if kind not in EVIDENCE_KINDS or not reference:
        hint = f"Write a kind, a colon and a reference. Kinds: {', '.join(EVIDENCE_KINDS)}."
        raise InvalidValue(given, option="--evidence", hint=hint)
    address = next((part for part in rest if re.match(r"https?://\S+$", part)), "")
    quotation = " | ".join(part for part in rest if part != address)
    tagged = re.fullmatch(r"(.*\S)\s+\(([a-z]{2,3}(?:-\w+)*)\)", quotation)
    quote, language = (tagged[1], tagged[2]) if tagged else (quotation, "")
    return Evidence(kind, reference, quote, language, address)
