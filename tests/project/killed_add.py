"""Adds a Word document to an edition in processes that end at each of their steps on the disk.

    python -m tests.project.killed_add FOLDER

A program of its own, so that processes can be forked from one that has no threads.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
from pathlib import Path

from tests.project.killed_steps import ends_at, insist
from tests.readers.documents import docx
from variants.errors import AlreadyThere
from variants.project.addition import add_witnesses
from variants.project.documents import find_edition, read_document, read_edition
from variants.project.originals import read_originals
from variants.project.scaffold import GivenText, make_edition
from variants.readers.file_text import ReadOptions
from variants.readers.formats import witness_of
from variants.readers.opened_file import open_file, texts_of
from variants.types.witness import Witness

_BODY = "<w:p><w:r><w:t>The ship is delayed.</w:t></w:r></w:p>"


def main(folder: Path) -> None:
    """Print how many processes ended before the text was there, and how many after."""
    whole = folder / "whole"
    texts = []
    for siglum, text in (("S", "The ship is late."), ("A", "The boat is late.")):
        (folder / siglum).write_text(text, encoding="utf-8")
        texts.append(GivenText(siglum, open_file(folder / siglum, ReadOptions())))
    make_edition(whole, name="letter", title="", texts=texts)
    settings = whole / "variants.toml"
    settings.write_text(settings.read_text("utf-8") + "\n[settings]\nterms = ['ship']\n", "utf-8")
    (folder / "b.docx").write_bytes(docx(_BODY))
    given = _given(folder / "b.docx")
    # Libraries are imported here, so that the steps are those of the addition only.
    shutil.copytree(whole, folder / "first")
    add_witnesses(read_edition(folder / "first"), "letter", [given])
    counts = {"before": 0, "after": 0}
    step = 0

    def add() -> None:
        add_witnesses(read_edition(folder / str(step)), "letter", [given])

    while True:
        shutil.copytree(whole, folder / str(step := step + 1))
        if not ends_at(step, add):
            break
        counts[_state(folder / str(step), given)] += 1
    print(counts["before"], counts["after"])  # noqa: T201 - a program's result


def _given(path: Path) -> GivenText:
    opened = open_file(path, ReadOptions())
    ((source, text),) = texts_of(opened, ReadOptions())
    return GivenText("B", opened, read=witness_of(text, source, Witness("B", "")))


def _state(root: Path, given: GivenText) -> str:
    edition = read_edition(find_edition(root))
    (document,) = edition.documents
    sigla = [one.siglum for one in document.others]
    insist(sigla in (["A"], ["A", "B"]), f"{sigla} at step {root.name}")
    if sigla == ["A", "B"]:
        state = "after"
        with contextlib.suppress(AlreadyThere):
            add_witnesses(edition, "letter", [given])
    else:
        state = "before"
        made = add_witnesses(edition, "letter", [given])
        insist(len(made) == 3, f"not all is made at step {root.name}: {made}")
    edition = read_edition(root)
    (document,) = edition.documents
    added = read_document(document)[-1]
    insist(added.text == "The ship is delayed.\n", f"{added.text} at step {root.name}")
    insist(added.divisions[0].source == "paragraph 1", f"no places at step {root.name}")
    insist(edition.settings.terms == ("ship",), f"other settings at step {root.name}")
    again = [one.differs for one in read_originals(edition)]
    insist(again == [False], f"no original at step {root.name}")
    left = [path.name for path in root.rglob(".*")]
    insist(not left, f"left over at step {root.name}: {left}")
    return state


if __name__ == "__main__":
    main(Path(sys.argv[1]))
