"""The editor's key: from an option, the environment or the user's settings."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

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
    return given or os.environ.get(VARIABLE, "") or _stored_key()


def _ask_key() -> str:
    import typer  # noqa: PLC0415 - only here

    sys.stderr.write(
        "Decisions are recorded under an editor's key: a short name in lower case, such as your "
        "initials.\nIt appears in the edition's log, and is stored on this machine.\n"
    )
    return str(typer.prompt("Your key", err=True)).strip()


def _checked(key: str) -> str:
    from variants.log.writer_ids import check_editor  # noqa: PLC0415 - imports the log

    check_editor(key)
    return key


def _settings_path() -> Path:
    import platformdirs  # noqa: PLC0415 - only to decide

    return platformdirs.user_config_path("variants", appauthor=False) / "settings.toml"


def _stored_key() -> str:
    """Return the stored key; empty if there is none or the file cannot be read."""
    try:
        content = tomllib.loads(_settings_path().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    key = content.get("editor", "")
    return key if isinstance(key, str) else ""


def _store_key(key: str) -> None:
    """Store the key in the user's settings, and keep everything else in the file."""
    import tomlkit  # noqa: PLC0415 - once per user

    from variants.wording.atomic_files import make_folder, replace_file  # noqa: PLC0415

    path = _settings_path()
    settings = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    settings["editor"] = key
    make_folder(path.parent)
    replace_file(path, tomlkit.dumps(settings).encode())
