"""``editors.toml``: the names of the editors whose keys are in the log.

The file is next to ``variants.toml`` and need not be published: without it, keys are shown.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from variants.errors import BadSettingsFile, CannotReadEdition

NAME = "editors.toml"


def read_editors(root: Path) -> dict[str, str]:
    """Return the names of editors by key; empty if there is no such file.

    An editor is a line ``kl = "Klara Lind"``, or a table ``[kl]`` with a ``name`` and other keys.
    """
    path = root / NAME
    try:
        # Some text editors write a byte order mark.
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettingsFile(path, line=1, problem=f"this is not TOML: {error}.") from error
    except OSError as error:
        raise CannotReadEdition(path, error.strerror or str(error)) from error
    named = {
        key: each.get("name", "") if isinstance(each, dict) else each
        for key, each in content.items()
    }
    wrong = [key for key, name in named.items() if not isinstance(name, str)]
    if wrong:
        raise BadSettingsFile(path, line=1, problem=f"the name of {wrong[0]} is not a text.")
    return {key: str(name) for key, name in named.items() if name}
