"""``variants log push``: the log between the edition's files and a server."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Bring to a server what the files of the edition have and it lacks.

Nothing is changed: lines and texts are added, on the server only. The second time brings nothing.

\b
Examples:
  variants log push
  variants log push postgresql+psycopg://kl@db.example.org/telegram --dry-run
"""


def push(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add to the server what the files have."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - bring the log

    root, address = edition_and_server(server)
    lack = transfer(FileStore(root), open_store(root, address), dry_run=dry_run)
    print_transfer("push", f"to {address}", lack, dry_run=dry_run)
    return ExitCode.FINE
