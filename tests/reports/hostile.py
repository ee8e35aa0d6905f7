"""Editions in which every field holds a text that would be more than text if a format let it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, TypeVar

from tests.reports.decided import DECIDED
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.status import PlaceStatus
from variants.types.witness import Witness

HOSTILE = {
    "markup": (
        "<script>alert(1)</script> ]]> <![CDATA[ <!-- --> ?> &amp; &#0; &lt; &nope; "
        "| *a* _b_ `c` [d](javascript:e) ![f](g) <h> # i \\input{/etc/passwd} $x$ % # _ ^ ~ { } \\"
    ),
    "formula": "=1+1 '\"' ; , _x0000_ _x000D_",
    "commands": "\u202eevil\u2066 \u200f\u061c \x00\x07\x0b\x1b[31m\x7f\x9b \r\n\t\u2028\x85\x0c",
    "no characters": "\ufffe\uffff\ufdd0\U0001ffff \ud800 a\udc00",
    "two halves": "\ud83d\ude00",
    "long": "x" * 10_000,
    "scripts": "停战是有利的。𠮷 هدنة شَامِلَة 👩‍👩‍👧 🇰🇵",
}
# Fields that other values refer to.
_KEPT = {"siglum", "sigla", "place"}
_Value = TypeVar("_Value")


def hostile_edition(text: str) -> Edition:
    """Return an edition with the text in every field: words, decisions, names, notices."""
    collation = _collation(text)
    decisions = dataclasses.replace(DECIDED.decisions, statuses=tuple(_statuses_for(collation)))
    return Edition(text, collation, _filled(decisions, text))


def _statuses_for(collation: Collation) -> Iterator[PlaceStatus]:
    """Yield a status of every state for places of the collation, and a lost one."""
    at, (*placed, lost) = 0, DECIDED.decisions.statuses
    for entry in sorted(collation.entries, key=lambda entry: entry.lemma):
        if placed and entry.lemma.start >= at:
            yield dataclasses.replace(placed.pop(), place=entry.place, span=entry.lemma)
            at = max(entry.lemma.end, entry.lemma.start + 1)
    yield lost


def _filled(value: _Value, text: str) -> _Value:
    """Return the value with every string in it replaced by the text."""
    found: Any = value
    if isinstance(value, str):
        found = text
    elif isinstance(value, tuple):
        found = tuple(_filled(each, text) for each in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        given = [each.name for each in dataclasses.fields(value) if each.init]
        fields = [name for name in given if name not in _KEPT]
        found = dataclasses.replace(
            value, **{name: _filled(getattr(value, name), text) for name in fields}
        )
    return found  # type: ignore[no-any-return]  # Of the type that was given.


def _collation(text: str) -> Collation:
    """Return a collation in which the text is among the words of every witness."""
    words = {
        "S": f"One {text} two.\n\nThree {text} four {text} five. It stays.",
        "A": f"One {text} too.\n\nThree {text}{text} for five. It {text} stays.",
        "B": f"{text} one two.\n\nThree four {text} five. It stays. {text}",
        "C": f"1 {text} two! {text}\n\nIt is three and four {text} six.",
    }
    found = collate([Witness(siglum, each) for siglum, each in words.items()], Settings())
    cuts = [
        dataclasses.replace(
            cut,
            witness=dataclasses.replace(
                cut.witness,
                title=text,
                translator=text,
                date=text,
                source=text,
                encoding=text,
                notices=(Notice(cut.witness.siglum, text),),
            ),
        )
        for cut in (found.seed, *found.others)
    ]
    return dataclasses.replace(
        found,
        title=text,
        seed=cuts[0],
        others=tuple(cuts[1:]),
        notices=(Notice("", text),),
        signature=dataclasses.replace(found.signature, choices=((text, text),)),
    )
