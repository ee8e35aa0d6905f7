"""The reading text and nothing else: what a program or a printer goes on with."""

from __future__ import annotations

import re
from typing import BinaryIO

from variants.reports.writer import ReportOptions
from variants.types.edition import Edition

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_text(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:  # noqa: ARG001 - no option shows in the bare text
    """Write the text character by character as it is, with the decisions in force applied.

    Half characters, which no UTF-8 file can hold, are shown by their number.
    """
    for run in edition.runs():
        whole = _SURROGATE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", run.text)
        file.write(whole.encode())
