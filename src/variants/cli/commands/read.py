"""``variants read``: show how files are read."""

from __future__ import annotations

import json as json_library
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from variants.cli.errors import print_notices, standard_output
from variants.cli.exit_codes import ExitCode
from variants.cli.reading_options import with_reading
from variants.cli.sources import edition_here
from variants.errors import NoFileNamed, OptionNotApplicable
from variants.readers.file_text import ReadOptions
from variants.types.span import Span, squeeze
from variants.types.witness import DivisionKind, SetAside

if TYPE_CHECKING:
    from variants.project.originals import ReadAgain
    from variants.readers.file_text import FileText
    from variants.types.witness import Division

HELP = """Show how a file is read: its text, and where each part is from.

\b
Examples:
  variants read letter.docx
  variants read letter.docx --changes reject
  variants read letter.docx --text > letter.txt
  variants read letter.docx --json
  variants read --check
"""


@with_reading
def read(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FILE",
            help="The file, FILE::NAME for one text of it, or - for the standard input.",
            show_default=False,
        ),
    ] = None,
    *,
    reading: ReadOptions,
    text: Annotated[
        bool, typer.Option("--text", help="Write only the text, as it is compared.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Write everything as JSON.")] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Read the originals of the edition again, and exit with 1 if one gives another "
            "text.",
        ),
    ] = False,
) -> ExitCode:
    """Read a file and show what was found in it."""
    if check:
        return _check(file)
    if file is None:
        raise NoFileNamed
    from variants.readers.opened_file import open_files, texts_of  # noqa: PLC0415 - not for --help
    from variants.settings import Settings  # noqa: PLC0415
    from variants.types.notice import Notice  # noqa: PLC0415

    options = replace(reading, language=reading.language or Settings().language)
    (opened,) = open_files([file], options)
    texts = texts_of(opened, options)
    with standard_output():
        if json:
            written = [_fields(source, one, options.language) for source, one in texts]
            sys.stdout.write(json_library.dumps(written, ensure_ascii=False, indent=2) + "\n")
        elif text:
            sys.stdout.write("\n".join(one.text for _, one in texts))
        else:
            sys.stdout.writelines(f"{line}\n" for line in _lines(texts, options.language))
    print_notices(Notice("", message) for _, one in texts for message in one.notices)
    return ExitCode.FINE


def _check(file: Path | None) -> ExitCode:
    """Compare the texts of the edition with those that its originals give now."""
    from variants.project.originals import read_originals  # noqa: PLC0415 - only for --check

    if file is not None:
        hint = "Leave out the file; the edition of this folder is checked."
        raise OptionNotApplicable(option="--check", to="a file", hint=hint)
    count = differing = 0
    with standard_output():
        for one in read_originals(edition_here()):
            count += 1
            differing += one.differs
            result = "another text" if one.differs else "its text"
            print(f"{one.file.source}: {one.file.original} gives {result}")  # noqa: T201 - output
            if one.differs:
                _show_difference(one)
        if not count:
            print("No text of the edition was read from an original.")  # noqa: T201 - output
    return ExitCode.DIFFERENT if differing else ExitCode.FINE


def _show_difference(one: ReadAgain) -> None:
    """Compare the text of the edition, S, with the text that the original gives now, A.

    Both are compared as plain text, since the edition's has no notes and no places in the file.
    """
    from variants.cli.console import new_console  # noqa: PLC0415 - only for --check
    from variants.pipeline import collate  # noqa: PLC0415
    from variants.settings import Settings  # noqa: PLC0415
    from variants.terminal import View, write_terminal  # noqa: PLC0415
    from variants.types.edition import Edition  # noqa: PLC0415

    plain = [replace(each, divisions=(), units="") for each in (one.kept, one.now)]
    collation = collate(plain, Settings(language=one.file.language))
    write_terminal(Edition("", collation), View(), new_console())


def _lines(texts: tuple[tuple[str, FileText], ...], language: str) -> Iterator[str]:
    """Yield the lines for the screen: for each text its metadata, its counts and its divisions."""
    from variants.wording.sanitize import sanitize_line  # noqa: PLC0415

    for number, (source, one) in enumerate(texts):
        if number:
            yield ""
        yield sanitize_line(source)
        for name, value in one.metadata:
            yield sanitize_line(f"{name}: {value}")
        yield _counts(one)
        yield from map(sanitize_line, _set_aside_lines(one, language))
        for division in one.divisions:
            yield ""
            yield sanitize_line(f"[{_heading(division, one.text)}]")
            yield from map(sanitize_line, division.span.of(one.text).splitlines())


def _counts(one: FileText) -> str:
    """Return the number of words and of divisions of each kind."""
    from variants.errors.lists import counted  # noqa: PLC0415

    kinds = Counter(division.kind.value for division in one.divisions)
    counts = [counted(number, kind) for kind, number in kinds.items()]
    return ", ".join([counted(len(one.text.split()), "word"), *counts])


def _heading(division: Division, text: str) -> str:
    """Return the kind and the place of a division, and the words before the mark of a note."""
    kind = "" if division.source and division.kind in _EVIDENT else division.kind.value
    parts = [part for part in (division.source, kind, division.label) if part]
    if division.mark is not None:
        before = text[max(0, division.mark - _BEFORE) : division.mark].split()
        parts.append(f"after “{' '.join(before[-2:])}”")
    return ", ".join(parts)


_EVIDENT = (DivisionKind.PARAGRAPH, DivisionKind.NOTE)  # Their places name them.
_BEFORE = 60  # Characters in which the last two words are looked for.
_LONGEST = 30  # Characters of a word to show on each side of what is set aside.


def _set_aside_lines(one: FileText, language: str) -> Iterator[str]:
    """Yield the number of what a comparison sets aside, and then each with the word around it."""
    from variants.segmenters.furniture.finder import set_aside_line  # noqa: PLC0415

    found = _set_aside(one, language)
    if found:
        yield set_aside_line(found)
    for each in found:
        words = f" “{_with_word(each.span, one.text)}”" if each.span.length else ""
        reason = f" ({each.reason})" if each.reason else ""
        yield f"  {each.kind.value}{words}{reason}"


def _with_word(span: Span, text: str) -> str:
    """Return some characters with the rest of the word that they are part of."""
    inside = span.of(text)
    before = text[max(0, span.start - _LONGEST) : span.start]
    after = text[span.end : span.end + _LONGEST]
    if not inside[0].isspace():
        inside = re.split(r"\s", before)[-1] + inside
    if not inside[-1].isspace():
        inside += re.split(r"\s", after)[0]
    return squeeze(inside)


def _set_aside(one: FileText, language: str) -> list[SetAside]:
    from variants.segmenters.furniture.finder import find_furniture  # noqa: PLC0415

    found = find_furniture(one.text, language, in_rows=bool(one.units))
    return sorted([*one.set_aside, *found], key=lambda each: each.span)


def _fields(source: str, one: FileText, language: str) -> dict[str, Any]:
    """Return a text as fields for JSON."""
    from variants.reports.json.witness import write_division, write_set_aside  # noqa: PLC0415

    return {
        "source": source,
        "encoding": one.encoding,
        "metadata": dict(one.metadata),
        "notices": list(one.notices),
        "text": one.text,
        "divisions": [write_division(division) for division in one.divisions],
        "set_aside": [write_set_aside(each) for each in _set_aside(one, language)],
    }
