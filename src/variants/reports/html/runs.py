"""Text of a witness as runs, each of which becomes an HTML element."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.types.span import Span
from variants.wording import terms
from variants.wording.marks import Mark, Role
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, MarkStart, Missing, cut_at_marks
from variants.wording.sanitize import sanitize_line

_LONGEST = 60
_LONGEST_UNBROKEN = 20  # Longer words, or text in scripts without spaces, may break anywhere.
_LOOKS = {
    Role.TEXT: "whole",
    Role.WHOLE: "whole",
    Role.SEED: "seed",
    Role.OMITTED: "seed",
    Role.OTHER: "other",
    Role.ADDED: "added",
    Role.MOVED: "moved",
    Role.RECAST: "recast",
    Role.MINOR: "minor",
    Role.MINOR_WORDS: "minor",
}
_HINTS = {
    Role.OTHER: "[instead] ",
    Role.MINOR: "[instead] ",
    Role.MINOR_WORDS: "[instead] ",
    Role.ADDED: f"[{terms.ADDED}] ",
    Role.MOVED: f"[{terms.MOVED}] ",
    Role.RECAST: f"[{terms.RECAST}] ",
}
_ELEMENTS = {"added": "ins", "omitted": "del", "break": "span", "gap": "span", "anchor": "span"}


@dataclass(frozen=True, slots=True)
class Tag:
    """Link of a mark to its place in the apparatus.

    Attributes:
        place: Name of the place.
        number: Superscript number.
        lemma: Words of the seed, if the witness omits them.
        in_seed: True if it marks words of the seed, not a reading.
        maybe_missed: Text instead of "added" or "omitted" for a reading that may be a missed
            counterpart; else empty.
    """

    place: str
    number: str
    lemma: str
    in_seed: bool
    maybe_missed: str = ""


@dataclass(slots=True)
class HtmlRun:
    """Text with the same format.

    Attributes:
        text: The text; empty if there is only a number.
        look: CSS class; empty for text that all witnesses share.
        hint: Text for screen readers before it, which describes the format.
        places: Places of the apparatus whose marks cover it, separated by spaces.
        starts: Place whose mark in the seed begins here, as the target of links.
        numbers: Numbers of the marks that end here.
        letters: The text in parts, each with True if its letters differ; empty if none do.
    """

    text: str
    look: str = ""
    hint: str = ""
    places: str = ""
    starts: str = ""
    numbers: str = ""
    letters: Sequence[tuple[str, bool]] = ()

    @property
    def parts(self) -> tuple[str, str]:
        """The text before its last word, and the last word if a number follows it.

        The last word and the number are kept on one line.
        """
        if not self.numbers:
            return self.text, ""
        at = self.text.rfind(" ") + 1
        return (
            (self.text, "")
            if len(self.text) - at > _LONGEST_UNBROKEN
            else (self.text[:at], self.text[at:])
        )

    @property
    def lettered_parts(self) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
        """The two parts of ``parts``, split further into letters that differ or not."""
        at = len(self.parts[0]) if self.numbers else len(self.text)
        sides: tuple[list[tuple[str, bool]], list[tuple[str, bool]]] = [], []
        for text, differs in self.letters:
            for side, part in zip(sides, (text[:at], text[at:]), strict=True):
                if part:
                    side.append((part, differs))
            at = max(0, at - len(text))
        return sides

    @property
    def element(self) -> str:
        """Name of the HTML element."""
        return _ELEMENTS.get(self.look, "mark" if self.look else "span")


Tagged: TypeAlias = Mark[Tag]


def cut_into_runs(text: str, stretches: Sequence[Span], marks: Iterable[Tagged]) -> list[HtmlRun]:
    """Return the spans of ``text`` in order, split where the format changes.

    The number of a mark is at its end, its text for screen readers at its beginning.
    """
    runs: list[HtmlRun] = []
    opened: list[Tagged] = []
    started: set[str] = set()
    for step in cut_at_marks(text, stretches, marks):
        match step:
            case Break():
                runs.append(HtmlRun(" … ", look="break"))
            case MarkStart(mark):
                opened.append(mark)
            case MarkedRun():
                if step.text:
                    runs += _run(step, opened, started)
                    opened = []
            case MarkEnd(mark):
                _number(runs[-1], mark.tag)
            case Missing():
                runs += _missing(step)
    return runs


def gap(words: str, tags: Iterable[Tag]) -> list[HtmlRun]:
    """Return a description of a gap, with the numbers of its places."""
    runs = [HtmlRun(words, look="gap")]
    for tag in tags:
        runs.append(HtmlRun("", look="point", places=tag.place, starts=_start(tag)))
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
    top = words.top or words.marks[-1]
    opened_places = dict.fromkeys(mark.tag.place for mark in opened if mark.tag.in_seed)
    begin = [place for place in opened_places if place not in started]
    started.update(begin)
    places = dict.fromkeys([top.tag.place, *(mark.tag.place for mark in reversed(words.marks))])
    run = HtmlRun(
        text,
        look=_LOOKS[top.role],
        hint="" if top.tag.in_seed or top not in opened else _hint(top),
        places=" ".join(places),
        starts=begin[-1] if begin else "",
    )
    if top.letters:
        run.letters = [(sanitize_line(part), differs) for part, differs in words.letters]
    return [*(HtmlRun("", "anchor", places=place, starts=place) for place in begin[:-1]), run]


def _hint(mark: Tagged) -> str:
    return f"[{mark.tag.maybe_missed}] " if mark.tag.maybe_missed else _HINTS.get(mark.role, "")


def _start(tag: Tag) -> str:
    return tag.place if tag.in_seed else ""


def _number(run: HtmlRun, tag: Tag) -> None:
    """Append a number to a run, with a comma after another number, so that 1, 2 is not 12."""
    run.numbers = f"{run.numbers},{tag.number}" if run.numbers else tag.number


def _missing(missing: Missing[Tag]) -> list[HtmlRun]:
    """Return the runs of missing text: omitted words in full, punctuation as a caret."""
    runs = [_point(mark) for mark in missing.marks if mark.role is not Role.MISSING_WORDS]
    words = [mark for mark in missing.marks if mark.role is Role.MISSING_WORDS]
    inside_a_word = missing.before.isalnum() and missing.after.isalnum()
    # For example between “ and Comrade.
    after_opening_mark = missing.after.isalnum() and not missing.before.isspace()
    if words and missing.before and not after_opening_mark:
        runs.append(HtmlRun(" "))
    for index, mark in enumerate(words):
        if index:
            runs.append(HtmlRun(" "))
        lemma = shortened(mark.tag.lemma)
        hint = f"[{mark.tag.maybe_missed or terms.OMITTED}] "
        runs.append(HtmlRun(lemma, "omitted", hint, mark.tag.place, numbers=mark.tag.number))
    if words and missing.after.isalnum() and not inside_a_word:
        runs.append(HtmlRun(" "))
    return runs


def _point(mark: Tagged) -> HtmlRun:
    sign = "‸" if mark.role is Role.MISSING_MARK else ""
    hint = "[added elsewhere] " if mark.tag.in_seed else f"[{terms.OMITTED}] "
    return HtmlRun(
        sign,
        look="point",
        hint=hint if sign else "",
        places=mark.tag.place,
        starts=_start(mark.tag),
        numbers=mark.tag.number,
    )
