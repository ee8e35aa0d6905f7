"""Between files and a server: each side gets what it lacks, and nothing is changed."""

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
class Lack:
    """What one store has and another lacks.

    Attributes:
        lines: Of each writer of whom something is lacking, in the order of the chain.
        known: How many lines of these writers the other has.
        texts: SHA-256 of each text that is lacking.
    """

    lines: Mapping[str, Sequence[bytes]]
    known: Mapping[str, int]
    texts: tuple[str, ...]


def lack_of(target: Store, source: Store) -> Lack:
    """What a store lacks that another has; nothing is brought.

    Both have to be fresh: opened for this, and not read yet.

    Raises:
        ChainsApart: A writer's chain goes on in two ways.
        LogDamaged: One of the sides is not as it was written.
    """
    theirs, ours = source.news(), target.news()
    for store, lines in ((source, theirs), (target, ours)):
        _refuse_damage(store, lines)
    known = {writer: len(ours.get(writer, ())) for writer in theirs}
    missing = {
        writer: _missing(writer, lines, ours.get(writer, ())) for writer, lines in theirs.items()
    }
    return Lack(
        {writer: lines for writer, lines in missing.items() if lines},
        known,
        tuple(sorted({*source.texts.digests()} - {*target.texts.digests()})),
    )


def bring(source: Store, target: Store) -> Lack:
    """Add to one store the lines and texts of another that it lacks.

    ``variants log push`` brings from the files to the server, ``pull`` the other way. Where it is
    cut off, each chain is whole as far as it came, and the next time brings the rest.

    Returns:
        What was lacking.

    Raises:
        ChainsApart: A writer's chain goes on in two ways; nothing was brought.
        LogDamaged: One of the sides is not as it was written; nothing was brought.
    """
    lack = lack_of(target, source)
    for digest in lack.texts:
        text = source.texts.get(digest)
        if text is not None:
            target.texts.put(text)
    for writer, lines in lack.lines.items():
        with target.appending(writer) as pending:
            # Another process may have brought some of them meanwhile.
            news, first = pending.news.get(writer, ()), lack.known[writer] + 1
            pending.lines += _missing(writer, lines, news, first=first)
    return lack


def unpushed_lines(root: Path, history: History, store: Store) -> dict[str, int]:
    """How many lines an edition's files have of each writer beyond what its server has of them."""
    if isinstance(store, FileStore):
        return {}
    more = {
        writer: len(lines) - history.count_of(writer)
        for writer, lines in FileStore(root).news().items()
    }
    return {writer: count for writer, count in more.items() if count > 0}


def _refuse_damage(store: Store, lines: Lines) -> None:
    history = History()
    history.take(lines)
    for problem in (*history.damage(), *store.defects()):
        raise LogDamaged(str(problem))


def _missing(
    writer: str, theirs: Sequence[bytes], ours: Sequence[bytes], *, first: int = 1
) -> Sequence[bytes]:
    """What ours lacks; a stub is as good as the line it stands for."""
    for number, (one, other) in enumerate(zip(theirs, ours, strict=False), start=first):
        if hash_in_chain(one) != hash_in_chain(other):
            raise DivergedLog(writer, line=number)
    return theirs[len(ours) :]
