"""Style of pictures in their own files."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(#[0-9A-Fa-f]{6})")
_USED = re.compile(r"var\(--([a-z0-9-]+)\)")


@cache
def file_style() -> str:
    """Return the style of a picture without variables, for light, dark and print.

    Many programs that draw SVG know no variables and not the colour of the text around it, and some
    no media queries: they draw the light one.
    """
    style = _asset("pictures.css").replace("currentColor", "var(--text)")
    tokens = _asset("tokens.css")
    # The tokens of the dark theme are in a rule of their own, after all of the light one.
    light, dark = tokens.split("@media", 2)[:2]
    coloured = "".join(
        re.sub(r"\{.*\}", f"{{{';'.join(kept)}}}", rule)
        for rule in style.splitlines(keepends=True)
        if (
            kept := [one for one in rule.strip()[:-1].partition("{")[2].split(";") if "var(" in one]
        )
    )
    night = f"@media screen and (prefers-color-scheme:dark){{\n{_filled(coloured, dark)}}}\n"
    return "\n" + _filled(style, light) + night


def _filled(style: str, tokens: str) -> str:
    values = dict(_TOKEN.findall(tokens))
    return _USED.sub(lambda found: values[found[1]], style)


def _asset(name: str) -> str:
    return files("variants.reports.html").joinpath("templates", name).read_text("utf-8")
