"""``variants log pull``: the log from a server to the edition's files."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Copy new lines of the log from a server to the files.

Lines and texts that the files lack are added. Nothing is changed or removed, neither in the files
nor on the server.

\b
Examples:
  variants log pull
  variants log pull sqlite:///../team.db --dry-run
"""


def pull(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add the lines and texts of the server to the files."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - imports the log

    root, address = edition_and_server(server)
    missing = transfer(open_store(root, address), FileStore(root), dry_run=dry_run)
    print_transfer("pull", f"from {address}", missing, dry_run=dry_run)
    return ExitCode.FINE
