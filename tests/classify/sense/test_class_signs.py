"""Signs in small words that are compared by class."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("just before it sank", "just after it sank", "limit.opposite", SenseSort.TIME),
        ("none save one sank", "only one sank", "exclusive.opposite", None),
        (
            "provided that it rains we go",
            "and it rains we go",
            "condition.firm",
            SenseSort.CONDITION,
        ),
        ("whether or not it rains", "upon its raining", "condition.firm", SenseSort.CONDITION),
        ("on condition that it rains we go", "upon its raining we go", "condition.firm", None),
        ("subject to rain we go", "if it rains we go", "condition.firm", None),
        ("they left in perpetuity", "they left for a while", "phase.opposite", SenseSort.TIME),
        ("lest it sink", "in order that it sink", "condition.opposite", SenseSort.CONDITION),
        ("lest it sink", "in order that it may not sink", "condition.opposite", None),
        (
            "the king alone may sail",
            "the king too may sail",
            "exclusive.opposite",
            SenseSort.NOT_MERELY,
        ),
        ("only ships sank", "even ships sank", "exclusive.opposite", SenseSort.NOT_MERELY),
        ("he still rules", "he no longer rules", "phase.opposite", SenseSort.TIME),
        ("he came again", "he came no more", "phase.opposite", SenseSort.TIME),
        ("before noon", "after noon", "limit.opposite", SenseSort.TIME),
        ("she used to sing there", "she sings there", "phase.opposite", SenseSort.TIME),
        ("he still rules", "he formerly ruled", "phase.opposite", SenseSort.TIME),
        ("he used to rule", "he now rules", "phase.opposite", SenseSort.TIME),
        ("it is still hot", "it is only now hot", "phase.opposite", SenseSort.TIME),
        ("had already been sunk", "was just being sunk", "phase.opposite", SenseSort.TIME),
        ("he sank at once", "he sank soon", "phase.sooner", SenseSort.TIME),
        ("though it rained", "because it rained", "condition.opposite", SenseSort.CONDITION),
        ("with the Danes", "against the Danes", "side.opposite", SenseSort.WHO_ACTS),
        ("if it rains", "when it rains", "condition.opposite", SenseSort.CONDITION),
        ("should he fall", "when he falls", "condition.opposite", SenseSort.CONDITION),
        ("seeing that it rained", "though it rained", "condition.opposite", SenseSort.CONDITION),
        ("ships and guns", "ships or guns", "link.opposite", SenseSort.CONDITION),
        (
            "they sank it and sang",
            "they never sank it or sang",
            "link.opposite",
            SenseSort.CONDITION,
        ),
        ("except if it rains", "if it rains", "condition.opposite", SenseSort.CONDITION),
        ("the latter sank", "the former sank", "mention.opposite", SenseSort.WHO_ACTS),
        ("except ye sail", "if ye sail", "condition.opposite", SenseSort.CONDITION),
        ("they sailed no longer", "they still sailed", "phase.opposite", SenseSort.TIME),
    ],
)
def test_a_word_faces_one_of_another_class(
    seed: str, other: str, name: str, sort: SenseSort | None
) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("before noon", "until noon"),
        ("unless it rains", "if it does not rain"),
        ("he came no more", "he did not come again"),
        ("they shall not sail any more", "not again will they sail"),
        ("no more than ten ships", "only ten ships"),
        ("they ask whether it rains", "they ask if it rains"),
        ("they would not sink unless it rained", "they would sink only if it rained"),
        ("at war with the Danes", "at war against the Danes"),
        ("all ships except one", "all ships but one"),
        ("now then , sink them", "sink them"),
        ("they got used to ships", "they knew ships well"),
        ("as long as it rains", "so long as it rains"),
        ("a mere ship", "merely a ship"),
        ("they were provided with ships", "they were given ships"),
        ("she used to sing there", "she sang there"),
        ("a plan laid before them", "a plan submitted to them"),
        ("once he sank", "when he sank"),
        ("now when they came", "once they came"),
        ("still , he sank", "once , he sank"),
        ("he used to rule", "he once ruled"),
        ("before long it sank", "it was not long before it sank"),
        ("a field for life", "a lifetime's use of a field"),
        ("on condition that it sinks", "with the condition that it sinks"),
        ("he dived to save it", "he dived in order that it might be saved"),
        ("they could not save it", "they were unable to rescue it"),
        ("he stood still", "he halted"),
        ("they stayed no longer than a day", "they stayed only a day"),
        ("except ye sail", "unless you sail"),
        ("except he sail", "if he does not sail"),
        ("failing which it sinks", "otherwise it sinks"),
        ("except in case of rain", "save when it rains"),
        ("except where it rains", "unless it rains"),
        ("they did not sing and dance", "they did not sing or dance"),
        ("He ruled on top of this .", "He ruled in addition to this ."),
        ("He came or he fled .", "He either came or he fled ."),
    ],
)
def test_words_of_one_class_have_no_sort(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []
