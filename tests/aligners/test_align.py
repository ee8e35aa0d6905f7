from __future__ import annotations

from itertools import product

import pytest

from tests.aligners.models import make_model
from tests.aligners.texts import FIRST, SECOND, pairs, singles
from tests.conftest import GoldenValues
from variants.aligners import ALIGNERS
from variants.aligners.likelihood.align import narrow_wide_band
from variants.aligners.likelihood.band import whole
from variants.segmenters import SEGMENTERS
from variants.types.ignored_words import IgnoredWords
from variants.types.witness import Witness


@pytest.mark.parametrize("step", [1, 2])
def test_a_wide_band_is_narrowed_exactly_so(step: int, golden_values: GoldenValues) -> None:
    found = {}
    for start, shift in product((0, 3, 6), (0, 4, 7)):
        seed, other = FIRST[start::step], (*SECOND[shift:], *SECOND[:shift])[::step]
        model = make_model(list(seed), list(other))
        band, shapes = narrow_wide_band(model, whole(len(seed), len(other)))
        found[f"{start} {shift}"] = [band.low.tolist(), band.high.tolist(), list(shapes)]

    golden_values(f"aligners/narrowed-{step}.json", found)


@pytest.mark.parametrize("aligner", ALIGNERS)
def test_words_that_are_set_aside_do_not_lengthen_a_sentence(aligner: str) -> None:
    rules = (IgnoredWords("preface", begin="Note by", end="End of the note."),)
    preface = "Note by Yang. It was made in a hurry,\nand in the dark. End of the note.\n\n"
    segment = SEGMENTERS["sentences"]
    seed = segment(Witness("S", "\n\n".join(FIRST)))

    other = segment(Witness("A", preface + "\n\n".join(FIRST), ignored_words=rules))

    alignment = ALIGNERS[aligner](seed, other, ())
    assert pairs(alignment.beads) == singles(len(FIRST))
    assert alignment.beads[0].confidence > 0.95
