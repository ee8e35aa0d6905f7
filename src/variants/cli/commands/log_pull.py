"""``variants log pull``: the log between the edition's files and a server."""

from __future__ import annotations

from variants.cli.exit_codes import ExitCode
from variants.cli.log_sync import Server, edition_and_server, print_transfer, transfer
from variants.cli.options import DryRun

HELP = """Bring to the files of the edition what a server has and they lack.

Nothing is changed: lines and texts are added, to the files only. The second time brings nothing.

\b
Examples:
  variants log pull
  variants log pull sqlite:///../team.db --dry-run
"""


def pull(server: Server = "", *, dry_run: DryRun = False) -> ExitCode:
    """Add to the files what the server has."""
    from variants.log.stores import FileStore, open_store  # noqa: PLC0415 - bring the log

    root, address = edition_and_server(server)
    lack = transfer(open_store(root, address), FileStore(root), dry_run=dry_run)
    print_transfer("pull", f"from {address}", lack, dry_run=dry_run)
    return ExitCode.FINE
