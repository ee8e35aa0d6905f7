"""Signs of verbs for what is done again."""

from __future__ import annotations

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.repetition_signs import find_repetition_signs
from variants.classify.sense.signs import Sign
from variants.types.sense import SenseSort


def test_a_verb_for_what_is_done_again_faces_the_plain_verb() -> None:
    (sign,) = find_repetition_signs(contrast_of("they rebuilt the wall", "they built the wall"))

    assert sign == Sign("phase.again", 1.0, SenseSort.TIME, "rebuilt", "built")


def test_again_beside_the_plain_verb_is_equal() -> None:
    contrast = contrast_of("they rebuilt the wall", "they built the wall again")

    assert list(find_repetition_signs(contrast)) == []
