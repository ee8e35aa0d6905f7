"""Reader for RTF and old Word documents, which an installed LibreOffice converts."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from variants.errors import DamagedFile, NoOffice
from variants.errors.lists import counted
from variants.readers.file_bytes import read_bytes
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.limits import limits, over_limit
from variants.readers.opendocument import read_opendocument

_PROGRAMS = ("soffice", "libreoffice")
_RTF = b"{\\rtf"
# Without macros, and without content that the document links to.
_COMMON = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "DisableActiveContent", "true"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)
_NOWHERE = "http://127.0.0.1:9"  # A proxy that never answers: nothing is fetched.


def read_through_office(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return the text of a file that LibreOffice converts to OpenDocument.

    Raises:
        NoOffice: LibreOffice is not installed.
        DamagedFile: LibreOffice cannot open the file.
        OverLimit: The conversion takes too long.
    """
    kind = ("rtf", "a Rich Text document") if data.startswith(_RTF) else ("doc", "a Word document")
    suffix, what = kind
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise NoOffice(path, what)
    # A profile of its own, since two runs with the same profile would wait for each other.
    with tempfile.TemporaryDirectory(prefix="variants-") as name:
        folder = Path(name)
        given = folder / f"given.{suffix}"
        given.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        _convert(path, program, given, profile)
        converted = folder / "given.odt"
        if not converted.exists():
            reason = "LibreOffice cannot open it; it may be damaged or have a password"
            raise DamagedFile(path, what, reason=reason)
        content = read_bytes(converted)
    return read_opendocument(path, content, options)


def _profile() -> str:
    """Return the settings of LibreOffice in its own format."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _convert(path: Path, program: str, given: Path, profile: Path) -> None:
    """Let LibreOffice write the OpenDocument text beside the given file."""
    seconds = limits().seconds
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "ALL_PROXY"), _NOWHERE)
    process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--convert-to", "odt:writer8"),
            *("--outdir", str(given.parent), str(given)),
        ],
        cwd=given.parent,
        env={**os.environ, **proxies},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        problem = f"takes LibreOffice longer than {counted(seconds, 'second')}"
        raise over_limit(path, problem, "seconds") from error
    finally:
        # The program starts others, which would go on.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
