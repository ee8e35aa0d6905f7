"""Evidence as it is typed."""

from __future__ import annotations

import re

from variants.errors import BadSelection
from variants.types.decision import EVIDENCE_KINDS, Evidence


def parse_evidence(given: str) -> Evidence:
    """What ``KIND: REFERENCE | quotation (language) | address`` says; the last two may lack.

    Examples:
        >>> parse_evidence("dictionary: Ushakov 1935, s.v. boevoi | боевой летчик (ru)").quote
        'боевой летчик'

    Raises:
        BadSelection: It names no kind of evidence, or nothing behind it.
    """
    head, *rest = (part.strip() for part in given.split("|"))
    kind, _, reference = (part.strip() for part in head.partition(":"))
    if kind not in EVIDENCE_KINDS or not reference:
        allowed = f"a kind, a colon and a reference; kinds: {', '.join(EVIDENCE_KINDS)}"
        raise BadSelection(given, option="--evidence", allowed=allowed)
    address = next((part for part in rest if re.match(r"https?://\S+$", part)), "")
    quotation = " | ".join(part for part in rest if part != address)
    tagged = re.fullmatch(r"(.*\S)\s+\(([a-z]{2,3}(?:-\w+)*)\)", quotation)
    quote, language = (tagged[1], tagged[2]) if tagged else (quotation, "")
    return Evidence(kind, reference, quote, language, address)
