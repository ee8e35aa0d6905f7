"""Access to the log of the edition in this folder."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.editor_key import editor_key
from variants.cli.errors import log_line, print_notices
from variants.cli.sources import edition_here
from variants.errors import AmbiguousEvent, LogEmptied, NothingDecided, UnknownEvent

if TYPE_CHECKING:
    from variants.log.history import History
    from variants.log.journal import Journal
    from variants.log.stores import Store


def log_here() -> tuple[History, Store]:
    """Read the log of the edition here, and return it with its store.

    Raises:
        NothingDecided: Nothing was recorded yet.
        LogEmptied: The log has lost all its lines.
    """
    from variants.project.load import is_emptied, read_log  # noqa: PLC0415 - imports pydantic

    history, store = read_log(edition_here().root)
    if is_emptied(history, store):
        raise LogEmptied
    if not history.count:
        print_log_notices(history, store)
        raise NothingDecided
    return history, store


@contextlib.contextmanager
def journal_of(root: Path, editor: str) -> Iterator[Journal]:
    """Open the log of an edition for writing, and print the store's notices at the end.

    Args:
        root: Folder of the edition.
        editor: Key as typed; the user is asked for it if it is empty and none is remembered.
    """
    from variants.project.load import open_log  # noqa: PLC0415 - imports the log

    journal = open_log(root, editor=editor_key(editor))
    with reporting_notices(journal.store):
        yield journal


@contextlib.contextmanager
def reporting_notices(store: Store) -> Iterator[None]:
    """Print the notices of a store at the end, also after an error."""
    try:
        yield
    finally:
        for notice in store.notices:
            log_line("note", notice)


def print_log_notices(history: History, store: Store) -> None:
    """Print the notices about the log as a whole."""
    from variants.project.load import log_notices  # noqa: PLC0415 - imports the log

    print_notices(log_notices(edition_here().root, history, store))


def full_id(history: History, given: str) -> str:
    """Return the id of the event that starts or ends with the characters given.

    Raises:
        UnknownEvent: No event matches.
        AmbiguousEvent: Several events match.
    """
    names = [event.id for event in history.events()]
    found = [name for name in names if name.endswith(given) or name.startswith(given)]
    if not found:
        raise UnknownEvent(given)
    if len(found) > 1:
        raise AmbiguousEvent(given, found)
    return found[0]
