"""``variants log pull`` and ``push``: the log between the edition's files and a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.editing import telling_of
from variants.cli.exit_codes import ExitCode
from variants.cli.failures import standard_output
from variants.cli.screen import write_line
from variants.cli.texts import edition_here
from variants.edition import log_address
from variants.errors import BadStoreAddress, NoServer
from variants.writers.notes import count

if TYPE_CHECKING:
    from variants.decisions.stores import Lack, Store

PULL_HELP = """Bring to the files of the edition what a server has and they lack.

Nothing is changed: lines and texts are added, to the files only. The second time brings nothing.

\b
Examples:
  variants log pull
  variants log pull sqlite:///../team.db --dry-run
"""
PUSH_HELP = """Bring to a server what the files of the edition have and it lacks.

Nothing is changed: lines and texts are added, on the server only. The second time brings nothing.

\b
Examples:
  variants log push
  variants log push postgresql+psycopg://kl@db.example.org/telegram --dry-run
"""

Server = Annotated[
    str,
    typer.Argument(
        metavar="SERVER",
        help="Address of its database. Usually what variants.toml says: store, under [log].",
        show_default=False,
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be brought, and bring nothing.")
]


def pull(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add to the files what the server has."""
    from variants.decisions.stores import FileStore, open_store  # noqa: PLC0415 - bring the log

    root, address = _edition_and_server(server)
    lack = _bring(open_store(root, address), FileStore(root), dry_run=dry_run)
    _tell("pull", f"from {address}", lack, dry_run=dry_run)
    return ExitCode.FINE


def push(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add to the server what the files have."""
    from variants.decisions.stores import FileStore, open_store  # noqa: PLC0415 - bring the log

    root, address = _edition_and_server(server)
    lack = _bring(FileStore(root), open_store(root, address), dry_run=dry_run)
    _tell("push", f"to {address}", lack, dry_run=dry_run)
    return ExitCode.FINE


def _edition_and_server(given: str) -> tuple[Path, str]:
    from variants.decisions.stores import FILES  # noqa: PLC0415 - brings the log

    root = edition_here().root
    address = given or log_address(root)
    if given == FILES:
        raise BadStoreAddress(given)
    if address in ("", FILES):
        raise NoServer
    return root, address


def _bring(source: Store, target: Store, *, dry_run: bool) -> Lack:
    from variants.decisions.stores import bring, lack_of  # noqa: PLC0415 - bring the log

    with telling_of(target):
        return lack_of(target, source) if dry_run else bring(source, target)


def _tell(verb: str, where: str, lack: Lack, *, dry_run: bool) -> None:
    """What was brought, in numbers."""
    done = f"would {verb}" if dry_run else f"{verb}ed"
    lines = {writer: len(each) for writer, each in lack.lines.items()}
    parts = [count(sum(lines.values()), "line")] if lines else []
    parts += [count(len(lack.texts), "text")] if lack.texts else []
    with standard_output():
        if not parts:
            write_line(f"nothing to {verb} {where}")
            return
        write_line(f"{done} {where}: {', '.join(parts)}")
        for writer, number in lines.items():
            write_line(f"  {writer}: {number}")
