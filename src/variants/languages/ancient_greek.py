"""Ancient Greek: sentences that begin with small letters."""

from __future__ import annotations

from variants.languages.language import Language

# Many editions print a capital only at the beginning of a paragraph.
ANCIENT_GREEK = Language("grc", small_letters_open=True)
