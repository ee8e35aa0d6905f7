"""The table and the views of a comparison."""

import copy
import dataclasses
import pickle
import re
import sys
from functools import cache
from types import ModuleType

import pytest

import variants
from tests.reports.harbour import HARBOUR
from tests.reports.weighed import weighed
from variants.api.comparison import COLUMNS, Comparison
from variants.errors import MissingPandas
from variants.pipeline import collate
from variants.reports.html.fragment import html_fragment
from variants.reports.reading_rows import PlaceReading
from variants.reports.readings_table import reading_columns
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.witness import Witness

_BREAD = "Fresh bread was sold in the market square yesterday."
_WALLS = "Nobody ever painted those old walls green."


@cache
def _found() -> variants.Comparison:
    ferry, master, ship = (
        "The ferry runs twice a day.",
        "We must ask the master about it.",
        "The ship is late again.",
    )
    texts = [
        [ferry, master, ship],
        [_BREAD, ferry, master.replace("must", "should"), ship],
        [ferry, master, ship.replace("late", "not late"), _WALLS],
    ]
    return variants.compare(*("\n\n".join(text) for text in texts), title="Ships")


def test_every_reading_is_a_row() -> None:
    rows = [
        (one.label, one.lemma, one.reading, one.sigla, one.kind, one.variant_class, one.flags)
        for one in _found().places
    ]

    assert rows == [
        ("0+1.1", "", _BREAD, ("A",), "added", "extent", ()),
        ("2.1", "must", "should", ("A",), "function word", "modality", ("modality",)),
        ("3.1", "", "not", ("B",), "function word", "meaning", ("negation",)),
        ("3+1.1", "", _WALLS, ("B",), "added", "extent", ()),
    ]
    assert [one.sentence for one in _found().places] == [0, 2, 3, 3]


def test_the_rows_are_those_of_the_apparatus() -> None:
    collation = _found().collation
    pairs = [(entry, reading) for entry in collation.entries for reading in entry.readings]

    for row, (entry, reading) in zip(_found().places, pairs, strict=True):
        assert (row.label, row.place) == (entry.label, entry.place)
        assert row.substantive == reading.substantive
        assert row.confidence == min(one.confidence for one in reading.attestations)
        assert row.state == "undecided"


def test_a_notebook_shows_a_picture_as_svg() -> None:
    pictures = _found().pictures

    assert list(pictures) == ["along-the-text", "agreement", "dendrogram", "readings"]
    assert pictures["agreement"]._repr_svg_().startswith("<svg ")
    assert repr(pictures["dendrogram"]) == "<Picture dendrogram: Versions that go together>"
    assert not hasattr(pictures["agreement"], "_repr_html_")


def test_rows_and_notices_are_made_once() -> None:
    found = _found()

    assert found.places is found.places
    assert found.notices is found.notices


def test_a_comparison_is_described_by_its_witnesses_and_places() -> None:
    assert repr(_found()) == "<Comparison of S with A B: 4 places>"


def test_the_json_of_a_comparison_is_read_back() -> None:
    assert variants.read_json(_found().to_json()) == _found().edition


class _Frame:
    """Stub of ``pandas.DataFrame``, which is optional and may be absent."""

    def __init__(self, data: list[tuple[object, ...]], columns: list[str]) -> None:
        self.data = data
        self.columns = columns


def test_a_frame_has_a_row_for_each_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    pandas = ModuleType("pandas")
    monkeypatch.setattr(pandas, "DataFrame", _Frame, raising=False)
    monkeypatch.setitem(sys.modules, "pandas", pandas)

    frame = _found().to_frame()

    assert isinstance(frame, _Frame)
    assert frame.columns == list(COLUMNS)
    assert frame.data == [dataclasses.astuple(row) for row in _found().places]


def test_the_columns_of_a_frame_are_the_attributes_of_a_row() -> None:
    names = [field.name for field in dataclasses.fields(PlaceReading)]

    assert list(COLUMNS) == [{"variant_class": "class"}.get(name, name) for name in names]
    assert reading_columns() == ["siglum" if name == "sigla" else name for name in COLUMNS]


def test_a_frame_without_pandas_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(MissingPandas, match="needs pandas") as raised:
        _found().to_frame()

    assert raised.value.hint.endswith("pip install pandas")


def test_a_notebook_shows_the_passages() -> None:
    html = _found()._repr_html_()

    passages = re.findall(r'role="heading" aria-level="3">.*?</span>(.*?)</a>', html)
    assert passages == ["0+1", "1", "2", "3", "3+1"]
    assert "Ships" in html
    assert ">should<" in html
    assert "4 places." in html


def test_a_notebook_states_how_much_wording_its_first_passages_leave_out() -> None:
    harbour = Edition("", weighed())

    html, whole = html_fragment(harbour, most=7), html_fragment(harbour)

    assert "1 more passage is not shown (hidden  1 place of other wording" in html
    assert "0.1 expected to touch the sense)." in html
    assert "hidden" not in whole.partition("</style>")[2]
    assert "not shown." in html_fragment(Edition("", HARBOUR), most=7)


def test_the_style_of_a_fragment_is_limited_to_it() -> None:
    html = _found()._repr_html_()
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)

    assert style.startswith(".variants-comparison{--page:")
    assert "\n.variants-comparison{.brief" in style
    assert re.findall(r' (?:id|href|tabindex|aria-labelledby)="', html) == []
    assert "<h3" not in html
    assert "<script" not in html


def test_texts_in_a_fragment_are_escaped() -> None:
    hostile = "<script>alert(1)</script> \u202e is late."

    html = variants.compare(hostile, f"{hostile} No.", title=hostile)._repr_html_()

    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "\u202e" not in html


def test_a_long_fragment_names_the_passages_it_leaves_out() -> None:
    texts = ["One. Two. Three.", "One. Two. Four."]
    witnesses = [Witness(siglum, text) for siglum, text in zip("SA", texts, strict=True)]

    html = html_fragment(Edition("", collate(witnesses, Settings())), most=1)

    assert html.count("<article") == 1
    assert "2 more passages are not shown" in html


def test_rows_have_the_sense_of_their_reading() -> None:
    rows = Comparison(Edition("", weighed())).places
    sixty = next(row for row in rows if row.reading == "sixty")
    unknown = Comparison(Edition("", HARBOUR)).places[0]

    assert (sixty.tier, sixty.sense_probability, sixty.sense_rank) == ("sense", 0.9, 1)
    assert (sixty.sense_sort, sixty.sense_from, sixty.sense_to) == ("", "", "sixty")
    assert sixty.sense_by == "model"
    assert (unknown.tier, unknown.sense_probability, unknown.sense_rank) == ("", None, None)
    assert sorted(row.sense_rank or 0 for row in rows) == list(range(1, len(rows) + 1))


def test_a_row_tells_if_its_reading_can_be_adopted_alone() -> None:
    found = variants.compare(
        "We cannot see the shore. It rained.", "The shore cannot be seen. It snowed."
    )

    adoptable = {row.reading: row.adoptable for row in found.places}

    assert adoptable["snowed"] is True
    assert adoptable["The"] is False


def test_a_comparison_that_was_looked_at_can_be_pickled_and_copied() -> None:
    found = _found()
    assert found.places
    assert found.pictures

    for other in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):  # noqa: S301 - our own
        assert other == found
        assert other.places == found.places
        assert other.to_json() == found.to_json()
