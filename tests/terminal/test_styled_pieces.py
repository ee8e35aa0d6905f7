import pytest

from variants.terminal.styled_pieces import (
    COLOUR_SIGNS,
    PLAIN_SIGNS,
    Pieces,
    Signs,
    StyledPiece,
    cut_into_pieces,
)
from variants.types.span import Span
from variants.wording.marks import Mark, Role

_TEXT = "“Go to the\r\n front, now.”"


def _shown(words: list[tuple[str, Role]], signs: Signs = PLAIN_SIGNS, text: str = _TEXT) -> str:
    """Return the text with these words marked and numbered; "|" in them is a point."""
    marks: list[Mark[Pieces]] = []
    for number, (stretch, role) in enumerate(words, 1):
        before, bar, after = stretch.partition("|")
        start = text.index(before + after)
        span = (
            Span(start + len(before), start + len(before))
            if bar
            else Span(start, start + len(before))
        )
        marks.append(Mark(span, role, (StyledPiece("⁰¹²³"[number], Role.NUMBER),)))
    pieces = cut_into_pieces(text, [Span(0, len(text))], marks, signs)
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("Go to", Role.SEED)], "“{Go to}¹ the front, now.”"),
        ([("the\r\n front", Role.MOVED)], "“Go to {~the front~}¹, now.”"),
        ([("to the\r\n", Role.ADDED)], "“Go {+to the+}¹ front, now.”"),
        (
            [("to the\r\n front", Role.MOVED), ("the", Role.OTHER)],
            "“Go {~to {the}² front~}¹, now.”",
        ),
        ([("Go to", Role.SEED), ("to the", Role.ADDED)], "“{Go {+to}¹ the+}² front, now.”"),
        ([("|Go", Role.MISSING_WORDS)], "“[-]¹ Go to the front, now.”"),
        ([("Go| to", Role.MISSING_WORDS)], "“Go [-]¹ to the front, now.”"),
        ([("Go |to", Role.MISSING_WORDS)], "“Go [-]¹ to the front, now.”"),
        ([("front|,", Role.MISSING_WORDS)], "“Go to the front [-]¹, now.”"),
        ([("fr|ont", Role.MISSING_WORDS)], "“Go to the fr[-]¹ont, now.”"),
        ([("now.”|", Role.MISSING_WORDS)], "“Go to the front, now.” [-]¹"),
        ([("|“Go", Role.MISSING_WORDS)], "[-]¹“Go to the front, now.”"),
        ([("Go |to", Role.MISSING_MARK)], "“Go‸¹ to the front, now.”"),
        (
            [("Go |to", Role.MISSING_WORDS), ("Go |to", Role.MISSING_WORDS)],
            "“Go [-]¹ [-]² to the front, now.”",
        ),
    ],
)
def test_marks_in_brackets(words: list[tuple[str, Role]], expected: str) -> None:
    assert _shown(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("Go to", Role.SEED)], "“Go to¹ the front, now.”"),
        ([("Go to", Role.MOVED), ("front", Role.ADDED)], "“⇄Go to¹ the +front², now.”"),
        ([("Go to the", Role.SEED), ("the", Role.OTHER)], "“Go to the²,¹ front, now.”"),
        ([("Go", Role.RECAST)], "“(recast) Go¹ to the front, now.”"),
        ([("Go |to", Role.MISSING_WORDS)], "“Go −¹ to the front, now.”"),
    ],
)
def test_signs_beside_colours(words: list[tuple[str, Role]], expected: str) -> None:
    assert _shown(words, COLOUR_SIGNS) == expected


def test_a_run_has_the_role_of_its_innermost_mark() -> None:
    marks: list[Mark[Pieces]] = [Mark(Span(0, 9), Role.MOVED, ()), Mark(Span(4, 5), Role.OTHER, ())]

    pieces = cut_into_pieces("one a two", [Span(0, 9)], marks, {})

    assert pieces == (
        StyledPiece("one ", Role.MOVED),
        StyledPiece("a", Role.OTHER),
        StyledPiece(" two", Role.MOVED),
    )


def test_a_whole_sentence_leaves_the_marks_of_its_words_in_sight() -> None:
    marks: list[Mark[Pieces]] = [Mark(Span(0, 9), Role.WHOLE, ()), Mark(Span(4, 5), Role.SEED, ())]

    pieces = cut_into_pieces("one a two", [Span(0, 9)], marks, {})

    assert [piece.role for piece in pieces] == [Role.TEXT, Role.SEED, Role.TEXT]


def test_a_mark_over_two_stretches_is_in_both() -> None:
    number = StyledPiece("¹", Role.NUMBER)
    marks: list[Mark[Pieces]] = [Mark(Span(2, 9), Role.OTHER, (number,))]

    pieces = cut_into_pieces("A b. x C d.", [Span(0, 4), Span(7, 11)], marks, PLAIN_SIGNS)

    assert "".join(piece.text for piece in pieces) == "A {b.}¹ … {C}¹ d."


def test_a_mark_outside_every_stretch_keeps_its_number() -> None:
    marks: list[Mark[Pieces]] = [Mark(Span(5, 7), Role.OTHER, (StyledPiece("¹", Role.NUMBER),))]

    pieces = cut_into_pieces("One. Two.", [Span(0, 4)], marks, PLAIN_SIGNS)

    assert "".join(piece.text for piece in pieces) == "One.¹"


def test_east_asian_words_need_no_blanks_around_a_sign() -> None:
    assert _shown([("我们|认", Role.MISSING_WORDS)], text="我们认为。") == "我们[-]¹认为。"
