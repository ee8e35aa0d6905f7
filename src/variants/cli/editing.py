"""The documents that a command works on, compared, with what was decided on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variants.cli.progress import progress_bar
from variants.cli.texts import Texts

if TYPE_CHECKING:
    from variants.types import Collation, Edition


def edition_of(texts: Texts) -> Edition:
    """Compare the texts of one document, and see what was decided on it."""
    # These bring every stage, and the libraries of the log.
    from variants.types import Edition  # noqa: PLC0415

    collation = collation_of(texts)
    if texts.root is None or not (texts.root / "decisions").is_dir():
        return Edition(texts.name, collation)
    from variants.established import establish_here  # noqa: PLC0415

    return establish_here(texts.name, collation, texts.root)


def collation_of(texts: Texts) -> Collation:
    """Compare the texts of one document; a bar shows on a terminal how far it is."""
    from variants.collate import collate  # noqa: PLC0415 - it brings every stage

    with progress_bar() as progress:
        return collate(texts.witnesses, texts.settings, title=texts.title, progress=progress)
