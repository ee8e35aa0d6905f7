"""Commands as they are typed in a shell."""

from __future__ import annotations

import shlex
from pathlib import Path


def typed(*words: str | Path) -> str:
    """Return a command, with quotation marks around names that need them.

    Examples:
        >>> typed("variants", "read", "my letter.docx")
        "variants read 'my letter.docx'"
    """
    return shlex.join(map(str, words))


def recognise_command(path: Path, *options: str) -> str:
    """Return the command that recognises the text in pictures of pages."""
    return typed("ocrmypdf", *options, path, path.with_name(f"{path.stem}-ocr.pdf"))
