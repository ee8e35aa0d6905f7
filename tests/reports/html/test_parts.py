from __future__ import annotations

import io
from dataclasses import replace

import pytest

from tests.reports.harbour import HARBOUR
from tests.reports.html.pages import complain_of, parsed
from tests.reports.statuses import DECIDED_HARBOUR
from variants.reports.html import page, split_html
from variants.reports.writer import ReportOptions
from variants.types.pattern import Occurrence, Pattern, Recurrences
from variants.types.span import Span
from variants.types.survey import survey_of
from variants.types.variant import VariantClass

_NAME = "a b#1.html"
_AGAIN = [HARBOUR.entries[number] for number in (0, 1, 12, -1)]
_PATTERN = Pattern(
    "met",
    "met",
    VariantClass.ORDER,
    tuple(Occurrence(one.lemma, "A", Span(0, 1), one.label, one.place) for one in _AGAIN),
)
_SURVEY = survey_of(Recurrences((_PATTERN,)))
_EDITION = replace(DECIDED_HARBOUR, collation=replace(HARBOUR, survey=_SURVEY))


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Return the pages of the harbour, three passages each, by file name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "PART", 3)
        found = {}
        for file in split_html(_EDITION, ReportOptions(), _NAME):
            written = io.BytesIO()
            file.write(written)
            found[file.name] = written.getvalue().decode()
    return found


def test_an_edition_of_usual_length_is_one_page() -> None:
    assert list(split_html(DECIDED_HARBOUR, ReportOptions(), _NAME)) == []


def test_a_long_one_is_an_index_and_parts(files: dict[str, str]) -> None:
    passages = [parsed(text).xpath("//article/@id") for text in files.values()]

    assert list(files) == [_NAME, "a b#1-1.html", "a b#1-2.html", "a b#1-3.html"]
    assert passages == [[], ["s1", "s2", "s3-4"], ["s4.1", "s5", "s6"], ["s7", "s8"]]


def test_the_index_tells_of_all_and_each_part_has_its_apparatus(files: dict[str, str]) -> None:
    index, *parts = (parsed(text) for text in files.values())

    emended = index.xpath("//section[@aria-labelledby='emendations']//tbody/tr")
    entries = [part.xpath("count(//ul[@class='app']/li)") for part in parts]

    assert len(emended) == 4
    assert not index.xpath("//ul[@class='app']")
    assert entries == [11, 5, 5]


def test_the_same_difference_is_found_in_other_parts(files: dict[str, str]) -> None:
    place = _AGAIN[0].place
    links = parsed(files["a b#1-1.html"]).xpath(f"//li[@id='a-{place}']/span[@class='el']/a/@href")

    assert links == [
        f"#v-{_AGAIN[1].place}",
        f"a%20b%231-2.html#v-{_AGAIN[2].place}",
        "a%20b%231.html#pattern-0",
    ]


def test_links_lead_from_file_to_file(files: dict[str, str]) -> None:
    quoted = {name.replace(" ", "%20").replace("#", "%23"): text for name, text in files.items()}
    ids = {name: set(parsed(text).xpath("//@id")) for name, text in quoted.items()}

    for name, text in quoted.items():
        links = [link.partition("#") for link in parsed(text).xpath("//a/@href")]
        assert links
        assert all(not anchor or anchor in ids[file or name] for file, _, anchor in links)


def test_every_file_is_valid(files: dict[str, str]) -> None:
    for text in files.values():
        complain_of(text)
