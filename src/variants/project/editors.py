"""``editors.toml``: who the editors are whose keys the log has.

It lies beside ``variants.toml`` and may stay unpublished: without it the keys are shown.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from variants.errors import BadSettingsFile, CannotReadEdition

NAME = "editors.toml"


def read_editors(root: Path) -> dict[str, str]:
    """Key and name of each editor; nothing where there is no such file.

    A line is ``kl = "Klara Lind"``, or a table ``[kl]`` with a ``name`` and what else is known.
    """
    path = root / NAME
    try:
        # Some editors of text put a byte order mark at the beginning.
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettingsFile(path, line=1, problem=f"it is not TOML: {error}.") from error
    except OSError as error:
        raise CannotReadEdition(path, error.strerror or str(error)) from error
    named = {
        key: each.get("name", "") if isinstance(each, dict) else each
        for key, each in content.items()
    }
    wrong = [key for key, name in named.items() if not isinstance(name, str)]
    if wrong:
        raise BadSettingsFile(path, line=1, problem=f"the name of {wrong[0]} is no text.")
    return {key: str(name) for key, name in named.items() if name}
