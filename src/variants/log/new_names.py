"""New names of documents and witnesses, ready to be recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from variants.log.events import Digests, DocumentOpened, RecordedLink, Renamed, TextChange
from variants.log.history import History
from variants.types.decision import Decision
from variants.types.verdict import SenseVerdict


def documents_in(history: History) -> set[str]:
    """Return the names of all documents that the log has decisions, verdicts or links on."""
    anchors = [each.anchor for each in history.decisions()]
    anchors += [each.anchor for each in history.verdicts()]
    bodies = (event.body for event in history.events())
    links = {body.document for body in bodies if isinstance(body, RecordedLink)}
    return {anchor.document for anchor in anchors} | links


def sigla_in(history: History, document: str) -> dict[str, set[str]]:
    """Return the texts that the log has of each witness of a document, by siglum."""
    found: dict[str, set[str]] = {}
    for texts in set(_texts_of(history, document)):
        for siglum, text in texts:
            found.setdefault(siglum, set()).add(text)
    for event in history.events():
        if isinstance(event.body, RecordedLink) and event.body.document == document:
            found.setdefault(event.body.witness, set())
    return {siglum: texts - {""} for siglum, texts in found.items()}


def rename_document(history: History, old: str, new: str, now: Mapping[str, str]) -> Renamed:
    """Return a change of a document's name.

    Args:
        history: The log, with the names that were followed so far.
        old: Name in the log.
        new: Current name.
        now: SHA-256 of the seed of each current document, by name. Decisions on the current text
            of ``old`` stay there.
    """
    anchors = [each.anchor for each in history.decisions(old)]
    anchors += [each.anchor for each in history.verdicts(old)]
    texts = {anchor.text for anchor in anchors} - {now.get(old, "")}
    return _replacing(history, Renamed(old, "", new, tuple(sorted(texts))))


def rename_witness(history: History, document: str, old: str, new: str, now: Digests) -> Renamed:
    """Return a change of a witness's siglum.

    Args:
        history: The log, with the current names of documents.
        document: Current name of the document.
        old: Siglum in the log.
        new: Current siglum.
        now: Siglum and SHA-256 of the current texts of the document.
    """
    texts = sigla_in(history, document).get(old, set()) - {dict(now).get(old, "")}
    return _replacing(history, Renamed(document, old, new, tuple(sorted(texts))))


def _replacing(history: History, renamed: Renamed) -> Renamed:
    """Return a change of name that replaces active ones of the same texts that contradict it."""
    one = renamed.witness or renamed.document
    replaced = tuple(
        event.id
        for event in history.events()
        if isinstance(event.body, Renamed)
        and history.is_active(event.id)
        and bool(event.body.witness) == bool(renamed.witness)
        and (not renamed.witness or event.body.document == renamed.document)
        and _contradicts(event.body, one, renamed)
    )
    return Renamed(
        renamed.document, renamed.witness, renamed.to, renamed.texts, renamed.why, replaced
    )


def _contradicts(earlier: Renamed, old: str, renamed: Renamed) -> bool:
    """Return True if an earlier change has another new name for a text, or leads back."""
    start = earlier.witness or earlier.document
    again = start == old
    back = start == renamed.to and earlier.to == old
    shared = {*earlier.texts} & {*renamed.texts} or not (earlier.texts and renamed.texts)
    return (again or back) and bool(shared)


def _texts_of(history: History, document: str) -> Iterator[Digests]:
    for event in history.events():
        match event.body:
            case Decision(witnesses=texts) | SenseVerdict(witnesses=texts):
                if event.body.anchor.document == document:
                    yield texts
            case DocumentOpened(name, _, texts) if name == document:
                yield texts
            case TextChange(name, siglum, _, after) if name == document:
                yield ((siglum, after),)
            case _:
                pass
