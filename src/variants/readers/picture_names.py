"""Names of the pictures in a web page that this program writes.

LibreOffice saves the words of a drawing as a paragraph, but keeps the names of divisions, as those
of sections in an OpenDocument text.
"""

from __future__ import annotations

PICTURE_NAME = "variants-picture-"
"""Begins the name of a division or section around a picture."""


def is_picture(name: str) -> bool:
    """Return True if a division or section has the name of a picture.

    Examples:
        >>> is_picture("variants-picture-curve"), is_picture("pictures")
        (True, False)
    """
    return name.startswith(PICTURE_NAME)
