import io

from hypothesis import given

from tests.reports.decided import DECIDED, decided_editions
from variants.reports.plain_text import write_text
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.types.status import Decisions


def _written(edition: Edition) -> str:
    file = io.BytesIO()
    write_text(edition, ReportOptions(), file)
    return file.getvalue().decode()


def test_decisions_in_force_are_applied_and_open_places_have_the_seeds_words() -> None:
    text = _written(DECIDED)

    assert text.startswith("The council met on Monday. Three ships should sail")
    assert "but old salts. Send sixteen barrels" in text
    assert "merely rumours. The envoy Li Wei (李伟) brings the letters" in text


@given(decided_editions())
def test_without_decisions_the_text_is_the_seeds_character_by_character(edition: Edition) -> None:
    seed = edition.collation.seed.witness.text

    text = _written(Edition(edition.name, edition.collation, Decisions()))

    assert text.replace("⟨U+D800⟩", "\ud800").replace("⟨U+DC00⟩", "\udc00") == seed
