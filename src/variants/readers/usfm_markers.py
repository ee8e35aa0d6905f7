"""Names of the markers of USFM, which are the styles of USX."""

from __future__ import annotations

HEADINGS = frozenset(("mt", "mte", "ms", "mr", "s", "sr", "r", "d", "sp", "is", "imt", "cl", "qa"))
"""Headings."""

ABOUT = frozenset(
    (
        *("id", "ide", "usfm", "sts", "rem", "h", "toc", "toca", "cp", "ca", "va", "vp", "fig"),
        *("lit", "cat", "periph", "rq"),
    )
)
"""Lines that describe the file, or are not text of the translation."""

COUNTED = {"fig": "picture", "rq": "cross reference"}
"""Of these, the ones inside a line that are counted, by their nouns."""

METADATA = {"h": "title", "id": "book"}
"""Names for the user of lines that describe the file."""

NOTES = frozenset(("f", "fe", "ef"))
"""Notes."""

REFERENCES = frozenset(("x", "ex"))
"""Notes that name other verses."""

PLACES = frozenset(("fr", "fv", "xo"))
"""Parts of notes: the verse to which a note belongs."""

CHARACTERS = frozenset(
    (
        *(
            "add",
            "bk",
            "dc",
            "k",
            "nd",
            "ord",
            "pn",
            "png",
            "addpn",
            "qt",
            "sig",
            "sls",
            "tl",
            "wj",
        ),
        *("em", "bd", "it", "bdit", "no", "sc", "sup", "w", "wg", "wh", "wa", "rb", "pro", "jmp"),
        *("qs", "qac", "ior", "iqt", "fk", "fq", "fqa", "fl", "fw", "fp", "ft", "fdc", "fm"),
        *("xt", "xk", "xq", "xta", "xop", "xot", "xnt", "xdc", "th", "thr", "tc", "tcr", "litl"),
        *("liv", "lik"),
    )
)
"""Markers inside a line, around words of the text."""
