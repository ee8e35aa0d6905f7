"""``variants log pull``: the log between the edition's files and a server."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Copy missing lines and texts of the log from a server to the edition's files.

Lines and texts are only added, and only to the files. Repeating the command adds nothing.

\b
Examples:
  variants log pull
  variants log pull sqlite:///../team.db --dry-run
"""


def pull(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Copy missing lines and texts to the files."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - import the log

    root, address = edition_and_server(server)
    lack = transfer(open_store(root, address), FileStore(root), dry_run=dry_run)
    print_transfer("pull", f"from {address}", lack, dry_run=dry_run)
    return ExitCode.FINE
