"""Names of witnesses in reports, which other people read."""

from __future__ import annotations

import re

from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line


def file_name(witness: Witness) -> str:
    """Return the name of the file of a witness without its folders, which are private."""
    return re.split(r"[\\/]", witness.source)[-1]


def short_name(witness: Witness) -> str:
    """Return the title of a witness, or else the name of its file, on one line."""
    return sanitize_line(witness.title).strip() or sanitize_line(file_name(witness)).strip()
