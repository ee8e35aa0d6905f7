"""Exchange of lines between stores: each gets what it lacks, and nothing is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from variants.errors import DivergedLog, LogDamaged
from variants.log.chain import hash_in_chain
from variants.log.history import History
from variants.log.stores.file_store import FileStore
from variants.log.stores.store import Lines, Store


@dataclass(frozen=True, slots=True)
class MissingLines:
    """Lines and texts of one store that another lacks.

    Attributes:
        lines: Missing lines by writer, in the order of the chain.
        known: Number of lines that the other store has, by writer.
        texts: SHA-256 of each missing text.
    """

    lines: Mapping[str, Sequence[bytes]]
    known: Mapping[str, int]
    texts: tuple[str, ...]


def find_missing(source: Store, target: Store) -> MissingLines:
    """Return the lines and texts of a source that a target lacks, without copying them.

    Both stores must be newly opened and not read yet.

    Raises:
        DivergedLog: A writer's chain has different lines in the two stores.
        LogDamaged: One of the stores is damaged.
    """
    theirs, ours = source.read_new(), target.read_new()
    for store, lines in ((source, theirs), (target, ours)):
        _refuse_damage(store, lines)
    known = {writer: len(ours.get(writer, ())) for writer in theirs}
    missing = {
        writer: _rest(writer, lines, ours.get(writer, ())) for writer, lines in theirs.items()
    }
    return MissingLines(
        {writer: lines for writer, lines in missing.items() if lines},
        known,
        tuple(sorted({*source.texts.digests()} - {*target.texts.digests()})),
    )


def copy_missing(source: Store, target: Store) -> MissingLines:
    """Copy the lines and texts of a source that a target lacks, and return them.

    ``variants log push`` copies from the files to the server, ``pull`` the other way. If it is
    interrupted, every chain is intact up to some line, and the next call copies the rest.

    Raises:
        DivergedLog: A writer's chain has different lines in the two stores. Nothing was copied.
        LogDamaged: One of the stores is damaged. Nothing was copied.
    """
    missing = find_missing(source, target)
    for digest in missing.texts:
        text = source.texts.get(digest)
        if text is not None:
            target.texts.put(text)
    for writer, lines in missing.lines.items():
        with target.appending(writer) as pending:
            # Another process may have copied some of them meanwhile.
            ours, first = pending.new_lines.get(writer, ()), missing.known[writer] + 1
            pending.lines += _rest(writer, lines, ours, first=first)
    return missing


def unpushed_lines(root: Path, history: History, store: Store) -> dict[str, int]:
    """Return the number of lines by writer that an edition's files have and its server lacks."""
    if isinstance(store, FileStore):
        return {}
    more = {
        writer: len(lines) - history.count_of(writer)
        for writer, lines in FileStore(root).read_new().items()
    }
    return {writer: count for writer, count in more.items() if count > 0}


def _refuse_damage(store: Store, lines: Lines) -> None:
    history = History()
    history.extend(lines)
    for problem in (*history.damage(), *store.defects()):
        if problem.writer in lines:  # A file without lines can be filled from the other store.
            raise LogDamaged(str(problem))


def _rest(
    writer: str, theirs: Sequence[bytes], ours: Sequence[bytes], *, first: int = 1
) -> Sequence[bytes]:
    """Return the lines that ours lacks; a stub is equal to the line that it replaces."""
    for number, (one, other) in enumerate(zip(theirs, ours, strict=False), start=first):
        if hash_in_chain(one) != hash_in_chain(other):
            raise DivergedLog(writer, line=number)
    return theirs[len(ours) :]
