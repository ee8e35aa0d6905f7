import pytest

from variants.types.alignment import Bead
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness


def test_a_word_outside_every_sentence_is_refused() -> None:
    witness = Witness("S", "One. Two.")

    with pytest.raises(ValueError, match="lie in no sentence"):
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
