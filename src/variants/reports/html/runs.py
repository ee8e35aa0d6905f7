"""A stretch of a witness as runs: text in one look each, ready to become elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.types.span import Span
from variants.wording.marks import Mark, Role
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, MarkStart, Missing, cut_at_marks
from variants.wording.sanitize import sanitize_line

_LONGEST = 60
_KEPT = 20  # Longer words, or those of scripts without blanks, have to be broken somewhere.
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
_SAID = {
    Role.OTHER: "[instead] ",
    Role.MINOR: "[instead] ",
    Role.MINOR_WORDS: "[instead] ",
    Role.ADDED: "[added] ",
    Role.MOVED: "[moved] ",
    Role.RECAST: "[recast] ",
}
_ELEMENTS = {"added": "ins", "omitted": "del", "break": "span", "gap": "span", "anchor": "span"}


@dataclass(frozen=True, slots=True)
class Tag:
    """What ties a mark to its place in the apparatus.

    Attributes:
        place: The entry's, or that of a decision on words in which nobody differs.
        number: The superscript.
        lemma: The seed's words, where the witness has none of them.
        in_seed: Whether it marks the seed's words and not a reading.
        unfound: What is said instead of "added" and "omitted", where that is too much.
    """

    place: str
    number: str
    lemma: str
    in_seed: bool
    maybe_missed: str = ""


@dataclass(slots=True)
class HtmlRun:
    """Text that looks the same.

    Attributes:
        text: What is read; empty where only a number stands.
        look: How it looks; empty for what all witnesses have alike.
        said: What a screen reader says before it, since it does not see the look.
        places: The places of the apparatus whose marks cover it, with blanks between.
        starts: The place whose mark in the seed begins here, for links to lead to.
        numbers: Of the marks that end here.
        letters: The text in parts, and of each whether it is what its word differs in; empty
            where nothing is.
    """

    text: str
    look: str = ""
    said: str = ""
    places: str = ""
    starts: str = ""
    numbers: str = ""
    letters: Sequence[tuple[str, bool]] = ()

    @property
    def parts(self) -> tuple[str, str]:
        """The text but its last word, and that, if a number stands after it.

        They stay on one line: a number alone at the beginning of a line belongs to nothing.
        """
        if not self.numbers:
            return self.text, ""
        at = self.text.rfind(" ") + 1
        return (self.text, "") if len(self.text) - at > _KEPT else (self.text[:at], self.text[at:])

    @property
    def lettered_parts(self) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
        """The same two with what their words differ in."""
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
        """The element of HTML that it becomes."""
        return _ELEMENTS.get(self.look, "mark" if self.look else "span")


Tagged: TypeAlias = Mark[Tag]


def cut_into_runs(text: str, stretches: Sequence[Span], marks: Iterable[Tagged]) -> list[HtmlRun]:
    """The stretches of ``text``, one after the other, cut where the look changes.

    Each mark has its number where it ends, and its words for screen readers where it begins.
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
    """A gap in words, with the numbers of the places that it answers."""
    runs = [HtmlRun(words, look="gap")]
    for tag in tags:
        runs.append(HtmlRun("", look="point", places=tag.place, starts=_start(tag)))
        _number(runs[-1], tag)
    return runs


def shortened(words: str) -> str:
    """The first and the last words of what is too long to be quoted whole."""
    shown = sanitize_line(words)
    if len(shown) <= _LONGEST:
        return shown
    half = _LONGEST // 2
    first, last = shown[:half], shown[-half:]
    first = first[: first.rfind(" ")] if " " in first else first
    last = last[last.find(" ") + 1 :] if " " in last else last
    return f"{first.rstrip()} … {last.lstrip()}"


def _run(words: MarkedRun[Tag], opened: Sequence[Tagged], started: set[str]) -> list[HtmlRun]:
    """A run, after an anchor for each mark but one where several begin."""
    text = sanitize_line(words.text)
    if not words.marks:
        return [HtmlRun(text)]
    top = words.top or words.marks[-1]
    begin = [mark.tag.place for mark in opened if mark.tag.in_seed]
    begin = [place for place in dict.fromkeys(begin) if place not in started]
    started.update(begin)
    places = dict.fromkeys([top.tag.place, *(mark.tag.place for mark in reversed(words.marks))])
    run = HtmlRun(
        text,
        look=_LOOKS[top.role],
        said="" if top.tag.in_seed or top not in opened else _said(top),
        places=" ".join(places),
        starts=begin[-1] if begin else "",
    )
    if top.letters:
        run.letters = [(sanitize_line(part), differs) for part, differs in words.letters]
    return [*(HtmlRun("", "anchor", places=place, starts=place) for place in begin[:-1]), run]


def _said(mark: Tagged) -> str:
    return f"[{mark.tag.maybe_missed}] " if mark.tag.maybe_missed else _SAID.get(mark.role, "")


def _start(tag: Tag) -> str:
    return tag.place if tag.in_seed else ""


def _number(run: HtmlRun, tag: Tag) -> None:
    """Put a number after a run; two in a row need a comma, or 1 and 2 would be twelve."""
    run.numbers = f"{run.numbers},{tag.number}" if run.numbers else tag.number


def _missing(missing: Missing[Tag]) -> list[HtmlRun]:
    """What is missing at one place: words in their omission, a mark as a sign."""
    runs = [_point(mark) for mark in missing.marks if mark.role is not Role.MISSING_WORDS]
    words = [mark for mark in missing.marks if mark.role is Role.MISSING_WORDS]
    inside_a_word = missing.before.isalnum() and missing.after.isalnum()
    at_an_opening = missing.after.isalnum() and not missing.before.isspace()  # As in “Comrade.
    if words and missing.before and not at_an_opening:
        runs.append(HtmlRun(" "))
    for index, mark in enumerate(words):
        if index:
            runs.append(HtmlRun(" "))
        lemma = shortened(mark.tag.lemma)
        said = f"[{mark.tag.maybe_missed or 'omitted'}] " if lemma else "[words missing] "
        runs.append(HtmlRun(lemma, "omitted", said, mark.tag.place, numbers=mark.tag.number))
    if words and missing.after.isalnum() and not inside_a_word:
        runs.append(HtmlRun(" "))
    return runs


def _point(mark: Tagged) -> HtmlRun:
    sign = "‸" if mark.role is Role.MISSING_MARK else ""
    said = "[more elsewhere] " if mark.tag.in_seed else "[missing] "
    return HtmlRun(
        sign,
        look="point",
        said=said if sign else "",
        places=mark.tag.place,
        starts=_start(mark.tag),
        numbers=mark.tag.number,
    )
