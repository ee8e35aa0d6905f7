"""Links written into ``variants.toml``, of which every other line stays as somebody wrote it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from variants.errors import BadSettingsFile, CannotReadEdition
from variants.project.links_table import OPTIONS, links_of
from variants.project.settings_file import NAME, read_settings_file
from variants.project.toml_tables import line_of
from variants.types.sentence_link import SentenceLink

_MARK = "\ufeff"


def settings_with_links(root: Path, document: str, links: Sequence[SentenceLink]) -> bytes:
    """The edition's ``variants.toml`` with these as the links of a document; nothing is written.

    Those that are there already stay where they stand, new ones are put at the end. Where the
    edition has no such file, it is what one has to hold.

    Raises:
        BadSettingsFile: Links are laid out so that they cannot be changed.
    """
    path = root / NAME
    source = _source(path)
    mark = _MARK if source.startswith(_MARK) else ""
    text = source.removeprefix(_MARK)
    old = links_of(read_settings_file(path).links, document) if path.exists() else ()
    for siglum in sorted({link.siglum for link in old}):
        rows = [link for link in old if link.siglum == siglum]
        for row in reversed(range(len(rows))):
            if rows[row] not in links:
                text = _without(text, document, siglum, row, path)
    for link in links:
        if link not in old:
            text = _with(text, document, link, path)
    return (mark + text).encode()


def _source(path: Path) -> str:
    """The text of the file, as it is; empty where there is none."""
    try:
        return path.read_bytes().decode() if path.exists() else ""
    except OSError as error:
        raise CannotReadEdition(path, error.strerror or str(error)) from error


def _with(text: str, document: str, link: SentenceLink, path: Path) -> str:
    """The text with a link at its end."""
    import tomlkit  # noqa: PLC0415 - only here, and it takes its time

    fields = _fields(link)
    table = {"links": {document: {link.siglum: [fields]}}}
    newline = "\r\n" if "\r\n" in text else "\n"
    end = _with_plain_ends(text[-4:])
    gap = "" if end[-2:] in ("", "\n\n") else "\n" if end.endswith("\n") else "\n\n"
    longer = text + f"{gap}{tomlkit.dumps(table)}".replace("\n", newline)
    expected = tomllib.loads(text)
    witnesses = expected.setdefault("links", {}).setdefault(document, {})
    witnesses[link.siglum] = [*witnesses.get(link.siglum, []), fields]
    if _read(longer) != expected:
        raise _no_room(text, ("links",), path)
    return longer


def _without(text: str, document: str, siglum: str, row: int, path: Path) -> str:
    """The text without a link: the table, but for comments before the one that comes next."""
    names = ("links", document, siglum, str(row))
    expected = tomllib.loads(text)
    del expected["links"][document][siglum][row]
    # Not splitlines(), for which lines end at other signs as well, such as U+2028.
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    start = _line_of(text, names) - 1
    for end in range(start + 1, len(lines) + 1):
        if end == len(lines) or lines[end].lstrip().startswith("["):
            shorter = _cut(lines, start, end)
            if _same(_read(shorter), expected):
                return shorter
    raise _no_room(text, names, path)


def _cut(lines: Sequence[str], start: int, end: int) -> str:
    """The lines without some of them, and without the empty ones that parted them from others."""
    while end > start and end < len(lines) and lines[end - 1].strip()[:1] in ("", "#"):
        end -= 1
    if end == len(lines) or not lines[end].strip():
        while start and not lines[start - 1].strip():
            start -= 1
    return "".join([*lines[:start], *lines[end:]])


def _fields(link: SentenceLink) -> dict[str, Any]:
    """What a link's table says."""
    openings = {
        side: [mark.opening for mark in marks]
        for side, marks in (("seed", link.seed), ("other", link.other))
        if marks
    }
    return {OPTIONS[link.kind]: link.label, **openings}


def _read(text: str) -> dict[str, Any] | None:
    """What a text says; nothing where it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _same(found: dict[str, Any] | None, expected: dict[str, Any]) -> bool:
    """Whether a text says what it should; tables that hold nothing say nothing."""
    return found is not None and _pruned(found) == _pruned(expected)


def _pruned(content: dict[str, Any]) -> dict[str, Any]:
    inner = {
        key: _pruned(value) if isinstance(value, dict) else value for key, value in content.items()
    }
    return {key: value for key, value in inner.items() if value not in ({}, [])}


def _line_of(text: str, names: tuple[str, ...]) -> int:
    return line_of(_with_plain_ends(text), names)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n")


def _no_room(text: str, names: tuple[str, ...], path: Path) -> BadSettingsFile:
    return BadSettingsFile(
        path,
        line=_line_of(text, names),
        problem="the links here are laid out so that this program cannot change them.",
        hint="Write each as a table of its own, [[links.DOCUMENT.SIGLUM]], or change them by hand.",
    )
