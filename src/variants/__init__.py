"""Compare several renderings of one text, sentence by sentence and word by word.

The public names are loaded when they are first asked for, so that nothing heavy is imported
with the package.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variants.reports.json.edition import read_json
    from variants.words.sequences import link_many, link_words

__all__ = ["link_many", "link_words", "read_json"]

_PLACES = {
    "link_many": "variants.words.sequences",
    "link_words": "variants.words.sequences",
    "read_json": "variants.reports.json.edition",
}


def __getattr__(name: str) -> object:
    """A public name, loaded on first use (PEP 562)."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
