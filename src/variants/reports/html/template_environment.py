"""Environment of the HTML templates."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

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
