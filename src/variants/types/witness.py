"""One rendering of the text, as its reader decoded it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import Enum

from variants.types.correction import Correction
from variants.types.notice import Notice
from variants.types.span import Span


class DivisionKind(Enum):
    """What a marked stretch of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERSE = "verse"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Division:
    """A marked stretch: a hint to the aligner, not a wall.

    Attributes:
        kind: What it is.
        span: Where it stands.
        label: Its number or name in the text ("3:16"); empty when it has none.
    """

    kind: DivisionKind
    span: Span
    label: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """One rendering of the text.

    Attributes:
        siglum: Its short name in apparatus and commands ("S", "A").
        text: What the reader decoded, untouched: every offset of every stage counts in it.
        divisions: Ordered, disjoint stretches that hold all but white space.
        language: BCP 47 tag of its language.
        title: What readers call it; empty when nobody said.
        translator: Who made it; empty when not stated.
        date: When it was made, as stated.
        source: The file it came from, as it was named.
        encoding: The encoding it was decoded with; empty for a text that came from no file.
        notices: What was noticed while it was read and cut.
        abbreviations: Words of the edition's own after which a full stop ends no sentence.
        corrections: Where sentences begin and end, whatever a segmenter finds.
        digest: SHA-256 of the text in UTF-8, in hexadecimal.
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
    digest: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not is_siglum(self.siglum):
            msg = f"not a siglum: {self.siglum!r}"
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
        encoded = self.text.encode("utf-8", "surrogatepass")
        object.__setattr__(self, "digest", hashlib.sha256(encoded).hexdigest())


def is_siglum(name: str) -> bool:
    """Whether ``name`` can stand as a siglum.

    Letters, digits and ``. * ' -`` only, beginning with a letter or digit: a siglum
    has to survive lists ("A B"), file names and place names ("A:12").

    Examples:
        >>> is_siglum("A"), is_siglum("Yang2"), is_siglum("A B"), is_siglum("")
        (True, True, False, False)
    """
    return name[:1].isalnum() and all(c.isalnum() or c in ".*'-" for c in name)


def natural_sort_key(name: str) -> tuple[list[tuple[str, int]], str]:
    """A key that sorts names as people do, numbers by their value: A2 before A10.

    Examples:
        >>> sorted(["B", "A10", "A2", "A"], key=natural_sort_key)
        ['A', 'A2', 'A10', 'B']
    """
    parts = re.findall(r"(\D*)(\d*)", name)
    # The name itself decides between A1 and A01.
    return [(word, int(number or -1)) for word, number in parts], name
