"""Reports for LaTeX with reledmac, which numbers the notes by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import BinaryIO

from variants.errors.lists import listed
from variants.reports.latex_scripts import (
    LATIN,
    ScriptRun,
    font_lines,
    may_break,
    runs_of,
    scripts_in,
)
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    ReadingLine,
    SentenceNumber,
    SourcePlace,
    TextPiece,
)
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.wording.text_runs import Line, Style

_PREAMBLE = r"""% Made by variants. Run lualatex or xelatex on it three times.
\documentclass[11pt,a4paper]{article}
\usepackage{fontspec}
% Print quotation marks and dashes unchanged.
\defaultfontfeatures[\rmfamily,\sffamily]{}
"""
_AFTER_FONTS = r"""\tracinglostchars=2
\usepackage{amssymb}
\usepackage{color}
\usepackage{longtable}
\usepackage[margin=28mm]{geometry}
\usepackage{reledmac}
% Change the appearance of each kind of words here.
\newcommand*{\vTerm}[1]{\emph{#1}}
\newcommand*{\vLemma}[1]{#1}
\newcommand*{\vVariant}[1]{#1}
\newcommand*{\vEmended}[1]{#1}
\newcommand*{\vSiglum}[1]{\textbf{#1}}
\newcommand*{\vEditor}[1]{\emph{#1}}
\newcommand*{\vRemark}[1]{#1}
\newcommand*{\vReference}[1]{#1}
\newcommand*{\vSetAside}[1]{{\footnotesize #1}}
\definecolor{vSenseFill}{rgb}{1,0.84,0.66}
\newcommand*{\vSense}[1]{\vMark{\color{vSenseFill}\vSolid{0.7}{0.22}}%
  {\vTiles{\color{vSenseFill}}{0.7}{0.22}}{\bfseries}{#1}}
\newcommand*{\vWording}[1]{\vMark{\vSolid{-0.14}{0.17}}{\vSolid{-0.14}{0.17}}{}{#1}}
\newcommand*{\vForm}[1]{\vMark{\vDotted{-0.14}{0.19}}{\vDotted{-0.14}{0.19}}{}{#1}}
\newcommand*{\vSenseSign}{$\blacktriangle$}
\newcommand*{\vSource}[1]{\ledsidenote{\footnotesize\raggedright #1}}
\newcommand*{\vSentence}[1]{\textsuperscript{#1}\,}
% A mark is behind each word, which is in a box, and behind the spaces between words. It is between
% two heights, in parts of the distance of lines.
\newcommand*{\vSolid}[2]{\leaders\hrule height #1\baselineskip depth #2\baselineskip}
% A colour between two boxes would reach the notes where the page ends. So each tile has its own.
\newcommand*{\vTiles}[3]{\cleaders\hbox to 0.05em{\vOverlay{%
  {#1\kern-0.03em\vrule height #2\baselineskip depth #3\baselineskip width 0.12em}\hss}}}
\newcommand*{\vDotted}[2]{\leaders\hbox to 0.14em{%
  \hss\vrule height #1\baselineskip depth #2\baselineskip width 0.05em\hss}}
\newsavebox{\vBox}
\ExplSyntaxOn
\seq_new:N \l_variants_words_seq
\seq_new:N \l_variants_parts_seq
\tl_new:N \l_variants_space_tl
\cs_new_protected:Npn \vMark #1 #2 #3 #4
  {
    \leavevmode
    \begingroup
    \seq_set_split:Nnn \l_variants_words_seq { ~ } {#4}
    \tl_clear:N \l_variants_space_tl
    \seq_map_inline:Nn \l_variants_words_seq
      {
        \tl_use:N \l_variants_space_tl
        \tl_set:Nn \l_variants_space_tl { \variants_space:n {#2} }
        \seq_set_split:Nnn \l_variants_parts_seq { \vBreak } {##1}
        \seq_map_inline:Nn \l_variants_parts_seq
          { \tl_if_empty:nF {####1} { \variants_word:nnn {#1} {#3} {####1} \penalty 100 } }
        \unpenalty
      }
    \endgroup
  }
\cs_new_protected:Npn \variants_word:nnn #1 #2 #3
  {
    \sbox { \vBox } { #2 \vInDirection {#3} }
    \hbox
      {
        \vOverlay
          { \rlap { \hbox to \wd \vBox { \vOverlay { { #1 \hfill } } } } \usebox { \vBox } }
      }
  }
\cs_new_protected:Npn \variants_space:n #1
  {
    {
      #1 \hskip \fontdimen 2 \font \c_space_tl
      plus \fontdimen 3 \font \c_space_tl minus \fontdimen 4 \font \relax
    }
  }
\ExplSyntaxOff
\setlength{\emergencystretch}{3em}
"""
_UNHYPHENATED = r"""% LaTeX would divide words as in English. To divide them as in their own
% language, load babel instead of this line, as in \usepackage[german]{babel}.
\hyphenpenalty=10000
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
    "\u00a0": "~",
    "\u202f": r"\,",
}
# Long words get places to break at, because a word longer than a line would leave the page.
_LONG_WORD = re.compile(r"\S{41,}")
_PIECE = re.compile(r"\S{10}(?=\S)")
_NUMBER = re.compile(r"(\d+(?:[.,:/]\d+)*)")
_MARKED_BREAK = "\\vBreak "
_ALLOW_BREAK = r"\allowbreak{}"
_BREAK = "\x00"  # This character does not occur in sanitized text.
_MARKS = {Tier.SENSE: "vSense", Tier.WORDING: "vWording", Tier.FORM: "vForm"}
# Signs that the main font may lack.
_RAISED = {raised: rf"\textsuperscript{{{digit}}}" for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_SIGNS = {"▲": r"\vSenseSign{}", "→": r"$\to$", **_RAISED}
_SIGN = re.compile("([" + "".join(_SIGNS) + "])")
_SPECIAL = re.compile("[" + re.escape("".join(_ESCAPES)) + "]")


def write_latex(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the established text with its notes in reledmac's first series, then the lists."""
    document = printed_edition(edition, options, ".tex")
    body = list(_blocks(document))
    scripts = scripts_in(body)
    file.write(_PREAMBLE.encode())
    file.writelines(f"{line}\n".encode() for line in font_lines(list(scripts.items())))
    file.write(_AFTER_FONTS.encode())
    if edition.collation.seed.witness.language.partition("-")[0].lower() != "en":
        file.write(_UNHYPHENATED.encode())
    file.write(b"\\begin{document}\n")
    file.writelines(f"{block}\n".encode() for block in body)


def lacks_of_latex(edition: Edition, options: ReportOptions) -> Sequence[str]:
    """Return a sentence that names the scripts for which LaTeX needs fonts beside the main one."""
    document = printed_edition(edition, options, ".tex")
    names = [script.name for script in scripts_in(_blocks(document)) if script is not LATIN]
    if not names:
        return ()
    lines = listed([f"\\vChooseFont{{{name}}}" for name in names])
    sentence = (
        f"LaTeX needs fonts for {listed(names)}. It takes the first of a list that is installed, "
        f"and reports an error if none is: then write the name of a font into the lines {lines}."
    )
    return (sentence,)


def escape(text: str) -> str:
    r"""Escape characters that are special in LaTeX, and let long words break.

    Examples:
        >>> print(escape(r"50 % of \input{x} & so on"))
        50 \% of \textbackslash{}input\{x\} \& so on
    """
    pieces = _LONG_WORD.sub(lambda word: _PIECE.sub(f"\\g<0>{_BREAK}", word[0]), text)
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], pieces).replace(_BREAK, _ALLOW_BREAK)


def _blocks(document: PrintedEdition) -> Iterator[str]:
    yield rf"\section*{{{_text(document.title)}}}"
    if document.status:
        yield rf"\noindent\textbf{{{_line(document.status)}}}"
    yield from _items("Witnesses", document.witnesses)
    if document.brief is not None:
        yield from _items(document.brief.title, document.brief.lines)
    yield rf"\subsection*{{{document.text_title}}}"
    if document.legend:
        yield rf"\noindent{{\small {_line(document.legend)}\par}}"
    yield r"\beginnumbering"
    for paragraph in document.paragraphs():
        lines = "\\newline{}\n".join(_reading_line(line) for line in paragraph)
        yield f"\\pstart\n{lines}\n\\pend"
    yield r"\endnumbering"
    if document.emendations:
        # On a page with notes, longtable leaves no room for them, and they leave the page.
        yield r"\clearpage"
        yield r"\subsection*{Emendations}"
        widths = "".join(rf"p{{{width}\linewidth}}" for width in (0.08, 0.2, 0.2, 0.42))
        yield rf"\begin{{longtable}}{{@{{}}{widths}@{{}}}}"
        yield r"Place & This edition & Seed & Authority and reason"
        yield r"\\\hline\noalign{\smallskip}\endhead"
        for row in document.emendations:
            yield rf"{' & '.join(_line(cell) for cell in row)}\tabularnewline"
        yield r"\end{longtable}"
    for section in document.sections:
        yield from _items(section.title, section.lines)
    yield r"\end{document}"


def _items(title: str, lines: Sequence[Line]) -> Iterator[str]:
    yield rf"\subsection*{{{title}}}"
    if not lines:
        return
    # Digests have no spaces, so that justified lines would have wide ones between other words.
    yield r"\begin{itemize}\raggedright\setlength{\itemsep}{0pt}\setlength{\parskip}{0pt}"
    for line in lines:
        # Without the braces, a bracket at the beginning of the line would be an option.
        yield rf"\item{{}} {_line(line)}"
    yield r"\end{itemize}"


def _line(line: Line) -> str:
    return "".join(
        _text(one.text)
        if one.style is Style.EDITORIAL
        else rf"\v{one.style.value}{{{_text(one.text)}}}"
        for one in line
    )


def _text(text: str, mark: str = "") -> str:
    """Return escaped text with the words of each script in the command for its font.

    The commands also set the direction, so no marks of direction are needed.

    Args:
        text: The text.
        mark: Name of the command that marks it; "" for none.
    """
    parts = _SIGN.split(text.replace("\u200e", ""))
    return "".join(
        _SIGNS.get(part) or "".join(_run(run, mark) for run in runs_of(part))
        for part in parts
        if part
    )


def _run(run: ScriptRun, mark: str) -> str:
    """Return words in the command for their script, and inside of it in that for their mark."""
    words = _words(run)
    if mark:
        words = rf"\{mark}{{{words.replace(_ALLOW_BREAK, _MARKED_BREAK)}}}"
    return words if run.script is LATIN else rf"\v{run.script.name}{{{words}}}"


def _words(run: ScriptRun) -> str:
    if run.script is LATIN:
        return escape(run.text)
    if run.script.leftwards:
        pieces = _NUMBER.split(run.text)
        # The odd pieces are numbers, which are written from left to right.
        return "".join(
            rf"\vRightwards{{{escape(piece)}}}" if number % 2 else escape(piece)
            for number, piece in enumerate(pieces)
        )
    if run.script.unspaced:
        return "".join(
            escape(one) + (_ALLOW_BREAK if may_break(one, following) else "")
            for one, following in pairwise(f"{run.text} ")
        )
    return escape(run.text)


def _joined(line: ReadingLine) -> list[TextPiece]:
    """Return the pieces with words of one look together, so that each script has one command."""
    pieces: list[TextPiece] = []
    for piece in line:
        last = pieces[-1] if pieces else None
        if isinstance(piece, Printed) and isinstance(last, Printed) and _look(piece) == _look(last):
            pieces[-1] = replace(last, text=last.text + piece.text)
        else:
            pieces.append(piece)
    return pieces


def _look(words: Printed) -> tuple[bool, Tier | None, bool]:
    return words.run.status is None, words.tier, words.set_aside


def _reading_line(line: ReadingLine) -> str:
    written: list[str] = []
    for piece in _joined(line):
        match piece:
            case Printed(text, run, tier):
                words = _text(text, _MARKS[tier] if tier is not None else "")
                words = rf"\vSetAside{{{words}}}" if piece.set_aside else words
                written.append(words if run.status is None else rf"\vEmended{{{words}}}")
            case SourcePlace(words):
                written.append(rf"\vSource{{{_text(words)}}}")
            case SentenceNumber(sentence):
                written.append(rf"\vSentence{{{sentence}}}")
            case NoteMarker(note):
                # Notes may overlap, but commands can only nest. So each note is at its end.
                lemma = f"{_text(note.label)} {_line(note.lemma)}"
                content = rf"\lemma{{{lemma}}}\Afootnote{{{_line(note.readings)}}}"
                written.append(rf"\edtext{{}}{{{content}}}")
            case QueryStart():
                pass
    return "".join(written)
