"""Segmented texts and the search for anchors in them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from variants.anchors.anchoring import Resolver, describe
from variants.anchors.resolution import (
    Resolution,
)
from variants.segmenters import cut_sentences
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

LETTER = (
    "We met at nine. Your pilots must be sent to the front, so that they will be not paper pilots, "
    "but battle pilots. At least eight of the divisions must move now. Inform us of your opinion."
)


def segment(text: str) -> Segmentation:
    """Return a text as a segmented seed."""
    return cut_sentences(Witness("S", text))


def kept(old: Segmentation) -> Callable[[str], Segmentation | None]:
    """Return a lookup of old texts that has only this one."""
    return lambda digest: old if digest == old.witness.digest else None


def forgotten(_digest: str) -> None:
    """Look up an old text when none was stored."""


def resolve(
    old: Segmentation,
    new: Segmentation,
    words: str,
    old_text: Callable[[str], Segmentation | None] | None = None,
) -> Resolution:
    """Anchor words in an old text, and find them in the new one."""
    at = squeezed(old.witness.text).index(words)
    anchor = describe("letter", old, Span(at, at + len(words)))
    return Resolver(new, old_text or kept(old)).resolve(anchor)


def squeezed(text: str) -> str:
    """Return a text in NFC with white space squeezed."""
    return " ".join(unicodedata.normalize("NFC", text).split())
