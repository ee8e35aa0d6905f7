"""Decisions confirmed by the user and recorded in the log."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from variants.cli.log_access import journal_of
from variants.errors import NotConfirmed

if TYPE_CHECKING:
    from variants.types.decision import Decision
    from variants.types.edition import Edition


def confirmed(count: int) -> bool:
    """Ask for confirmation to record decisions, and return True if it is given.

    Raises:
        NotConfirmed: There is no terminal to ask on.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NotConfirmed(count)
    what = "this decision" if count == 1 else f"these {count} decisions"
    return bool(typer.confirm(f"Record {what}?", err=True))


def record(
    root: Path, editor: str, drafts: Sequence[Decision], edition: Edition
) -> Sequence[Decision]:
    """Record decisions on one document.

    Args:
        root: Folder of the edition.
        editor: Key as typed.
        drafts: The decisions.
        edition: The document as the editor saw it.

    Raises:
        ConcurrentDecision: Decisions on these places have changed since.
    """
    seen = {d.id for status in edition.decisions.statuses for d in status.live}
    with journal_of(root, editor) as journal:
        return journal.record(drafts, edition.collation, seen=seen)
