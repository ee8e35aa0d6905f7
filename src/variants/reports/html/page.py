"""The web page, rendered piece by piece from its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import BinaryIO, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from variants.brief import Brief, make_brief
from variants.brief.passage_runs import is_short, passage_runs
from variants.measures.versions import measure_versions
from variants.reports.html import page_summary
from variants.reports.html.brief_view import Overview, overview_of
from variants.reports.html.parts import part_name
from variants.reports.html.passage_rows import Item, PassageView, RowBuilder, id_of
from variants.reports.html.recurring import (
    elsewhere_by_place,
    pattern_lines,
    patterns_of,
    usage_lines,
)
from variants.reports.html.status_text import PlaceView, StatusText
from variants.reports.html.template_environment import TEMPLATES, asset, digest_of, style_of
from variants.reports.pictures import draw_pictures
from variants.reports.writer import File, ReportOptions
from variants.types.bead import DOUBTFUL_BELOW
from variants.types.collation import Collation, Passage
from variants.types.edition import Edition
from variants.types.status import State
from variants.wording.agreement_text import group_lines
from variants.wording.terms import EXPECTED, FOLDED, LIKELY, OTHER_WORDING
from variants.words.tokenize import word_counts_of

_STYLES = ("tokens.css", "brief.css", "report.css", "pictures.css", "figures.css")
_APPARATUS_CHUNK = 100
_LONG = 300  # Passages of a page from which those outside of the window have no layout.
NO_SCRIPT = Markup(
    ".p[hidden],.light[hidden]{content-visibility:visible!important;display:grid!important;"
    "height:auto!important;gap:0 .8rem!important;padding:.4rem 0!important}"
)
"""Style of a page without scripts, which could not unfold anything."""
PART = 5000
"""Maximum number of passages on a page; browsers need seconds for more."""


def write_page(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the whole report on one page."""
    _Pages(edition, options, ("",)).write_whole(file)


def split_page(edition: Edition, options: ReportOptions, name: str) -> list[File]:
    """Return the index and the parts of a long edition; nothing if one page is enough.

    Args:
        edition: The edition.
        options: Options of the report.
        name: File name of the index. The parts add a number to it.
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
    """Writer of a page, or of an index and its parts.

    Passages are built while the template is rendered. Entries and decisions for the lists below
    them are collected at the same time.
    """

    def __init__(self, edition: Edition, options: ReportOptions, names: Sequence[str]) -> None:
        self._edition = edition
        self._status_text = StatusText(edition, options)
        self._rows = RowBuilder(edition, self._status_text, gathers=not options.unfolded)
        self._brief = make_brief(edition.collation)
        self._targets = page_summary.targets_in(edition.collation)
        self._unfolded = options.unfolded
        self._names = [quote(name) for name in names]
        passages = edition.collation.passages
        self._parts = [passages[first : first + PART] for first in range(0, len(passages), PART)]
        self._shared = _shared(edition, options, self._status_text, self._brief)

    def write_whole(self, file: BinaryIO) -> None:
        """Write the whole report on one page."""
        passages = self._edition.collation.passages
        self._write(file, passages, {"kind": "whole", "overview": self._overview(passages)})

    def write_index(self, file: BinaryIO) -> None:
        """Write the index: all lists, with links into the parts."""
        passages = self._edition.collation.passages
        parts = [
            (name, part[0].label, part[-1].label)
            for name, part in zip(self._names[1:], self._parts, strict=True)
        ]
        more: dict[str, object] = {
            "kind": "index",
            "parts": parts,
            "overview": self._overview(passages),
        }
        self._write(file, (), more, passages)

    def write_part(self, number: int, file: BinaryIO) -> None:
        """Write the passages of a part with their apparatus; ``number`` counts from 1."""
        part = self._parts[number - 1]
        more = {
            "kind": "part",
            "number": number,
            "of": len(self._parts),
            "index": self._names[0],
            "before": self._names[number - 1] if number > 1 else "",
            "after": self._names[number + 1] if number < len(self._parts) else "",
            "overview": self._overview(part),
        }
        self._write(file, part, more)

    def _write(
        self,
        file: BinaryIO,
        passages: Sequence[Passage],
        more: Mapping[str, object],
        listed: Sequence[Passage] = (),
    ) -> None:
        """Render the template; decisions in ``listed`` passages are listed without the text."""
        shown = _ShownPassages(self._rows, passages)
        lost = list(page_summary.lost_places(self._edition, self._status_text))

        def decisions() -> tuple[list[PlaceView], list[PlaceView]]:
            places = [
                place for passage in listed for place in self._rows.places_of(passage).values()
            ]
            return page_summary.split_decisions([*shown.places, *places, *lost])

        pages = {} if more["kind"] == "whole" else self._other_pages(passages)
        values = {
            "long": len(passages) > _LONG,
            "runs": shown.runs(self._edition, unfolded=self._unfolded),
            "apparatus": shown.apparatus(),
            "decisions": decisions,
            "targets": {
                label: f"{pages.get(target, '')}#{target}"
                for label, target in self._targets.items()
            },
            "home": lambda name: pages.get(name, ""),
            "lists": self._names[0] if more["kind"] == "part" else "",
        }
        pieces = TEMPLATES.get_template("report.html").generate({**self._shared, **values, **more})
        file.writelines(piece.encode() for piece in pieces)

    def _other_pages(self, here: Sequence[Passage]) -> dict[str, str]:
        """Return the page of each passage and place on other pages, by its id."""
        pages = {}
        for name, part in zip(self._names[1:], self._parts, strict=True):
            for passage in part if part[:1] != here[:1] else ():
                pages[id_of(passage)] = name
                pages.update((f"v-{place}", name) for place in self._rows.names_of(passage))
        return pages

    def _overview(self, passages: Sequence[Passage]) -> Overview | None:
        sentences = [number for passage in passages for number in passage.sentences]
        first, last = (min(sentences), max(sentences) + 1) if sentences else (0, 0)
        return overview_of(self._brief, self._targets, first, last)


class RunView(NamedTuple):
    """Neighbouring passages for the template.

    Attributes:
        folded: True if they are one line at first.
        label: Label of the line.
        words: First words of the seed in them.
        counts: Number of their readings by tier.
        passages: The passages.
    """

    folded: bool
    label: str
    words: str
    counts: str
    passages: Iterator[PassageView]


class _ShownPassages:
    """Passages of a page, and the entries and decisions collected while they are written."""

    def __init__(self, rows: RowBuilder, passages: Sequence[Passage]) -> None:
        self._rows = rows
        self._passages = passages
        self._items: list[Item] = []
        self.places: list[PlaceView] = []

    def runs(self, edition: Edition, *, unfolded: bool) -> Iterator[RunView]:
        """Yield the passages, those of a long text folded."""
        for run in passage_runs(edition, self._passages, unfolded=unfolded):
            words = " ".join(run.first_words(edition.collation)) if run.folded else ""
            yield RunView(run.folded, run.label, words, run.counts, self._views(run.passages))

    def _views(self, passages: Sequence[Passage]) -> Iterator[PassageView]:
        for passage in passages:
            view = self._rows.of(passage)
            self._items += view.items
            self.places += (place for place in view.places if place.status is not None)
            yield view

    def apparatus(self) -> Iterator[list[Item]]:
        """Yield the entries of the written passages in chunks, which browsers lay out faster."""
        for first in range(0, len(self._items), _APPARATUS_CHUNK):
            yield self._items[first : first + _APPARATUS_CHUNK]


def _shared(
    edition: Edition, options: ReportOptions, status_text: StatusText, brief: Brief
) -> dict[str, object]:
    """Return the template variables that all pages of an edition share."""
    collation = edition.collation
    states = page_summary.count_states(edition)
    style = style_of(*_STYLES) + _own_style(collation, states)
    script = asset("report.js")
    return {
        **page_summary.brief_of(edition, brief, unfolded=options.unfolded),
        "title": page_summary.title_of(collation),
        "seed": collation.seed.witness,
        "others": collation.others,
        "witnesses": page_summary.witness_lines(collation),
        "summary": page_summary.summary(edition),
        "states": states,
        "decided": any(one.state != State.UNDECIDED.value for one in states),
        "likely": LIKELY,
        "classes": page_summary.class_counts(collation),
        "tiers": page_summary.tier_counts(collation),
        "expected": EXPECTED,
        "other_wording": OTHER_WORDING,
        "folded_word": FOLDED,
        **_pictures(collation),
        "short": is_short(edition),
        "count": len(collation.passages),
        "rules": page_summary.rule_lines(edition, status_text, options),
        "patterns": pattern_lines(collation),
        "pattern_count": len(patterns_of(collation)),
        "elsewhere": elsewhere_by_place(collation).get,
        "usages": usage_lines(collation),
        "usage_count": len(collation.usages),
        "varying": page_summary.most_varying(collation),
        "signature": collation.signature,
        "notices": (*collation.notices, *edition.decisions.notices),
        "heads": edition.decisions.heads,
        "doubtful": DOUBTFUL_BELOW,
        "state_line": page_summary.state_line(states),
        "options": options,
        "folds": not options.unfolded and not is_short(edition),
        "no_script": NO_SCRIPT,
        "no_script_hash": digest_of(NO_SCRIPT),
        # Both are part of the package and contain no texts, so they need no escaping.
        "style": Markup(style),  # noqa: S704
        "style_hash": digest_of(style),
        "script": Markup(script),  # noqa: S704
        "script_hash": digest_of(script),
    }


def _pictures(collation: Collation) -> dict[str, object]:
    """Return the pictures, and sentences on their result; none for a part of the text.

    Figures of a few chosen passages would seem to be those of the versions.
    """
    shown = sum(len(passage.sentences) for passage in collation.passages)
    if shown < len(collation.seed.sentences):
        return {"pictures": (), "groups_said": ()}
    versions = measure_versions(collation, word_counts_of)
    return {"pictures": draw_pictures(versions), "groups_said": group_lines(versions)}


def _own_style(collation: Collation, states: list[page_summary.StateCount]) -> str:
    """Return the width of the column of sigla, and those of the bar of states.

    The policy of the page forbids inline styles.
    """
    return f":root{{{page_summary.column_of_sigla(collation)}}}\n" + "".join(
        f".bar .{one.state}{{width:{one.percent}%}}\n" for one in states
    )
