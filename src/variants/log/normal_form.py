"""Normal form of the words that editors write themselves."""

from __future__ import annotations

import dataclasses
import unicodedata

from variants.types.decision import Action, Decision, Wording
from variants.types.verdict import SenseVerdict


def normalize_decision(decision: Decision) -> Decision:
    """Return a decision with the editor's own words in NFC; quotations stay as they are."""
    wording = decision.wording
    if wording is not None and decision.action is Action.EMEND:
        wording = Wording(nfc(wording.text))
    return dataclasses.replace(
        decision,
        wording=wording,
        ask=nfc(decision.ask),
        why=nfc(decision.why),
        witnesses=(),
    )


def normalize_verdict(verdict: SenseVerdict) -> SenseVerdict:
    """Return a verdict with the editor's own words in NFC; quotations stay as they are."""
    return dataclasses.replace(verdict, why=nfc(verdict.why), witnesses=())


def nfc(words: str) -> str:
    """Return words in Unicode normal form C."""
    return unicodedata.normalize("NFC", words)
