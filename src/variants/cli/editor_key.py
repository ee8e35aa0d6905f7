"""Editor key: from an option, the environment or the user's settings."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

from variants.errors import NoEditor

VARIABLE = "VARIANTS_EDITOR"


def editor_key(given: str) -> str:
    """Return the editor key for decisions; ask for it once, on a terminal only.

    Raises:
        NoEditor: No key is given, and there is no terminal to ask.
        BadEditorKey: The key is not valid.
    """
    key = given or os.environ.get(VARIABLE, "") or _remembered()
    if key:
        return _checked(key)
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoEditor
    key = _checked(_asked())
    _remember(key)
    return key


def _asked() -> str:
    import typer  # noqa: PLC0415 - it is loaded; the name is kept out of this module's others

    sys.stderr.write(
        "Decisions are recorded under an editor's key: a short name in small letters, such as your "
        "initials.\nIt is kept in the edition's log, and remembered here for all editions.\n"
    )
    return str(typer.prompt("Your key", err=True)).strip()


def _checked(key: str) -> str:
    from variants.log.writer_ids import check_editor  # noqa: PLC0415 - imports the log

    check_editor(key)
    return key


def _settings_path() -> Path:
    import platformdirs  # noqa: PLC0415 - only who decides needs it

    return platformdirs.user_config_path("variants", appauthor=False) / "settings.toml"


def _remembered() -> str:
    """Return the stored key; empty if it cannot be read."""
    try:
        content = tomllib.loads(_settings_path().read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ""
    key = content.get("editor", "")
    return key if isinstance(key, str) else ""


def _remember(key: str) -> None:
    """Store the key in the user's settings, keeping their other content."""
    import tomlkit  # noqa: PLC0415 - once in a lifetime

    from variants.wording.atomic_files import make_folder, replace_file  # noqa: PLC0415

    path = _settings_path()
    settings = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    settings["editor"] = key
    make_folder(path.parent)
    replace_file(path, tomlkit.dumps(settings).encode())
