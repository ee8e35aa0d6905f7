"""Differences between two drafts as runs: accepted they give the second, rejected the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from variants.types.collation import Collation
from variants.types.segmentation import Segmentation

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_LEAST_COMMON = 0.3  # Sentences that share less are easier to read as replaced.


class Draft(Enum):
    """Drafts that a run is in."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


class DraftRun(NamedTuple):
    """Characters of one draft or of both."""

    draft: Draft
    text: str


def draft_runs(collation: Collation) -> list[DraftRun]:
    """Return the runs from the seed, as the first draft, to the only other witness.

    The runs of the first draft and of both are the whole text of the seed, those of the second and
    of both the whole text of the other. A sentence that was moved is in both places.
    """
    (second,) = collation.others
    runs: list[DraftRun] = []
    first_at = second_at = 0
    whole = (len(collation.seed.sentences), len(second.sentences))
    for ours, theirs in [*_anchors(collation), whole]:
        first_end = _start(collation.seed, ours)
        second_end = _start(second, theirs)
        runs += _compared(
            collation.seed.witness.text[first_at:first_end],
            second.witness.text[second_at:second_end],
        )
        first_at, second_at = first_end, second_end
    return list(_joined(runs))


def _anchors(collation: Collation) -> list[tuple[int, int]]:
    """Return the borders of the beads that are in the same order in both texts, as sentences."""
    borders: list[tuple[int, int]] = []
    for passage in collation.passages:
        for rendering in passage.renderings:
            for bead in rendering.beads:
                if not bead.seed or not bead.other or bead.moved:
                    continue
                start = (bead.seed[0], bead.other[0])
                last = borders[-1] if borders else (0, 0)
                if start[0] >= last[0] and start[1] >= last[1]:
                    borders += [start, (bead.seed[-1] + 1, bead.other[-1] + 1)]
    return list(dict.fromkeys(borders))


def _start(cut: Segmentation, sentence: int) -> int:
    if sentence >= len(cut.sentences):
        return len(cut.witness.text)
    return cut.sentences[sentence].start


def _compared(first: str, second: str) -> Iterator[DraftRun]:
    """Yield the runs of two pieces of text, by words."""
    ours, theirs = _WORDS.findall(first), _WORDS.findall(second)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.ratio() < _LEAST_COMMON:
        yield DraftRun(Draft.FIRST, first)
        yield DraftRun(Draft.SECOND, second)
        return
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield DraftRun(Draft.BOTH, "".join(ours[a:b]))
            continue
        yield DraftRun(Draft.FIRST, "".join(ours[a:b]))
        yield DraftRun(Draft.SECOND, "".join(theirs[c:d]))


def _joined(runs: Sequence[DraftRun]) -> Iterator[DraftRun]:
    """Yield runs without empty ones, changes joined over a space between two of them."""
    shown = [run for run in runs if run.text]
    first = second = ""
    for index, run in enumerate(shown):
        if run.draft is Draft.FIRST:
            first += run.text
        elif run.draft is Draft.SECOND:
            second += run.text
        elif run.text == " " and (first or second) and index + 1 < len(shown):
            # Words that change on both sides of a space are one change.
            first, second = first + run.text, second + run.text
        else:
            yield from _change(first, second)
            first = second = ""
            yield run
    yield from _change(first, second)


def _change(first: str, second: str) -> Iterator[DraftRun]:
    """Yield a change, and then the white space that ends both of its drafts as unchanged."""
    same = first[len(first.rstrip()) :]
    both = same if same == second[len(second.rstrip()) :] else ""
    for draft, text in ((Draft.FIRST, first), (Draft.SECOND, second)):
        if changed := text.removesuffix(both):
            yield DraftRun(draft, changed)
    if both:
        yield DraftRun(Draft.BOTH, both)
