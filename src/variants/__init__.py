"""Compare several renderings of one text, sentence by sentence and word by word.

A public name is imported when it is first used, so that ``import variants`` is fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variants.api.comparison import Comparison
    from variants.api.disk import load_edition, write
    from variants.api.witnesses import compare, read
    from variants.errors import VariantsError
    from variants.pipeline import collate
    from variants.reports.json.edition import read_json
    from variants.reports.writer import ReportOptions
    from variants.settings import ClassificationRule, Settings
    from variants.types.variant import Kind, VariantClass
    from variants.types.witness import Witness
    from variants.words.sequences import link_many, link_words

__all__ = [
    "ClassificationRule",
    "Comparison",
    "Kind",
    "ReportOptions",
    "Settings",
    "VariantClass",
    "VariantsError",
    "Witness",
    "collate",
    "compare",
    "link_many",
    "link_words",
    "load_edition",
    "read",
    "read_json",
    "write",
]

_MODULES = {
    "ClassificationRule": "variants.settings",
    "Comparison": "variants.api.comparison",
    "Kind": "variants.types.variant",
    "ReportOptions": "variants.reports.writer",
    "Settings": "variants.settings",
    "VariantClass": "variants.types.variant",
    "VariantsError": "variants.errors",
    "Witness": "variants.types.witness",
    "collate": "variants.pipeline",
    "compare": "variants.api.witnesses",
    "link_many": "variants.words.sequences",
    "link_words": "variants.words.sequences",
    "load_edition": "variants.api.disk",
    "read": "variants.api.witnesses",
    "read_json": "variants.reports.json.edition",
    "write": "variants.api.disk",
}


if not TYPE_CHECKING:  # A type checker would otherwise accept any name.

    def __getattr__(name: str) -> object:
        """Return a public name, imported on first use (PEP 562)."""
        if name not in _MODULES:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        value = getattr(import_module(_MODULES[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
