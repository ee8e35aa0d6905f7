"""The page: its template, filled piece by piece."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from typing import BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variants.types import DOUBTFUL_BELOW, Edition
from variants.writers.html import head
from variants.writers.html.decided import Place, Teller
from variants.writers.html.rows import Item, PassageView, Rows, id_of, level_of
from variants.writers.visible import visible
from variants.writers.writer import ReportOptions

_APPARATUS_CHUNK = 100


def _finalize(value: object) -> object:
    """What the page shows of a value: of text, nothing that HTML forbids or that turns it round."""
    return visible(value) if type(value) is str and not value.isprintable() else value


# Texts are data: whatever is put into the page is escaped, unless a template says otherwise.
_TEMPLATES = Environment(
    loader=PackageLoader("variants.writers.html"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)


def write_page(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Fill the template into a file; no more than a passage of it is held at a time."""
    page = _Page(edition, options)
    template = _TEMPLATES.get_template("report.html")
    pieces = template.generate(page.values())
    file.writelines(piece.encode() for piece in pieces)


class _Page:
    """What the template is filled with.

    The passages are made while they are written; what is to be said of them further down
    is gathered on the way.
    """

    def __init__(self, edition: Edition, options: ReportOptions) -> None:
        self.edition = edition
        self.options = options
        self.teller = Teller(edition, options)
        self.rows = Rows(edition, self.teller)
        self.items: list[Item] = []
        self.places: list[Place] = []

    def values(self) -> dict[str, object]:
        """By the names that the template uses."""
        collation = self.edition.collation
        states = head.count_states(self.edition)
        style = _own_text("report.css") + _bar(states)
        script = _own_text("report.js")
        return {
            "title": head.title_of(collation),
            "base": collation.base.witness,
            "others": collation.others,
            "witnesses": head.witness_lines(collation),
            "summary": head.summary(self.edition),
            "states": states,
            "classes": head.class_counts(collation),
            "cells": head.overview(
                [
                    (passage.label, id_of(passage), level_of(passage, len(collation.others)))
                    for passage in collation.passages
                ]
            ),
            "passages": self._passages(),
            "count": len(collation.passages),
            "apparatus": self._apparatus(),
            "decisions": self._decisions,
            "rules": head.rule_lines(self.edition, self.teller, self.options),
            "patterns": head.pattern_lines(collation),
            "pattern_count": len(collation.patterns),
            "varying": head.most_varying(collation),
            "signature": collation.signature,
            "notices": (*collation.notices, *self.edition.decisions.notices),
            "heads": self.edition.decisions.heads,
            "doubtful": DOUBTFUL_BELOW,
            "state_line": head.state_line(states),
            "options": self.options,
            # Ours, and not made of texts: escaped, they would be no style and no script.
            "style": Markup(style),  # noqa: S704
            "style_hash": _hash(style),
            "script": Markup(script),  # noqa: S704
            "script_hash": _hash(script),
        }

    def _passages(self) -> Iterator[PassageView]:
        for passage in self.edition.collation.passages:
            view = self.rows.of(passage)
            self.items += view.items
            self.places += view.places
            yield view

    def _apparatus(self) -> Iterator[list[Item]]:
        for first in range(0, len(self.items), _APPARATUS_CHUNK):
            yield self.items[first : first + _APPARATUS_CHUNK]

    def _decisions(self) -> tuple[list[Place], list[Place]]:
        lost = list(head.lost_places(self.edition, self.teller))
        return head.split_decisions([*self.places, *lost])


def _own_text(name: str) -> str:
    """A file of ours, as it is."""
    return files("variants.writers.html").joinpath("templates", name).read_text("utf-8")


def _bar(states: list[head.StateCount]) -> str:
    """The widths of the bar of states: a strict policy knows no style on an element."""
    return "".join(f".bar .{one.state}{{width:{one.percent}%}}\n" for one in states)


def _hash(text: str) -> str:
    """What a content policy allows the text by."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
