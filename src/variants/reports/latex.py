"""Reports for LaTeX with reledmac, which numbers the notes by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
)
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.text_runs import Line, Style

_PREAMBLE = r"""% Made by variants. Run lualatex or xelatex on it three times.
\documentclass[11pt,a4paper]{article}
\usepackage{fontspec}
% Print quotation marks and dashes unchanged.
\defaultfontfeatures[\rmfamily,\sffamily]{}
% Choose a font with all letters of the texts: LaTeX reports each letter that it lacks.
\IfFontExistsTF{Noto Serif}{\setmainfont{Noto Serif}}{\setmainfont{Latin Modern Roman}}
\tracinglostchars=3
\usepackage{longtable}
\usepackage{reledmac}
% Change the appearance of each kind of words here.
\newcommand*{\vTerm}[1]{\emph{#1}}
\newcommand*{\vLemma}[1]{#1}
\newcommand*{\vVariant}[1]{#1}
\newcommand*{\vEmended}[1]{#1}
\newcommand*{\vSiglum}[1]{\textbf{#1}}
\newcommand*{\vEditor}[1]{\emph{#1}}
\newcommand*{\vRemark}[1]{#1}
\newcommand*{\vSentence}[1]{\textsuperscript{#1}\,}
\setlength{\emergencystretch}{3em}
\begin{document}
"""
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
# Long words get places to break at, because a word longer than a line would leave the page.
_LONG_WORD = re.compile(r"\S{41,}")
_PIECE = re.compile(r"\S{20}(?=\S)")
_BREAK = "\x00"  # This character does not occur in sanitized text.
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def write_latex(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the established text with its notes in reledmac's first series, then the lists."""
    document = printed_edition(edition, options)
    file.writelines(f"{block}\n".encode() for block in _blocks(document))


def escape(text: str) -> str:
    r"""Escape characters that are special in LaTeX, and let long words break.

    Examples:
        >>> print(escape(r"50 % of \input{x} & so on"))
        50 \% of \textbackslash{}input\{x\} \& so on
    """
    pieces = _LONG_WORD.sub(lambda word: _PIECE.sub(f"\\g<0>{_BREAK}", word[0]), text)
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], pieces).replace(_BREAK, r"\allowbreak{}")


def _blocks(document: PrintedEdition) -> Iterator[str]:
    yield _PREAMBLE + rf"\section*{{{escape(document.title)}}}"
    if document.status:
        yield rf"\noindent\textbf{{{_line(document.status)}}}"
    yield from _items("Witnesses", document.witnesses)
    yield "\\subsection*{Text}\n\\beginnumbering"
    for paragraph in document.paragraphs():
        lines = "\\newline{}\n".join(_reading_line(line) for line in paragraph)
        yield f"\\pstart\n{lines}\n\\pend"
    yield r"\endnumbering"
    if document.emendations:
        yield r"\subsection*{Emendations}"
        widths = "".join(rf"p{{{width}\linewidth}}" for width in (0.08, 0.2, 0.2, 0.42))
        yield rf"\begin{{longtable}}{{@{{}}{widths}@{{}}}}"
        yield r"Place & This edition & Seed & Authority and reason\\\hline\endhead"
        for row in document.emendations:
            yield rf"{' & '.join(_line(cell) for cell in row)}\tabularnewline"
        yield r"\end{longtable}"
    for section in document.sections:
        yield from _items(section.title, section.lines)
    yield r"\end{document}"


def _items(title: str, lines: Iterable[Line]) -> Iterator[str]:
    yield rf"\subsection*{{{title}}}"
    yield r"\begin{itemize}"
    for line in lines:
        # Without the braces, a bracket at the beginning of the line would be an option.
        yield rf"\item{{}} {_line(line)}"
    yield r"\end{itemize}"


def _line(line: Line) -> str:
    return "".join(
        escape(one.text)
        if one.style is Style.EDITORIAL
        else rf"\v{one.style.value}{{{escape(one.text)}}}"
        for one in line
    )


def _reading_line(line: ReadingLine) -> str:
    written: list[str] = []
    for piece in line:
        match piece:
            case Printed(text, run):
                words = escape(text)
                written.append(words if run.status is None else rf"\vEmended{{{words}}}")
            case SentenceNumber(sentence):
                written.append(rf"\vSentence{{{sentence}}}")
            case NoteMarker(note):
                # Notes may overlap, but commands can only nest. So each note is at its end.
                lemma = f"{escape(note.label)} {_line(note.lemma)}"
                content = rf"\lemma{{{lemma}}}\Afootnote{{{_line(note.readings)}}}"
                written.append(rf"\edtext{{}}{{{content}}}")
            case QueryStart():
                pass
    return "".join(written)
