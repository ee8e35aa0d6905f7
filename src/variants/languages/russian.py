"""Russian: abbreviations."""

from __future__ import annotations

from variants.languages.language import Language

RUSSIAN = Language(
    "ru",
    abbreviations=frozenset("е им тов ген Ген Тов".split()),
    numbered_abbreviations=frozenset("гл рис".split()),
)
