"""Options that were typed without their value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typer.core import TyperOption

from variants.errors import OptionNeedsValue

if TYPE_CHECKING:
    from typer._click import Context, Parameter  # Typer does not export these classes.


def require_values(context: Context, params: Sequence[Parameter], arguments: Sequence[str]) -> None:
    """Refuse an option whose value is missing, at the end or before another option.

    An option would otherwise become the value: ``--emend --why x`` would emend to ``--why``. A
    value that is the name of an option can be written with an equals sign: ``--emend=--why``.

    Raises:
        OptionNeedsValue: The value is missing.
    """
    options = [param for param in params if isinstance(param, TyperOption)]
    names = {name for option in options for name in (*option.opts, *option.secondary_opts)}
    valued = {name: option for option in options if not option.is_flag for name in option.opts}
    before_files = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for name, following in zip(before_files, [*arguments[1:], None], strict=False):
        if name in valued and (following is None or following in names):
            form, purpose = valued[name].get_help_record(context) or ("", "")
            raise OptionNeedsValue(name, form=form, purpose=purpose)
