"""A letter as Word document, PDF and web page, and as segments, for pages of the documentation."""

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
_LATER = (
    "The ferry leaves at sixty past nine, and it should not wait for the post.",
    "Send the fliers to the harbour quickly. They are needed there.",
    "I ask you to inform the council of this.",
)
_SOURCE = (
    "Die Fähre fährt um neun Uhr sechzehn und darf nicht auf die Post warten.",
    "Schicken Sie die Flieger schnell zum Hafen. Sie werden dort gebraucht.",
    "Ich bitte Sie, den Rat davon zu unterrichten.",
)
_WIDTH, _PITCH, _GAP = 42, 14, 12
_NOTE = "In the time of the harbour."


def write_samples(folder: Path) -> None:
    """Write the letter in several formats, and its translations from a translation program."""
    _write_segments(folder)
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


def _write_segments(folder: Path) -> None:
    """Write ``old.xlf``, ``new.xlf``, ``later.xlf`` and ``memory.tmx``."""
    for name, target in (("old", _OLD), ("new", _NEW), ("later", _LATER)):
        units = "".join(
            f'<trans-unit id="{number}"><source>{source}</source><target state="needs-review">'
            f'<x id="a"/>{words}</target></trans-unit>'
            for number, (source, words) in enumerate(zip(_SOURCE, target, strict=True), start=1)
        )
        (folder / f"{name}.xlf").write_text(
            '<xliff version="1.2"><file source-language="de" target-language="en">'
            f"<body>{units}</body></file></xliff>",
            "utf-8",
        )
    units = "".join(
        "<tu>{}</tu>".format(
            "".join(
                f'<tuv xml:lang="{language}"><seg>{words}</seg></tuv>'
                for language, words in zip(("de", "en", "en"), segments, strict=True)
            )
        )
        for segments in zip(_SOURCE, _OLD, _NEW, strict=True)
    )
    (folder / "memory.tmx").write_text(
        f'<tmx version="1.4"><header srclang="de"/><body>{units}</body></tmx>', "utf-8"
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
