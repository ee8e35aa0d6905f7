"""Strategies for difficult texts and witnesses."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from variants.segmenters.lines import find_lines, trimmed
from variants.types.correction import Join, Split
from variants.types.witness import Division, DivisionKind, Witness

_WORDS = (
    *("the", "Peng", "armistice", "Gen.", "U.S.", "No. 302/sh", "e.g.", "J. V.", "3.5", "1950"),
    *("don't", "don’t", "MIG-15s", "café", "cafe\u0301", "e\u0301\u0323", "STOP", "(a)", "1."),
    *("мир", "Он", "停战是有利的", "我们认为", "هدنة", "שלום", "\u202barab\u202c", "naïve"),
    *("👩‍👩‍👧", "🇰🇵", "\U0001d518", "\u200b", "\ufeff", "\u00ad", "x\u2060y", "ﬁ", "A", "a"),
)
_MARKS = (
    *(".", "?", "!", "…", "...", ". . .", "?!", "。", "！", "؟", ":", ";", ",", "—", "–", "-"),
    *("“", "”", '"', "'", "‘", "’", "«", "»", "„", "「", "」", "(", ")", "[", "]", "¿"),
)
_SPACES = (
    *(" ", "  ", "\t", "\u00a0", "\u202f", "\u2009", "\u3000", ""),
    *("\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \t\n", "\f", "\v", "\u2028", "\u2029", "\x85"),
)
_PIECES = st.one_of(
    st.sampled_from(_WORDS), st.sampled_from(_MARKS), st.sampled_from(_SPACES), st.just(" ")
)
_PHRASE = "We trained our pilots. "

composed_texts = st.lists(_PIECES, max_size=40).map("".join)
"""Texts of words, marks and white space that have each caused an error before."""

repeated_texts = st.builds(
    lambda text, times: text + _PHRASE * times, composed_texts, st.integers(1, 4)
)
"""Texts that repeat a phrase."""

texts = st.one_of(composed_texts, repeated_texts, st.text(max_size=60))
"""Any text, including the empty one."""


def _divided(text: str) -> Witness:
    """Return a witness with a division for each line."""
    spans = [span for line in find_lines(text) if (span := trimmed(text, line)).length]
    kinds = list(DivisionKind)
    return Witness(
        "S", text, tuple(Division(kinds[i % len(kinds)], span) for i, span in enumerate(spans))
    )


_LANGUAGES = st.sampled_from(["en", "en-GB", "fr", "de", "ru", "zh", "ar", "ja", "tlh", ""])


@st.composite
def _corrected(draw: st.DrawFn) -> Witness:
    """Return a witness with corrections that name any of its words or a missing word."""
    witness = draw(texts.map(_divided))
    words = st.sampled_from(["nowhere", *witness.text.split()])
    phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
    joins = st.lists(phrases, min_size=2, max_size=3).map(tuple)
    corrections = st.lists(st.one_of(phrases.map(Split), joins.map(Join)), max_size=4)
    own = draw(st.lists(words, max_size=2))
    return dataclasses.replace(
        witness, abbreviations=tuple(own), corrections=tuple(draw(corrections))
    )


witnesses = st.one_of(
    st.builds(lambda text, language: Witness("S", text, language=language), texts, _LANGUAGES),
    texts.map(_divided),
    _corrected(),
)
"""Witnesses of many languages, with and without divisions and corrections."""
