"""``editors.toml``: the names of the editors whose keys are in the log.

The file is next to ``variants.toml`` and need not be published: without it, keys are shown.
"""

from __future__ import annotations

from pathlib import Path

from variants.project.toml_tables import read_tables

NAME = "editors.toml"


def read_editors(root: Path) -> dict[str, str]:
    """Return the names of editors by key; empty if there is no such file.

    An editor is a line ``kl = "Klara Lind"``, or a table ``[kl]`` with a ``name`` and other keys.

    Raises:
        BadSettingsFile: The file is not TOML, or a name is not a text.
    """
    path = root / NAME
    if not path.exists():
        return {}
    table = read_tables(path)
    names = {}
    for key, value in table.content.items():
        name = value.get("name", "") if isinstance(value, dict) else value
        if not isinstance(name, str):
            problem = f"the name of {key} is not a text."
            raise table.error(key, problem=problem, hint='Example: kl = "Klara Lind"')
        if name:
            names[key] = name
    return names
