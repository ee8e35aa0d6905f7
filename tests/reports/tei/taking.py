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
        return self._with(self._that_count(None), None)

    def witness(self, siglum: str) -> str:
        """Return the text of a witness, by passage in the order of the seed."""
        pointer = self._pointers[siglum]
        if self.method == "parallel-segmentation":
            return self._text(self.find("body")[0], pointer)
        counting = self._that_count(pointer)
        assert all(
            app in counting or self._pointers["S"] in _wit(_chosen(app, pointer))
            for app in self.find("app")
            if _chosen(app, pointer) is not None
        ), f"{siglum} has two readings that share words"
        return self._with(counting, pointer)

    def _that_count(self, pointer: str | None) -> list[etree._Element]:
        """Return the entries for a witness; of those that share words, only the first counts.

        That is the rule of the Guidelines for entries with a base text: the words between the two
        ends are replaced by those of the witness.
        """
        _, offsets = self._anchored()
        taken: list[tuple[int, int]] = []
        found = []
        for app in self.find("app"):
            start, end = (offsets[str(app.get(name))[1:]] for name in ("from", "to"))
            if _chosen(app, pointer) is None or any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            found.append(app)
        return found

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
        """Return the text with these entries applied; those at one point in their order."""
        text, offsets = self._anchored()
        ends = [tuple(offsets[str(app.get(name))[1:]] for name in ("from", "to")) for app in apps]
        pieces, at = [], 0
        for (start, end), app in sorted(zip(ends, apps, strict=True), key=lambda one: one[0]):
            chosen = _chosen(app, pointer)
            assert chosen is not None
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
