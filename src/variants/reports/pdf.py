"""Reports as PDF: the web page, printed by a browser or by WeasyPrint."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import BinaryIO, NoReturn

from variants.errors import MissingProgram, ProgramFailed
from variants.reports.html import write_html
from variants.reports.writer import ReportOptions
from variants.temporary_files import temporary_folder
from variants.types.edition import Edition

_BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("chrome", "msedge"),
)
_SECONDS = 300
# The date and the node numbers differ between two prints of one page. Their replacements have
# the same length, so that the offsets in the file remain right.
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}")
_FIXED_DATE = rb"/\1 (D:20000101000000"
_NODE = re.compile(rb"\(node([0-9]{8})\)")


def write_pdf(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Print the web page with a browser, or with WeasyPrint if no browser is installed.

    Raises:
        MissingProgram: Neither a browser nor WeasyPrint is installed.
        ProgramFailed: The browser failed.
    """
    page = io.BytesIO()
    write_html(edition, options, page)
    print_page(page.getvalue().decode(), file)


def print_page(html: str, file: BinaryIO) -> None:
    """Print a page of this package as PDF; the errors are those of ``write_pdf``."""
    browser = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        _print_without_browser(html, file)
        return
    with temporary_folder(Path(tempfile.gettempdir(), "variants-pdf")) as folder:
        page, pdf = folder / "report.html", folder / "report.pdf"
        page.write_text(html, encoding="utf-8", newline="")
        _print(browser, page, pdf, folder / "profile")
        file.write(_reproducible(pdf.read_bytes()))


def _print_without_browser(html: str, file: BinaryIO) -> None:
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra
    # WeasyPrint loads the system library Pango when it is imported.
    except (ImportError, OSError) as error:
        raise MissingProgram(_BROWSERS[:3], form="pdf", extra="pdf") from error
    HTML(string=html, url_fetcher=_refuse).write_pdf(file)


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    """Reject every request of the page, which must not need any."""
    msg = f"the page requests {url}"
    raise ValueError(msg)


def _reproducible(printed: bytes) -> bytes:
    """Return the print with a fixed date and node numbers from 0 in the same order."""
    numbers = {node: n for n, node in enumerate(sorted(set(_NODE.findall(printed))))}
    numbered = _NODE.sub(lambda found: b"(node%08d)" % numbers[found[1]], printed)
    return _DATE.sub(_FIXED_DATE, numbered)


def _print(browser: str, page: Path, pdf: Path, profile: Path) -> None:
    command = [
        browser,
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-pdf-header-footer",
        f"--user-data-dir={profile}",
        f"--print-to-pdf={pdf}",
        # The sandbox does not work for root. The page is trusted and loads nothing.
        *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        page.as_uri(),
    ]
    try:
        subprocess.run(  # noqa: S603 - the browser was found on PATH, the page is our own
            command, check=True, capture_output=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ProgramFailed(browser, reason=_reason(error)) from error
    if not pdf.exists():
        raise ProgramFailed(browser, reason="it wrote no file")


def _reason(error: Exception) -> str:
    """Return a short description of the failure."""
    match error:
        case subprocess.CalledProcessError():
            return f"its exit code was {error.returncode}"
        case subprocess.TimeoutExpired():
            return f"it took more than {_SECONDS} seconds"
        case _:
            return str(error)
