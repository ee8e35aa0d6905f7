"""Editions for LaTeX with reledmac, which counts the lines that the notes are on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.reading_text import LineOfText, Marker, Number, Printed, QueryStart
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.text_runs import Line, Style

_PREAMBLE = r"""% Made by variants. Run lualatex or xelatex on it three times.
\documentclass[11pt,a4paper]{article}
\usepackage{fontspec}
% Quotation marks and dashes are printed as they stand in the texts.
\defaultfontfeatures[\rmfamily,\sffamily]{}
% Choose one that has every letter of the texts: LaTeX tells of each that is missing.
\IfFontExistsTF{Noto Serif}{\setmainfont{Noto Serif}}{\setmainfont{Latin Modern Roman}}
\tracinglostchars=3
\usepackage{longtable}
\usepackage{reledmac}
% A press may give each sort of words another look here.
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
_MEANING = {
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
# Without these a word longer than a line would run off the paper.
_LONG = re.compile(r"\S{41,}")
_PIECE = re.compile(r"\S{20}(?=\S)")
_PLACE = "\x00"  # No text that is shown has one.
_MEANT = re.compile("[" + re.escape("".join(_MEANING)) + "]")


def write_latex(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the reading text with its notes in reledmac's first series, then the lists."""
    document = printed_edition(edition, options)
    file.writelines(f"{block}\n".encode() for block in _blocks(document))


def escaped(text: str) -> str:
    r"""Text in which no character commands LaTeX.

    Examples:
        >>> print(escaped(r"50 % of \input{x} & so on"))
        50 \% of \textbackslash{}input\{x\} \& so on
    """
    pieces = _LONG.sub(lambda word: _PIECE.sub(f"\\g<0>{_PLACE}", word[0]), text)
    return _MEANT.sub(lambda found: _MEANING[found[0]], pieces).replace(_PLACE, r"\allowbreak{}")


def _blocks(document: PrintedEdition) -> Iterator[str]:
    yield _PREAMBLE + rf"\section*{{{escaped(document.title)}}}"
    if document.status:
        yield rf"\noindent\textbf{{{_line(document.status)}}}"
    yield from _items("Witnesses", document.witnesses)
    yield "\\subsection*{Text}\n\\beginnumbering"
    for paragraph in document.paragraphs():
        lines = "\\newline{}\n".join(_line_of_text(line) for line in paragraph)
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
        # The braces keep a bracket at its beginning from being read as an option.
        yield rf"\item{{}} {_line(line)}"
    yield r"\end{itemize}"


def _line(line: Line) -> str:
    return "".join(
        escaped(one.text)
        if one.style is Style.OURS
        else rf"\v{one.style.value}{{{escaped(one.text)}}}"
        for one in line
    )


def _line_of_text(line: LineOfText) -> str:
    written: list[str] = []
    for piece in line:
        match piece:
            case Printed(text, run):
                words = escaped(text)
                written.append(words if run.status is None else rf"\vEmended{{{words}}}")
            case Number(sentence):
                written.append(rf"\vSentence{{{sentence}}}")
            case Marker(note):
                # Notes may overlap, which nested commands cannot; so each stands at its end.
                lemma = f"{escaped(note.label)} {_line(note.lemma)}"
                says = rf"\lemma{{{lemma}}}\Afootnote{{{_line(note.readings)}}}"
                written.append(rf"\edtext{{}}{{{says}}}")
            case QueryStart():
                pass
    return "".join(written)
