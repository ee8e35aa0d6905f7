"""Words that are omitted, and words without a counterpart."""

import io
import re

import pytest

from tests.reports.html.pages import page_of
from tests.terminal.screens import plain
from variants.pipeline import collate
from variants.reports.markdown import write_markdown
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.terminal import Layout, View
from variants.types.collation import Collation, Reading
from variants.types.edition import Edition
from variants.types.variant import Kind
from variants.types.witness import Witness

_SURE = (
    "Gao Gang and Kim Il Sung talked about military advisers at length today.",
    "Gao Gang and Kim Il Sung talked about advisers at length today.",
)
_THIN = (
    "He advised them to hold the line tight and to report everything to the staff.",
    "He advised them, for God's sake, to hold the line and to report everything to the staff.",
)


def _collation(texts: tuple[str, str]) -> Collation:
    return collate([Witness("S", texts[0]), Witness("A", texts[1])], Settings())


def _readings(collation: Collation) -> dict[Kind, Reading]:
    return {one.kind: one for entry in collation.entries for one in entry.readings}


def test_a_word_is_omitted_where_all_others_have_their_counterparts() -> None:
    assert not _readings(_collation(_SURE))[Kind.OMITTED].maybe_missed


def test_where_words_are_left_over_on_the_other_side_no_counterpart_was_found() -> None:
    found = _readings(_collation(_THIN))

    assert found[Kind.OMITTED].maybe_missed
    assert found[Kind.ADDED].maybe_missed


@pytest.mark.parametrize(
    ("texts", "lemma", "said"),
    [(_SURE, "military", "omitted"), (_THIN, "tight", "no counterpart found")],
)
def test_views_say_so_in_words(texts: tuple[str, str], lemma: str, said: str) -> None:
    collation = _collation(texts)
    screen = plain(collation, 110, View(layout=Layout.READINGS))
    file = io.BytesIO()

    write_markdown(Edition("", collation), ReportOptions(), file)

    after_the_lemma = screen.rpartition(f"  {lemma}  ")[2].splitlines()[1]
    assert said in after_the_lemma
    assert f"<i>{said}</i>" in page_of(Edition("", collation))
    assert f"*{said}* " in file.getvalue().decode().partition("] ")[2]


def test_the_note_on_added_words_has_the_doubt_in_brackets() -> None:
    file = io.BytesIO()

    write_markdown(Edition("", _collation(_THIN)), ReportOptions(), file)

    assert re.search(
        r"\] \*added\* .* \*\(no counterpart found\)\* A", file.getvalue().decode("utf-8")
    )
