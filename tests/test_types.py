import pytest

from variants.types import Bead, Division, DivisionKind, Segmentation, Span, Witness


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
