"""A witness: one rendering of the text, as decoded by its reader."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import Enum

from variants.types.correction import Correction
from variants.types.ignored_words import IgnoredWords
from variants.types.notice import Notice
from variants.types.set_aside import JOINS_LETTERS, SetAsideKind, mask
from variants.types.span import Span

DESCRIPTIVE = {"descriptive": True}
"""Metadata of fields that change nothing that is found, and so are not signed."""


class DivisionKind(Enum):
    """Type of a division."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERSE = "verse"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Division:
    """Marked section of a text. Aligners use it as evidence, not as a border.

    Attributes:
        kind: Its type.
        span: Its extent in the text.
        label: Its number or name in the text ("3:16"); empty if it has none.
        source: Its place in the file it was read from ("p. 12", "cell B3", "fn. 4"); empty for
            plain text. It changes no result.
        mark: Offset in the text of the mark of a note; ``None`` if there is none.
    """

    kind: DivisionKind
    span: Span
    label: str = ""
    source: str = field(default="", metadata=DESCRIPTIVE)
    mark: int | None = field(default=None, metadata=DESCRIPTIVE)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Characters that are kept in the text and shown small, and not compared.

    Attributes:
        span: The characters. A point is the place of something that is not in the text, such as
            the running head of a page.
        kind: Their sort.
        reason: The rule or evidence for it, in a few words; for a point also its words.
    """

    span: Span
    kind: SetAsideKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """One rendering of the text.

    Attributes:
        siglum: Its short name in apparatus and commands ("S", "A").
        text: Decoded text, unchanged. All offsets refer to it.
        divisions: Ordered, disjoint sections that contain all text except white space.
        language: BCP 47 tag of its language.
        title: Title for display; empty if not given.
        translator: Name of the translator; empty if not given.
        date: Date of the rendering, as given.
        source: Path of its file, as given.
        encoding: Encoding of its file; empty if it was not read from a file.
        notices: Notices from reading and segmenting it.
        abbreviations: Additional words whose full stop does not end a sentence.
        telegraph: True if each STOP ends a sentence, False if none; ``None`` to judge by rate.
        corrections: Splits and joins that override the segmenter.
        units: Name of the table whose rows pair its divisions with those of other witnesses, by
            their labels; empty if none does.
        reading: Options of its reader that are not the default; empty if none is.
        furniture: True to set aside page numbers, running heads, and marks of notes and editors.
        ignored_words: Rules of the edition for further characters to set aside.
        set_aside: Characters that are not compared, in order and disjoint.
        digest: SHA-256 of the text in UTF-8, in hexadecimal.
        compared: The text with spaces for the characters that are set aside; same offsets.
    """

    siglum: str
    text: str
    divisions: tuple[Division, ...] = ()
    language: str = "en"
    title: str = ""
    translator: str = ""
    date: str = ""
    source: str = ""
    encoding: str = ""
    notices: tuple[Notice, ...] = ()
    abbreviations: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    telegraph: bool | None = None
    units: str = ""
    reading: str = ""
    furniture: bool = False
    ignored_words: tuple[IgnoredWords, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    digest: str = field(init=False, repr=False, compare=False)
    compared: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not is_siglum(self.siglum):
            msg = f"not a siglum: {self.siglum!r}; use letters, digits and . * ' - only"
            raise ValueError(msg)
        at = 0
        for division in self.divisions:
            if self.text[at : division.span.start].strip() or division.span.start < at:
                msg = f"the divisions of {self.siglum} overlap or leave words out before {at}"
                raise ValueError(msg)
            at = division.span.end
        if at > len(self.text) or (self.divisions and self.text[at:].strip()):
            msg = f"the divisions of {self.siglum} do not end with its text"
            raise ValueError(msg)
        at = 0
        for one in self.set_aside:
            if not at <= one.span.start <= one.span.end <= len(self.text):
                msg = f"characters of {self.siglum} that are set aside overlap, or are not in it"
                raise ValueError(msg)
            at = one.span.end
        compared = mask(self.text, self.set_aside) if self.set_aside else self.text
        object.__setattr__(self, "compared", compared)
        encoded = self.text.encode("utf-8", "surrogatepass")
        object.__setattr__(self, "digest", hashlib.sha256(encoded).hexdigest())

    def wording(self, span: Span) -> str:
        """Return the characters of a span, without those that are set aside.

        If any are set aside in the text, white space is squeezed.
        """
        if not self.set_aside:
            return span.of(self.text)
        return span.words_of(self.compared).replace(JOINS_LETTERS, "")


def is_siglum(name: str) -> bool:
    """Return True if ``name`` is a valid siglum.

    A siglum has letters, digits and ``. * ' -`` only and begins with a letter or digit, so that
    it can be used in lists ("A B"), file names and names of places ("A:12").

    Examples:
        >>> is_siglum("A"), is_siglum("Yang2"), is_siglum("A B"), is_siglum("")
        (True, True, False, False)
    """
    return name[:1].isalnum() and all(c.isalnum() or c in ".*'-" for c in name)


def natural_sort_key(name: str) -> tuple[list[tuple[str, int]], str]:
    """Return a sort key that orders numbers in names by value: A2 before A10.

    Examples:
        >>> sorted(["B", "A10", "A2", "A"], key=natural_sort_key)
        ['A', 'A2', 'A10', 'B']
    """
    parts = re.findall(r"(\D*)(\d*)", name)
    # The name breaks the tie between A1 and A01.
    return [(word, int(number or -1)) for word, number in parts], name
