"""Style of a comparison in a notebook, limited to its own elements."""

from __future__ import annotations

import re
from functools import cache

from variants.reports.html.template_environment import asset, style_of

SCOPE = "variants-comparison"
"""Class of the element around a comparison in a notebook."""
_LIGHT = ("[data-jp-theme-light=true]", ".vscode-light", "[theme=light]")
_DARK = ("[data-jp-theme-light=false]", ".vscode-dark", ".vscode-high-contrast", "[theme=dark]")
"""Elements around the outputs of JupyterLab, VS Code and Colab, by theme."""
_OWN = """
background:var(--page);color:var(--text);font:16px/1.5 var(--sans);padding:.6rem 1rem;
text-align:left
"""
_MORE = """
.p[hidden],.light[hidden]{content-visibility:visible;display:grid!important}
.p{content-visibility:visible}
p{margin:.15rem 0}
.title{font:600 1.5rem/1.2 var(--serif);margin-bottom:.5rem}
.head{font-weight:600}
"""
_PRINT = re.compile(r"@media print\{.*", re.DOTALL)


@cache
def notebook_style() -> str:
    """Return the style of the page's middle part, in light and dark.

    The rules are nested in one for the element around the comparison, so that they change nothing
    outside of it. Its theme is that of the notebook, and otherwise that of the system.
    """
    light, dark = asset("tokens.css").split("@media")[:2]
    light_tokens = light.partition("{")[2].rpartition("}")[0]
    dark_tokens = dark.split("{")[2].partition("}")[0]
    rules = _PRINT.sub("", style_of("brief.css", "report.css"))
    rules = re.sub(r"\bh3\b", ".h3", rules)
    return "\n".join(
        (
            f".{SCOPE}{{{light_tokens};{_OWN.strip()}}}",
            f"@media (prefers-color-scheme:dark){{.{SCOPE}{{{dark_tokens}}}}}",
            f"{_within(_LIGHT)}{{{light_tokens}}}",
            f"{_within(_DARK)}{{{dark_tokens}}}",
            f".{SCOPE}{{{rules}{_MORE}}}",
        )
    )


def _within(outer: tuple[str, ...]) -> str:
    return ",".join(f"{each} .{SCOPE}" for each in outer)
