"""Every way to go wrong: one message, a hint, the documented exit code, no traceback."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import Run
from variants.cli.commands import compare
from variants.cli.errors import print_notices
from variants.cli.exit_codes import ExitCode
from variants.types.notice import Notice

FILES = {
    "empty.txt": b"",
    "empty.docx": b"",
    "empty.xlf": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 8,
    "latin.txt": "Le café est là.".encode("cp1252"),
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(64),
}

WRONG: list[tuple[list[str], ExitCode, str, str]] = [
    (["compare", "seed.txt", "nothing.txt"], ExitCode.INPUT, "nothing.txt", ""),
    (["compare", "sead.txt", "yang.txt"], ExitCode.INPUT, "sead.txt", "seed.txt"),
    (["compare", "seed.txt", "."], ExitCode.INPUT, "folder", ""),
    (["compare", "seed.txt", "empty.txt"], ExitCode.INPUT, "empty.txt has no text", ""),
    (["compare", "seed.txt", "empty.docx"], ExitCode.INPUT, "empty.docx has no text", "Add"),
    (["read", "empty.xlf"], ExitCode.INPUT, "empty.xlf has no text", "Add"),
    (["compare", "blank.txt", "seed.txt"], ExitCode.INPUT, "blank.txt has no text", ""),
    (["compare", "seed.txt", "binary.txt"], ExitCode.INPUT, "binary.txt", "plain text"),
    (["compare", "seed.txt", "picture.txt"], ExitCode.INPUT, "picture", "plain text"),
    (
        ["compare", "seed.txt", "latin.txt", "--encoding", "utf-8"],
        ExitCode.INPUT,
        "latin.txt is not utf-8",
        "--encoding",
    ),
    (["compare", "seed.txt", "yang.txt", "--encoding", "uft"], ExitCode.USAGE, "'uft'", "utf-8"),
    (
        ["compare", "seed.txt", "yang.txt", "--language", "english"],
        ExitCode.USAGE,
        "'english'",
        "en",
    ),
    (["init", "seed.txt", "yang.txt", "--language", "en_GB"], ExitCode.USAGE, "'en_GB'", "pt-BR"),
    (["compare", "seed.txt"], ExitCode.USAGE, "only seed.txt", "seed.txt OTHER"),
    (["compare"], ExitCode.USAGE, "is not in an edition", "variants init"),
    (["align"], ExitCode.USAGE, "is not in an edition", "variants compare SEED OTHER"),
    (["init", "seed.txt"], ExitCode.USAGE, "only seed.txt", "OTHER"),
    (["init"], ExitCode.USAGE, "Missing argument", "variants init --help"),
    (
        ["compare", "seed.txt", "yang.txt", "--siglum", "S,S"],
        ExitCode.USAGE,
        "siglum S: seed.txt and yang.txt",
        "its own siglum",
    ),
    (["compare", "seed.txt", "yang.txt", "--siglum", "A"], ExitCode.USAGE, "1", "S,A,B"),
    (["compare", "seed.txt", "yang.txt", "--siglum", "S,a b"], ExitCode.USAGE, "'a b'", "letters"),
    (["compare", "seed.txt", "yang.txt", "--doc", "x"], ExitCode.USAGE, "--doc", "Leave out"),
    (["compare", "--title", "x"], ExitCode.USAGE, "--title", "variants.toml"),
    (
        ["compare", "seed.txt", "yang.txt", "--layout", "col"],
        ExitCode.USAGE,
        "'--layout': 'col' is",
        "--help",
    ),
    (["compare", "seed.txt", "yang.txt", "--theme", "lite"], ExitCode.USAGE, "'light'", "--help"),
    (
        ["compare", "seed.txt", "yang.txt", "--class", "sensible"],
        ExitCode.USAGE,
        "sensible",
        "meaning",
    ),
    (["compare", "seed.txt", "yang.txt", "--kind", "typo"], ExitCode.USAGE, "typo", "typography"),
    (["compare", "seed.txt", "yang.txt", "--witness", "B"], ExitCode.USAGE, "'B'", "A"),
    (["compare", "seed.txt", "yang.txt", "--sentence", "9"], ExitCode.USAGE, "3 sent", "align"),
    (
        ["compare", "seed.txt", "yang.txt", "--json", "--class", "form"],
        ExitCode.USAGE,
        "--class",
        "Leave it out",
    ),
    (["compare", "seed.txt", "yang.txt", "--segmenter", "line"], ExitCode.USAGE, "line", "lines"),
    (["compare", "seed.txt", "yang.txt", "--aligner", "x"], ExitCode.USAGE, "'x'", "likelihood"),
    (["compare", "seed.txt", "yang.txt", "--linker", "x"], ExitCode.USAGE, "'x'", "semantic"),
    (["align", "seed.txt", "yang.txt", "--witness", "B"], ExitCode.USAGE, "'B'", "A"),
    (["align", "seed.txt", "yang.txt", "--below", "2"], ExitCode.USAGE, "--below", "--help"),
    (["align", "seed.txt", "yang.txt", "-f", "xml"], ExitCode.USAGE, "xml", "--help"),
    (["align", "seed.txt", "yang.txt", "li.txt", "-f", "tsv"], ExitCode.USAGE, "A, B", "--witness"),
    (["align", "seed.txt", "yang.txt", "-o", "no/x"], ExitCode.OUTPUT, "no/x", "may write"),
    (
        ["align", "seed.txt", "yang.txt", "-o", "."],
        ExitCode.OUTPUT,
        "Cannot write .: it is a folder.",
        "Name a file in it: ./NAME",
    ),
    (["--nonsense"], ExitCode.USAGE, "--nonsense", "variants --help"),
    (["compare", "--nonsense"], ExitCode.USAGE, "--nonsense", "variants compare --help"),
    (["compair"], ExitCode.USAGE, "'compair'", "variants --help"),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: " ".join(wrong[0]))
@pytest.mark.usefixtures("texts")
def test_a_failure_is_one_message_a_hint_and_its_code(
    run: Run, tmp_path: Path, wrong: tuple[list[str], ExitCode, str, str]
) -> None:
    arguments, code, message, hint = wrong
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)

    ran = run(*arguments)

    lines = ran.err.splitlines()
    assert (ran.code, ran.out) == (code, "")
    assert [line.partition(": ")[0] for line in lines] == ["variants", "hint"]
    assert message in lines[0]
    assert hint in lines[1]


def test_wrong_settings_are_told_with_file_and_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "variants.toml").write_text('title = "x"\n[setings]\n')

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert ran.err.splitlines() == [
        "variants: variants.toml, line 2: unknown key 'setings' at the top of the file.",
        (
            "hint: Did you mean settings? Choose from title, language, furniture, settings, "
            "classify, ignore, segments, log, documents, links."
        ),
    ]


def test_a_wrong_setting_is_refused_where_another_overrides_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "variants.toml").write_text("furniture = true\n[settings]\nfurniture = 3\n")

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith("variants: variants.toml, line 3: furniture must be true or false")


@pytest.mark.usefixtures("texts")
def test_a_wrong_address_of_a_log_is_refused_with_its_setting(run: Run, tmp_path: Path) -> None:
    run("init", "seed.txt", "yang.txt")
    with (tmp_path / "variants.toml").open("a") as file:
        file.write('[log]\nstore = "team"\n')

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert "Invalid store address 'team'." in ran.err
    assert "hint: Correct store under [log] in variants.toml" in ran.err


def test_settings_that_may_not_be_read_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "variants.toml").mkdir()

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith("variants: Cannot read variants.toml: Is a directory.\nhint: ")


def test_a_folder_that_is_gone_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    ran = run("compare")

    assert ran.code == ExitCode.USAGE
    assert ran.err.startswith("variants: Cannot read .: No such file or directory.\nhint: ")


def test_a_name_cannot_command_the_terminal(run: Run) -> None:
    ran = run("compare", "\x1b[31mred\u202e", "x")

    assert "\\x1b[31mred\\u202e" in ran.err


class Panic(BaseException):
    """Exception such as an extension module may raise."""


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("error", [ValueError("odd"), MemoryError(), Panic("p"), GeneratorExit()])
def test_a_bug_keeps_its_traceback_in_a_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(compare, "read_texts", fail)

    ran = run("compare", "seed.txt", "yang.txt")

    (report,) = (tmp_path / "state" / "variants").iterdir()
    assert ran.code == ExitCode.BUG
    assert "Traceback" not in ran.err
    assert str(report) in ran.err
    assert type(error).__name__ in report.read_text()
    assert "in fail" in report.read_text()


@pytest.mark.usefixtures("texts")
def test_a_bug_is_shown_where_no_file_can_be_kept(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        msg = "odd"
        raise ValueError(msg)

    monkeypatch.setattr(compare, "read_texts", fail)
    (tmp_path / "state").write_text("no folder")

    ran = run("compare", "seed.txt", "yang.txt")

    assert ran.code == ExitCode.BUG
    assert "in fail" in ran.err


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
        (OSError(errno.ENOSPC, "No space left on device"), ExitCode.OUTPUT),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), ExitCode.OUTPUT),
        (SystemExit(1), ExitCode.USAGE),
    ],
)
def test_nothing_that_is_thrown_ends_with_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: ExitCode
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(compare, "read_texts", fail)

    assert run("compare", "seed.txt", "yang.txt").code == code


@pytest.fixture
def full_disk() -> Iterator[IO[bytes]]:
    """Yield a file on a full disk."""
    with Path("/dev/full").open("wb") as file:
        yield file


WRITING = [["--help"], ["--version"], ["align", "seed.txt", "yang.txt"]]


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("arguments", WRITING)
def test_a_full_disk_behind_the_output_is_told(
    command: Run, full_disk: IO[bytes], arguments: list[str]
) -> None:
    ran = command(*arguments, stdout=full_disk)

    assert ran.code == ExitCode.OUTPUT
    assert [line.partition(": ")[0] for line in ran.err.splitlines()] == ["variants", "hint"]
    assert "Cannot write the standard output: No space left on device." in ran.err


def test_what_typer_itself_ends_with_one_ends_with_two(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As it does for a shell that it does not know, which depends on who calls.
    monkeypatch.setattr("variants.cli.app.app", lambda **_: 1)

    assert run("--show-completion").code == ExitCode.USAGE


@pytest.mark.parametrize("error", [None, ValueError("odd")])
def test_a_command_runs_without_garbage_collection(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    seen = []

    def command(**_: object) -> ExitCode:
        seen.append(gc.isenabled())
        if error:
            raise error
        return ExitCode.FINE

    monkeypatch.setattr("variants.cli.app.app", command)

    run("compare")

    assert (seen, gc.isenabled()) == ([False], True)


def test_a_notice_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    print_notices([Notice("A", "Odd."), Notice("", "All odd."), Notice("A", "Odd.")])

    assert capsys.readouterr().err == "note: A: Odd.\nnote: All odd.\n"


@pytest.mark.usefixtures("texts")
def test_a_name_that_is_no_text_is_written_with_escapes(command: Run) -> None:
    ran = command("init", "seed.txt", "yang.txt", "--into", os.fsdecode(b"caf\xe9"))

    assert ran.code == ExitCode.FINE
    assert ran.out.startswith("Made caf\\udce9/variants.toml\n")


@pytest.mark.usefixtures("texts")
@pytest.mark.parametrize("arguments", WRITING)
def test_a_reader_that_went_away_is_no_fault(command: Run, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as pipe:
        ran = command(*arguments, stdout=pipe)

    assert (ran.code, ran.err) == (ExitCode.READER_GONE, "")


def test_a_full_disk_behind_the_messages_changes_no_code(
    command: Run, full_disk: IO[bytes]
) -> None:
    assert command("compare", "no.txt", "such.txt", stderr=full_disk).code == ExitCode.INPUT


@pytest.mark.parametrize("closing", ["os.close(1)", "sys.stdout = None"])
def test_a_closed_output_is_told(command: Run, closing: str) -> None:
    program = f"import os, sys; {closing}; from variants.cli import main; sys.exit(main())"

    ran = command("--version", python=["-c", program])

    assert ran.code == ExitCode.OUTPUT
    assert ran.err.startswith("variants: Cannot write the standard output: ")


@pytest.mark.parametrize("library", ["typer", "variants.cli.app"])
def test_a_broken_installation_is_a_bug_and_not_a_difference(command: Run, library: str) -> None:
    breaking = f"import sys; sys.modules[{library!r}] = None; from variants.cli import main; "

    ran = command("--help", python=["-c", breaking + "sys.exit(main())"])

    assert ran.code == ExitCode.BUG
    assert "Traceback" not in ran.err


def test_output_that_does_not_fit_is_told_even_without_a_buffer(texts: Path) -> None:
    """A short write is an error, not an end: PYTHONUNBUFFERED takes Python's own buffer away."""
    limited = 'ulimit -f 1 && exec "$@" > out.json'
    command = [sys.executable, "-m", "variants", "compare", "seed.txt", "yang.txt", "--json"]

    ran = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", limited, "sh", *command],
        cwd=texts,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == ExitCode.OUTPUT
    assert "Cannot write the standard output" in ran.stderr


def test_a_result_never_takes_the_place_of_a_text(run: Run, texts: Path) -> None:
    before = (texts / "yang.txt").read_bytes()

    ran = run("align", "seed.txt", "yang.txt", "-o", "./yang.txt")

    assert (ran.code, (texts / "yang.txt").read_bytes()) == (ExitCode.OUTPUT, before)
    assert "one of the input files" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["log", "push", "kl:s3cret@host/team"],
        ["log", "push", "postgresql://kl:s3cret@[::bad/team"],
        ["log", "push", "postgresql://kl@host/team?sslpassword=s3cret"],
        ["log", "pull", "postgresql://kl:s3cret/team"],
        ["log", "pull", "postgresql://host/team", "kl:s3cret@host"],
        ["log", "push", "--dry", "postgresql://kl:s3 cret@host/team"],
        ["push", "postgresql://kl:s3cret@host/team"],
        ["postgresql://kl:s3cret@host/team"],
        ["compare", "postgresql://kl:s3cret@host/team", "yang.txt"],
    ],
)
def test_no_password_is_shown(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "variants.toml").write_text("")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "variants").mkdir()

    ran = run(*arguments)

    assert ran.code not in {ExitCode.FINE, ExitCode.BUG}
    assert "s3" not in ran.out + ran.err


def test_the_file_of_a_bug_has_no_password(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("cannot open postgresql://kl:s3cret@host/team, nor with s4cret")  # noqa: EM101, TRY003

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PGPASSWORD", "s4cret")
    monkeypatch.setattr(compare, "read_texts", fail)
    monkeypatch.setattr(sys, "argv", ["variants", "postgresql://kl:s3 cret@[::bad/team"])

    ran = run("compare", "seed.txt", "yang.txt")

    (report,) = tmp_path.glob("state/**/bug-*.txt")
    assert ran.code == ExitCode.BUG
    for shown in (ran.err, report.read_text()):
        assert "cret" not in shown
        assert "cannot open postgresql://kl:…@host/team" in shown
