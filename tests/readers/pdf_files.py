"""Small PDF documents for tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 400, 600


class Line(NamedTuple):
    """Characters at a place; y is the distance from the lower edge of the page."""

    x: float
    y: float
    text: str
    size: float = 12


def pdf(*pages: Sequence[Line], pictures: Sequence[int] = ()) -> bytes:
    """Return a document in Courier; the pages with these numbers are pictures."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        resources = "<</Font<</F 3 0 R>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources{resources}"
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        content = _PICTURE if number in pictures else "".join(map(_show, lines))
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    return _file(objects)


_PICTURE = "200 0 0 200 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI"


def _show(line: Line) -> str:
    text = line.text.translate({ord(each): f"\\{each}" for each in "()\\"})
    return f"BT /F {line.size} Tf {line.x} {line.y} Td ({text}) Tj ET\n"


def _file(objects: Sequence[str]) -> bytes:
    """Return a file of objects, with the table of their places."""
    content = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        content
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(content)}\n%%EOF"
        ).encode()
    )
