"""Words before or after a number or a date that make it a limit."""

from __future__ import annotations

from collections.abc import Mapping

from variants.languages.folding import fold
from variants.languages.value_table import Limit, Phrases


def limits(phrases: Mapping[Limit, str]) -> Phrases:
    """Return the limit of each phrase, folded; a bar separates the phrases.

    Examples:
        >>> from variants.languages.value_table import Bound
        >>> limits({Bound.AFTER: "après|après le"})
        {('apres',): <Bound.AFTER: 'after'>, ('apres', 'le'): <Bound.AFTER: 'after'>}
    """
    return {
        tuple(phrase.split()): limit
        for limit, text in phrases.items()
        for phrase in fold(text).split("|")
        if phrase.strip()
    }
