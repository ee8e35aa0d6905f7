"""Makes an edition in processes that end at each of their steps on the disk, and checks it.

    python -m tests.project.killed_init FOLDER

A program of its own, so that processes can be forked from one that has no threads.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from tests.project.killed_steps import ends_at, insist
from variants.errors import AlreadyThere, NotAnEdition
from variants.project.documents import find_edition, read_document, read_edition
from variants.project.scaffold import GivenText, make_edition
from variants.readers.file_text import ReadOptions
from variants.readers.opened_file import open_file

TEXTS = {"S": "The ship is late.", "A": "The boat is late.", "B": "The ship is delayed."}


def main(folder: Path) -> None:
    """Print how many processes ended before the edition was there, and how many after."""
    given = []
    for siglum, text in TEXTS.items():
        path = folder / f"{siglum}.txt"
        path.write_text(text, encoding="utf-8")
        given.append(GivenText(siglum, open_file(path, ReadOptions())))
    make_edition(folder / "first", name="letter", title="", texts=given)
    counts = {"before": 0, "after": 0}
    step = 0

    def make() -> None:
        make_edition(folder / str(step), name="letter", title="", texts=given)

    while ends_at(step := step + 1, make):
        counts[_state(folder / str(step), given)] += 1
    print(counts["before"], counts["after"])  # noqa: T201 - a program's result


def _state(root: Path, given: list[GivenText]) -> str:
    try:
        (document,) = read_edition(find_edition(root)).documents
    except NotAnEdition:
        state = "before"
        made = make_edition(root, name="letter", title="", texts=given)
        insist(len(made) == len(given) + 1, f"not all is made at step {root.name}: {made}")
        (document,) = read_edition(root).documents
    else:
        state = "after"
        with contextlib.suppress(AlreadyThere):
            make_edition(root, name="letter", title="", texts=given)
    texts = {one.siglum: one.text for one in read_document(document)}
    insist(texts == TEXTS, f"not whole at step {root.name}: {texts}")
    left = [path.name for path in root.rglob(".*")]
    insist(not left, f"left over at step {root.name}: {left}")
    return state


if __name__ == "__main__":
    main(Path(sys.argv[1]))
