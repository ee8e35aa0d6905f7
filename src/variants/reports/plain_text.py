"""Reports as plain text: only the established text."""

from __future__ import annotations

import re
from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_text(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:  # noqa: ARG001 - plain text has no options
    """Write the text unchanged except for the active decisions.

    Lone surrogates, which UTF-8 cannot encode, are written as their code points.
    """
    for run in edition.runs():
        whole = _SURROGATE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", run.text)
        file.write(whole.encode())
