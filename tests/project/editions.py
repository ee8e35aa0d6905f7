"""Editions to try the whole pipeline on: the shipped one, and small random ones."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from tests.strategies import texts
from variants.readers.formats import read_witness
from variants.types.collation import Collation, Passage
from variants.types.witness import Witness

ROOT = Path(__file__).parents[2]

_SENTENCES = (
    "The convoy left the harbour at dawn.",
    "Sixteen ships were in it, and not one of them carried a flag.",
    "We must tell the admiral of this without delay.",
    "FILIPPOV",
    "It is possible that these are merely rumors.",
    "Gao Gang asked whether the harbor could be held.",
    "Could the harbour be held, asked Kao Kang?",
    "They should tell the admiral at once.",
    "“No,” he said. “The ice is late this year.”",
    "停战是有利的。",
    "The ice came late that year; the ships could not wait for it.",
    "[bold]Deliver[/bold] immediately.",
    "16 ships, none with a flag, sailed in the early morning.",
)
_renderings = st.one_of(
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=9).map(" ".join),
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6).map("\n\n".join),
    texts.filter(lambda text: bool(text.strip())),
)
editions = st.lists(_renderings, min_size=2, max_size=4).map(
    lambda found: tuple(Witness(siglum, text) for siglum, text in zip("SABC", found, strict=False))
)
"""A seed and one to three others that share some of its sentences, or none."""


def telegram() -> tuple[Witness, ...]:
    """Read the witnesses of the shipped edition: the seed S and the renderings A, B and C."""
    files = {"S": ROOT / "seeds" / "telegram-302sh.txt"}
    files |= {s: ROOT / "variants" / "telegram-302sh" / f"{s}.txt" for s in "ABC"}
    return tuple(read_witness(path, siglum=siglum) for siglum, path in files.items())


def passage_with(collation: Collation, words: str) -> Passage:
    """Return the only passage whose seed sentences contain the words."""
    (found,) = (
        passage
        for passage in collation.passages
        if any(words in collation.seed.text_of(sentence) for sentence in passage.sentences)
    )
    return found
