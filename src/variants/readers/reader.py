"""Definition of a file format and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from variants.readers.file_text import FileText, ReadOptions

Read: TypeAlias = Callable[[Path, bytes, ReadOptions], tuple[FileText, ...]]
"""Function that returns the texts in a file, one or several.

Its arguments are the path, for messages; all bytes of the file; and the choices of the user. It
raises an ``InputError`` for a file that it cannot read.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A file format.

    Attributes:
        what: Description for messages, such as ``"a Word document"``.
        suffixes: Suffixes of such files, in lower case, with the dot.
        content: Pattern for the beginning of such files; ``None`` if they are known by suffix only.
        read: The function that reads them; ``None`` for a format that is not read yet.
        has_encoding: False for a binary format; its ``read`` ignores the user's encoding and leaves
            ``FileText.encoding`` empty.
        has_elements: True for a format with elements, of which the user may select some.
        has_pages: True for a format with pages, of which the user may choose some.
        has_choices: True for a format with several forms of one word, of which the user may choose.
        version: Number of the reader, which changes if it gives another text for the same file.
    """

    what: str
    suffixes: tuple[str, ...] = ()
    content: re.Pattern[bytes] | None = None
    read: Read | None = None
    has_encoding: bool = True
    has_elements: bool = False
    has_pages: bool = False
    has_choices: bool = False
    version: int = 1
