"""Choices of the readers from Python: those of the commands."""

import inspect
import re
from collections.abc import Callable
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

import variants
from tests.project.editions import ROOT
from variants.api.reading_choices import ReadingChoices
from variants.errors import InvalidValue, OptionNotApplicable, SeveralTexts, TooFewWitnesses
from variants.readers.file_text import ReadOptions

_TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><head>Ice</head>
<p>The <del>old</del> <add>new</add> ship<note>Built in 1951.</note> is
<supplied>very</supplied> <choice><orig>colde</orig><reg>cold</reg></choice>.</p>
<p xml:id="b">Snow.</p></body></text></TEI>"""
_OWN_KEYWORDS = {"encoding", "language"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "letter.xml"
    path.write_text(_TEI, encoding="utf-8")
    return path


def test_each_choice_of_the_readers_has_a_keyword_with_its_values() -> None:
    types = get_type_hints(ReadingChoices)

    assert set(types) | _OWN_KEYWORDS == {field.name for field in fields(ReadOptions)}
    for field in fields(ReadOptions):
        if isinstance(field.default, Enum):
            values = {each.value for each in type(field.default)}
            assert set(get_args(types[field.name])) == values
        elif field.name in types:
            assert get_origin(types[field.name]) is None
            assert types[field.name] is type(field.default)


def test_the_page_on_python_has_a_row_for_each_choice() -> None:
    page = (ROOT / "docs" / "reference" / "python.md").read_text("utf-8")
    table = page.partition("## How files are read")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)

    assert re.findall(r"`(\w+)`", " ".join(rows)) == [*ReadingChoices.__annotations__]


@pytest.mark.parametrize("function", [variants.read, variants.compare])
def test_help_and_notebooks_show_each_choice_with_its_default(
    function: Callable[..., object],
) -> None:
    parameters = inspect.signature(function).parameters

    assert parameters["changes"].default == "accept"
    assert parameters["from_page"].default == 1
    assert set(ReadingChoices.__annotations__) <= set(parameters)
    assert "choices" not in parameters


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({}, "Ice\n\nThe new ship is very cold.\n\nSnow.\n\nBuilt in 1951."),
        (
            {"changes": "reject", "notes": "leave-out", "drop_headings": True},
            "The old ship is very cold.\n\nSnow.",
        ),
        (
            {"notes": "in-place", "supplied": "leave-out", "choice": "orig"},
            "Ice\n\nThe new ship is colde.\n\nBuilt in 1951.\n\nSnow.",
        ),
        ({"select": "#b"}, "Snow."),
        ({"input_format": "plain", "furniture": False}, _TEI),
    ],
)
def test_a_file_is_read_by_the_choices(path: Path, choices: dict[str, Any], text: str) -> None:
    witness = variants.read(path, siglum="A", **choices)

    assert witness.text.strip() == text


def test_the_signature_has_the_choices(path: Path) -> None:
    found = variants.compare(path, "Snow.", changes="reject", notes="leave-out")

    assert found.collation.seed.witness.text.startswith("Ice\n\nThe old ship")
    assert found.collation.seed.witness.reading == "--changes reject --notes leave-out"
    assert found.collation.others[0].witness.reading == ""


@pytest.mark.parametrize(
    ("choices", "hint"),
    [
        ({"notes": "inplace"}, "Did you mean in-place? Choose from apart, in-place, leave-out."),
        ({"from_page": 0}, "The least is 1."),
        ({"from_page": "3"}, "Give a whole number."),
        ({"drop_headings": "no"}, "Give True or False."),
        ({"select": 1}, "Give a string."),
    ],
)
def test_an_invalid_choice_is_refused_with_a_hint(
    path: Path, choices: dict[str, Any], hint: str
) -> None:
    with pytest.raises(InvalidValue) as raised:
        variants.read(path, siglum="A", **choices)

    assert raised.value.hint == hint


def test_an_unknown_choice_is_a_type_error(path: Path) -> None:
    with pytest.raises(TypeError, match="note"):
        variants.read(path, siglum="A", note="apart")  # type: ignore[call-arg] # wrong on purpose


def test_a_choice_that_applies_to_no_file_is_refused(path: Path) -> None:
    with pytest.raises(OptionNotApplicable, match="--from-page"):
        variants.compare(path, path, from_page=2)


def test_one_file_with_several_texts_is_enough_for_a_comparison(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("S,Yang,Li\nWe must go.,We should go.,We may go.\nHe too.,And he.,He too.\n")

    found = variants.compare(path, titles={"Li": "Li 1978"})
    others = [cut.witness for cut in found.collation.others]
    renamed = variants.compare(path, sigla=["T", "A", "B"]).collation

    assert [row.reading for row in found.places if row.label == "1.1"] == ["should", "may"]
    assert [(one.siglum, one.title) for one in others] == [("Yang", ""), ("Li", "Li 1978")]
    assert [(cut.witness.siglum, cut.witness.title) for cut in renamed.others] == [
        ("A", "Yang"),
        ("B", "Li"),
    ]
    with pytest.raises(SeveralTexts):
        variants.compare(path, "We must go.")
    with pytest.raises(SeveralTexts):
        variants.compare("We must go.", path, path)


def test_one_file_with_one_text_is_not_enough(path: Path) -> None:
    with pytest.raises(TooFewWitnesses):
        variants.compare(path)


def test_the_language_that_a_file_states_is_kept_unless_another_is_given(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text(
        "<tmx><header srclang='fr'/><body><tu><tuv lang='fr'><seg>Glace.</seg></tuv>"
        "<tuv lang='de'><seg>Eis.</seg></tuv></tu></body></tmx>",
        encoding="utf-8",
    )

    assert variants.read(f"{path}::de", siglum="A").language == "de"
    assert variants.read(f"{path}::de", siglum="A", language="de-AT").language == "de-AT"
    assert variants.read(f"{path}::de", siglum="A").title == "de"


def test_stops_end_sentences_if_the_caller_decides_so(tmp_path: Path) -> None:
    path = tmp_path / "telegram.txt"
    path.write_text("WE MUST GO STOP THE SHIP IS LATE", encoding="utf-8")

    assert variants.read(path, siglum="A", telegraph=True).telegraph is True
    cut = variants.compare(path, "We must go.", telegraph=True).collation.seed
    assert len(cut.sentences) == 2
