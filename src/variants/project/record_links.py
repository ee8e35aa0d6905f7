"""Move the links of ``variants.toml`` into the log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from variants.aligners.constraints import describe_mismatch
from variants.errors import LinksNotRecorded
from variants.log.events import RecordedLink
from variants.log.history import History
from variants.log.journal import Journal
from variants.log.recorded_links import recorded_link, recorded_links
from variants.project.documents import read_document, read_edition
from variants.project.settings_file import NAME
from variants.project.toml_links import without_links
from variants.project.witness_files import Document
from variants.segmenters import segment_all
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink
from variants.wording.atomic_files import replacing


def record_links(root: Path, journal: Journal, *, why: str = "") -> list[tuple[str, SentenceLink]]:
    """Move all links of the edition's ``variants.toml`` into the log, or none.

    A link that the log has already is only removed from the file.

    Returns:
        The name of the document and the link, for each link in the file.

    Raises:
        LinksNotRecorded: A sentence has changed, or the log has a link that contradicts one.
        BadSettingsFile: The links cannot be removed from the file.
    """
    edition = read_edition(root)
    documents = {each.name: each for each in edition.documents if each.links}
    links = [(name, link) for name, each in documents.items() for link in dict.fromkeys(each.links)]
    if not links:
        return []
    cuts = {name: _segment(each, edition.settings.segmenter) for name, each in documents.items()}
    problems = list(_problems(links, cuts, journal.history))
    if problems:
        raise LinksNotRecorded(root / NAME, problems)
    content = without_links(root, {name: each.links for name, each in documents.items()})
    new = list(_new(links, cuts, journal.history, why))
    with replacing(root / NAME) as file:
        file.write(content)
        # A full disk is noticed before anything is recorded.
        file.flush()
        if new:
            journal.link_all(new)
    return links


_Cuts = Mapping[str, Mapping[str, Segmentation]]
"""Segmentations by document and siglum."""
_Links = Sequence[tuple[str, SentenceLink]]
"""Links, each with the name of its document."""


def _segment(document: Document, segmenter: str) -> dict[str, Segmentation]:
    """Segment the seed and the witnesses that have links; the seed's key is empty."""
    linked = {link.siglum for link in document.links}
    seed, *others = read_document(document)
    first, *rest = segment_all([seed, *(o for o in others if o.siglum in linked)], segmenter)
    return {"": first} | {cut.witness.siglum: cut for cut in rest}


def _problems(links: _Links, cuts: _Cuts, history: History) -> Iterator[str]:
    """Yield what keeps links from being recorded."""
    for name, link in links:
        label = f"{name} {link.siglum}:{link.label} {link.kind.value}"
        lost = describe_mismatch(link, cuts[name][""], cuts[name][link.siglum])
        if lost:
            yield f"{label}: {lost}"
        for other in recorded_links(history, name).every.values():
            if other.contradicts(link) and not _same(other, link):
                yield f"{label}: the log has {other.label} {other.kind.value}"


def _new(links: _Links, cuts: _Cuts, history: History, why: str) -> Iterator[RecordedLink]:
    """Yield the links that the log does not have yet, or only for another state of the texts."""
    for name, link in links:
        sides = (cuts[name][""], cuts[name][link.siglum])
        logged = recorded_links(history, name).every
        same = {event: other for event, other in logged.items() if _same(other, link)}
        if not any(not describe_mismatch(other, *sides) for other in same.values()):
            yield recorded_link(link, sides, document=name, why=why, replaces=tuple(same))


def _same(first: SentenceLink, second: SentenceLink) -> bool:
    """Return True if two links mean the same, whatever words they remember."""
    ours, theirs = ((each.siglum, each.kind, each.label) for each in (first, second))
    return ours == theirs
