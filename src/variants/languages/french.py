"""French: abbreviations."""

from __future__ import annotations

from variants.languages.language import Language

FRENCH = Language(
    "fr",
    abbreviations=frozenset("Dr Me Mgr Mlle Mlles MM Mme Mmes St Ste".split()),
    numbered_abbreviations=frozenset("no t".split()),
)
