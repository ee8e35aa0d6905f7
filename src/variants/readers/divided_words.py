"""Words that a hyphen divides at the end of a line."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

_PART = 3  # Letters of the shorter part of a compound whose parts are words.


def is_compound(first: str, second: str, words: AbstractSet[str]) -> bool | None:
    """Return True if two parts of a word have a hyphen between them, False if they have none.

    Args:
        first: The part before the end of the line.
        second: The part after it.
        words: Words of the text in lower case, without those that are divided.

    Returns:
        ``None`` if the words do not show it.

    Examples:
        >>> words = {"example", "well-known", "battle", "field"}
        >>> is_compound("ex", "ample", words), is_compound("well", "known", words)
        (False, True)
        >>> is_compound("battle", "field", words), is_compound("un", "seen", words)
        (True, None)
    """
    parts = (first.lower(), second.lower())
    if "-".join(parts) in words:
        return True
    if "".join(parts) in words:
        return False
    # The parts of a compound are words; those of other words rarely are.
    if min(map(len, parts)) >= _PART and words >= set(parts):
        return True
    return None
