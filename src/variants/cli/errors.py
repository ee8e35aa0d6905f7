"""Whatever goes wrong, as one message with a hint and an exit code."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from variants.cli.exit_codes import ExitCode
from variants.errors import CannotWrite, VariantsError
from variants.types.notice import Notice
from variants.version import VERSION

_STANDARD_OUTPUT = "the standard output"
_ONLY_WRITING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""Troubles that reading never has."""


class ReaderGone(Exception):
    """Whoever read the standard output has closed it, as in ``variants compare | head``."""


def prepare_streams() -> None:
    """Let the output be UTF-8 with plain newlines wherever it goes: the same bytes everywhere.

    A file name that is no text is written with escapes, as on the error stream.
    """
    sys.stdout = _buffered(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _buffered(stream: TextIO) -> TextIO:
    """The stream with a buffer, which PYTHONUNBUFFERED takes away.

    Without one, a write that the system takes only in part (a disk that fills up, a reader
    that goes) is neither repeated nor an error: the rest would be lost without a word.
    """
    if isinstance(stream, io.TextIOWrapper) and isinstance(stream.buffer, io.FileIO):
        return io.TextIOWrapper(io.BufferedWriter(stream.detach()))
    return stream


@contextlib.contextmanager
def standard_output() -> Iterator[None]:
    """In it, trouble with the standard output is told from all other; it is flushed at the end."""
    try:
        if sys.stdout is None:
            raise CannotWrite(_STANDARD_OUTPUT, "it is closed")
        yield
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        _let_go_of(sys.stdout)
        raise CannotWrite(_STANDARD_OUTPUT, error.strerror or str(error)) from error


def log_line(kind: str, message: str) -> None:
    """Write a line for the user to the error stream: ``note: …``, ``hint: …``."""
    # Names of files may hold anything, and the terminal would obey it.
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in message)
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{kind}: {shown}\n")
        sys.stderr.flush()
    except OSError:
        # Where even this cannot be written, the exit code has to do.
        _let_go_of(sys.stderr)


def print_notices(notices: Iterable[Notice]) -> None:
    """Write what was noticed, each thing once."""
    for notice in dict.fromkeys(notices):
        about = f"{notice.siglum}: " if notice.siglum else ""
        log_line("note", f"{about}{notice.message}")


def explain(error: BaseException) -> ExitCode:  # noqa: PLR0911 - a return for each sort
    """Tell the user what went wrong, and give the exit code that says so."""
    if isinstance(error, VariantsError):
        log_line("variants", str(error))
        if error.hint:
            log_line("hint", error.hint)
        return ExitCode(error.exit_code)
    if isinstance(error, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    # Typer leaves with SystemExit when nobody reads its help.
    if any(isinstance(each, ReaderGone | BrokenPipeError) for each in (error, error.__context__)):
        _let_go_of(sys.stdout)
        return ExitCode.READER_GONE
    if isinstance(error, SystemExit):
        return ExitCode.USAGE if error.code else ExitCode.FINE
    if isinstance(error, OSError) and error.errno in _ONLY_WRITING:
        _let_go_of(sys.stdout)
        return explain(CannotWrite(error.filename or _STANDARD_OUTPUT, str(error)))
    # By name, since Typer itself may be what is broken.
    if type(error).__module__.startswith("typer."):
        return _explain_usage(error)
    return _explain_bug(error)


def _explain_usage(error: BaseException) -> ExitCode:
    """Typer's complaint about the arguments, in our form."""
    format_message = getattr(error, "format_message", None)
    message = format_message() if format_message else str(error)
    # What pydantic puts before a message of Typer's says nothing to a user.
    log_line("variants", message.replace("Value error, ", ""))
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "variants"
    log_line("hint", f"Try {command} --help")
    return ExitCode.USAGE


def _explain_bug(error: BaseException) -> ExitCode:
    """A bug of ours: its traceback goes to a file that a user can hand on."""
    report = "".join(
        (
            f"variants {VERSION}, Python {sys.version}, {sys.platform}\n",
            f"{sys.argv}\n\n",
            *traceback.format_exception(error),
        )
    )
    brief = traceback.format_exception_only(error)[-1].strip()
    log_line("variants", f"This is a bug in variants: {brief}")
    try:
        place = _keep(report)
    except OSError:
        log_line("traceback", "could not be kept in a file, so here it is")
        for line in report.splitlines():
            log_line("traceback", line)
    else:
        log_line("hint", f"Please report it with the file {place}")
    return ExitCode.BUG


def _keep(report: str) -> Path:
    """Write a report into a new file of the user's state folder."""
    import platformdirs  # noqa: PLC0415 - only when there is a bug

    folder = platformdirs.user_state_path("variants", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix="bug-", suffix=".txt", dir=folder)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(report)
    return Path(name)


def _let_go_of(stream: TextIO) -> None:
    """Send what a stream still holds nowhere: Python would fail on it once more at its end."""
    # A stream that is no file of the system (in a test) has nothing to let go of.
    with contextlib.suppress(OSError):
        place = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        # Where the stream was closed, the system has given its place to what was opened.
        if nowhere != place:
            os.dup2(nowhere, place)
            os.close(nowhere)
