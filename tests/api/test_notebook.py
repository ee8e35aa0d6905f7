"""A notebook that compares two files, run as Jupyter runs it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

_CELLS = (
    "import variants\nfrom pathlib import Path",
    'found = variants.compare(Path("seed.txt"), Path("second.txt"), title="Ships")\nfound',
    "found.to_frame()",
    'found.pictures["along-the-text"]',
    'found.to_frame().groupby("class").size().to_dict()',
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """Return the output of each cell by its type."""
    folder = tmp_path_factory.mktemp("notebook")
    _write(folder / "seed.txt", "We must ask the master.\n\nThe ship is late.\n")
    _write(folder / "second.txt", "We should ask the master.\n\nThe vessel is late.\n")
    cells = [nbformat.v4.new_code_cell(cell) for cell in _CELLS]  # type: ignore[no-untyped-call]
    notebook = nbformat.v4.new_notebook(cells=cells)  # type: ignore[no-untyped-call]
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    return [
        {kind: shown for output in cell.outputs for kind, shown in output["data"].items()}
        for cell in notebook.cells
    ]


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def test_a_comparison_is_shown_as_the_middle_part_of_the_page(
    outputs: list[dict[str, str]],
) -> None:
    html = outputs[1]["text/html"]

    assert html.startswith('<div class="variants-comparison"')
    assert ">should<" in html
    assert "Ships" in html
    assert outputs[1]["text/plain"] == "<Comparison of S with A: 2 places>"


def test_readings_are_a_data_frame(outputs: list[dict[str, str]]) -> None:
    assert "<th>lemma</th>" in outputs[2]["text/html"]
    assert "<td>vessel</td>" in outputs[2]["text/html"]
    assert outputs[4]["text/plain"] == "{'modality': 1, 'wording': 1}"


def test_a_picture_is_svg(outputs: list[dict[str, str]]) -> None:
    assert outputs[3]["image/svg+xml"].startswith("<svg ")
    assert "text/html" not in outputs[3]
