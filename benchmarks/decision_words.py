"""Convert the words for decisions in 0.1.0 and in later versions to a common form.

Used by versions.py. Each view of 0.1.0 had its own words; now all print one sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

import rich.cells

Edit = Callable[[str], str]

_SIGLA = r"[A-Z][\w-]*(?: [A-Z][\w-]*)*"


def _substitute(*pairs: tuple[str, str]) -> Edit:
    compiled = [(re.compile(pattern, re.MULTILINE), new) for pattern, new in pairs]

    def apply(content: str) -> str:
        for pattern, new in compiled:
            content = pattern.sub(new, content)
        return content

    return apply


_NOTHING = (r"adds nothing", "leaves the words out")  # 0.1.0 did so too where there are no words.
_ALTERNATIVE = rf"(?:“[^”]*”|the seed’s words)(?: with {_SIGLA})?"
_ALTERNATIVES = re.compile(rf"prints {_ALTERNATIVE}(?: or {_ALTERNATIVE})+")


def _without_sigla(content: str) -> str:
    """Remove the witnesses of alternatives, which 0.1.0 did not name."""
    return _ALTERNATIVES.sub(lambda at: re.sub(rf" with {_SIGLA}", "", at[0]), content)


_in_notes: Edit = _substitute(
    # 0.1.0 did not name the witnesses of a reading in notes.
    (rf"(</date> [^<“]*“[^”<]*”|words out|adds nothing) with {_SIGLA}", r"\1"),
    _NOTHING,
    (r"(</date> )kept\b", r"\1keeps the seed’s words"),
    (r"(</date> )(?:adopted|emended) “left out”", r"\1leaves the words out"),
    (r"(</date> )adopted “", r"\1prints “"),
    (r"(</date> )emended “", r"\1emends to “"),
    (r"(</date> )alternatives “", r"\1prints “"),
    # 0.1.0 did not name the seed's words beside alternatives.
    (r"(</date> prints )the seed’s words or “", r"\1“"),
    (r"(</date> )query “", r"\1query: “"),
    (r"(</date> )put off\b", r"\1deferred"),
    # 0.1.0 printed the whole id of a rule that has no name.
    (r"(</date> [^<]*?) by rule (?:[0-9a-f-]{28})?([\w-]+)", r"\1 (rule \2)"),
    (r'<note type="state">decided on: </note>\s*', ""),
    (r">decided on: ([^<]*)<", r">decided on “\1”<"),
)


def in_tei(content: str) -> str:
    """Convert notes of TEI, in which only later versions name the witnesses of a reading."""
    squeezed = re.sub(r"(?<=</date> )[^<“]*“[^”<]*”", lambda at: " ".join(at[0].split()), content)
    return _in_notes(_without_sigla(squeezed))


_in_log: Edit = _substitute(
    (r"keeps the seed\b(?!’)", "keeps the seed’s words"),
    (r"prints the seed or ", "prints the seed’s words or "),
    (rf"adopts (“[^”]*”) ({_SIGLA})", r"prints \1 with \2"),
    _NOTHING,
    (r"takes it for no variant", "not a variant"),
    (r"asks: (.*?)(, [\w-]+)(?= \[|$|;)", r"query: “\1”\2"),
    (r"leaves it for later", "deferred"),
    (r"has another text", "has a new text"),
    (r"came or went", "was added"),
    (r": so (\w+) stands now", r": new place of \1"),
)


def in_log(content: str) -> str:
    """Convert lines of `log` and `status`, and line breaks in a reading to one space."""
    squeezed = re.sub(r"“[^”\n]*”", lambda at: " ".join(at[0].split()), content)
    return _in_log(_without_sigla(squeezed))


_in_lines: Edit = _substitute(
    (r"keeps the seed’s words\b", "kept"),
    (r" \(rule (?!changed\))[\w-]+\)", ""),
    # 0.1.0 quoted the seed's words where they are the first of alternatives.
    (r"prints the seed’s words or ", "“” or "),
    (rf"prints (“[^”]*”) with ({_SIGLA})", r"\1 \2"),
    (r"prints (“[^”]*”)", r"\1"),
    (r"([¹²³⁴-⁹✓→] )“[^”]*” or “", r"\1“” or “"),
    (r"emends to (“[^”]*”)", r"\1 emended"),
    _NOTHING,
    (rf"leaves the words out with ({_SIGLA})", r"left out \1"),
    (r"leaves the words out", "left out"),
    (r"not a variant", "no variant"),
    (r"\? query (\S+|on “[^”]*”:) “", r"? \1 query: “"),
    (r"⋯ deferred (\S+|on “[^”]*”:) put off", r"⋯ \1 deferred"),
    (r"✓ decided (\S+) decided on", r"✓ \1 decided on"),
    (r"query: “", "“"),
    (r"\bput off\b", "deferred"),
    (r" \| ", "; "),
)


def in_lines(content: str) -> str:
    """Convert layouts that have nothing beside the words of decisions; join their lines."""
    return _in_lines(_without_sigla(" ".join(content.split())))


def in_columns(content: str) -> str:
    """Convert layouts with columns: the words of each block, column by column."""
    return "\n".join(in_lines(" ".join(_columns(block))) for block in content.split("\n\n"))


_LEGEND = "{seed reading}"


def _columns(block: str) -> list[str]:
    """Return the texts of columns, which at least two cells separate in all lines of a block."""
    if block.startswith(_LEGEND):
        return [block]
    lines = [_in_cells(line) for line in block.splitlines()]
    width = max(map(len, lines), default=0)
    blank = [all(line[at : at + 1] in ([], [" "]) for line in lines) for at in range(width)]
    breaks = [at for at in range(1, width) if blank[at - 1] and blank[at]]
    return [
        " ".join("".join(line[start:end]) for line in lines)
        for start, end in itertools.pairwise([0, *breaks, width])
    ]


def _in_cells(line: str) -> list[str]:
    """Return the characters of a line by cell; the second cell of a wide one is empty."""
    cells: list[str] = []
    for character in line:
        width = rich.cells.get_character_cell_size(character)
        if not width and cells:
            cells[-1] += character
        cells.extend([character, ""][:width])
    return cells


_NUMBER = r"(\d+(?:–\d+)?)?"
_ROW = re.compile(
    rf"^ *{_NUMBER} +(\S.*?)  +{_NUMBER} *(?<= )(\S.*?)  +(\d+:\d+) +(\d\.\d\d) *(.*)$",
    re.MULTILINE,
)
_SHOWN = 32


def in_beads(content: str) -> str:
    """Return the table of `align` with only the first letters of the sentences in its rows."""

    def row(found: re.Match[str]) -> str:
        seed_number, seed, other_number, other, *rest = found.groups("")
        words = (seed[:_SHOWN] if seed_number else "", other[:_SHOWN] if other_number else "")
        return "|".join((seed_number, words[0], other_number, words[1], *rest))

    without = re.sub(
        r"(?:, \d+ (?:without counterpart|omitted|added))+$", _sum, content, flags=re.MULTILINE
    )
    heads = re.sub(
        r" +(\S+) +shape +(?:sure|confidence)$", r" \1 shape", without, flags=re.MULTILINE
    )
    return _ROW.sub(row, heads)


def _sum(counts: re.Match[str]) -> str:
    """Return the number of beads with one side: 0.1.0 did not count omitted and added ones."""
    return f", {sum(map(int, re.findall(r'[0-9]+', counts[0])))} without counterpart"


EDITS: Sequence[tuple[str, tuple[str, ...], Edit]] = (
    ("decisions in TEI", ("*.xml",), in_tei),
    ("decisions in the log", ("*/log.txt", "*/status.txt"), in_log),
    ("decisions in lines", ("*/compare-80.txt", "*/inline-80.txt", "*/readings-80.txt"), in_lines),
    ("decisions in columns", ("*/compare-120.txt", "*/columns-160.txt"), in_columns),
)
"""Name, outputs, and function that converts both sides to a common form."""
