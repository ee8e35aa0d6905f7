"""Tables of numbers in words, many of them in one word, and of months."""

from __future__ import annotations

from collections.abc import Mapping

from variants.languages.folding import fold

_THOUSAND = 1000


def numbered(forms: str, first: int = 2, step: int = 1) -> dict[str, int]:
    """Return the number of each word; a comma separates the forms of one number from the next.

    Numbers whose words nearly always mean something else are empty.

    Args:
        forms: The words.
        first: Number of the first forms.
        step: Difference of two neighbours.

    Examples:
        >>> numbered("due, tre")
        {'due': 2, 'tre': 3}
        >>> numbered("сто ста, двести", first=100, step=100)
        {'сто': 100, 'ста': 100, 'двести': 200}
    """
    return {
        form: first + step * place
        for place, all_forms in enumerate(forms.split(","))
        for form in all_forms.split()
    }


def inflected(stems: str, endings: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Return the number of each stem with each of the endings.

    Examples:
        >>> inflected("viert funft", "e er", first=4)
        {'vierte': 4, 'vierter': 4, 'funfte': 5, 'funfter': 5}
    """
    forms = (" ".join(f"{stem}{end}" for end in endings.split()) for stem in stems.split())
    return numbered(",".join(forms), first, step)


def with_hundreds(
    small: Mapping[str, int], hundreds: Mapping[str, int], joint: str = ""
) -> dict[str, int]:
    """Return hundreds alone and with each smaller number behind them, in one word.

    Examples:
        >>> with_hundreds({"venti": 20}, {"cento": 100})
        {'cento': 100, 'centoventi': 120}
    """
    found = dict(hundreds)
    for hundred, value in hundreds.items():
        found |= {f"{hundred}{joint}{word}": value + more for word, more in small.items()}
    return found


def with_thousand(numbers: Mapping[str, int], thousand: str) -> dict[str, int]:
    """Return the thousands whose number is in one word with them.

    Examples:
        >>> with_thousand({"due": 2, "mille": 1000}, "mila")
        {'duemila': 2000}
    """
    return {
        f"{word}{thousand}": _THOUSAND * value
        for word, value in numbers.items()
        if value < _THOUSAND
    }


def months_from_january(forms: str) -> dict[str, int]:
    """Return the number of each name of a month, folded; the forms are given as for numbers.

    Examples:
        >>> months_from_january("styczeń stycznia, luty")
        {'styczen': 1, 'stycznia': 1, 'luty': 2}
    """
    return {fold(form): number for form, number in numbered(forms, first=1).items()}
