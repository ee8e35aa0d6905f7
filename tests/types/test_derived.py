"""Values derived from a frozen value are computed once, and follow it through copies."""

from __future__ import annotations

from functools import cache

from tests.project.editions import telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation


@cache
def _collation() -> Collation:
    return collate(telegram(), Settings())
