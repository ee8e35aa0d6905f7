"""Exact marks, notes, counts and sentences of decisions, so that a changed branch is noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tests.conftest import Golden
from tests.project.editions import ROOT, telegram
from variants.pipeline import collate
from variants.project.load import load_edition, read_log
from variants.settings import Settings
from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.witness import Witness
from variants.wording.char_diff import character_differences
from variants.wording.decision_text import EditorNames, full_decisions, reason_lines, status_runs
from variants.wording.mark_looks import top_mark
from variants.wording.marks import (
    Mark,
    Role,
    equal_witnesses,
    place_numbers,
    seed_marks,
    spans_of,
    witness_marks,
)
from variants.wording.markup_runs import Break, MarkedRun, MarkEnd, MarkStart, Missing, cut_at_marks
from variants.wording.passage_notes import absence_of, bead_marks, counts_of, notes_on, reading_note
from variants.wording.sanitize import sanitize, sanitize_line
from variants.wording.states import state_counts
from variants.wording.text_runs import is_right_to_left, quoted, shortened, to_plain

_SEED = (
    "The ferry runs twice a day. The master keeps the list of goods. The pier must be mended. "
    "Sixteen boats lie in the harbour, and the ferry is old. Nobody waits. The clerk left."
)
_OTHERS = {
    "A": "The ferry goes twice a day; the clerk keeps a list. A bell rings. The quay should be "
    "mended. Sixty boats lie in the harbor. The ferry is old. The clerk left.",
    "B": "Nobody waits. The ferry runs twice a day. The master keeps the list of goods. The pier "
    "must be mended! Sixteen boats lie in the harbour and the ferry is old. The clerk went.",
}
_PAIRS = (
    ("colour of the sea", "color of the seas"),
    ("organise", "organization"),
    ("Khrushchev came", "Khrushchov went"),
    ("battle", "combat"),
    ("advisers and rumors", "advisors and rumours"),
    ("to-day", "today"),
    ("1951", "1952"),
    ("", "x"),
    ("aaaa", "aaa"),
)


def _collations() -> Iterator[tuple[str, Collation]]:
    yield "telegram", collate(telegram(), Settings())
    others = [Witness(siglum, text) for siglum, text in _OTHERS.items()]
    yield "ferry", collate((Witness("S", _SEED), *others), Settings())


def _tag(entry: Entry, reading: Reading | None) -> str:
    return entry.label if reading is None else f"{entry.label}/{''.join(reading.sigla)}"


def _mark(mark: Mark[str]) -> str:
    letters = " ".join(f"{one.start}-{one.end}" for one in mark.letters)
    return f"{mark.tag} {mark.span.start}-{mark.span.end} {mark.role.name} [{letters}]"


def _steps(text: str, spans: Sequence[Span], marks: Sequence[Mark[str]]) -> Iterator[str]:
    for step in cut_at_marks(text, spans, marks):
        match step:
            case MarkedRun():
                shown = top_mark(step.marks)
                top = shown.tag if shown else ""
                parts = step.letters_of(shown) if shown else [(step.text, False)]
                letters = "|".join(f"{part}{'*' if one else ''}" for part, one in parts)
                under = " ".join(mark.tag for mark in step.marks)
                yield f"    {step.start} {step.text!r} top={top} under={under} {letters}"
            case MarkStart():
                around = " ".join(mark.tag for mark in step.around.marks)
                yield f"    ( {step.mark.tag} in {around}"
            case MarkEnd():
                yield f"    ) {step.mark.tag}"
            case Missing():
                tags = " ".join(mark.tag for mark in step.marks)
                yield f"    missing {tags} {step.before!r} {step.after!r}"
            case Break():
                yield "    break"


def _passage(passage: Passage, collation: Collation) -> Iterator[str]:
    seed = collation.seed
    cuts = {cut.witness.siglum: cut for cut in collation.others}
    equal, numbers = equal_witnesses(passage, seed, cuts), place_numbers(passage)
    yield f"{passage.label} equal: {equal} numbers: {numbers}"
    for entry in passage.entries:
        yield f"  {entry.label}: {[reading_note(reading) for reading in entry.readings]}"
    text = seed.witness.text
    marks = seed_marks(passage.entries, text, _tag, letters=True)
    yield from (f"  S {_mark(mark)}" for mark in marks)
    if passage.sentences:
        yield from _steps(text, spans_of(seed, passage.sentences), marks)
    for rendering in passage.renderings:
        cut = cuts[rendering.siglum]
        found = [*notes_on(rendering), *(one for b in rendering.beads for one in bead_marks(b))]
        yield f"  {rendering.siglum} {found}"
        if not rendering.sentences:
            yield f"  {absence_of(rendering.siglum, passage)}"
            continue
        other = witness_marks(passage.entries, cut, seed, _tag, letters=True)
        yield from (f"  {rendering.siglum} {_mark(mark)}" for mark in other)
        yield from _steps(cut.witness.text, spans_of(cut, rendering.sentences), other)


def test_marks_notes_and_counts_are_exactly_these(golden: Golden) -> None:
    lines: list[str] = []
    for name, collation in _collations():
        lines.append(name)
        for passage in collation.passages:
            lines += _passage(passage, collation)
        lines += [counts_of(collation, cut.witness.siglum) for cut in collation.others]

    golden("wording/marks.txt", "".join(f"{line}\n" for line in lines))


def test_marks_that_overlap_touch_or_leave_the_text_are_cut_exactly_so(golden: Golden) -> None:
    text = "ab cd, ef gh ij"
    marks = [
        Mark(Span(0, 6), Role.WHOLE, "whole"),
        Mark(Span(1, 5), Role.OTHER, "word", (Span(1, 2), Span(3, 4))),
        Mark(Span(3, 9), Role.SEED, "across"),
        Mark(Span(6, 7), Role.OTHER, "blank"),
        Mark(Span(7, 7), Role.MISSING_WORDS, "point"),
        Mark(Span(7, 7), Role.MISSING_MARK, "comma"),
        Mark(Span(14, 15), Role.OTHER, "outside"),
        Mark(Span(12, 12), Role.MISSING_WORDS, "end"),
    ]
    lines = [
        line
        for spans in ([Span(0, 6), Span(7, 12)], [Span(0, 15)], [Span(3, 5)])
        for line in ("", *_steps(text, spans, marks))
    ]

    golden("wording/steps.txt", "".join(f"{line}\n" for line in lines))


def test_letters_and_safe_text_are_exactly_these(golden: Golden) -> None:
    lines = [f"{one!r} {two!r} {character_differences(one, two)}" for one, two in _PAIRS]
    for text in (
        "a\x1b[31mb",
        "a\n\tb  c",
        "\x7f\x85\u202e\u2028",
        "x" * 300,
        "\u05d0b",
        "b\u05d0",
    ):
        lines.append(f"{sanitize_line(text)!r} {sanitize(text)!r} {is_right_to_left(text)}")
        lines.append(f"{shortened(' '.join(text))!r} {quoted(text)}")

    golden("wording/letters.txt", "".join(f"{line}\n" for line in lines))


@pytest.fixture(scope="module")
def shipped() -> Edition:
    """Return the shipped edition with its decisions."""
    return load_edition("telegram-302sh", collate(telegram(), Settings()), ROOT, read_log(ROOT))


def test_the_decisions_of_the_shipped_edition_read_exactly_so(
    shipped: Edition, golden: Golden
) -> None:
    names = EditorNames(shipped.decisions)
    lines = [repr(state_counts(shipped))]
    for status in shipped.decisions.statuses:
        lines.append(to_plain(status_runs(status, names)))
        lines.append(f"  {to_plain(full_decisions(status, names))}")
        lines += [f"  {to_plain(line)}" for line in reason_lines(status, names)]

    golden("wording/decisions.txt", "".join(f"{line}\n" for line in lines))
