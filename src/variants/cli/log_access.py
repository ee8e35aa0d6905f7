"""The log of the edition in this folder, as the commands of ``variants log`` need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.cli.errors import print_notices
from variants.cli.sources import edition_here
from variants.errors import NothingDecided, UnknownEvent

if TYPE_CHECKING:
    from variants.log.history import History
    from variants.log.stores import Store


def log_here() -> tuple[History, Store]:
    """The log of the edition here, which has to hold something, and where it is kept."""
    from variants.project.load import read_log  # noqa: PLC0415 - brings pydantic

    history, store = read_log(edition_here().root)
    if not history.count:
        print_log_notices(history, store)
        raise NothingDecided
    return history, store


def print_log_notices(history: History, store: Store) -> None:
    """Tell what is to be known of the log as a whole."""
    from variants.project.load import log_notices  # noqa: PLC0415 - brings the log

    print_notices(log_notices(edition_here().root, history, store))


def full_id(history: History, given: str) -> str:
    """The id that ends, or begins, as was typed.

    Raises:
        UnknownEvent: There is none, or several.
    """
    names = [event.id for event in history.events()]
    found = [name for name in names if name.endswith(given) or name.startswith(given)]
    if len(found) != 1:
        raise UnknownEvent(given, what="one event" if found else "event")
    return found[0]
