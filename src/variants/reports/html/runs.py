"""Text of a witness as runs, each of which becomes an HTML element.

The runs have the characters of the witness only. Signs, numbers and words about gaps are drawn by
the style sheet, so that they are not part of what a reader copies or searches.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.types.span import Span
from variants.wording.mark_looks import MarkLook, mark_look, top_mark
from variants.wording.marks import Mark, Role
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, MarkStart, Missing, cut_at_marks
from variants.wording.sanitize import sanitize_line

_LONGEST = 60
_LOOKS = {
    MarkLook.SEED_SENSE: "ss",
    MarkLook.SEED_FEW: "s1",
    MarkLook.SEED_MOST: "s2",
    MarkLook.SEED_ALL: "s3",
    MarkLook.SENSE: "os",
    MarkLook.WORDING: "ow",
    MarkLook.FORM: "fm",
    MarkLook.SET_ASIDE: "sa",
}
"""CSS classes of marked words."""
_ONLY_DECIDED = "dc"
_WHOLE = "wh"


@dataclass(frozen=True, slots=True)
class Tag:
    """Link of a mark to its place in the apparatus.

    Attributes:
        place: Name of the place.
        number: Number, if an editor decided on the place; else empty.
        in_seed: True if it marks words of the seed, not a reading.
        only_decided: True if no witness differs there.
    """

    place: str
    number: str
    in_seed: bool
    only_decided: bool = False


@dataclass(slots=True)
class HtmlRun:
    """Text with the same format.

    Attributes:
        text: The text; empty for a gap.
        look: CSS classes; empty for text that all witnesses share.
        places: Places of the apparatus whose marks cover it, separated by spaces.
        starts: Place whose mark in the seed begins here, as the target of links.
        number: Number of the mark that ends here, which is drawn.
        said: Words that are drawn instead of text, such as "omitted".
        letters: The text in parts, each with True if it differs from a similar word; empty if none
            does.
    """

    text: str
    look: str = ""
    places: str = ""
    starts: str = ""
    number: str = ""
    said: str = ""
    letters: Sequence[tuple[str, bool]] = ()

    @property
    def element(self) -> str:
        """Name of the HTML element."""
        if self.look == _LOOKS[MarkLook.SET_ASIDE]:
            return "small"
        return "mark" if self.look and self.text else "span"


Tagged: TypeAlias = Mark[Tag]


def cut_into_runs(text: str, stretches: Sequence[Span], marks: Iterable[Tagged]) -> list[HtmlRun]:
    """Return the spans of ``text`` in order, split where the format changes."""
    runs: list[HtmlRun] = []
    opened: list[Tagged] = []
    started: set[str] = set()
    for step in cut_at_marks(text, stretches, marks):
        match step:
            case Break():
                runs += [HtmlRun(" "), HtmlRun("", "break", said="…"), HtmlRun(" ")]
            case MarkStart(mark):
                opened.append(mark)
            case MarkedRun():
                if step.text:
                    runs += _run(step, opened, started)
                    opened = []
            case MarkEnd(mark):
                _number(runs[-1], mark.tag)
            case Missing():
                runs += (_gap_run(mark, step) for mark in step.marks)
    return runs


def gap(words: str, tags: Iterable[Tag]) -> list[HtmlRun]:
    """Return a description of a missing sentence, with its places."""
    runs = [HtmlRun("", look="gap", said=words)]
    for tag in tags:
        runs.append(HtmlRun("", look="anchor", places=tag.place, starts=_start(tag)))
        _number(runs[-1], tag)
    return runs


def shortened(words: str) -> str:
    """Return a text without line breaks, with the middle of a long one replaced by "…"."""
    shown = sanitize_line(words)
    if len(shown) <= _LONGEST:
        return shown
    half = _LONGEST // 2
    first, last = shown[:half], shown[-half:]
    first = first[: first.rfind(" ")] if " " in first else first
    last = last[last.find(" ") + 1 :] if " " in last else last
    return f"{first.rstrip()} … {last.lstrip()}"


def _run(words: MarkedRun[Tag], opened: Sequence[Tagged], started: set[str]) -> list[HtmlRun]:
    """Return a run; if several marks begin at it, it follows an anchor for each but the last."""
    text = sanitize_line(words.text)
    if not words.marks:
        return [HtmlRun(text)]
    shown = top_mark(words.marks)
    top = shown or words.marks[-1]
    opened_places = dict.fromkeys(mark.tag.place for mark in opened if mark.tag.in_seed)
    begin = [place for place in opened_places if place not in started]
    started.update(begin)
    places = dict.fromkeys([top.tag.place, *(mark.tag.place for mark in reversed(words.marks))])
    places.pop("", None)  # Characters that are set aside have no place.
    run = HtmlRun(
        text,
        look=_look(shown) if shown is not None else _look_of_whole(top),
        places=" ".join(places),
        starts=begin[-1] if begin else "",
    )
    if shown is not None and shown.letters:
        run.letters = [(sanitize_line(part), differs) for part, differs in words.letters_of(shown)]
    return [*(HtmlRun("", "anchor", places=place, starts=place) for place in begin[:-1]), run]


def _look(mark: Tagged) -> str:
    return _LOOKS[mark_look(mark)]


def _look_of_whole(mark: Tagged) -> str:
    return _ONLY_DECIDED if mark.tag.only_decided else _WHOLE


def _start(tag: Tag) -> str:
    return tag.place if tag.in_seed else ""


def _number(run: HtmlRun, tag: Tag) -> None:
    """Add a number to a run, with a comma after another number, so that 1, 2 is not 12."""
    if tag.number:
        run.number = f"{run.number},{tag.number}" if run.number else tag.number


def _gap_run(mark: Tagged, missing: Missing[Tag]) -> HtmlRun:
    """Return the underlined gap of missing words; that of a missing comma is a narrow one."""
    inside = bool(missing.before.strip()) and bool(missing.after.strip())
    narrow = " nr" if inside or mark.role is Role.MISSING_MARK else ""
    return HtmlRun(
        "",
        look=f"mi {_look(mark)}{narrow}",
        places=mark.tag.place,
        starts=_start(mark.tag),
        number=mark.tag.number,
    )
