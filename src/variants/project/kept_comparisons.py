"""Comparisons of editions, kept for the next command in the cache of the user.

They are outside of the edition, so that they are not sent to others with it. From a file, only
values of ``variants.types`` are made, so that it cannot run code.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from variants.errors import CannotWrite
from variants.gc_pause import gc_paused
from variants.settings import Settings
from variants.signature import library_versions
from variants.types.collation import Collation
from variants.types.sentence_link import SentenceLink
from variants.types.witness import Witness
from variants.version import VERSION
from variants.wording.atomic_files import replace_file

VARIABLE = "VARIANTS_CACHE"
"""Environment variable with the folder of the cache, or with ``OFF``."""
OFF = "off"

_MOST_BYTES = 200_000_000
"""Size of all kept comparisons; those that were not used for the longest time are removed."""
_ENDING = ".comparison"
_DIGEST_SIZE = hashlib.sha256().digest_size


def keep_comparison(
    witnesses: tuple[Witness, ...],
    settings: Settings,
    links: tuple[SentenceLink, ...],
    title: str,
    compare: Callable[[], Collation],
) -> Collation:
    """Return the kept comparison of these texts, or compare them and keep the result.

    Nothing is kept where nothing can be written.

    Args:
        witnesses: The texts, the seed first.
        settings: Settings of the comparison.
        links: Sentences that must, or must not, be one bead.
        title: Title of the document.
        compare: Function that compares them.
    """
    folder = _folder()
    if folder is None:
        return compare()
    made_of = (witnesses, settings, links, title, VERSION, library_versions(settings))
    program = "\n".join(_program())
    name = hashlib.sha256(f"{program}\n{made_of!r}".encode("utf-8", "surrogatepass")).hexdigest()
    file = folder / f"{name}{_ENDING}"
    found = _read(file)
    if found is None:
        found = compare()
        with contextlib.suppress(OSError, CannotWrite):
            _write(file, found)
            _remove_oldest(folder)
    return found


def _folder() -> Path | None:
    """Return the folder of the kept comparisons; ``None`` if none are kept."""
    named = os.environ.get(VARIABLE)
    if named:
        return None if named == OFF else Path(named)
    import platformdirs  # noqa: PLC0415 - only for editions

    return platformdirs.user_cache_path("variants", appauthor=False) / "comparisons"


def _program() -> Iterator[str]:
    """Yield the version of Python, and each file of this program with its size and time."""
    yield sys.version
    for folder, _, names in os.walk(Path(__file__).parents[1]):
        for name in names:
            if not name.endswith(".pyc"):
                path = os.path.join(folder, name)  # noqa: PTH118 - a path for each is slow
                found = os.stat(path)  # noqa: PTH116
                yield f"{path} {found.st_size} {found.st_mtime_ns}"


def _read(file: Path) -> Collation | None:
    """Return the comparison in a file; ``None`` if there is none, or if it has anything else."""
    try:
        content = file.read_bytes()
        os.utime(file)
    except OSError:
        return None
    digest, packed = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
    if hashlib.sha256(packed).digest() != digest:
        return None
    with gc_paused(), contextlib.suppress(pickle.UnpicklingError):
        found = _Unpickler(io.BytesIO(zlib.decompress(packed))).load()
        return found if isinstance(found, Collation) else None
    return None


class _Unpickler(pickle.Unpickler):
    """Reads values of ``variants.types`` only."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as in pickle
        if not module.startswith("variants.types."):
            message = f"{module}.{name} is not part of a comparison"
            raise pickle.UnpicklingError(message)
        return super().find_class(module, name)


def _write(file: Path, found: Collation) -> None:
    packed = zlib.compress(pickle.dumps(found, protocol=5), level=1)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(file, hashlib.sha256(packed).digest() + packed)


def _remove_oldest(folder: Path) -> None:
    """Remove the comparisons that exceed the size, those that were used last excepted."""
    kept = [(one.stat(), one) for one in folder.glob(f"*{_ENDING}")]
    total = 0
    for found, one in sorted(kept, key=lambda each: each[0].st_mtime_ns, reverse=True):
        total += found.st_size
        if total > _MOST_BYTES:
            one.unlink(missing_ok=True)
