from dataclasses import replace

import pytest

from variants.terminal.look import MARKED, Look
from variants.terminal.styled_pieces import (
    PLAIN_SIGNS,
    MarkSigns,
    Pieces,
    StyledPiece,
    cut_into_pieces,
)
from variants.types.sense import Tier
from variants.types.span import Span
from variants.wording.marks import Mark, Role

_TEXT = "“Go to the\r\n front, now.”"
_WITHOUT_FORM = replace(PLAIN_SIGNS, looks=MARKED - {Look.FORM})


def _pieces(
    words: list[tuple[str, Tier]], signs: MarkSigns = _WITHOUT_FORM, text: str = _TEXT
) -> Pieces:
    """Return the text with these words marked; "|" in them is a point."""
    marks: list[Mark[Pieces]] = []
    for stretch, tier in words:
        before, bar, after = stretch.partition("|")
        start = text.index(before + after)
        end = start + len(before)
        span = Span(end, end) if bar else Span(start, end)
        role = Role.MISSING_WORDS if bar else Role.OTHER
        marks.append(Mark(span, role, (), tier=tier))
    return cut_into_pieces(text, [Span(0, len(text))], marks, signs)


def _shown(words: list[tuple[str, Tier]], text: str = _TEXT) -> str:
    return "".join(piece.text for piece in _pieces(words, text=text))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([("Go to", Tier.SENSE)], "“▲{Go to} the front, now.”"),
        ([("the\r\n front", Tier.WORDING)], "“Go to _the front_, now.”"),
        ([("the\r\n front", Tier.FORM)], "“Go to the front, now.”"),
        (
            [("to the\r\n front", Tier.WORDING), ("the", Tier.SENSE)],
            "“Go _to_ ▲{the} _front_, now.”",
        ),
        ([("Go", Tier.WORDING), ("to", Tier.WORDING)], "“_Go_ _to_ the front, now.”"),
        ([("Go| to", Tier.WORDING)], "“Go ‸to the front, now.”"),
        ([("Go |to", Tier.WORDING)], "“Go ‸to the front, now.”"),
        ([("Go |to", Tier.SENSE)], "“Go ▲‸to the front, now.”"),
        ([("Go |to", Tier.FORM)], "“Go to the front, now.”"),
        ([("front|,", Tier.WORDING)], "“Go to the front‸, now.”"),
        ([("now.”|", Tier.WORDING)], "“Go to the front, now.”‸"),
        ([("|“Go", Tier.WORDING)], "‸“Go to the front, now.”"),
        ([("Go", Tier.WORDING), ("Go| to", Tier.WORDING)], "“_Go_ ‸to the front, now.”"),
        ([("Go |to", Tier.WORDING), ("to", Tier.SENSE)], "“Go ‸▲{to} the front, now.”"),
    ],
)
def test_signs_around_marked_words_and_before_the_word_after_missing_ones(
    words: list[tuple[str, Tier]], expected: str
) -> None:
    assert _shown(words) == expected


@pytest.mark.parametrize("tier", Tier)
@pytest.mark.parametrize("words", ["Go to", "Go| to", "Go |to", "front|,", "|“Go", "now.”|"])
def test_without_signs_the_text_stays_the_text(words: str, tier: Tier) -> None:
    pieces = _pieces([(words, tier)], MarkSigns())

    assert "".join(piece.text for piece in pieces) == "“Go to the front, now.”"


@pytest.mark.parametrize("words", ["Go| to", "Go |to"])
@pytest.mark.parametrize(("tier", "look"), [(Tier.SENSE, Look.SENSE), (Tier.WORDING, Look.WORDING)])
def test_a_gap_has_the_look_of_the_missing_words(words: str, tier: Tier, look: Look) -> None:
    assert StyledPiece(" ", look) in _pieces([(words, tier)], MarkSigns())


@pytest.mark.parametrize(
    ("differing", "tier", "look"),
    [
        (0.3, Tier.WORDING, Look.SEED_FEW),
        (0.5, Tier.WORDING, Look.SEED_MOST),
        (1.0, Tier.WORDING, Look.SEED_ALL),
        (0.3, Tier.SENSE, Look.SEED_SENSE),
    ],
)
def test_the_seed_is_marked_by_how_many_differ(differing: float, tier: Tier, look: Look) -> None:
    mark: Mark[Pieces] = Mark(Span(0, 3), Role.OMITTED, (), tier=tier, differing=differing)

    assert cut_into_pieces("one a", [Span(0, 5)], [mark], MarkSigns()) == (
        StyledPiece("one", look),
        StyledPiece(" a"),
    )


def test_of_two_marks_the_heavier_decides_even_if_it_is_outside() -> None:
    marks: list[Mark[Pieces]] = [
        Mark(Span(0, 9), Role.OTHER, (), tier=Tier.SENSE),
        Mark(Span(4, 5), Role.OTHER, (), tier=Tier.WORDING),
    ]

    assert cut_into_pieces("one a two", [Span(0, 9)], marks, MarkSigns()) == (
        StyledPiece("one", Look.SENSE),
        StyledPiece(" ", Look.SENSE),
        StyledPiece("a", Look.SENSE),
        StyledPiece(" two", Look.SENSE),
    )


def test_a_mark_over_two_stretches_is_in_both() -> None:
    marks: list[Mark[Pieces]] = [Mark(Span(2, 9), Role.OTHER, (), tier=Tier.WORDING)]

    pieces = cut_into_pieces("A b. x C d.", [Span(0, 4), Span(7, 11)], marks, PLAIN_SIGNS)

    assert "".join(piece.text for piece in pieces) == "A _b._ … _C_ d."


def test_the_tag_of_a_mark_outside_every_stretch_is_at_the_end() -> None:
    tag = (StyledPiece(" [B]", Look.NOTE),)
    marks: list[Mark[Pieces]] = [Mark(Span(5, 7), Role.OTHER, tag, tier=Tier.WORDING)]

    pieces = cut_into_pieces("One. Two.", [Span(0, 4)], marks, MarkSigns())

    assert "".join(piece.text for piece in pieces) == "One. [B]"


def test_a_gap_before_a_mark_gives_it_its_look() -> None:
    pieces = _pieces([("front|,", Tier.SENSE)], MarkSigns())

    assert StyledPiece(",", Look.SENSE) in pieces


def test_a_gap_between_east_asian_characters_adds_no_space() -> None:
    assert _shown([("我们|认", Tier.WORDING)], text="我们认为。") == "我们‸认为。"
