"""Environment of the HTML templates."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from variants.readers.picture_names import PICTURE_NAME
from variants.wording.sanitize import sanitize_line


def _finalize(value: object) -> object:
    """Escape control and bidirectional characters in the texts that a template prints."""
    return sanitize_line(value) if type(value) is str and not value.isprintable() else value


# Texts are data, so a template escapes every value that is not ``Markup``.
TEMPLATES = Environment(
    loader=PackageLoader("variants.reports.html"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=_finalize,
)
TEMPLATES.globals["picture_name"] = PICTURE_NAME


def style_of(*names: str) -> str:
    """Return the style sheets of a page, joined."""
    return "".join(asset(name) for name in names)


def asset(name: str) -> str:
    """Return the content of a file in the folder of the templates."""
    return files("variants.reports.html").joinpath("templates", name).read_text("utf-8")


def digest_of(text: str) -> str:
    """Return the hash that allows a style or script in the content security policy."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
