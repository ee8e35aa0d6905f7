"""German: abbreviations, and capitals that mark no names."""

from __future__ import annotations

from variants.languages.language import Language

GERMAN = Language(
    "de",
    # Every noun has a capital.
    capitals_mark_names=False,
    abbreviations=frozenset({"Hrn"}),
    numbered_abbreviations=frozenset("abs bd bde".split()),
)
