"""Explanation of a view for those who see it for the first time."""

from __future__ import annotations

HOW_TO_READ = (
    "Each passage has the seed first, the text that all others are compared with.",
    "Bold on a fill, named after ▲: likely to touch the sense. Underlined: wording.",
    "An underlined gap: words are omitted. Differences of form are not marked.",
    "The brief lists the differences of sense, heaviest first; strips show where.",
    "A folded line has nothing of weight. Estimates err: read what you rely on.",
)
"""Five lines for the first run and for reports."""
HEADING = "How to read this"
