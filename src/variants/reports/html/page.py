"""The page: its template, filled piece by piece."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files
from typing import BinaryIO
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variants.reports.html import page_summary
from variants.reports.html.parts import part_name
from variants.reports.html.passage_rows import Item, PassageView, RowBuilder, id_of, level_of
from variants.reports.html.recurring import Recurrences, pattern_lines, usage_lines
from variants.reports.html.status_text import PlaceView, StatusText
from variants.reports.writer import File, ReportOptions
from variants.types.alignment import DOUBTFUL_BELOW
from variants.types.collation import Passage
from variants.types.edition import Edition
from variants.wording.sanitize import sanitize_line

_APPARATUS_CHUNK = 100


def _finalize(value: object) -> object:
    """What the page shows of a value: of text, nothing that HTML forbids or that turns it round."""
    return sanitize_line(value) if type(value) is str and not value.isprintable() else value


# Texts are data: whatever is put into the page is escaped, unless a template says otherwise.
_TEMPLATES = Environment(
    loader=PackageLoader("variants.reports.html"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)


PART = 5000
"""How many passages a page holds at most; browsers take seconds for more."""


def write_page(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write all on one page."""
    _Pages(edition, options, ("",)).write_whole(file)


def split_page(edition: Edition, options: ReportOptions, name: str) -> list[File]:
    """An edition that is too long for one page as an index and parts; none for any other.

    Args:
        edition: What is written.
        options: How.
        name: Of the index; the parts are numbered after it.
    """
    count = -(-len(edition.collation.passages) // PART)
    if count < 2:  # noqa: PLR2004 - one part is the page itself
        return []
    names = [part_name(name, number) for number in range(1, count + 1)]
    pages = _Pages(edition, options, [name, *names])
    return [
        File(name, pages.write_index),
        *(File(one, partial(pages.write_part, number)) for number, one in enumerate(names, 1)),
    ]


class _Pages:
    """What the template is filled with, for a page or for an index and its parts.

    The passages are made while they are written; what is to be said of them further down
    is gathered on the way.
    """

    def __init__(self, edition: Edition, options: ReportOptions, names: Sequence[str]) -> None:
        self._edition = edition
        self._teller = StatusText(edition, options)
        self._rows = RowBuilder(edition, self._teller)
        self._names = [quote(name) for name in names]
        passages = edition.collation.passages
        self._parts = [passages[first : first + PART] for first in range(0, len(passages), PART)]
        self._shared = _shared(edition, options, self._teller)

    def write_whole(self, file: BinaryIO) -> None:
        """The one page."""
        passages = self._edition.collation.passages
        self._write(file, passages, {"kind": "whole", "cells": self._cells(passages)})

    def write_index(self, file: BinaryIO) -> None:
        """What is to be said of all passages, with links into the parts."""
        passages = self._edition.collation.passages
        parts = [
            (name, part[0].label, part[-1].label)
            for name, part in zip(self._names[1:], self._parts, strict=True)
        ]
        self._write(
            file, (), {"kind": "index", "parts": parts, "cells": self._cells(passages)}, passages
        )

    def write_part(self, number: int, file: BinaryIO) -> None:
        """The passages of one part, counted from 1, with their apparatus."""
        part = self._parts[number - 1]
        more: dict[str, object] = {
            "kind": "part",
            "number": number,
            "of": len(self._parts),
            "index": self._names[0],
            "before": self._names[number - 1] if number > 1 else "",
            "after": self._names[number + 1] if number < len(self._parts) else "",
            "cells": self._cells(part),
        }
        self._write(file, part, more)

    def _write(
        self,
        file: BinaryIO,
        passages: Sequence[Passage],
        more: dict[str, object],
        told: Sequence[Passage] = (),
    ) -> None:
        """Fill the template; ``told`` are passages that are not shown and yet told of."""
        shown = _Shown(self._rows, passages)
        lost = list(page_summary.lost_places(self._edition, self._teller))

        def decisions() -> tuple[list[PlaceView], list[PlaceView]]:
            places = [place for passage in told for place in self._rows.places_of(passage).values()]
            return page_summary.split_decisions([*shown.places, *places, *lost])

        homes = {} if more["kind"] == "whole" else self._homes(passages)
        values = {
            "passages": shown.passages(),
            "apparatus": shown.apparatus(),
            "decisions": decisions,
            "home": lambda name: homes.get(name, ""),
            "lists": self._names[0] if more["kind"] == "part" else "",
        }
        pieces = _TEMPLATES.get_template("report.html").generate({**self._shared, **values, **more})
        file.writelines(piece.encode() for piece in pieces)

    def _homes(self, here: Sequence[Passage]) -> dict[str, str]:
        """For passages and places of other pages the page that they are on."""
        homes = {}
        for name, part in zip(self._names[1:], self._parts, strict=True):
            for passage in part if part[:1] != here[:1] else ():
                homes[id_of(passage)] = name
                homes.update((f"v-{place}", name) for place in self._rows.names_of(passage))
        return homes

    def _cells(self, passages: Sequence[Passage]) -> list[page_summary.Cell]:
        witnesses = len(self._edition.collation.others)
        return page_summary.overview(
            [(one.label, id_of(one), level_of(one, witnesses)) for one in passages]
        )


class _Shown:
    """The passages of a page as they are written, and what they leave for the end of it."""

    def __init__(self, rows: RowBuilder, passages: Sequence[Passage]) -> None:
        self._rows = rows
        self._passages = passages
        self._items: list[Item] = []
        self.places: list[PlaceView] = []

    def passages(self) -> Iterator[PassageView]:
        """Each when it is asked for."""
        for passage in self._passages:
            view = self._rows.of(passage)
            self._items += view.items
            self.places += (place for place in view.places if place.status is not None)
            yield view

    def apparatus(self) -> Iterator[list[Item]]:
        """The entries of all that were shown, some at a time: a browser lays out one list."""
        for first in range(0, len(self._items), _APPARATUS_CHUNK):
            yield self._items[first : first + _APPARATUS_CHUNK]


def _shared(edition: Edition, options: ReportOptions, teller: StatusText) -> dict[str, object]:
    """What all pages of an edition have, by the names that the template uses."""
    collation = edition.collation
    states = page_summary.count_states(edition)
    style = _own_text("report.css") + _bar(states)
    script = _own_text("report.js")
    return {
        "title": page_summary.title_of(collation),
        "seed": collation.seed.witness,
        "others": collation.others,
        "witnesses": page_summary.witness_lines(collation),
        "summary": page_summary.summary(edition),
        "states": states,
        "classes": page_summary.class_counts(collation),
        "count": len(collation.passages),
        "rules": page_summary.rule_lines(edition, teller, options),
        "patterns": pattern_lines(collation),
        "pattern_count": len(collation.patterns),
        "elsewhere": Recurrences(collation).of,
        "usages": usage_lines(collation),
        "usage_count": len(collation.usages),
        "varying": page_summary.most_varying(collation),
        "signature": collation.signature,
        "notices": (*collation.notices, *edition.decisions.notices),
        "heads": edition.decisions.heads,
        "doubtful": DOUBTFUL_BELOW,
        "state_line": page_summary.state_line(states),
        "options": options,
        # Ours, and not made of texts: escaped, they would be no style and no script.
        "style": Markup(style),  # noqa: S704
        "style_hash": _hash(style),
        "script": Markup(script),  # noqa: S704
        "script_hash": _hash(script),
    }


def _own_text(name: str) -> str:
    """A file of ours, as it is."""
    return files("variants.reports.html").joinpath("templates", name).read_text("utf-8")


def _bar(states: list[page_summary.StateCount]) -> str:
    """The widths of the bar of states: a strict policy knows no style on an element."""
    return "".join(f".bar .{one.state}{{width:{one.percent}%}}\n" for one in states)


def _hash(text: str) -> str:
    """What a content policy allows the text by."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
