"""Convert the words for decisions in 0.1.0 and in later versions to a common form.

Used by versions.py. Each view of 0.1.0 had its own words; now all print one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Edit = Callable[[str], str]

_SIGLA = r"[A-Z][\w-]*(?: [A-Z][\w-]*)*"


def _substitute(*pairs: tuple[str, str]) -> Edit:
    compiled = [(re.compile(pattern, re.MULTILINE), new) for pattern, new in pairs]

    def apply(content: str) -> str:
        for pattern, new in compiled:
            content = pattern.sub(new, content)
        return content

    return apply


_READING = r"(?:the seed’s words|“[^”]*”)"
_WITH = (rf"(”|words out|adds nothing|or nothing) with {_SIGLA}", r"\1")
_NOTHING = (r"adds nothing", "leaves the words out")  # 0.1.0 did so too where there are no words.

_in_notes: Edit = _substitute(
    _WITH,
    _NOTHING,
    (r"(</date> )kept\b", r"\1keeps the seed’s words"),
    (r"(</date> )(?:adopted|emended) “left out”", r"\1leaves the words out"),
    (r"(</date> )adopted “", r"\1prints “"),
    (r"(</date> )emended “", r"\1emends to “"),
    (r"(</date> )alternatives “", r"\1prints “"),
    # 0.1.0 did not name the seed's words beside alternatives.
    (rf"(</date> prints )(?:{_READING} or )+“", r"\1“"),
    (r"(</date> )query “", r"\1query: “"),
    (r"(</date> )put off\b", r"\1deferred"),
    (r"(</date> [^<]*?) (?:by rule [\w-]+|\(rule [\w-]+\))", r"\1 by a rule"),
    (r'<note type="state">decided on: </note>\s*', ""),
    (r">decided on: ([^<]*)<", r">decided on “\1”<"),
)


def in_tei(content: str) -> str:
    """Convert notes of TEI, in which only later versions name the witnesses of a reading."""
    squeezed = re.sub(r"(?<=</date> )[^<“]*“[^”<]*”", lambda at: " ".join(at[0].split()), content)
    return _in_notes(squeezed)


in_log: Edit = _substitute(
    (r"keeps the seed\b(?!’)", "keeps the seed’s words"),
    (r"prints the seed or ", "prints the seed’s words or "),
    (rf"adopts (“[^”]*”) {_SIGLA}", r"prints \1"),
    _WITH,
    _NOTHING,
    (r"takes it for no variant", "not a variant"),
    (r"asks: (.*?)(, [\w-]+)(?= \[|$|;)", r"query: “\1”\2"),
    (r"leaves it for later", "deferred"),
    (r"has another text", "has a new text"),
    (r"came or went", "was added"),
    (r": so (\w+) stands now", r": new place of \1"),
    (r"  +", " "),
)
"""For lines of `log` and `status`."""

in_lines: Edit = _substitute(
    (r"\s+", " "),
    (r"keeps the seed’s words\b", "kept"),
    (r" \(rule [\w-]+\)", ""),
    (r"prints the seed’s words", "“”"),
    (r"prints (“[^”]*”)", r"\1"),
    (rf"(“[^”]*”) (?:with )?{_SIGLA}(?=, [a-z]| or “)", r"\1"),
    # 0.1.0 quoted the seed's words where they are the first of alternatives.
    (r"(?:“[^”]*” or )+(“[^”]*”)", r"\1"),
    (r"emends to (“[^”]*”)", r"\1 emended"),
    _NOTHING,
    (rf"leaves the words out(?: with {_SIGLA})?", "left out"),
    (rf"left out {_SIGLA},", "left out,"),
    (r"not a variant", "no variant"),
    (r"\? query (\S+|on “[^”]*”:) “", r"? \1 query: “"),
    (r"⋯ deferred (\S+|on “[^”]*”:) put off", r"⋯ \1 deferred"),
    (r"✓ decided (\S+) decided on", r"✓ \1 decided on"),
    (r"query: “", "“"),
    (r"\bput off\b", "deferred"),
    (r" \| ", "; "),
)
"""For layouts that have nothing beside the words of decisions; lines are joined."""

_VOCABULARY = frozenset(
    [
        *("kept", "keeps", "the", "seed’s", "words", "prints", "with", "emends", "to", "emended"),
        *("leaves", "out", "left", "not", "a", "no", "variant", "query", "put", "off", "deferred"),
        *("adds", "nothing", "(rule", "comma", "punctuation", "missing", "omitted", "here"),
        *("counterpart", "found", "moved", "(moved", "stands", "laid", "down", "forced", "an"),
    ]
)
_QUOTED = re.compile(r"“[^”]*”|[^()]*\)|")
"""A reading of one word, the end of a name of a rule, or nothing."""


def in_columns(content: str) -> str:
    """Return all words except those for decisions, which columns separate from each other."""
    words = {word.strip(",;:|") for word in content.split()}
    return "\n".join(sorted(word for word in words - _VOCABULARY if not _QUOTED.fullmatch(word)))


_NUMBER = r"(\d+(?:–\d+)?)?"
_ROW = re.compile(
    rf"^ *{_NUMBER} +(\S.*?)  +{_NUMBER} *(?<= )(\S.*?)  +(\d+:\d+) +(\d\.\d\d) *(.*)$",
    re.MULTILINE,
)
_SHOWN = 24


def in_beads(content: str) -> str:
    """Return the table of `align` with only the first letters of the sentences in its rows."""

    def row(found: re.Match[str]) -> str:
        seed_number, seed, other_number, other, *rest = found.groups("")
        words = (seed[:_SHOWN] if seed_number else "", other[:_SHOWN] if other_number else "")
        return "|".join((seed_number, words[0], other_number, words[1], *rest))

    without = re.sub(r", \d+ (?:without counterpart|omitted|added)\b", "", content)
    heads = re.sub(
        r" +(\S+) +shape +(?:sure|confidence)$", r" \1 shape", without, flags=re.MULTILINE
    )
    return _ROW.sub(row, heads)


EDITS: Sequence[tuple[str, tuple[str, ...], Edit]] = (
    ("decisions in TEI", ("*.xml",), in_tei),
    ("decisions in the log", ("*/log.txt", "*/status.txt"), in_log),
    ("decisions in lines", ("*/compare-80.txt", "*/inline-80.txt", "*/readings-80.txt"), in_lines),
    ("decisions in columns", ("*/compare-120.txt", "*/columns-160.txt"), in_columns),
)
"""Name, outputs, and function that converts both sides to a common form."""
