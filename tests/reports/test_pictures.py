"""Pictures of a document: their figures, words, tables and colours."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import Path

import lxml.etree
import pytest
import weasyprint
from hypothesis import given, settings
from pypdfium2 import PdfDocument

from tests.project.editions import telegram
from tests.reports.decided import decided_editions
from tests.reports.harbour import HARBOUR
from variants.measures.versions import measure_versions
from variants.pipeline import collate
from variants.reports.html.template_environment import asset
from variants.reports.pictures import Picture, draw_pictures, pictures_of
from variants.reports.pictures.picture import NARROW
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.version_measures import VersionMeasures
from variants.types.witness import Witness
from variants.words.tokenize import word_counts_of

_SVG = "{http://www.w3.org/2000/svg}"
_NAMES = ["along-the-text", "agreement", "dendrogram", "readings"]


@cache
def _telegram() -> Collation:
    return collate(telegram(), Settings())


@cache
def _measured() -> VersionMeasures:
    return measure_versions(_telegram(), word_counts_of)


@cache
def _pictures() -> dict[str, Picture]:
    return {picture.name: picture for picture in pictures_of(_telegram())}


def _texts(picture: Picture) -> list[str]:
    return [each.text or "" for each in lxml.etree.fromstring(picture.svg).iter(f"{_SVG}text")]


def test_every_picture_has_a_title_a_text_alternative_and_a_table() -> None:
    assert list(_pictures()) == _NAMES
    for picture in _pictures().values():
        root = lxml.etree.fromstring(picture.svg)
        assert root.get("role") == "img"
        assert root.findtext(f"{_SVG}title") == picture.title
        assert root.findtext(f"{_SVG}desc") == picture.description
        assert len(picture.description.split()) > 10
        assert picture.rows
        assert all(len(row) == len(picture.columns) for row in picture.rows)


def test_the_cells_of_the_matrix_are_the_agreement_in_percent() -> None:
    shares = {(one.one, one.other): one.share or 0 for one in _measured().pairs}

    cells = [text for text in _texts(_pictures()["agreement"]) if text.isdigit()]

    expected = [
        str(round(100 * (shares.get((one, other)) or shares[other, one])))
        for one in "SABC"
        for other in "SABC"
        if one != other
    ]
    assert cells == expected


def test_a_matrix_of_few_versions_is_narrower_than_other_pictures() -> None:
    matrix = _pictures()["agreement"]

    assert matrix.width <= NARROW
    assert 'class="variants-picture narrow"' in matrix.inline_svg
    assert f'width="{round(4 / 3 * matrix.width)}"' in matrix.inline_svg
    assert "narrow" not in _pictures()["dendrogram"].inline_svg


def test_the_strongest_cell_is_the_highest_agreement_and_the_faintest_the_lowest() -> None:
    root = lxml.etree.fromstring(_pictures()["agreement"].svg)
    opacities = [float(each.get("opacity", "0")) for each in root.iter(f"{_SVG}rect")]
    cells = [value for value in opacities if value][: 4 * 3]
    numbers = [int(text) for text in _texts(_pictures()["agreement"]) if text.isdigit()]

    assert cells.index(max(cells)) == numbers.index(max(numbers))
    assert cells.index(min(cells)) == numbers.index(min(numbers))


def test_a_dendrogram_has_its_merges_in_numbers_and_words() -> None:
    picture = _pictures()["dendrogram"]
    merges = _measured().merges

    for merge in merges:
        assert f"{round(100 * merge.share)} %" in _texts(picture)
    assert [row[3] for row in picture.rows] == [merge.share for merge in merges]
    assert "S, A and B go together (76 %). C is in no group." in picture.description


def test_a_near_copy_is_named() -> None:
    lines = [f"Sentence number {at} is about a ship of the line." for at in range(40)]
    copy = [line.replace("ship", "boat") if at % 5 == 0 else line for at, line in enumerate(lines)]
    other = [f"Phrase {at} concerns some vessel in a fleet." for at in range(40)]
    texts = ["\n".join(each) for each in (lines, copy, other)]
    witnesses = [Witness(siglum, text) for siglum, text in zip("SAB", texts, strict=True)]

    pictures = {one.name: one for one in pictures_of(collate(witnesses, Settings()))}

    assert "A is 98 % S where both have text: nearly a copy." in pictures["dendrogram"].description
    assert "nearly a copy" not in _pictures()["agreement"].description


def test_the_scale_ends_with_the_range_of_the_figures() -> None:
    values = [one.sense or 0.0 for part in _measured().parts for one in part.figures]

    (words,) = [text for text in _texts(_pictures()["along-the-text"]) if "down:" in text]

    limit = float(words.rpartition(" ")[2])
    assert max(values) <= limit <= 2 * max(values)


def test_a_table_has_the_figures_without_rounding_for_people() -> None:
    rows = list(csv.reader(io.StringIO(_pictures()["along-the-text"].csv())))

    assert rows[0][:3] == ["Sentences", "A differing", "B differing"]
    assert [row[0] for row in rows[1:]] == [part.label for part in _measured().parts]
    for row, part in zip(rows[1:], _measured().parts, strict=True):
        assert float(row[1]) == pytest.approx(part.figures[0].differing, abs=1e-5)


def test_two_versions_have_no_matrix() -> None:
    two = collate(telegram()[:2], Settings())

    assert [one.name for one in pictures_of(two)] == ["along-the-text", "readings"]


def test_without_estimates_nothing_is_said_of_sense() -> None:
    pictures = {one.name: one for one in pictures_of(HARBOUR)}

    assert "sense" not in pictures["along-the-text"].svg
    assert "sense" not in pictures["readings"].description


def test_the_same_measures_give_the_same_bytes() -> None:
    again = draw_pictures(measure_versions(_telegram(), word_counts_of))

    assert [one.svg for one in again] == [one.svg for one in _pictures().values()]


def test_a_file_needs_nothing_else() -> None:
    for picture in _pictures().values():
        assert "var(" not in picture.svg
        assert "currentColor" not in picture.svg
        assert "@media screen and (prefers-color-scheme:dark)" in picture.svg
        assert re.findall(r"(?:href|src|url)\b", picture.svg) == []
        assert "<style" not in picture.inline_svg
        assert "style=" not in picture.svg
        assert f'width="{round(4 / 3 * picture.width)}"' in picture.svg.partition(">")[0]
        assert not re.search(
            r"\b(?:width|height|display):", picture.svg.replace("stroke-width", "")
        )


def test_any_number_of_versions_is_drawn() -> None:
    texts = [f"The ship is late. We saw {at} flags. It rained." for at in range(25)]
    witnesses = [Witness(f"Witness-{at}", text) for at, text in enumerate(texts)]

    pictures = {one.name: one for one in pictures_of(collate(witnesses, Settings()))}

    cells = [text for text in _texts(pictures["agreement"]) if text.isdigit()]
    assert len(cells) == 25 * 24
    assert len(pictures["dendrogram"].rows) == 24
    assert len(pictures["agreement"].rows) == 25 * 24 / 2


def _tokens(theme: str) -> dict[str, str]:
    light, dark = asset("tokens.css").split("@media")[:2]
    return dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-F]{6})", light if theme == "light" else dark))


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _contrast(one: list[float], other: list[float]) -> float:
    """Return the contrast ratio of WCAG 2."""
    lights = []
    for colour in (one, other):
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
        lights.append(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True)))
    return (max(lights) + 0.05) / (min(lights) + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_are_readable_on_the_strongest_cell_and_marks_on_the_ground(theme: str) -> None:
    tokens = {name: _channels(colour) for name, colour in _tokens(theme).items()}
    root = lxml.etree.fromstring(_pictures()["agreement"].svg)
    strongest = max(float(each.get("opacity", "0")) for each in root.iter(f"{_SVG}rect"))
    pairs = zip(tokens["other-line"], tokens["page"], strict=True)
    cell = [strongest * fill + (1 - strongest) * ground for fill, ground in pairs]

    assert _contrast(tokens["text"], cell) >= 4.5
    assert _contrast(tokens["muted"], tokens["page"]) >= 4.5
    for mark in ("said", "other-line", "rule", "text"):
        assert _contrast(tokens[mark], tokens["page"]) >= 3


def test_a_program_without_css_of_pages_draws_every_text(tmp_path: Path) -> None:
    for picture in _pictures().values():
        page = tmp_path / "page.pdf"
        weasyprint.HTML(string=f"<body>{picture.svg}").write_pdf(page)
        drawn = "".join(each.get_textpage().get_text_range() for each in PdfDocument(page))
        for text in _texts(picture):
            assert text.replace(" ", "") in re.sub(r"\s", "", drawn), (picture.name, text)


def test_the_colours_of_a_file_are_those_of_the_page() -> None:
    style = _pictures()["agreement"].svg.partition("</style>")[0]
    day, night = style.split("@media")

    for colours, theme in ((day, "light"), (night, "dark")):
        tokens = _tokens(theme)
        assert f".ground{{fill:{tokens['page']}}}" in colours
        assert f".s{{fill:{tokens['said']}}}" in colours
        assert f"color:{tokens['text']}" in colours


def test_versions_without_differences_are_described_in_whole_sentences() -> None:
    witnesses = [Witness(siglum, "The ship is late. It rained.") for siglum in "SAB"]

    pictures = {one.name: one.description for one in pictures_of(collate(witnesses, Settings()))}

    assert pictures["readings"] == "A: no readings. B: no readings."
    assert "A: 0 % of the words differ. B: 0 % of the words differ." in pictures["along-the-text"]
    assert pictures["agreement"].startswith("Every two versions agree in 100 % of their words.")
    assert "A is 100 % S where both have text: a copy." in pictures["agreement"]


@settings(max_examples=50)
@given(decided_editions())
def test_any_edition_has_pictures_that_can_be_read(edition: Edition) -> None:
    for picture in pictures_of(edition.collation):
        root = lxml.etree.fromstring(picture.svg)
        assert root.findtext(f"{_SVG}desc")
        assert not re.search("nan|inf", picture.marks)
        assert all(len(row) == len(picture.columns) for row in picture.shown_rows())
