"""Transfer of lines and texts of the log between the edition's files and a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from variants.cli.console import write_line
from variants.cli.errors import standard_output
from variants.cli.log_access import reporting_notices
from variants.cli.sources import edition_here
from variants.errors import BadStoreAddress, NoServer
from variants.project.documents import log_address
from variants.wording.passage_notes import count

if TYPE_CHECKING:
    from variants.log.stores import MissingLines, Store

Server = Annotated[
    str,
    typer.Argument(
        metavar="SERVER",
        help="Address of the database (default: store under [log] in variants.toml).",
        show_default=False,
    ),
]


def edition_and_server(given: str) -> tuple[Path, str]:
    """Return the edition's folder and the address of the server: the one given, or its own.

    Raises:
        NotAnEdition: This folder is in no edition.
        BadStoreAddress: The given address is that of files.
        NoServer: No address is given, and the edition has none.
    """
    from variants.log.stores import FILES  # noqa: PLC0415 - imports the log

    root = edition_here().root
    address = given or log_address(root)
    if given == FILES:
        raise BadStoreAddress(given)
    if address in ("", FILES):
        raise NoServer
    return root, address


def transfer(source: Store, target: Store, *, dry_run: bool) -> MissingLines:
    """Copy the lines and texts that the target lacks, and return them; a dry run copies none."""
    from variants.log.stores import copy_missing, find_missing  # noqa: PLC0415 - imports the log

    with reporting_notices(target):
        return find_missing(source, target) if dry_run else copy_missing(source, target)


def print_transfer(verb: str, where: str, missing: MissingLines, *, dry_run: bool) -> None:
    """Print how many lines and texts were transferred, by writer."""
    done = f"would {verb}" if dry_run else f"{verb}ed"
    lines = {writer: len(each) for writer, each in missing.lines.items()}
    parts = [count(sum(lines.values()), "line")] if lines else []
    parts += [count(len(missing.texts), "text")] if missing.texts else []
    with standard_output():
        if not parts:
            write_line(f"nothing to {verb} {where}")
            return
        write_line(f"{done} {where}: {', '.join(parts)}")
        for writer, number in lines.items():
            write_line(f"  {writer}: {number}")
