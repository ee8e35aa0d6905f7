"""The log in append-only files ``decisions/WRITER.jsonl``, one line for each event.

Every writer has a file of their own, so git never has to merge two versions of a file.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.errors import LogChanged, LogShortened, UnreadableLog
from variants.log.chain import hash_in_chain, hashed_part
from variants.log.copy_lock import locked
from variants.log.durable import (
    append_durably,
    create_durably,
    sync_folder,
)
from variants.log.problem import Problem
from variants.log.stored_texts import TextFiles
from variants.log.stores.store import PendingLines
from variants.log.writer_ids import own_folder
from variants.temporary_files import remove_leftovers

_PATIENCE = 20  # Seconds to wait for another process; an append takes milliseconds.
# Bytes are hashed, so git must not convert line ends. The union driver is a fallback for copies
# that share a writer; GitHub's merge button does not support it.
_ATTRIBUTES = b"*.jsonl -text merge=union\ntexts/** -text\n"


@dataclass(frozen=True, slots=True)
class _Read:
    """Position up to which a file was read.

    Attributes:
        state: Size, modification time and inode of the file then; if equal, nothing is new.
        offset: Offset after the last line that was returned.
        ended: True if that line had its line end.
    """

    state: tuple[int, int, int] = (0, 0, 0)
    offset: int = 0
    ended: bool = True


class FileStore:
    """The folder ``decisions`` of an edition.

    Attributes:
        root: Folder of the edition.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._folder = root / "decisions"
        self._read: dict[str, _Read] = {}
        self._notices: list[str] = []
        self._texts = TextFiles(self._folder / "texts")

    @property
    def texts(self) -> TextFiles:
        """The texts that decisions were made on."""
        return self._texts

    @property
    def notices(self) -> Sequence[str]:
        """Repairs of the writer's own file, one sentence each."""
        return tuple(self._notices)

    def read_new(self) -> dict[str, list[bytes]]:
        """Return the lines that were added since the last call; at first, all lines."""
        found = {}
        for writer in sorted({*self._read, *(path.stem for path in self._files())}):
            lines = self._read_new_of(writer)
            if lines:
                found[writer] = lines
        return found

    @contextlib.contextmanager
    def appending(self, writer: str) -> Iterator[PendingLines]:
        """Append the lines that the block adds to a writer's file, in one write with fsync."""
        path = self._path(writer)
        with self._locked(path):
            self._make_ready(path)
            pending = PendingLines(self.read_new())
            yield pending
            if pending.lines:
                append_durably(path, b"".join(line + b"\n" for line in pending.lines))
                state = _state_of(path)
                self._read[writer] = _Read(state, state[0])

    def defects(self) -> list[Problem]:
        """Return a problem for each file that was emptied or whose last line is incomplete."""
        found = []
        for path in self._files():
            if not _state_of(path)[0]:
                found.append(Problem(path.stem, 0, "has no lines: they were removed"))
            tail = _tail_of(path)
            if tail and _is_event(tail):
                found.append(Problem(path.stem, 0, "has no line end after its last line"))
            elif tail:
                message = f"ends in {len(tail)} bytes of an incomplete line"
                found.append(Problem(path.stem, 0, message))
        return found

    def replace_line(self, writer: str, number: int, line: bytes, *, known: str) -> None:
        """Replace a line and its copies by a stub, if it is still the line the caller has read.

        No other method changes a line that was written. Afterwards ``read_new`` returns every line
        again, since others may have written meanwhile.

        Args:
            writer: Writer of the chain.
            number: Number of the line, counted from 1.
            line: The stub, without a line end.
            known: Hash of the line to replace.

        Raises:
            LogChanged: The line has another hash. Nothing was changed.
        """
        path = self._path(writer)
        with self._locked(path):
            lines = _bytes_of(path).split(b"\n")
            # The number was read before the lock: by now another line may have it.
            found = hashed_part(lines[number - 1]) if number <= len(lines) else b""
            if hash_in_chain(found) != known:
                raise LogChanged(path, line=number)
            for each in self._files():
                _replace_lines(each, found, line)
        self._read.clear()

    @contextlib.contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        """Lock this copy of the log against writing by other processes."""
        lock = own_folder(self.root) / "log.lock"
        with locked(lock, path, patience=_PATIENCE):
            yield

    def _read_new_of(self, writer: str) -> list[bytes]:
        path = self._path(writer)
        before = self._read.get(writer, _Read())
        state = _state_of(path)
        if state == before.state:
            return []
        content = _bytes_of(path, from_=before.offset)
        if state[0] < before.offset:
            raise LogShortened(str(path))
        # A last line without its end was returned already; the line end alone is nothing new.
        start = 1 if not before.ended and content.startswith(b"\n") else 0
        lines = content[start:].split(b"\n")
        tail = lines.pop()
        # A complete line without its end counts, unlike the beginning of a line.
        ended = not (tail and _is_event(tail))
        if not ended:
            lines.append(tail)
        offset = before.offset + len(content) - (len(tail) if ended else 0)
        self._read[writer] = _Read(state, offset, ended)
        return lines

    def _make_ready(self, path: Path) -> None:
        """Create the folder, and repair an incomplete last line that a crash has left."""
        attributes = self._folder / ".gitattributes"
        # An empty one was left by a run of an older version that was killed.
        if not attributes.exists() or not attributes.stat().st_size:
            create_durably(attributes, _ATTRIBUTES)
        remove_leftovers(self._folder)
        self._texts.remove_leftovers()
        tail = _tail_of(path) if path.exists() else b""
        if not tail:
            return
        if _is_event(tail):
            append_durably(path, b"\n")
            self._notices.append(f"{path.name} lacked its last line end, which was added.")
        else:
            torn = path.with_suffix(".torn")
            append_durably(torn, tail + b"\n")
            _cut_off(path, len(tail))
            self._notices.append(
                f"The last line of {path.name} was incomplete. Its {len(tail)} bytes were moved to "
                f"{torn.name}."
            )

    def _files(self) -> list[Path]:
        # Not ``glob``, which returns nothing for a folder that cannot be read.
        try:
            paths = sorted(self._folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UnreadableLog(self._folder, reason=error.strerror or str(error)) from error
        # Hidden files belong to other programs.
        return [p for p in paths if p.suffix == ".jsonl" and not p.name.startswith(".")]

    def _path(self, writer: str) -> Path:
        return self._folder / f"{writer}.jsonl"


def _replace_lines(path: Path, old: bytes, new: bytes) -> None:
    """Replace all copies of a line in a file; merging two copies of a log can double lines."""
    lines = _bytes_of(path).split(b"\n")
    replaced = [new if hashed_part(line) == old else line for line in lines]
    if replaced != lines:
        create_durably(path, b"\n".join(replaced))


def _is_event(line: bytes) -> bool:
    """Return True if a line is complete."""
    from variants.log.codec.read_line import Unreadable, read_line  # noqa: PLC0415 - loads pydantic

    return not isinstance(read_line(line.removesuffix(b"\r")), Unreadable)


def _tail_of(path: Path) -> bytes:
    """Return the bytes after the last line end; usually empty."""
    size = _state_of(path)[0]
    content = b""
    # Lines are short, so growing pieces of the end are read rather than the whole file.
    piece = 4096
    while size and len(content) < size and b"\n" not in content:
        content = _bytes_of(path, from_=max(0, size - piece))
        if content.endswith(b"\n"):
            return b""
        piece *= 4
    return content.rpartition(b"\n")[2]


def _cut_off(path: Path, count: int) -> None:
    """Remove bytes from the end of a file."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - count)
        os.fsync(file.fileno())
    sync_folder(path.parent)


def _state_of(path: Path) -> tuple[int, int, int]:
    """Return size, modification time and inode of a file; zeros if it does not exist."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0, 0
    except OSError as error:
        raise UnreadableLog(path, reason=error.strerror or str(error)) from error
    return found.st_size, found.st_mtime_ns, found.st_ino


def _bytes_of(path: Path, *, from_: int = 0) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(from_)
            return file.read()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UnreadableLog(path, reason=error.strerror or str(error)) from error
