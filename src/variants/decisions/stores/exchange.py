"""Between files and a server: each side gets what it lacks, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variants.decisions.chain import hash_in_chain
from variants.decisions.history import History
from variants.decisions.stores.store import Lines, Store
from variants.errors import ChainsApart, LogDamaged


def bring(source: Store, target: Store) -> dict[str, int]:
    """Add to one store the lines and texts of another that it lacks.

    ``variants log push`` brings from the files to the server, ``pull`` the other way. Both stores
    have to be fresh: opened for this, and not read yet.

    Returns:
        How many lines came, for each writer with new ones.

    Raises:
        ChainsApart: A writer's chain goes on in two ways; nothing was brought.
        LogDamaged: One of the sides is not as it was written; nothing was brought.
    """
    theirs, ours = source.news(), target.news()
    for store, lines in ((source, theirs), (target, ours)):
        _refuse_damage(store, lines)
    missing = {
        writer: _missing(writer, lines, ours.get(writer, ())) for writer, lines in theirs.items()
    }
    for digest in sorted({*source.texts.digests()} - {*target.texts.digests()}):
        text = source.texts.get(digest)
        if text is not None:
            target.texts.put(text)
    brought = {}
    for writer, rest in missing.items():
        if rest:
            first = len(ours.get(writer, ())) + 1
            target.append(writer, _rest_of(writer, rest, first=first))
            brought[writer] = len(rest)
    return brought


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
            raise ChainsApart(writer, line=number)
    return theirs[len(ours) :]


def _rest_of(
    writer: str, lines: Sequence[bytes], *, first: int
) -> Callable[[Lines], Sequence[bytes]]:
    """The lines that are missing still when nobody else can write: others may bring the same."""
    return lambda news: _missing(writer, lines, news.get(writer, ()), first=first)
