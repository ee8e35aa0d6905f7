"""Styles of a Word document: headings and hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variants.readers.safe_xml import Element, attribute, local_name

# Word keeps the English names of its own styles in every language.
_HEADING = re.compile(r"heading [1-9]|title|subtitle", re.IGNORECASE)
_DEEPEST = 20  # Styles that are based on one another; a circle of them ends here.
_BODY_LEVEL = "9"


class WordStyles:
    """Styles by their ids.

    Args:
        styles: The elements of the part with styles.
    """

    def __init__(self, styles: Iterable[Element]) -> None:
        self._styles = {
            attribute(each, "styleId"): each for each in styles if local_name(each) == "style"
        }

    def is_heading(self, style: str) -> bool:
        """Return True if a style, or one that it is based on, is that of a heading or a title."""
        for each in self._chain(style):
            name = child_of(each, "name")
            if name is not None and _HEADING.fullmatch(attribute(name, "val")):
                return True
            if has_outline(child_of(each, "pPr")):
                return True
        return False

    def hides(self, style: str) -> bool:
        """Return True if text in a style is hidden."""
        for each in self._chain(style):
            vanish = child_of(child_of(each, "rPr"), "vanish")
            if vanish is not None:
                return is_on(vanish)
        return False

    def _chain(self, style: str) -> list[Element]:
        """Return a style and those that it is based on."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            based = child_of(chain[-1], "basedOn")
            style = "" if based is None else attribute(based, "val")
        return chain


def child_of(element: Element | None, name: str) -> Element | None:
    """Return the first child with a name; ``None`` if there is none, or no element."""
    if element is None:
        return None
    return next((each for each in element if local_name(each) == name), None)


def has_outline(properties: Element | None) -> bool:
    """Return True if the properties of a paragraph give it a level of headings."""
    level = child_of(properties, "outlineLvl")
    return level is not None and attribute(level, "val") < _BODY_LEVEL


def is_on(switch: Element) -> bool:
    """Return True if a property that can be switched is on."""
    return attribute(switch, "val") not in {"0", "false", "off"}
