"""Texts taken from a TEI file again, as its reader would."""

from __future__ import annotations

import io

from lxml import etree

from variants.reports.tei import write_tei
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(edition: Edition, options: ReportOptions | None = None) -> bytes:
    """Return the bytes of the file."""
    file = io.BytesIO()
    write_tei(edition, options or ReportOptions(), file)
    return file.getvalue()


class Taking:
    """Reader that extracts the established text or a witness from a TEI file."""

    def __init__(self, content: bytes) -> None:
        self.root = etree.fromstring(content)
        self._pointers = {one.get("n"): f"#{one.get(_ID)}" for one in self.find("witness")}
        self.method = self.find("variantEncoding")[0].get("method")

    def find(self, name: str) -> list[etree._Element]:
        """Return all elements with a name."""
        return list(self.root.iter(f"{_TEI}{name}"))

    def established_text(self) -> str:
        """Return the text of all lemmas."""
        if self.method == "parallel-segmentation":
            return self._text(self.find("body")[0], None)
        seed = self._pointers["S"]
        return self._with(
            [app for app in self.find("app") if seed not in _wit(app.find(f"{_TEI}lem"))], None
        )

    def witness(self, siglum: str) -> str:
        """Return the text of a witness, by passage in the order of the seed."""
        pointer = self._pointers[siglum]
        if self.method == "parallel-segmentation":
            return self._text(self.find("body")[0], pointer)
        apps = []
        for listed in self.find("listApp"):
            mine = [app for app in listed if self._reads(app, pointer)]
            whole = [app for app in mine if app.get("type") == "passage"]
            apps += whole or mine
        return self._with(apps, pointer)

    def _reads(self, app: etree._Element, pointer: str) -> bool:
        """Return True if a witness has other words than the seed."""
        chosen = _chosen(app, pointer)
        return chosen is not None and self._pointers["S"] not in _wit(chosen)

    def _text(self, element: etree._Element, pointer: str | None) -> str:
        pieces = [element.text or ""]
        for child in element:
            if child.tag == f"{_TEI}app":
                chosen = _chosen(child, pointer)
                assert chosen is not None, f"nothing for {pointer} in {child.get(_ID)}"
                pieces.append(self._text(chosen, pointer))
            elif child.tag != f"{_TEI}note":
                pieces.append(self._text(child, pointer))
            pieces.append(child.tail or "")
        return "".join(pieces)

    def _with(self, apps: list[etree._Element], pointer: str | None) -> str:
        """Return the text with the entries applied; of two that overlap, only the first."""
        text, offsets = self._anchored()
        pieces, at = [], 0
        for app in apps:
            start, end = (offsets[str(app.get(name))[1:]] for name in ("from", "to"))
            chosen = _chosen(app, pointer)
            if start < at or chosen is None:
                continue
            pieces += [text[at:start], text_of(chosen)]
            at = end
        return "".join([*pieces, text[at:]])

    def _anchored(self) -> tuple[str, dict[str, int]]:
        """Return the text, and the offset of each anchor in it."""
        pieces: list[str] = []
        offsets = {}
        for event, element in etree.iterwalk(self.find("body")[0], events=("start", "end")):
            if element.tag == f"{_TEI}note" or event == "end":
                if event == "end":
                    pieces.append(element.tail or "")
                continue
            if element.tag == f"{_TEI}anchor":
                offsets[str(element.get(_ID))] = len("".join(pieces))
            pieces.append(element.text or "")
        return "".join(pieces), offsets


def text_of(element: etree._Element) -> str:
    """Return all text in an element."""
    return "".join(map(str, element.itertext()))


def _chosen(app: etree._Element, pointer: str | None) -> etree._Element | None:
    """Return the lemma, or the reading of the witness."""
    if pointer is None:
        return app.find(f"{_TEI}lem")
    return next((one for one in app if pointer in _wit(one)), None)


def _wit(element: etree._Element | None) -> list[str]:
    return [] if element is None else (element.get("wit") or "").split()
