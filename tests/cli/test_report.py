from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import resource
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.cli.conftest import Run
from variants.cli import report_files
from variants.cli.exit_codes import ExitCode
from variants.errors import MissingExtra
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions, Writer
from variants.types.edition import Edition

pytestmark = pytest.mark.usefixtures("texts")
FILES = ("seed.txt", "yang.txt", "li.txt")
Write = Callable[[Edition, ReportOptions, BinaryIO], None]


def test_the_ending_of_the_file_says_the_format(run: Run, tmp_path: Path) -> None:
    ran = run("report", *FILES, "-o", "report.HTML")

    assert (ran.code, ran.out, ran.err) == (ExitCode.FINE, "", "written: report.HTML\n")
    assert (tmp_path / "report.HTML").read_text().startswith("<!doctype html>")


@pytest.mark.parametrize(("ending", "name"), [("md", "markdown"), ("tex", "latex")])
def test_a_format_is_named_by_the_ending_of_its_files_too(run: Run, ending: str, name: str) -> None:
    files = ("seed.txt", "yang.txt")

    assert run("report", *files, "-f", ending) == run("report", *files, "-f", name)


def test_a_pipe_gets_what_a_file_would(command: Run, tmp_path: Path) -> None:
    command("report", *FILES, "-o", "report.html")

    ran = command("report", *FILES)

    assert ran.out == (tmp_path / "report.html").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", *FILES, "-f", "json"),
        ("report", *FILES),
        ("align", *FILES[:2], "-f", "tsv"),
        ("align", *FILES),
    ],
)
def test_a_hyphen_is_the_standard_output_and_not_a_file(
    command: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    there = sorted(tmp_path.iterdir())

    ran = command(*arguments, "-o", "-")

    assert ran.code == ExitCode.FINE
    assert ran.out == command(*arguments).out != ""
    assert sorted(tmp_path.iterdir()) == there


def test_a_file_with_the_name_of_a_hyphen_needs_its_folder(run: Run, tmp_path: Path) -> None:
    run("report", *FILES, "-f", "json", "-o", "./-")

    assert (tmp_path / "-").read_text().startswith('{"schema"')


def test_a_report_takes_the_place_of_the_old_one(run: Run, tmp_path: Path) -> None:
    run("report", *FILES, "-o", "report.html")
    first = (tmp_path / "report.html").read_bytes()

    ran = run("report", *FILES[:2], "-o", "report.html")

    assert ran.code == ExitCode.FINE
    assert (tmp_path / "report.html").read_bytes() != first


def test_an_existing_folder_takes_reports_without_a_slash(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()

    ran = run("report", *FILES, "-f", "md,text", "-o", "reports")

    assert ran.err == "written: reports/report.md, reports/report.txt\n"


def test_the_standard_output_is_not_named(run: Run) -> None:
    assert run("report", *FILES, "-f", "md").err == ""


def test_all_formats_go_into_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    ran = run("report", *FILES, "-f", "all", "-o", "new/reports/")

    assert "written: new/reports/report.html, new/reports/report.md, " in ran.err
    written = {path.name for path in (tmp_path / "new" / "reports").iterdir()}
    assert ran.code == ExitCode.FINE
    assert "report.html" in written <= {f"report{writer.suffix}" for writer in WRITERS.values()}


def test_while_a_report_is_written_a_bar_names_its_format(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = []

    @contextlib.contextmanager
    def bar(work: str) -> Iterator[None]:
        named.append(work)
        yield

    monkeypatch.setattr(report_files, "progress_bar", bar)

    run("report", "seed.txt", "yang.txt", "-f", "text,json", "-o", "reports/")

    assert named == ["Writing text", "Writing json"]


def test_each_document_of_an_edition_has_its_report(run: Run, tmp_path: Path) -> None:
    run("init", *FILES, "--name", "letter")
    shutil.copytree(tmp_path / "variants" / "letter", tmp_path / "variants" / "reply")
    shutil.copy(tmp_path / "seeds" / "letter.txt", tmp_path / "seeds" / "reply.txt")

    refused = run("report", "-o", "report.html")
    ran = run("report", "-o", "reports/")

    assert refused.code == ExitCode.USAGE
    assert "letter html, reply html" in refused.err
    assert ran.code == ExitCode.FINE
    names = sorted(path.name for path in (tmp_path / "reports").iterdir())
    assert names == ["letter.html", "reply.html"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-o", "report.wav"], "The ending of report.wav"),
        (["-f", "htm", "-o", "x"], "Unknown format 'htm'"),
        (["-f", "htm", "-o", "x"], "Did you mean html?"),
    ],
)
def test_a_format_that_there_is_not_is_refused(
    run: Run, arguments: list[str], says: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())

    ran = run("report", *FILES, *arguments)

    assert ran.code == ExitCode.USAGE
    assert says in ran.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_terminal_gets_no_report(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "variants", "report", *FILES],
        cwd=tmp_path,
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    os.close(ours)

    assert done.returncode == ExitCode.USAGE
    assert b"-o report.html" in done.stderr


def _never_ends(_edition: Edition, _options: ReportOptions, file: BinaryIO) -> None:
    file.write(b"half")
    file.flush()
    raise KeyboardInterrupt


def _disk_is_full(_edition: Edition, _options: ReportOptions, file: BinaryIO) -> None:
    file.write(b"half")
    Path("/dev/full").write_bytes(b"the rest")


def _needs_more(_edition: Edition, _options: ReportOptions, file: BinaryIO) -> None:
    file.write(b"half")
    extra = "pictures"
    raise MissingExtra(extra, purpose="A picture", missing="a browser")


@pytest.mark.parametrize(
    ("write", "code"),
    [
        (_never_ends, ExitCode.INTERRUPTED),
        (_disk_is_full, ExitCode.OUTPUT),
        (_needs_more, ExitCode.EXTRA),
    ],
)
def test_an_old_report_stands_until_the_new_one_is_whole(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write, code: ExitCode
) -> None:
    monkeypatch.setitem(WRITERS, "html", Writer(".html", write))
    (tmp_path / "report.html").write_text("old")
    before = sorted(tmp_path.iterdir())

    ran = run("report", *FILES, "-o", "report.html")

    assert ran.code == code
    assert (tmp_path / "report.html").read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


_FORMATS = [
    pytest.param(name, marks=[pytest.mark.system] if name.endswith("pdf") else [])
    for name in WRITERS
]


@pytest.mark.parametrize("form", _FORMATS)
def test_a_full_disk_leaves_the_old_report_of_any_format(
    run: Run, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"report{WRITERS[form].suffix}"
    path.write_text("old")
    before = sorted(tmp_path.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (40, limits[1]))
    ran = run("report", *FILES[:2], "-o", path)
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert ran.code == ExitCode.OUTPUT
    assert path.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


class _Stopped(io.BytesIO):
    """File that is interrupted by Ctrl-C."""

    def write(self, _content: object) -> int:
        raise KeyboardInterrupt

    def writelines(self, _lines: object) -> None:
        raise KeyboardInterrupt


@pytest.mark.parametrize("form", _FORMATS)
def test_an_interruption_leaves_the_old_report_of_any_format(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    writer = WRITERS[form]
    path = tmp_path / f"report{writer.suffix}"
    path.write_text("old")
    before = sorted(tmp_path.iterdir())
    stopped = replace(
        writer, write=lambda edition, options, _: writer.write(edition, options, _Stopped())
    )
    monkeypatch.setitem(WRITERS, form, stopped)

    ran = run("report", *FILES[:2], "-o", path)

    assert ran.code == ExitCode.INTERRUPTED
    assert path.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


def test_of_all_formats_one_that_cannot_be_made_is_left_out(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(WRITERS, "pdf", Writer(".pdf", _needs_more))

    ran = run("report", *FILES, "-f", "all", "-o", "reports/")

    assert ran.code == ExitCode.FINE
    assert "note: Skipped pdf: A picture needs a browser, which is not installed." in ran.err
    names = {path.name for path in (tmp_path / "reports").iterdir()}
    assert "report.html" in names
    assert "report.pdf" not in names
    assert "report.pdf" not in ran.err


def test_a_long_report_is_several_files_that_appear_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.reports.html.page.PART", 1)
    (tmp_path / "report.html").write_text("old")

    ran = run("report", *FILES, "-o", "report.html")

    assert ran.code == ExitCode.FINE
    index = (tmp_path / "report.html").read_text()
    parts = sorted(path.name for path in tmp_path.glob("report-*.html"))
    assert parts[:2] == ["report-1.html", "report-2.html"]
    assert all(f'href="{part}"' in index for part in parts)


def test_of_several_files_none_is_left_when_one_cannot_be_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.reports.html.page.PART", 1)
    (tmp_path / "report.html").write_text("old")
    (tmp_path / "report-2.html").mkdir()

    ran = run("report", *FILES, "-o", "report.html")

    assert ran.code == ExitCode.OUTPUT
    assert (tmp_path / "report.html").read_text() == "old"
    assert not (tmp_path / "report-1.html").exists()


@pytest.mark.parametrize("stop", range(1, 5))
def test_a_killed_run_leaves_no_first_file_beside_files_of_another_report(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    monkeypatch.setattr("variants.reports.html.page.PART", 1)
    names = ("report.html", "report-1.html", "report-2.html")
    for name in names:
        (tmp_path / name).write_text("old")
    replace, count = Path.replace, 0

    def killed(path: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == stop:
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", killed)
    run("report", *FILES, "-o", "report.html")

    first, *others = (tmp_path / name for name in names)
    contents = [path.read_text() for path in others]
    if first.exists():
        assert [first.read_text(), *contents].count("old") in (0, 3)


def test_a_report_never_takes_the_place_of_a_text(
    run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("init", "seed.txt", "yang.txt", "--into", "edition", "--name", "letter")
    seed = texts / "edition" / "seeds" / "letter.txt"
    before = seed.read_bytes()
    monkeypatch.chdir(texts / "edition")

    reported = run("report", "-f", "text", "-o", "seeds/")
    written = run("text", "-o", "seeds/letter.txt")

    assert (reported.code, written.code) == (ExitCode.OUTPUT, ExitCode.OUTPUT)
    assert seed.read_bytes() == before


def test_the_apparatus_of_tei_stands_apart_if_asked_for(run: Run, tmp_path: Path) -> None:
    ran = run("report", *FILES, "-f", "tei,csv", "--standoff", "-o", "reports/")
    other = run("report", *FILES, "-f", "csv", "--standoff")

    assert ran.code == ExitCode.FINE
    assert "<listApp" in (tmp_path / "reports" / "report.xml").read_text()
    assert other.code == ExitCode.USAGE
    assert "--standoff" in other.err


def test_parts_of_an_older_and_longer_report_are_named_and_left(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variants.reports.html.page.PART", 1)
    long = run("report", *FILES, "-o", "report.html")
    (tmp_path / "report-4.html").write_text("Somebody's own.")
    monkeypatch.setattr("variants.reports.html.page.PART", 2)

    ran = run("report", *FILES, "-o", "report.html")

    assert (long.err, ran.code) == ("written: report.html\n", ExitCode.FINE)
    left = "note: Left over from an older, longer report: report-3.html.\n"
    assert ran.err == f"{left}written: report.html\n"
    assert (tmp_path / "report-3.html").exists()


@pytest.mark.parametrize("name", ["a.changes.docx", "a.docx", "a.xlsx", "a.xml", "a.html"])
def test_a_report_of_files_has_the_name_of_the_seed_as_its_title(
    run: Run, texts: Path, name: str
) -> None:
    run("report", "seed.txt", "yang.txt", "-o", name)

    data = (texts / name).read_bytes()
    if zipfile.is_zipfile(io.BytesIO(data)):
        data = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml")
    assert re.search(rb"<(?:dc:)?title>(.*)</(?:dc:)?title>", data)[1] == b"seed.txt"  # type: ignore[index] # found
