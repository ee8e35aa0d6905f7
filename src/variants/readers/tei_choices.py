"""Choices between the forms that a TEI document has for one word."""

from __future__ import annotations

from collections.abc import Collection

from variants.errors import InvalidValue

_PAIRS = (("sic", "corr"), ("orig", "reg"), ("abbr", "expan"), ("am", "ex"))
_OPTION = "--choice"
_HINT = "Choose from sic or corr, orig or reg, abbr or expan, with commas between them."


def chosen_forms(choice: str) -> frozenset[str]:
    """Return the elements that are read of a choice: by default those of the editor.

    Raises:
        InvalidValue: A word is not one of the elements.

    Examples:
        >>> sorted(chosen_forms("")), sorted(chosen_forms("orig,abbr"))
        (['corr', 'ex', 'expan', 'reg'], ['abbr', 'am', 'corr', 'orig'])
    """
    wanted = [word.strip() for word in choice.split(",") if word.strip()]
    known = {form for pair in _PAIRS[:3] for form in pair}
    for word in wanted:
        if word not in known:
            raise InvalidValue(word, option=_OPTION, hint=_HINT)
    as_written = {pair[0] for pair in _PAIRS if pair[0] in wanted}
    if "abbr" in as_written:
        as_written.add("am")
    return frozenset(one if one in as_written else other for one, other in _PAIRS)


def first_chosen(forms: Collection[str], chosen: Collection[str]) -> str:
    """Return the form that is read: a chosen one, else the first."""
    return next((form for form in forms if form in chosen), next(iter(forms), ""))
