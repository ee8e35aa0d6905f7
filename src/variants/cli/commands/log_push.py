"""``variants log push``: the log from the edition's files to a server."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Copy new lines of the log from the files to a server.

Lines and texts that the server lacks are added. Nothing is changed or removed, neither on the
server nor in the files.

\b
Examples:
  variants log push
  variants log push postgresql+psycopg://kl@db.example.org/telegram --dry-run
"""


def push(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add the lines and texts of the files to the server."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - imports the log

    root, address = edition_and_server(server)
    missing = transfer(FileStore(root), open_store(root, address), dry_run=dry_run)
    print_transfer("push", f"to {address}", missing, dry_run=dry_run)
    return ExitCode.FINE
