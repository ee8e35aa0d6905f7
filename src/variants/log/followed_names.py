"""Names in the log, followed to the names that documents and witnesses have now.

A document or a witness may get another name, or another file, after decisions were recorded. Its
text identifies it: the log has the SHA-256 of every text that was compared. If exactly one document
or witness has the text now, it is followed. If several have it, they are reported and none is
chosen. A change of name that an editor has recorded comes first.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from variants.errors.lists import listed
from variants.log.events import (
    Body,
    CommentMade,
    Digests,
    DocumentOpened,
    Event,
    NewAnchor,
    RecordedLink,
    Renamed,
    TextChange,
)
from variants.log.history import History
from variants.types.decision import Anchor, Decision, Wording
from variants.types.notice import Notice
from variants.types.verdict import SenseVerdict

_Judged = TypeVar("_Judged", Decision, SenseVerdict)


@dataclass(frozen=True, slots=True)
class UnclearName:
    """A name of the log whose text several documents or witnesses have now.

    Attributes:
        document: Name of the document; the one in the log, if the document itself is meant.
        witness: Siglum in the log; empty for a document.
        candidates: The names that have the text.
    """

    document: str
    witness: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowedLog:
    """A log whose events have the names of today.

    Attributes:
        history: The log, for reading.
        followed: Changes of name that were found by the text and are not recorded.
        unclear: Names that are not followed, since several have the text.
    """

    history: History
    followed: tuple[Renamed, ...] = ()
    unclear: tuple[UnclearName, ...] = ()

    def notices(self, document: str) -> Iterator[Notice]:
        """Yield a notice for each name of a document that was followed or is unclear."""
        for each in self.followed:
            command = f"variants log rename {each.document} {each.to}"
            if not each.witness and each.to == document:
                yield Notice(
                    "",
                    f"The decisions on {each.document} are shown on {document}, which has its "
                    f"text. Record the new name with {command}.",
                )
            elif each.witness and each.document == document:
                yield Notice(
                    "",
                    f"{each.witness} of the log is now {each.to}, which has its text. "
                    f"Record this with variants log rename {each.witness} {each.to}.",
                )
        for unclear in self.unclear:
            if unclear.witness and unclear.document == document:
                names = listed(unclear.candidates, " and ")
                yield Notice(
                    "",
                    f"{names} have the text of {unclear.witness} of the log: none is chosen. "
                    f"Choose with variants log rename {unclear.witness} "
                    f"{unclear.candidates[0]}.",
                )


def follow_names(
    history: History,
    documents: Collection[str],
    texts_of: Callable[[str], Digests],
    *,
    within: str = "",
) -> FollowedLog:
    """Return a log with the names that its documents and witnesses have now.

    Args:
        history: The log as recorded.
        documents: Names of all documents of the edition.
        texts_of: Returns siglum and SHA-256 of the texts that a document has now, the seed first.
            It is called for other documents than ``within`` only if one of the log is missing.
        within: The document whose witnesses are followed; empty for none.
    """
    return _NameFollower(history, documents, texts_of).follow(within)


class _NameFollower:
    """Follows the names of one log."""

    def __init__(
        self, history: History, documents: Collection[str], texts_of: Callable[[str], Digests]
    ) -> None:
        self._history = history
        self._documents = frozenset(documents)
        self._texts_of = texts_of
        self._seeds: dict[str, set[str]] = defaultdict(set)
        self._texts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._lines: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._renamed: list[Renamed] = []
        self._places: dict[tuple[str, str], str] = {}
        self._sigla: dict[tuple[str, Digests], dict[str, str]] = {}
        self._followed: dict[tuple[str, str], Renamed] = {}
        self._unclear: dict[tuple[str, str], UnclearName] = {}
        self._collect()

    def follow(self, within: str) -> FollowedLog:
        """Return the log with the names of today."""
        changed: dict[str, Body] = {}
        for event in self._history.events():
            body = self._with_names(event, within)
            if body is not event.body:
                changed[event.id] = body
        return FollowedLog(
            self._history.with_bodies(changed) if changed else self._history,
            tuple(each for _, each in sorted(self._followed.items())),
            tuple(each for _, each in sorted(self._unclear.items())),
        )

    def _collect(self) -> None:
        """Collect the texts that the log has under each name, and the recorded changes of name."""
        known: set[tuple[str, Digests]] = set()
        for event in self._history.events():
            match event.body:
                case (
                    Decision(anchor=anchor, witnesses=texts)
                    | SenseVerdict(anchor=anchor, witnesses=texts)
                ):
                    self._seeds[anchor.document].add(anchor.text)
                    known.add((anchor.document, texts))
                    writer, line = self._history.where(event.id)
                    self._lines[anchor.document][writer].append(line)
                case CommentMade(anchor=Anchor() as anchor):
                    self._seeds[anchor.document].add(anchor.text)
                case DocumentOpened(document, seed, texts):
                    self._seeds[document] |= {text for name, text in texts if name == seed}
                    known.add((document, texts))
                case TextChange(document, siglum, _, after):
                    known.add((document, ((siglum, after),)))
                case Renamed() as renamed if self._history.is_active(event.id):
                    self._renamed.append(renamed)
                    if renamed.witness:
                        about = tuple((renamed.witness, text) for text in renamed.texts)
                        known |= {(renamed.document, (each,)) for each in about}
                    else:
                        self._seeds[renamed.to] |= {*renamed.texts}
                case _:
                    pass
        for document, texts in known:
            for siglum, text in texts:
                self._texts[document][siglum] |= {text} - {""}

    def _with_names(self, event: Event, within: str) -> Body:  # noqa: PLR0911 - for each type
        """Return the body of an event with the names of today; the same object if none changes."""
        active = self._history.is_active(event.id)
        match event.body:
            case Decision() as decision:
                return self._judged(decision, within, active=active)
            case SenseVerdict() as verdict:
                return self._judged(verdict, within, active=active)
            case CommentMade(anchor=Anchor() as anchor) | NewAnchor(anchor=anchor):
                name = self._document_of(anchor.document, anchor.text)
                if name == anchor.document:
                    return event.body
                return dataclasses.replace(
                    event.body, anchor=dataclasses.replace(anchor, document=name)
                )
            case RecordedLink() as link:
                name = self._document_of(link.document)
                siglum = link.witness
                if name == within:
                    siglum = self._siglum_now(name, siglum, "", (), active=active)
                if (name, siglum) == (link.document, link.witness):
                    return link
                return dataclasses.replace(link, document=name, witness=siglum)
            case body:
                return body

    def _judged(self, body: _Judged, within: str, *, active: bool) -> _Judged:
        """Return a decision or verdict with the names of today."""
        document = self._document_of(body.anchor.document, body.anchor.text)
        sigla = self._sigla_now(document, body.witnesses, active) if document == within else {}
        siglum = sigla.get(body.anchor.siglum, body.anchor.siglum)
        if document != body.anchor.document or siglum != body.anchor.siglum:
            anchor = dataclasses.replace(body.anchor, document=document, siglum=siglum)
            body = dataclasses.replace(body, anchor=anchor)
        if all(old == new for old, new in sigla.items()):
            return body
        texts = self._texts_by_new_name(document, body.witnesses, sigla)
        if isinstance(body, SenseVerdict):
            return dataclasses.replace(
                body, reading=_with_sigla(body.reading, sigla), witnesses=texts
            )
        return dataclasses.replace(
            body,
            wording=None if body.wording is None else _with_sigla(body.wording, sigla),
            also=tuple(_with_sigla(each, sigla) for each in body.also),
            saw=tuple(_with_sigla(each, sigla) for each in body.saw),
            witnesses=texts,
        )

    def _document_of(self, name: str, text: str = "") -> str:
        """Return the current name of a document; the old name if it is not found."""
        key = name, text
        if key not in self._places:
            self._places[key] = self._find_document(name, text)
        return self._places[key]

    def _find_document(self, name: str, text: str) -> str:
        recorded = self._recorded_name(name, text)
        if recorded in self._documents:
            return recorded
        if name in self._documents:
            return name
        names = {name, recorded}
        seeds = {seed for each in names for seed in self._seeds[each]}
        found = [each for each in sorted(self._documents) if self._seed_of(each) in seeds]
        if not found:
            texts = {one for each in names for of in self._texts[each].values() for one in of}
            found = [
                each
                for each in sorted(self._documents)
                if texts & {digest for _, digest in self._texts_of(each)}
            ]
        later = [each for each in found if not any(self._beside(one, each) for one in names)]
        if len(later) == len(found) == 1:
            self._followed[name, ""] = Renamed(name, "", found[0], tuple(sorted(seeds)))
            return found[0]
        if found:
            self._unclear[name, ""] = UnclearName(name, "", tuple(found))
        return name

    def _beside(self, name: str, other: str) -> bool:
        """Return True if a writer decided on a document after deciding on another one.

        Then both existed, and the other is not a new name of it.
        """
        lines, others = self._lines.get(name, {}), self._lines.get(other, {})
        return any(max(lines[each]) > min(others[each]) for each in {*lines} & {*others})

    def _seed_of(self, document: str) -> str:
        texts = self._texts_of(document)
        return texts[0][1] if texts else ""

    def _recorded_name(self, name: str, text: str) -> str:
        """Return the name that editors have recorded for a document with this text."""
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            ahead = _targets(
                (each for each in self._renamed if not each.witness and each.document == name),
                text,
                self._documents,
            )
            if len(ahead) != 1:
                break
            (name,) = ahead
        return name

    def _sigla_now(self, document: str, texts: Digests, active: bool) -> dict[str, str]:  # noqa: FBT001
        """Return the current siglum of each witness of a decision."""
        key = document, texts
        if key not in self._sigla:
            self._sigla[key] = {
                siglum: self._siglum_now(document, siglum, text, texts, active=active)
                for siglum, text in texts
            }
        return self._sigla[key]

    def _siglum_now(
        self, document: str, siglum: str, text: str, texts: Digests, *, active: bool
    ) -> str:
        """Return the current siglum of a witness that had a text; the old one if not found.

        Args:
            document: The document.
            siglum: The siglum in the log.
            text: SHA-256 of the text; empty if unknown.
            texts: The texts of all witnesses at that time. One that had the same text then is
                another witness.
            active: True to report a change of name that is not recorded.
        """
        now = dict(self._texts_of(document))
        seed = next(iter(now), "")
        if siglum in now and (now[siglum] == text or not text or siglum == seed):
            return siglum
        recorded = self._recorded_siglum(document, siglum, text, now)
        if recorded in now and recorded != siglum:
            return recorded
        at_that_time = dict(texts)
        wanted = {text} if siglum in now else self._texts_under(document, siglum) | {text} - {""}
        holders = [
            name
            for name, digest in now.items()
            if digest in wanted and at_that_time.get(name) != digest
        ]
        if len(holders) == 1:
            if active:
                self._followed[document, siglum] = Renamed(
                    document, siglum, holders[0], tuple(sorted(wanted))
                )
            return holders[0]
        if holders and active:
            self._unclear[document, siglum] = UnclearName(document, siglum, tuple(holders))
        return siglum

    def _recorded_siglum(
        self, document: str, siglum: str, text: str, now: Mapping[str, str]
    ) -> str:
        """Return the siglum that editors have recorded for a witness with this text."""
        seen: set[str] = set()
        while siglum not in seen:
            seen.add(siglum)
            ahead = _targets(
                (
                    each
                    for each in self._renamed
                    if each.witness == siglum and self._document_of(each.document) == document
                ),
                text,
                now,
            )
            if len(ahead) != 1:
                break
            (siglum,) = ahead
        return siglum

    def _texts_under(self, document: str, siglum: str) -> set[str]:
        """Return every text that the log has of a witness of a document."""
        return {
            text
            for name, texts in list(self._texts.items())
            if name == document or self._document_of(name) == document
            for text in texts.get(siglum, ())
        }

    def _texts_by_new_name(
        self, document: str, texts: Digests, sigla: Mapping[str, str]
    ) -> Digests:
        """Return the texts of a decision by the current sigla.

        If two witnesses have come to the same siglum, the text is kept that the witness does not
        have now: then the words decide if it still has the reading.
        """
        now = dict(self._texts_of(document))
        renamed = [(sigla[siglum], text) for siglum, text in texts]
        renamed.sort(key=lambda pair: now.get(pair[0]) != pair[1])
        return tuple(dict(renamed).items())


def _targets(renamed: Iterable[Renamed], text: str, current: Collection[str]) -> set[str]:
    """Return the new names of one old name, for a text; several if editors contradict each other.

    A change of name is about the texts that it lists, and also about others once nothing has the
    old name any longer.
    """
    found = list(renamed)
    about = {each.to for each in found if text and text in each.texts}
    if not about and not any(name in current for name in (_old_name(each) for each in found)):
        about = {each.to for each in found}
    return about & {*current} if len(about) > 1 else about


def _old_name(renamed: Renamed) -> str:
    return renamed.witness or renamed.document


def _with_sigla(wording: Wording, sigla: Mapping[str, str]) -> Wording:
    names = tuple(dict.fromkeys(sigla.get(each, each) for each in wording.sigla))
    return wording if names == wording.sigla else dataclasses.replace(wording, sigla=names)
