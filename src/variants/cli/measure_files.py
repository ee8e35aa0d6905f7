"""Files of ``variants measures``: pictures, and their tables beside them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from variants.cli.errors import print_written
from variants.cli.sources import ensure_not_input
from variants.wording.atomic_files import make_folder, replace_file

if TYPE_CHECKING:
    from variants.types.version_measures import VersionMeasures


class MeasuresFormat(Enum):
    """Format of measures on the standard output."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "md"


def write_pictures(
    versions: VersionMeasures, folder: Path, document: str, inputs: Sequence[Path]
) -> None:
    """Write each picture and its table into a folder, which is made if it does not exist.

    Args:
        versions: The measures.
        folder: The folder.
        document: Name of a document of an edition, for the names of the files; empty for none.
        inputs: Files that must not be overwritten.
    """
    from variants.reports.pictures import draw_pictures  # noqa: PLC0415 - not for ``--help``

    make_folder(folder)
    written = []
    for picture in draw_pictures(versions):
        name = f"{document}.{picture.name}" if document else picture.name
        for suffix, content in ((".svg", picture.svg + "\n"), (".csv", picture.csv())):
            path = folder / f"{name}{suffix}"
            ensure_not_input(path, inputs)
            replace_file(path, content.encode())
            written.append(path)
    print_written(*written)
