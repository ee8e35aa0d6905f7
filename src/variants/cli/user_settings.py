"""The user's settings on this machine."""

from __future__ import annotations

import tomllib
from pathlib import Path


def settings_path() -> Path:
    """Return the file of the user's settings, which may not exist."""
    import platformdirs  # noqa: PLC0415 - not for ``--help``

    return platformdirs.user_config_path("variants", appauthor=False) / "settings.toml"


def user_setting(name: str) -> str:
    """Return a setting; empty if it is not set, is not text, or the file cannot be read."""
    try:
        content = tomllib.loads(settings_path().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    value = content.get(name, "")
    return value if isinstance(value, str) else ""
