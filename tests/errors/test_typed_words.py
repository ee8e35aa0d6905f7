from __future__ import annotations

from pathlib import Path

from variants.errors import NoOffice, NothingSelected, ScannedPages


def test_names_in_commands_have_their_folder_and_quotation_marks() -> None:
    path = Path("my texts/letter.doc")

    hints = [
        NothingSelected(path, "p.x").hint,
        NoOffice(path, "a Word document").hint,
        ScannedPages(path.with_suffix(".pdf")).hint,
    ]

    assert hints[0].endswith("variants read 'my texts/letter.doc'")
    assert hints[1].endswith("--convert-to odt 'my texts/letter.doc'")
    assert hints[2].endswith("ocrmypdf 'my texts/letter.pdf' 'my texts/letter-ocr.pdf'")
