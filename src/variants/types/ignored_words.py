"""Rules of an edition for characters that are set aside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IgnoredWords:
    """Rule that sets characters aside, by a pattern or by the words around them.

    Attributes:
        name: Name of the rule in notices and reports.
        pattern: Regular expression for the characters; empty for a rule with bounds.
        begin: First words of a region; the region contains them.
        end: Its last words; empty to end with the line of its first words.
    """

    name: str
    pattern: str = ""
    begin: str = ""
    end: str = ""
