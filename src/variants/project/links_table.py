"""``[links]`` of ``variants.toml``: sentences that are one bead, or never share one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variants.errors import BadLink
from variants.project.toml_tables import Table
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import squeeze

OPTIONS = {LinkKind.FORCED: "force", LinkKind.FORBIDDEN: "forbid"}
"""What lays down a link, in the file and, with two hyphens, on the command line."""

Numbers = tuple[int, ...]
_EXAMPLE = 'force = "3,4=5", with seed = ["…", "…"] and other = ["…"]: their first words'


@dataclass(frozen=True, slots=True)
class LinksTable:
    """What ``[[links.DOCUMENT.SIGLUM]]`` says, all of them together."""

    document: str
    siglum: str
    links: tuple[SentenceLink, ...]


def read_links(table: Table) -> tuple[LinksTable, ...]:
    """What ``[links]`` says of each witness, in the order of the file."""
    return tuple(
        LinksTable(document.names[-1], siglum, tuple(_links(document, siglum)))
        for document in table.tables()
        for siglum in document.content
    )


def links_of(tables: Sequence[LinksTable], document: str) -> tuple[SentenceLink, ...]:
    """What is said of one document."""
    return tuple(link for table in tables if table.document == document for link in table.links)


def in_force(*sources: Sequence[SentenceLink]) -> tuple[SentenceLink, ...]:
    """The links of several sources, each taking the place of what it replaces in those before."""
    found: list[SentenceLink] = []
    for source in sources:
        found = [old for old in found if not any(replaces(new, old) for new in source)]
        found += source
    return tuple(found)


def replaces(new: SentenceLink, old: SentenceLink) -> bool:
    """Whether a link takes the place of an older one: it contradicts it, or says the same."""
    same = (new.siglum, new.kind, new.label) == (old.siglum, old.kind, old.label)
    return same or new.contradicts(old)


def sentences_in(text: str, *, option: str) -> tuple[Numbers, Numbers]:
    """The sentences of the seed and of the other text in ``"3,4=5"``, counted from 0 then.

    Either side may be empty, and ranges do too: ``"3-4="``.
    """
    seed, sign, other = text.partition("=")
    if not sign or not (seed + other).strip():
        raise BadLink(text, option=option, problem="has to have sentences on a side of =")
    return _numbers(seed, text, option), _numbers(other, text, option)


def _numbers(side: str, text: str, option: str) -> Numbers:
    """One side of it."""
    found: list[int] = []
    for part in side.split(",") if side.strip() else ():
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", part, re.ASCII)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 0 < first <= last:
            problem = f"{part.strip()!r} is no sentence, which count from 1"
            raise BadLink(text, option=option, problem=problem)
        found += range(first - 1, last)
    if found and found != list(range(found[0], found[0] + len(found))):
        raise BadLink(text, option=option, problem="the sentences of a side follow one another")
    return tuple(found)


def _links(document: Table, siglum: str) -> Iterator[SentenceLink]:
    """What is laid down about one witness, none of it against another part of it."""
    found: list[SentenceLink] = []
    for row in document.listed_tables(siglum):
        link = _link(row, siglum)
        for other in found:
            if link.contradicts(other):
                problem = f"{_said(link)} contradicts {_said(other)} above."
                raise row.complaint(key="", problem=problem, hint="Take one of them away.")
        found.append(link)
        yield link


def _link(row: Table, siglum: str) -> SentenceLink:
    row.allow(*OPTIONS.values(), "seed", "other")
    kinds = [kind for kind, name in OPTIONS.items() if name in row.content]
    if len(kinds) != 1:
        problem = "a link has to have either force or forbid."
        raise row.complaint(key="", problem=problem, hint=f"As in {_EXAMPLE}.")
    kind = kinds[0]
    key = OPTIONS[kind]
    try:
        numbers = sentences_in(row.text(key), option=key)
        check_sides(kind, numbers, row.text(key), option=key)
    except BadLink as error:
        raise row.complaint(key, problem=str(error), hint=error.hint) from error
    sides = []
    for name, side in zip(("seed", "other"), numbers, strict=True):
        openings = [squeeze(words) for words in row.texts(name)]
        if len(openings) != len(side) or not all(openings):
            raise row.complaint(
                name if name in row.content else "",
                problem=f"{name} has to hold the first words of {_count(len(side))}.",
                hint=f"As in {_EXAMPLE}.",
            )
        sides.append(tuple(map(SentenceMark, side, openings)))
    return SentenceLink(kind, siglum, *sides)


def check_sides(
    kind: LinkKind, numbers: tuple[Numbers, Numbers], text: str, *, option: str
) -> None:
    """Refuse sides that no link can have."""
    if all(numbers):
        return
    if kind is LinkKind.FORBIDDEN:
        raise BadLink(text, option=option, problem="what is forbidden has two sides")
    if sum(map(len, numbers)) > 1:
        raise BadLink(
            text, option=option, problem="a link says of one sentence that it has no counterpart"
        )


def _said(link: SentenceLink) -> str:
    return f'{OPTIONS[link.kind]} = "{link.label}"'


def _count(number: int) -> str:
    return f"{number} sentence{'' if number == 1 else 's'}"
