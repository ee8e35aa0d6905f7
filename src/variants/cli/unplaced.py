"""Decisions of the log that belong to no document that is compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.event_text import event_line
from variants.errors.lists import counted, listed
from variants.project.documents import has_log

if TYPE_CHECKING:
    from variants.log.followed_names import FollowedLog
    from variants.project.load import Judged


def followed_log(root: Path) -> FollowedLog | None:
    """Return the log of an edition with the current names of documents; ``None`` if it has none."""
    if not has_log(root):
        return None
    from variants.project.load import follow_log, read_log  # noqa: PLC0415

    return follow_log(root, read_log(root)[0])


def unplaced_here(root: Path, followed: FollowedLog) -> tuple[Judged, ...]:
    """Return the active decisions and verdicts that no compared document has."""
    from variants.project.load import (  # noqa: PLC0415 - imports the log
        compared_documents,
        unplaced_events,
    )

    return unplaced_events(followed.history, compared_documents(root))


def unplaced_lines(root: Path) -> Iterator[str]:
    """Yield a heading, a line for each decision without a place, and what can be done."""
    followed = followed_log(root)
    left = unplaced_here(root, followed) if followed is not None else ()
    if followed is None or not left:
        return
    yield f"without a place: {counted(len(left), 'decision')} of the log"
    for each in left:
        event = followed.history.event(each.id)
        if event is not None:
            yield f"  {event_line(event)}"
    missing = sorted({each.anchor.document for each in left})
    for unclear in followed.unclear:
        if unclear.document in missing:
            names = listed(unclear.candidates, " and ")
            have = "has" if len(unclear.candidates) == 1 else "have"
            yield f"  {names} {have} the text of {unclear.document}: none is chosen"
    yield (
        f"  A document with another name now: variants log rename {missing[0]} NEW. "
        "To give decisions up: variants log withdraw ID, or --unplaced for all"
    )
