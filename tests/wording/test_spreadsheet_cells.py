from hypothesis import given
from hypothesis import strategies as st

from variants.wording.spreadsheet_cells import guard_apostrophe, guard_formula, unguard_formula

_cells = st.text("'=+-@\t\r a")


@given(_cells)
def test_a_guarded_cell_is_not_a_formula(text: str) -> None:
    assert guard_formula(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


@given(_cells)
def test_the_text_of_a_guarded_cell_is_restored(text: str) -> None:
    assert unguard_formula(guard_formula(text)) == text
    assert unguard_formula(guard_apostrophe(text)) == text


@given(_cells.filter(lambda text: not text.startswith("'")))
def test_a_workbook_shows_other_texts_as_they_are(text: str) -> None:
    assert guard_apostrophe(text) == text
