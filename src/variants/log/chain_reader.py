"""Reader and checker of the lines of one chain.

Import this module only to read a log, since it loads pydantic.
"""

from __future__ import annotations

from collections.abc import Mapping

from variants.log.chain import BYTE_ORDER_MARK, hash_of, hashed_part
from variants.log.codec.read_line import Unreadable, read_line
from variants.log.events import (
    Digests,
    DocumentOpened,
    Erasure,
    Event,
    Foreign,
    TextChange,
)
from variants.log.problem import Problem


class ChainReader:
    """Reads the lines of one chain in order.

    Attributes:
        writer: Writer of the chain.
        count: Number of lines read.
        head: Hash of the last line; empty before the first.
        hashes: Hashes of all lines.
        seen: Heads of other chains that the writer mentioned last, by writer.
        texts: SHA-256 of each text by document and siglum, as recorded last; empty if removed.
        problems: Problems of single lines and of their order.
    """

    def __init__(self, writer: str) -> None:
        self.writer = writer
        self.count = 0
        self.head = ""
        self.hashes: set[str] = set()
        self.seen: dict[str, str] = {}
        self.texts: dict[str, dict[str, str]] = {}
        self.problems: list[Problem] = []
        self._digests: dict[str, Digests] = {}
        self._has_carriage_returns = False

    def read(self, line: bytes) -> Event | None:
        """Read the next line; its hash is ``head`` afterwards.

        Returns:
            The event, or ``None`` if the line is empty or unreadable.
        """
        self.count += 1
        raw = self._hashed_part(line)
        if not raw:
            self._report("is empty")
            return None
        event = read_line(raw, self._digests_of)
        if isinstance(event, Unreadable):
            self._report(f"cannot be understood: {event.reason}")
            self._extend(hash_of(raw))
            return None
        self._follow(event, hash_of(raw))
        return event

    def _hashed_part(self, line: bytes) -> bytes:
        """Return the part of a line that was hashed, and report what was added to it."""
        if line.startswith(BYTE_ORDER_MARK):
            self._report("begins with a byte order mark that a text editor has added")
        if line.endswith(b"\r") and not self._has_carriage_returns:
            self._has_carriage_returns = True
            self._report("ends in CR LF: a text editor or git has changed the line ends")
        return hashed_part(line)

    def _follow(self, event: Event, digest: str) -> None:
        """Extend the chain by an event, and keep the state that later lines refer to."""
        if event.prev != self.head:
            expected, found = (each[:15] or "nothing" for each in (self.head, event.prev))
            self._report(f"breaks the chain: {expected} comes before it, not {found}")
        self.seen.update(event.seen)
        match event.body:
            case Foreign(kind, version):
                self._report(
                    f"is of a later version of the format ({kind}, version {version}); it is kept "
                    "and not interpreted",
                    grave=False,
                )
            case Erasure(was=was):
                digest = was
            case DocumentOpened(document, _, witnesses):
                self._set_texts(document, dict(witnesses))
            case TextChange(document, siglum, _, after):
                self._set_texts(document, {siglum: after})
            case _:
                pass
        self._extend(digest)

    def _extend(self, digest: str) -> None:
        self.head = digest
        self.hashes.add(digest)

    def _set_texts(self, document: str, texts: Mapping[str, str]) -> None:
        self.texts.setdefault(document, {}).update(texts)
        self._digests.pop(document, None)

    def _digests_of(self, document: str) -> Digests:
        """Return the current texts of a document; the same object until they change."""
        if document not in self._digests:
            texts = self.texts.get(document, {})
            self._digests[document] = tuple((one, text) for one, text in texts.items() if text)
        return self._digests[document]

    def _report(self, message: str, *, grave: bool = True) -> None:
        """Report a problem of the line that is being read."""
        self.problems.append(Problem(self.writer, self.count, message, grave))
