"""``variants log push``: the log between the edition's files and a server."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Copy missing lines and texts of the log from the edition's files to a server.

Lines and texts are only added, and only on the server. Repeating the command adds nothing.

\b
Examples:
  variants log push
  variants log push postgresql+psycopg://kl@db.example.org/telegram --dry-run
"""


def push(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Copy missing lines and texts to the server."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - import the log

    root, address = edition_and_server(server)
    lack = transfer(FileStore(root), open_store(root, address), dry_run=dry_run)
    print_transfer("push", f"to {address}", lack, dry_run=dry_run)
    return ExitCode.FINE
