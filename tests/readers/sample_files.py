"""A letter as Word document, PDF and web page, for pages of the documentation."""

from __future__ import annotations

import textwrap
from pathlib import Path

from tests.readers.documents import docx
from tests.readers.pdf_files import HEIGHT, Line, pdf

_OLD = (
    "The ferry leaves at sixteen past nine, and it must not wait for the mail.",
    "Send the pilots to the harbour as soon as possible. They will be needed there.",
    "I ask you to tell the council of this.",
)
_NEW = (
    "The ferry leaves at sixty past nine, and it should not wait for the mail.",
    "Send the fliers to the harbour quickly. They will be needed there.",
    "I ask you to inform the council of this.",
)
_WIDTH, _PITCH, _GAP = 42, 14, 12
_NOTE = "In the time of the harbour."


def write_samples(folder: Path) -> None:
    """Write ``old.docx``, ``new.pdf`` and ``page.html``."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r>{mark}</w:p>" for each in _OLD[:1])
    body += "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in _OLD[1:])
    body += "<w:p><w:ins><w:r><w:t>It is urgent.</w:t></w:r></w:ins></w:p>"
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{_NOTE}</w:t></w:r></w:p></w:footnote>'
    (folder / "old.docx").write_bytes(docx(body, footnotes=note))
    (folder / "new.pdf").write_bytes(pdf(_page(_NEW)))
    paragraphs = "".join(f"<p>{each}</p>" for each in (*_OLD[:2], _NEW[2]))
    (folder / "page.html").write_text(
        f"<!DOCTYPE html><html><body><nav>Home</nav>{paragraphs}</body></html>"
    )


def _page(paragraphs: tuple[str, ...]) -> list[Line]:
    lines = []
    y = HEIGHT - 60
    for paragraph in paragraphs:
        for text in textwrap.wrap(paragraph, _WIDTH):
            lines.append(Line(40, y, text))
            y -= _PITCH
        y -= _GAP
    return lines
