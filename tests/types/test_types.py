import pytest

from variants.types.bead import Bead
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness


def test_a_word_outside_every_sentence_is_refused() -> None:
    witness = Witness("S", "One. Two.")

    with pytest.raises(ValueError, match="are in no sentence"):
        Segmentation(witness, (Span(0, 4),))


def test_divisions_that_leave_words_out_are_refused() -> None:
    with pytest.raises(ValueError, match="do not end with its text"):
        Witness("S", "One. Two.", (Division(DivisionKind.PARAGRAPH, Span(0, 4)),))


def test_a_bead_without_sentences_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one sentence"):
        Bead((), (), 1.0)


def _link(kind: LinkKind, seed: str, other: str, siglum: str = "A") -> SentenceLink:
    sides = (tuple(SentenceMark(int(n), "") for n in side) for side in (seed, other))
    return SentenceLink(kind, siglum, *sides)


@pytest.mark.parametrize(("seed", "other"), [("", ""), ("02", "1"), ("12", ""), ("", "34")])
def test_a_link_that_is_no_bead_is_refused(seed: str, other: str) -> None:
    with pytest.raises(ValueError, match="link"):
        _link(LinkKind.FORCED, seed, other)


def test_no_sentence_is_forbidden_to_be_left_alone() -> None:
    with pytest.raises(ValueError, match="both sides"):
        _link(LinkKind.FORBIDDEN, "3", "")


@pytest.mark.parametrize(
    ("old", "contradicted"),
    [
        (_link(LinkKind.FORCED, "3", "5"), True),
        (_link(LinkKind.FORCED, "", "4"), True),
        (_link(LinkKind.FORCED, "5", "5"), False),
        (_link(LinkKind.FORCED, "3", "5", siglum="B"), False),
        (_link(LinkKind.FORBIDDEN, "3", "4"), True),
        (_link(LinkKind.FORBIDDEN, "3", "5"), False),
    ],
)
def test_links_contradict_where_both_cannot_be_obeyed(
    old: SentenceLink, *, contradicted: bool
) -> None:
    new = _link(LinkKind.FORCED, "23", "4")

    assert (new.contradicts(old), old.contradicts(new)) == (contradicted, contradicted)


_TOUCHING = Segmentation(Witness("S", " One. Zwei.Drei. "), (Span(1, 5), Span(6, 11), Span(11, 16)))
_EMPTY = Segmentation(Witness("S", " "), ())


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(0, 0), (1, 0), (5, 0), (6, 1), (10, 1), (11, 2), (16, 2), (17, 2)],
)
def test_an_offset_belongs_to_the_last_sentence_that_begins_before_it(
    offset: int, sentence: int
) -> None:
    assert _TOUCHING.sentence_at(offset) == sentence


@pytest.mark.parametrize(
    ("span", "sentence"),
    [(Span(0, 0), 0), (Span(5, 5), 0), (Span(6, 6), 1), (Span(11, 11), 1), (Span(11, 15), 2)],
)
def test_a_point_between_touching_sentences_belongs_to_the_first(span: Span, sentence: int) -> None:
    assert _TOUCHING.sentence_of(span) == sentence


@pytest.mark.parametrize(
    ("span", "sentences"),
    [
        (Span(0, 0), [0]),
        (Span(1, 5), [0]),
        (Span(1, 6), [0]),
        (Span(1, 7), [0, 1]),
        (Span(11, 11), [2]),
        (Span(0, 17), [0, 1, 2]),
    ],
)
def test_a_span_touches_every_sentence_it_has_characters_in(
    span: Span, sentences: list[int]
) -> None:
    assert list(_TOUCHING.sentences_of(span)) == sentences


def test_a_text_without_sentences_has_no_sentence_for_a_span() -> None:
    assert _EMPTY.sentence_at(0) == 0
    assert list(_EMPTY.sentences_of(Span(0, 0))) == []
