"""Places of a text in the file that it was read from, kept beside that file in an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

_SUFFIX = ".places.tsv"
_FIELDS = ("kind", "start", "end", "mark", "label", "source")


def places_file(original: str, siglum: str) -> str:
    """Return the name of the file with the places of a text, which is beside its original.

    Examples:
        >>> places_file("originals/letter/table.xlsx", "A")
        'originals/letter/A.places.tsv'
    """
    return str(PurePosixPath(original).with_name(siglum + _SUFFIX))


def write_places(digest: str, divisions: Iterable[Division]) -> bytes:
    """Return the content of such a file; the digest states to which text it belongs."""
    lines = [f"text\t{digest}", "\t".join(_FIELDS)]
    for each in divisions:
        mark = "" if each.mark is None else str(each.mark)
        numbers = (str(each.span.start), str(each.span.end), mark)
        words = (" ".join(each.label.split()), " ".join(each.source.split()))
        lines.append("\t".join((each.kind.value, *numbers, *words)))
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def read_places(path: Path, digest: str) -> tuple[Division, ...] | None:
    """Return the divisions of a text; ``None`` if the file does not fit the text or is damaged."""
    try:
        first, _, *rows = path.read_text("utf-8").splitlines()
        return tuple(_divisions(rows)) if first == f"text\t{digest}" else None
    except (OSError, ValueError):
        return None


def _divisions(rows: Iterable[str]) -> Iterator[Division]:
    for row in rows:
        kind, start, end, mark, label, source = row.split("\t")
        span = Span(int(start), int(end))
        yield Division(DivisionKind(kind), span, label, source, int(mark) if mark else None)
