"""Words that could be listed as terms, with the line for ``variants.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.brief.selection import Selection, shown_sigla
from variants.terminal.look import Look
from variants.terminal.pen import Pen
from variants.terminal.styled_pieces import StyledPiece
from variants.types.collation import Collation
from variants.types.pattern import Rendition, SuggestedTerm
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import UNCERTAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

_MOST = 10
_HEAD = "Words that always face the same other words, for terms in variants.toml"


def term_lines(collation: Collation, selection: Selection, pen: Pen) -> list[Text]:
    """Return the most frequent suggested terms, then the line of ``variants.toml`` with them."""
    sigla = shown_sigla(collation, selection)
    shown = [
        (term, renderings)
        for term in collation.suggested_terms
        if (renderings := [(one, found) for one, found in term.renderings if one in sigla])
    ][:_MOST]
    if not shown:
        return []
    width = pen.console.width
    lines = pen.wrap([StyledPiece(_HEAD, Look.STRONG)], width)
    for term, renderings in shown:
        lines += pen.wrap(_row(term, renderings), width)
    words = [word for term, _ in shown for word in term.words]
    return [*lines, *pen.wrap([StyledPiece(_line_to_copy(collation, words))], width)]


def _row(term: SuggestedTerm, renderings: Sequence[tuple[str, Rendition]]) -> list[StyledPiece]:
    """Return a phrase with its renderings: ``3×  armistice → truce B 3``."""
    row = [
        StyledPiece(f"{term.count}×  ", Look.NOTE),
        StyledPiece(sanitize_line(term.phrase), Look.LEMMA),
        StyledPiece(" → ", Look.NOTE),
    ]
    for number, (siglum, one) in enumerate(renderings):
        uncertain = f" ({one.uncertain} {UNCERTAIN})" if one.uncertain else ""
        row += [
            StyledPiece(" · " if number else "", Look.NOTE),
            StyledPiece(sanitize_line(one.wording), Look.READING),
            StyledPiece(f" {siglum} {one.count}{uncertain}", Look.NOTE),
        ]
    return row


def _line_to_copy(collation: Collation, words: Sequence[str]) -> str:
    """Return the line with the terms of the edition and the suggested words."""
    listed = dict(collation.signature.choices).get("terms", "")
    known = [term for term in listed.split(", ") if term]
    quoted = (f'"{sanitize_line(term)}"' for term in dict.fromkeys((*known, *words)))
    return f"terms = [{', '.join(quoted)}]"
