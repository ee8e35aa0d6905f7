"""Places of a text in the file that it was read from, kept beside that file in an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside, Witness

_SUFFIX = ".places.tsv"
_ASIDE = frozenset(kind.value for kind in SetAsideKind)
_FIELDS = ("kind", "start", "end", "mark", "label", "source")


def places_file(original: str, siglum: str) -> str:
    """Return the name of the file with the places of a text, which is beside its original.

    Examples:
        >>> places_file("originals/letter/table.xlsx", "A")
        'originals/letter/A.places.tsv'
    """
    return str(PurePosixPath(original).with_name(siglum + _SUFFIX))


def write_places(witness: Witness) -> bytes:
    """Return the content of such a file; the digest states to which text it belongs."""
    lines = [f"text\t{witness.digest}\t{witness.units}".rstrip(), "\t".join(_FIELDS)]
    for each in witness.divisions:
        mark = "" if each.mark is None else str(each.mark)
        numbers = (str(each.span.start), str(each.span.end), mark)
        words = (" ".join(each.label.split()), " ".join(each.source.split()))
        lines.append("\t".join((each.kind.value, *numbers, *words)))
    for one in witness.set_aside:
        numbers = (str(one.span.start), str(one.span.end), "")
        lines.append("\t".join((one.kind.value, *numbers, "", " ".join(one.reason.split()))))
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def with_places(witness: Witness, path: Path) -> Witness | None:
    """Return a witness with its divisions; ``None`` if the file is damaged or of another text."""
    try:
        first, _, *rows = path.read_text("utf-8").splitlines()
        _, digest, *units = first.split("\t")
        if digest != witness.digest:
            return None
        fields = [row.split("\t") for row in rows]
        divisions = tuple(_divisions(each for each in fields if each[0] not in _ASIDE))
        set_aside = tuple(_set_aside(each for each in fields if each[0] in _ASIDE))
        # Divisions that leave words out are an error as well.
        return replace(witness, divisions=divisions, units="".join(units), set_aside=set_aside)
    except (OSError, ValueError):
        return None


def _divisions(rows: Iterable[list[str]]) -> Iterator[Division]:
    for kind, start, end, mark, label, source in rows:
        span = Span(int(start), int(end))
        yield Division(DivisionKind(kind), span, label, source, int(mark) if mark else None)


def _set_aside(rows: Iterable[list[str]]) -> Iterator[SetAside]:
    for kind, start, end, _, _, reason in rows:
        yield SetAside(Span(int(start), int(end)), SetAsideKind(kind), reason)
