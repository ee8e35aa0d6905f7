"""Libraries of the extras, and the command that adds them to this installation."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "measures": ("sacrebleu",),
    "pdf": ("weasyprint",),
    "semantic": ("tokenizers", "wordllama"),
    "server": ("psycopg[binary]", "sqlalchemy"),
    "sheets": ("openpyxl",),
}
"""Libraries of each extra, as in ``pyproject.toml``."""


def install_command(libraries: Sequence[str], prefix: Path | None = None) -> str:
    """Return the command that installs libraries beside this program.

    It needs no checkout, and does not ask the package index for ``variants``, of which it has
    another library of this name.

    Args:
        libraries: Names of the libraries.
        prefix: Folder of the environment (default: that of this program).

    Examples:
        >>> install_command(["openpyxl"], Path("/home/kl/.local/share/pipx/venvs/variants"))
        'pipx inject variants openpyxl'
    """
    folders = Path(sys.prefix if prefix is None else prefix).parts
    if folders[-3:-1] == ("pipx", "venvs"):
        return shlex.join(["pipx", "inject", folders[-1], *libraries])
    if folders[-3:-1] == ("uv", "tools"):
        return shlex.join(["uv", "pip", "install", "--python", sys.executable, *libraries])
    return shlex.join([sys.executable or "python3", "-m", "pip", "install", *libraries])
