"""Options that exclude each other on one command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from variants.errors import OptionNotApplicable


def given_options(values: Mapping[str, object]) -> list[str]:
    """Return the options with a value that is true, in order.

    Args:
        values: The value of each option, such as ``--keep``.
    """
    return [option for option, value in values.items() if value]


def refuse_beside(option: str, others: Iterable[str]) -> None:
    """Refuse options that have no effect beside another one.

    Args:
        option: The option that stays in effect.
        others: Options given that it excludes.

    Raises:
        OptionNotApplicable: There is one of the others; the first is named.
    """
    for other in others:
        hint = f"Leave it out, or leave out {option}."
        raise OptionNotApplicable(option=other, to=option, hint=hint)
