"""Save one book as many programs do, for ``benchmarks/readers.py``.

    python benchmarks/make_book.py BOOK.md FOLDER

BOOK.md has headings (``# Head``), paragraphs on a line each, and footnotes: ``word[^1]`` and a line
``[^1]: Note.``; no other markup than signs after a backslash. FOLDER gets ``truth.json``, and the
book as pandoc, LibreOffice, Chromium and LuaLaTeX write it. Programs that are missing are named.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

_MARK = re.compile(r"\[\^([^\]]+)\]")
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ESCAPE = re.compile(r"\\([^\w\s])")
_NOTE = re.compile(r"\[\^([^\]]+)\]: (.*)")
_PANDOC = ("docx", "odt", "html", "epub", "rtf")
_OFFICE = ("docx", "odt", "html", "epub", "rtf", "doc", "pdf")
_PROFILE = "profile"  # Of LibreOffice, which keeps one that is in use for itself.
_RUNNING_HEADS = r"\usepackage{fancyhdr}\pagestyle{fancy}\setlength{\parindent}{1.5em}"
_LATEX = {
    "tex-one-column": ("-V", "geometry:margin=2.5cm"),
    "tex-two-columns": ("-V", "classoption=twocolumn"),
    "tex-indents-running-heads": ("-V", "indent=true", "-V", f"header-includes={_RUNNING_HEADS}"),
}


def truth_of(book: str) -> dict[str, object]:
    r"""Return the headings, paragraphs and notes of a book, in their order.

    Examples:
        >>> truth_of("# Head\n\nWe go[^1].\n\n[^1]: On foot.\n")
        {'blocks': [['h', 'Head'], ['p', 'We go.']], 'notes': ['On foot.']}
    """
    text = _HEAD.sub("", book)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    notes = {
        found[1]: _ESCAPE.sub(r"\1", found[2]) for line in lines if (found := _NOTE.fullmatch(line))
    }
    blocks = [
        ["h" if line.startswith("#") else "p", _ESCAPE.sub(r"\1", _MARK.sub("", line.lstrip("# ")))]
        for line in lines
        if not _NOTE.fullmatch(line)
    ]
    marks = [name for line in lines if not _NOTE.fullmatch(line) for name in _MARK.findall(line)]
    return {"blocks": blocks, "notes": [notes[name] for name in marks]}


def main() -> int:
    """Make the files, and print their names."""
    book, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    text = book.read_text("utf-8")
    (folder / "truth.json").write_text(json.dumps(truth_of(text), ensure_ascii=False), "utf-8")
    (folder / "book.md").write_text(text, "utf-8")
    for program, command in commands(folder):
        if shutil.which(program) is None:
            print(f"{program} is not installed: {command[-1]} is left out")
            continue
        print(program, *command, flush=True)
        subprocess.run([program, *command], cwd=folder, check=False, capture_output=True)  # noqa: S603
    shutil.rmtree(folder / _PROFILE, ignore_errors=True)
    return 0


def commands(folder: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the programs and their arguments, in the order in which they need each other."""
    # Without "smart", pandoc keeps straight quotation marks.
    for suffix in _PANDOC:
        yield "pandoc", ("-f", "markdown-smart", "-s", "book.md", "-o", f"pandoc.{suffix}")
    profile = (folder / _PROFILE).absolute().as_uri()
    office = (f"-env:UserInstallation={profile}", "--headless")
    for suffix in _OFFICE:
        to = ("--convert-to", suffix, "--outdir", "libreoffice")
        yield "soffice", (*office, *to, "pandoc.docx")
    page = (folder / "pandoc.html").absolute().as_uri()
    yield "chromium", ("--headless", "--no-sandbox", "--print-to-pdf=chromium.pdf", page)
    for name, options in _LATEX.items():
        yield "pandoc", ("-f", "markdown-smart", "-s", *options, "book.md", "-o", f"{name}.tex")
        for _ in range(2):  # The second run knows the pages.
            yield "lualatex", ("-interaction=batchmode", f"{name}.tex")


if __name__ == "__main__":
    sys.exit(main())
