"""Reader for USX, the XML of Bible translations in USFM."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.safe_xml import Element, attribute, local_name, parse_document, text_in
from variants.readers.scripture_walk import XmlScriptureWalk
from variants.readers.usfm_markers import ABOUT, COUNTED, HEADINGS, METADATA, PLACES, REFERENCES

_WHAT = "a USX file"


def read_usx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a USX file; each verse is a division with its number as label."""
    root = parse_document(path, data, _WHAT)
    if local_name(root) not in {"usx", "usfm"}:
        raise DamagedFile(path, _WHAT, reason=f"its first element is {local_name(root)}")
    walk = _UsxWalk()
    walk.read(root)
    text, divisions = walk.scripture.builder.build(options.notes)
    notices = tuple(walk.scripture.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    return (FileText(text, divisions, "", "", tuple(walk.metadata.items()), notices),)


@dataclass(slots=True)
class _UsxWalk(XmlScriptureWalk):
    """Walk over the elements of a file."""

    metadata: dict[str, str] = field(default_factory=dict)

    def element(self, name: str, element: Element) -> None:
        """Read an element of this name."""
        style = attribute(element, "style").rstrip("0123456789").lower()
        number = attribute(element, "number")
        if name == "book":
            self._keep_metadata("id", f"{attribute(element, 'code')} {text_in(element)}")
        elif name == "chapter":
            # The end of a chapter or verse has no number.
            if number:
                self.scripture.begin_chapter(number)
        elif name == "verse":
            if number:
                self.scripture.begin_verse(number)
        elif name == "note":
            self.note(element, reference=style in REFERENCES)
        elif name == "figure" or style in COUNTED:
            self.scripture.left_out.count(COUNTED.get(style, "picture"))
        elif style in ABOUT:
            self._keep_metadata(style, text_in(element))
        elif style not in PLACES:
            self._words(name, style, element)

    def _words(self, name: str, style: str, element: Element) -> None:
        """Read a paragraph, a cell, or characters inside of these."""
        if name in {"para", "row"}:
            self.scripture.begin_paragraph(heading=style in HEADINGS)
        elif name in {"cell", "optbreak"}:
            self.scripture.add_words(" ")
        self.children(element)

    def _keep_metadata(self, name: str, value: str) -> None:
        """Keep the first line of each kind that describes the file."""
        words = " ".join(value.split())
        if name in METADATA and words:
            self.metadata.setdefault(METADATA[name], words)
