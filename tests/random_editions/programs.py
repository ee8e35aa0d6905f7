"""Texts of reports as other programs read them: LibreOffice, and LaTeX with a reader of PDF."""

from __future__ import annotations

import random
import re
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from tests.random_editions.checks import content_of
from tests.random_editions.reference import bare
from tests.random_editions.workshop import Workshop
from tests.reports.tracked import accepted, in_paragraphs

_MACRO = """
Sub AcceptAll(path As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  Dim none()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  document = StarDesktop.loadComponentFromURL("file://" & path, "_blank", 0, hidden())
  window = document.CurrentController.Frame
  dispatcher.executeDispatch(window, ".uno:AcceptAllTrackedChanges", "", 0, none())
  document.storeToURL("file://" & path & ".accepted.docx", filter())
  document.close(True)
End Sub
"""
_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes" '
    'script:language="StarBasic">{}</script:module>\n'
)
_LIBRARY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
    '"library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Changes"/></library:library>\n'
)
# One page, as wide as a line of text needs, without numbers, hyphens and breaks between letters.
_ONE_PAGE = r"""\geometry{paperheight=550cm,paperwidth=100cm,margin=2cm,footskip=1cm}
\hyphenpenalty=10000 \exhyphenpenalty=10000 \firstlinenum{100000}
\renewcommand*{\vSentence}[1]{}
\begin{document}"""
_START, _END = "XSTARTX", "XENDX"


def check_in_programs(seeds: Iterable[int], folder: Path) -> int:
    """Fail if LibreOffice or the PDF of LaTeX shows another text than the established one.

    Returns:
        The number of editions in PDF. LaTeX names the script if no font for it is installed.
    """
    documents, established, printed = {}, {}, 0
    for seed in seeds:
        edition = Workshop(random.Random(seed)).work()  # noqa: S311 - repeatable, not secret
        established[seed] = "".join(run.text for run in edition.runs())
        documents[seed] = content_of(edition, "docx-changes")
        pdf = text_by_latex(content_of(edition, "latex").decode(), folder / f"latex{seed}")
        if pdf is not None:
            assert _letters(pdf) == _letters(established[seed]), f"the PDF of edition {seed}"
            printed += 1
    for seed, text in text_by_libreoffice(documents, folder).items():
        expected = [_spaced(each) for each in in_paragraphs(established[seed])]
        assert [_spaced(each) for each in in_paragraphs(text)] == expected, f"edition {seed}"
    return printed


def text_by_libreoffice(documents: Mapping[int, bytes], folder: Path) -> dict[int, str]:
    """Return the established texts of documents in which LibreOffice accepted all changes."""
    profile = folder / "profile"
    library = profile / "user" / "basic" / "Standard"
    office = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
    _run([*office, "--terminate_after_init"], folder)  # Makes the profile.
    (library / "Changes.xba").write_text(_MODULE.format(escape(_MACRO)), encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    paths = {seed: folder / f"{seed}.docx" for seed in documents}
    for seed, path in paths.items():
        path.write_bytes(documents[seed])
    for path in paths.values():
        macro = f'macro:///Standard.Changes.AcceptAll("{path}")'
        _run([*office, macro], folder, check=False)  # It exits with 1 when its window is closed.
    return {seed: _accepted_text(Path(f"{path}.accepted.docx")) for seed, path in paths.items()}


def _accepted_text(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    assert not re.search(r"<w:(?:ins|del)[ />]", body), "a change is left"
    return accepted(path.read_bytes())


def text_by_latex(source: str, folder: Path) -> str | None:
    """Return the established text in the PDF of a report; ``None`` if a font is missing."""
    folder.mkdir()
    marked = source.replace(r"\begin{document}", _ONE_PAGE)
    marked = marked.replace(r"\beginnumbering", f"{_START}\n\n\\beginnumbering")
    marked = marked.replace(r"\endnumbering", f"\\endnumbering\n\n{_END}\n")
    (folder / "report.tex").write_text(marked, encoding="utf-8")
    engine = ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"]
    _run(engine, folder, check=False)
    log = (folder / "report.log").read_text("utf-8", errors="replace")
    if "Package variants Error: No font with all" in log:
        return None
    assert "Missing character" not in log
    pdf = _run(["pdftotext", "report.pdf", "-"], folder).decode()
    return pdf.partition(_START)[2].partition(_END)[0]


def _run(command: list[str], folder: Path, *, check: bool = True) -> bytes:
    return subprocess.run(  # noqa: S603 - our own documents
        command, cwd=folder, check=check, capture_output=True, timeout=600
    ).stdout


def _letters(text: str) -> str:
    """Return a text without white space and without the forms of letters that a font chooses."""
    return bare(unicodedata.normalize("NFKC", text))


def _spaced(paragraph: str) -> str:
    return " ".join(paragraph.split())
