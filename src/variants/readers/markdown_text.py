"""Reader for Markdown (CommonMark, with tables, footnotes and metadata at its beginning)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from variants.errors import EmptyFile
from variants.readers.encoding import decode
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.html_walk import HtmlWalk
from variants.readers.left_out import LeftOut
from variants.readers.note_links import NoteLinks
from variants.readers.text_builder import NoteMark, Piece, TextBuilder
from variants.readers.web_page import parse_html
from variants.types.witness import DivisionKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[/a-z!]", re.IGNORECASE)
_FIELD = re.compile(r"(title|author|translator|date|lang|language)\s*:\s*(\S.*)", re.IGNORECASE)
_QUOTED = re.compile(r"""(["'])(.*)\1""")


def read_markdown(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a Markdown file without its marks, its notes last."""
    decoded = decode(path, data, encoding=options.encoding, language=options.language)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(front_matter_plugin).use(footnote_plugin)
    walk = _MarkdownWalk(path, options)
    walk.read(parser.parse(decoded.text.removeprefix("\ufeff")))
    text, divisions = walk.builder.build(options.notes)
    notices = list(walk.left_out.notices(path, options.changes))
    if not text:
        raise EmptyFile(path, notices)
    notices += decoded.notices(path)
    found = FileText(text, divisions, "", decoded.encoding, tuple(walk.metadata), tuple(notices))
    return (found,)


@dataclass(slots=True)
class _MarkdownWalk:
    """Walk over the tokens of a Markdown file."""

    path: Path
    options: ReadOptions
    builder: TextBuilder = field(default_factory=TextBuilder)
    left_out: LeftOut = field(default_factory=LeftOut)
    metadata: list[tuple[str, str]] = field(default_factory=list)
    _note: str = ""
    _note_builder: TextBuilder = field(default_factory=TextBuilder)
    _kind: DivisionKind = DivisionKind.PARAGRAPH
    _line: int = 1

    def read(self, tokens: Iterable[Token]) -> None:
        """Read the tokens of blocks in order."""
        for token in tokens:
            if token.map:
                self._line = token.map[0] + 1
            if token.type == "heading_open":
                self._kind = DivisionKind.HEADING
            elif token.type == "heading_close":
                self._kind = DivisionKind.PARAGRAPH
            elif token.type == "inline":
                self._add(self._pieces(token.children or ()))
            elif token.type in {"fence", "code_block"}:
                self._add([token.content])
            elif token.type == "html_block":
                self._html(token.content)
            elif token.type == "front_matter":
                self.metadata += _fields(token.content)
            else:
                self._note_ends(token)

    def _note_ends(self, token: Token) -> None:
        """Begin or end a note."""
        if token.type == "footnote_open":
            self._note, self._note_builder = str(token.meta["id"]), TextBuilder()
        elif token.type == "footnote_close":
            self.builder.add_note(self._note, self._note_builder.pieces())
            self._note = ""

    def _add(self, pieces: Sequence[Piece]) -> None:
        builder = self._note_builder if self._note else self.builder
        builder.add(self._kind, pieces, f"line {self._line}")

    def _pieces(self, tokens: Iterable[Token]) -> list[Piece]:
        pieces: list[Piece] = []
        for token in tokens:
            match token.type:
                case "text" | "code_inline":
                    pieces.append(token.content)
                case "softbreak":
                    pieces.append(" ")
                case "hardbreak":
                    pieces.append("\n")
                case "footnote_ref":
                    pieces.append(NoteMark(str(token.meta["id"])))
                case "image":
                    self.left_out.count("picture")
                case "html_inline" if _BREAK.match(token.content):
                    pieces.append("\n")
        return pieces

    def _html(self, content: str) -> None:
        """Read HTML between blocks of Markdown."""
        if not _TAG.search(content) or not content.strip():
            return
        walk = HtmlWalk(self.path, self.options, NoteLinks(), left_out=self.left_out)
        walk.read_page(parse_html(self.path, f"<body>{content}</body>"))
        self._add(walk.builder.pieces())


def _fields(content: str) -> Iterable[tuple[str, str]]:
    """Yield the simple fields of metadata in YAML."""
    for line in content.splitlines():
        found = _FIELD.fullmatch(line.strip())
        if found:
            quoted = _QUOTED.fullmatch(found[2].strip())
            yield found[1].lower(), quoted[2] if quoted else found[2].strip()
