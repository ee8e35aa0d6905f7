"""The text that LaTeX prints, read from a file by a small reader."""

from __future__ import annotations

import re

_SIGNS = {"textbackslash": "\\", "textasciicircum": "^", "textasciitilde": "~", "newline": " "}


def text_of_latex(content: str) -> str:
    r"""Return the text between ``\beginnumbering`` and ``\endnumbering``, without notes."""
    _, _, body = content.partition(r"\beginnumbering")
    body, _, _ = body.partition(r"\endnumbering")
    printed, at = _read(body, 0)
    assert at == len(body)
    return printed


def _read(source: str, at: int) -> tuple[str, int]:
    """Return the text up to the brace that closes a group, and the offset after it."""
    printed: list[str] = []
    while at < len(source):
        command = re.compile(r"\\([A-Za-z]+)").match(source, at)
        if source[at] == "}":
            return "".join(printed), at + 1
        if source[at] == "{":
            words, at = _read(source, at + 1)
            printed.append(words)
        elif command is not None:
            at = command.end()
            name = command[1]
            if name == "edtext":  # The text of a note, and the note: both are not the text's.
                _, at = _read(source, at + 1)
                _, at = _read(source, at + 1)
            elif name == "vSentence":
                _, at = _read(source, at + 1)
            else:
                printed.append(_SIGNS.get(name, ""))
        elif source[at] == "\\":
            printed.append("\u202f" if source[at + 1] == "," else source[at + 1])
            at += 2
        else:
            printed.append("\u00a0" if source[at] == "~" else source[at])
            at += 1
    return "".join(printed), at
