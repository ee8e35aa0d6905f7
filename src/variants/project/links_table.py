"""``[links]`` of ``variants.toml``: sentences that are one bead, or never share one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.errors import BadLink
from variants.errors.lists import counted
from variants.project.toml_tables import Table
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import squeeze

OPTIONS = {LinkKind.FORCED: "force", LinkKind.FORBIDDEN: "forbid"}
"""Keys of links in the file, and names of their options without hyphens."""

Numbers = tuple[int, ...]
_EXAMPLE = 'force = "3,4=5", with their first words: seed = ["…", "…"], other = ["…"]'


@dataclass(frozen=True, slots=True)
class LinksTable:
    """The tables ``[[links.DOCUMENT.SIGLUM]]`` of one witness."""

    document: str
    siglum: str
    links: tuple[SentenceLink, ...]


def read_links(table: Table) -> tuple[LinksTable, ...]:
    """Return the links of each witness in ``[links]``, in file order."""
    return tuple(
        LinksTable(document.names[-1], siglum, tuple(_links(document, siglum)))
        for document in table.tables()
        for siglum in document.content
    )


def links_of(tables: Sequence[LinksTable], document: str) -> tuple[SentenceLink, ...]:
    """Return the links of one document."""
    return tuple(link for table in tables if table.document == document for link in table.links)


def in_force(*sources: Sequence[SentenceLink]) -> tuple[SentenceLink, ...]:
    """Merge the links of several sources; each source replaces links of the earlier ones."""
    found: list[SentenceLink] = []
    for source in sources:
        found = [old for old in found if not any(replaces(new, old) for new in source)]
        found += source
    return tuple(found)


def replaces(new: SentenceLink, old: SentenceLink) -> bool:
    """Return True if a link contradicts an older one, or is equal to it."""
    same = (new.siglum, new.kind, new.label) == (old.siglum, old.kind, old.label)
    return same or new.contradicts(old)


def sentences_in(text: str, *, option: str) -> tuple[Numbers, Numbers]:
    """Return the sentences of the seed and of the other text in ``"3,4=5"``, counted from 0.

    A side may be empty, and may have ranges: ``"3-4="``.

    Raises:
        BadLink: No sentences are named, or those of a side are not consecutive numbers from 1.
    """
    seed, sign, other = text.partition("=")
    if not sign or not (seed + other).strip():
        raise BadLink(text, option=option, problem="it needs sentences on a side of =")
    return _numbers(seed, text, option), _numbers(other, text, option)


def _numbers(side: str, text: str, option: str) -> Numbers:
    """Return the sentences of one side."""
    found: list[int] = []
    for part in side.split(",") if side.strip() else ():
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", part, re.ASCII)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last:
            problem = f"{part.strip()!r} is not the number of a sentence, counted from 1"
            raise BadLink(text, option=option, problem=problem)
        found += range(first - 1, last)
    if found and found != list(range(found[0], found[0] + len(found))):
        raise BadLink(text, option=option, problem="the sentences of a side must be consecutive")
    return tuple(found)


def _links(document: Table, siglum: str) -> Iterator[SentenceLink]:
    """Yield the links of one witness, which must not contradict each other."""
    found: list[SentenceLink] = []
    for row in document.listed_tables(siglum):
        link = _link(row, siglum)
        for other in found:
            if link.contradicts(other):
                problem = f"{_setting(link)} contradicts {_setting(other)} above."
                raise row.error(key="", problem=problem, hint="Remove one of them.")
        found.append(link)
        yield link


def _link(row: Table, siglum: str) -> SentenceLink:
    row.allow(*OPTIONS.values(), "seed", "other")
    kinds = [kind for kind, name in OPTIONS.items() if name in row.content]
    if len(kinds) != 1:
        problem = "a link needs either force or forbid."
        raise row.error(key="", problem=problem, hint=f"Example: {_EXAMPLE}")
    kind = kinds[0]
    key = OPTIONS[kind]
    try:
        numbers = sentences_in(row.text(key), option=key)
        check_sides(kind, numbers, row.text(key), option=key)
    except BadLink as error:
        raise row.error(key, problem=str(error), hint=error.hint) from error
    sides = []
    for name, side in zip(("seed", "other"), numbers, strict=True):
        openings = [squeeze(words) for words in row.texts(name)]
        if len(openings) != len(side) or not all(openings):
            raise row.error(
                name if name in row.content else "",
                problem=f"{name} must have the first words of {counted(len(side), 'sentence')}.",
                hint=f"Example: {_EXAMPLE}",
            )
        sides.append(tuple(map(SentenceMark, side, openings)))
    return SentenceLink(kind, siglum, *sides)


def check_sides(
    kind: LinkKind, numbers: tuple[Numbers, Numbers], text: str, *, option: str
) -> None:
    """Raise an error for sides that a link cannot have."""
    if all(numbers):
        return
    if kind is LinkKind.FORBIDDEN:
        raise BadLink(text, option=option, problem="a forbidden link needs two sides")
    if sum(map(len, numbers)) > 1:
        problem = "only one sentence can be forced to have no counterpart"
        raise BadLink(text, option=option, problem=problem)


def _setting(link: SentenceLink) -> str:
    return f'{OPTIONS[link.kind]} = "{link.label}"'
