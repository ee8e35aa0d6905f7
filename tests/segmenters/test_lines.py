import pytest

from variants.segmenters import cut_lines
from variants.segmenters.lines import find_lines
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_a_line_is_a_sentence_whatever_the_newline(newline: str) -> None:
    text = newline.join([" One. Two.", "", "three\f", ""])

    cut = cut_lines(Witness("S", text))

    assert [cut.text_of(i) for i in range(len(cut.sentences))] == ["One. Two.", "three"]


def test_lines_do_not_care_for_divisions() -> None:
    whole = Division(DivisionKind.PARAGRAPH, Span(0, 7))

    assert cut_lines(Witness("S", "one\ntwo", (whole,))).sentences == (Span(0, 3), Span(4, 7))


def test_a_text_without_a_newline_is_one_line() -> None:
    assert list(find_lines("one")) == [Span(0, 3)]
    assert list(find_lines("")) == []
