"""The editor's key: from an option, the environment or the user's settings."""

from __future__ import annotations

import os
import sys

from variants.cli.user_settings import settings_path, user_setting
from variants.cli.wrapped_lines import wrapped
from variants.errors import NoEditor

VARIABLE = "VARIANTS_EDITOR"


def editor_key(given: str) -> str:
    """Return the key under which decisions are recorded; ask for it once, on a terminal.

    Raises:
        NoEditor: No key is set, and there is no terminal to ask on.
        BadEditorKey: The key is invalid.
    """
    key = known_key(given)
    if key:
        return _checked(key)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoEditor
    key = _checked(_ask_key())
    _store_key(key)
    return key


def known_key(given: str) -> str:
    """Return the key that is given or set, unchecked; empty if there is none."""
    return given or os.environ.get(VARIABLE, "") or user_setting("editor")


def checked_key(given: str) -> str:
    """Return the key that is given or set; empty if there is none.

    Raises:
        BadEditorKey: The key is invalid.
    """
    key = known_key(given)
    return _checked(key) if key else ""


def _ask_key() -> str:
    import typer  # noqa: PLC0415 - only here

    sys.stderr.write(
        wrapped(
            "Decisions are recorded under an editor's key: a short name in lower case, such as "
            "your initials. It appears in the edition's log, and is stored on this machine.\n"
        )
    )
    return str(typer.prompt("Your key", err=True)).strip()


def _checked(key: str) -> str:
    from variants.log.writer_ids import check_editor  # noqa: PLC0415 - imports the log

    check_editor(key)
    return key


def _store_key(key: str) -> None:
    """Store the key in the user's settings, and keep everything else in the file."""
    import tomlkit  # noqa: PLC0415 - once per user

    from variants.wording.atomic_files import make_folder, replace_file  # noqa: PLC0415

    path = settings_path()
    settings = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    settings["editor"] = key
    make_folder(path.parent)
    replace_file(path, tomlkit.dumps(settings).encode())
