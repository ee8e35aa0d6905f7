"""Editions on paper: the web page, printed by a browser or by WeasyPrint."""

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
from variants.types.edition import Edition

_BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("chrome", "msedge"),
)
_SECONDS = 300
# When it was printed, and numbers that a browser gives as it goes, differ between two prints of
# one page. What takes their place is as long, so that the table of offsets holds.
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}")
_ALWAYS = rb"/\1 (D:20000101000000"
_NODE = re.compile(rb"\(node([0-9]{8})\)")


def write_pdf(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    """Write the web page as it is printed: by a browser, or where there is none by WeasyPrint.

    Raises:
        MissingProgram: There is nothing that could print it.
        ProgramFailed: The browser printed nothing.
    """
    browser = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        _print_without_browser(edition, options, file)
        return
    with tempfile.TemporaryDirectory() as folder:
        page, paper = Path(folder) / "report.html", Path(folder) / "report.pdf"
        with page.open("wb") as html:
            write_html(edition, options, html)
        _print(browser, page, paper, Path(folder) / "profile")
        file.write(_settled(paper.read_bytes()))


def _print_without_browser(edition: Edition, options: ReportOptions, file: BinaryIO) -> None:
    try:
        from weasyprint import HTML  # noqa: PLC0415 - an extra
    # It looks for the system's library Pango when it is imported.
    except (ImportError, OSError) as error:
        raise MissingProgram(_BROWSERS[:3], form="pdf", extra="pdf") from error
    page = io.BytesIO()
    write_html(edition, options, page)
    HTML(string=page.getvalue().decode(), url_fetcher=_refuse).write_pdf(file)


def _refuse(url: str, *_: object, **__: object) -> NoReturn:
    """Nothing is fetched: a page of ours asks for nothing."""
    msg = f"the page asks for {url}"
    raise ValueError(msg)


def _settled(printed: bytes) -> bytes:
    """The same print without what differs between two; the order of numbers stays."""
    numbers = {node: n for n, node in enumerate(sorted(set(_NODE.findall(printed))))}
    settled = _NODE.sub(lambda found: b"(node%08d)" % numbers[found[1]], printed)
    return _DATE.sub(_ALWAYS, settled)


def _print(browser: str, page: Path, paper: Path, profile: Path) -> None:
    command = [
        browser,
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--no-pdf-header-footer",
        f"--user-data-dir={profile}",
        f"--print-to-pdf={paper}",
        # The sandbox does not work for the superuser; the page is our own and loads nothing.
        *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        page.as_uri(),
    ]
    try:
        subprocess.run(  # noqa: S603 - a browser that was found, and a page of our own
            command, check=True, capture_output=True, timeout=_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ProgramFailed(browser, reason=_reason(error)) from error
    if not paper.exists():
        raise ProgramFailed(browser, reason="there is no file")


def _reason(error: Exception) -> str:
    """What went wrong, in a few words."""
    match error:
        case subprocess.CalledProcessError():
            return f"it ended with {error.returncode}"
        case subprocess.TimeoutExpired():
            return f"it took more than {_SECONDS} seconds"
        case _:
            return str(error)
