"""Signs in small words and inflections."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.inflection_signs import find_inflection_signs
from variants.classify.sense.quantity_changes import changes_quantity
from variants.classify.sense.small_word_signs import find_small_word_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "sort"),
    [
        ("all ships", "some ships", "quantity.gap", SenseSort.HOW_MANY),
        ("few ships", "a few ships", "quantity.gap", SenseSort.HOW_MANY),
        ("few ships", "a few ships", "quantity.opposite", SenseSort.HOW_MANY),
        ("all ships", "most of the ships", "quantity.opposite", SenseSort.HOW_MANY),
        ("all ships sank", "most of the rafts sank", "quantity.opposite", None),
        ("none sank", "all were not afloat", "quantity.opposite", None),
        ("none sank", "all were afloat", "quantity.opposite", None),
        ("none of the ships failed to sink", "all the ships sank", "quantity.gap", None),
        ("none of them came", "all of them came", "quantity.gap", SenseSort.HOW_MANY),
        ("all ships", "ships", "quantity.one", SenseSort.HOW_MANY),
        ("a handful of ships", "most of the ships", "quantity.gap", SenseSort.HOW_MANY),
        ("he never sank", "he seldom sank", "frequency.opposite", SenseSort.TIME),
        ("he never sank", "he always swam", "frequency.opposite", None),
        ("soon after it sank", "long after it sank", "duration.opposite", SenseSort.TIME),
        ("just before it sank", "just after it sank", "limit.opposite", SenseSort.TIME),
        ("soon after it sank", "shortly after it sank", "duration.gap", None),
        ("for a while it sank", "for some time it sank", "duration.opposite", None),
        ("it sank behind us", "it sank before us", "place.opposite", SenseSort.PLACE),
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
        ("with some care", "with the utmost care", "quantity.gap", SenseSort.HOW_MANY),
        ("every other day", "every day", "quantity.gap", SenseSort.HOW_MANY),
        ("they sank every second Friday", "they sank weekly", "quantity.gap", SenseSort.HOW_MANY),
        ("they often sank", "they seldom sank", "frequency.gap", SenseSort.TIME),
        ("true in part", "true", "degree.one", SenseSort.DEGREE),
        ("almost full", "altogether full", "degree.gap", SenseSort.DEGREE),
        (
            "the king alone may sail",
            "the king too may sail",
            "exclusive.opposite",
            SenseSort.NOT_MERELY,
        ),
        ("only ships sank", "even ships sank", "exclusive.opposite", SenseSort.NOT_MERELY),
        ("only ships sank", "ships sank", "exclusive.one", SenseSort.NOT_MERELY),
        ("he still rules", "he no longer rules", "phase.opposite", SenseSort.TIME),
        ("he came again", "he came no more", "phase.opposite", SenseSort.TIME),
        ("tolerably good", "exceptionally good", "degree.gap", SenseSort.DEGREE),
        ("more than one ship", "a single ship", "quantity.gap", SenseSort.HOW_MANY),
        ("he came a second time", "he came", "phase.one", SenseSort.TIME),
        ("before noon", "after noon", "limit.opposite", SenseSort.TIME),
        ("as soon as it sank", "long before it sank", "limit.opposite", SenseSort.TIME),
        ("just as it sank", "before it sank", "limit.opposite", SenseSort.TIME),
        ("she used to sing there", "she sings there", "phase.opposite", SenseSort.TIME),
        ("sailed from Cadiz", "sailed to Cadiz", "place.opposite", SenseSort.PLACE),
        ("at 14 ° S", "at 14 ° N", "place.opposite", SenseSort.PLACE),
        ("most ships sank", "ships sank", "quantity.one", SenseSort.HOW_MANY),
        ("rain , for he fell", "rain ; he fell", "condition.one", None),
        ("beyond the wall", "near the wall", "place.opposite", SenseSort.PLACE),
        ("a north-easterly gale", "a south-easterly gale", "place.opposite", SenseSort.PLACE),
        ("they steered north-west", "they steered west", "place.opposite", SenseSort.PLACE),
        ("the upper gate", "the lower gate", "place.opposite", SenseSort.PLACE),
        ("a brig bound for Cadiz", "a brig from Cadiz", "place.opposite", SenseSort.PLACE),
        ("on her way to Cadiz", "arriving from Cadiz", "place.opposite", SenseSort.PLACE),
        ("beside the wall", "behind the wall", "place.opposite", SenseSort.PLACE),
        ("on this side of it", "on the farther side of it", "place.opposite", SenseSort.PLACE),
        ("upstream of Cadiz", "down the river from Cadiz", "place.opposite", SenseSort.PLACE),
        ("downstream of the mill", "above the mill", "place.opposite", SenseSort.PLACE),
        ("ships moving north", "ships coming from the north", "place.opposite", SenseSort.PLACE),
        ("they lodge directly over it", "rooms far below it", "place.opposite", SenseSort.PLACE),
        (
            "a mill sank beside it",
            "they had sunk a mill behind it",
            "place.opposite",
            SenseSort.PLACE,
        ),
        ("men landed above it", "they sank downstream of it", "place.opposite", SenseSort.PLACE),
        ("follow the left bank", "go along the right bank", "place.opposite", SenseSort.PLACE),
        ("we kept it on our left hand", "it lay to the right", "place.opposite", SenseSort.PLACE),
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
        ("if it rains we go", "we go", "condition.one", SenseSort.CONDITION),
        ("ships and guns", "ships or guns", "link.opposite", SenseSort.CONDITION),
        (
            "they sank it and sang",
            "they never sank it or sang",
            "link.opposite",
            SenseSort.CONDITION,
        ),
        ("except if it rains", "if it rains", "condition.opposite", SenseSort.CONDITION),
        ("we sank it", "they sank it", "person.opposite", SenseSort.WHO_ACTS),
        ("between me and you", "between me and them", "person.opposite", SenseSort.WHO_ACTS),
        ("my ship", "our ship", "owner.opposite", SenseSort.WHOSE),
        (
            "the port whence they sail",
            "the port whither they sail",
            "place.opposite",
            SenseSort.PLACE,
        ),
        ("for some time", "for a long time", "duration.gap", SenseSort.TIME),
        ("they built it again", "they built it", "phase.again", None),
        ("all ships except one", "all ships and one", "exclusive.except", None),
        ("a little while", "a good while", "duration.gap", SenseSort.TIME),
        ("his ship", "her ship", "owner.opposite", SenseSort.WHOSE),
        ("“ I sank it , ” he said", "you sank it , he said", "person.opposite", SenseSort.WHO_ACTS),
        ("the latter sank", "the former sank", "mention.opposite", SenseSort.WHO_ACTS),
        ("on the nearer bank", "on the farther bank", "place.opposite", SenseSort.PLACE),
        ("on the hither side", "on the farther side", "place.opposite", SenseSort.PLACE),
        ("except ye sail", "if ye sail", "condition.opposite", SenseSort.CONDITION),
        ("they sailed no longer", "they still sailed", "phase.opposite", SenseSort.TIME),
        ("all ships except one", "all ships sank , but not one", "exclusive.except", None),
    ],
)
def test_a_small_word_faces_another(seed: str, other: str, name: str, sort: SenseSort) -> None:
    found = {sign.name: sign.sort for sign in find_small_word_signs(contrast_of(seed, other))}

    assert found.get(name) is sort


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("each ship", "every ship"),
        ("both ships and guns", "ships and guns"),
        ("some sixty ships", "sixty ships"),
        ("within the wall", "in the wall"),
        ("the north-eastern wall", "the northeast wall"),
        ("before noon", "until noon"),
        ("ships also sank", "ships sank"),
        ("should it rain we go", "if it rain we go"),
        ("unless it rains", "if it does not rain"),
        ("he came no more", "he did not come again"),
        ("they shall not sail any more", "not again will they sail"),
        ("he sank it", "they sank it"),
        ("it must sink", "I must sink"),
        ("between me and you", "between you and me"),
        ("the town of S .", "the town of N ."),
        ("no more than ten ships", "only ten ships"),
        ("every day they sank", "daily they sank"),
        ("should he fall", "if he falls"),
        ("they fight the fleet should it come", "they fight the fleet if it comes"),
        ("they ask whether it rains", "they ask if it rains"),
        ("they did not sink until dawn", "they sank only at dawn"),
        ("they did not sink except in gales", "they sank only in gales"),
        ("they would not sink unless it rained", "they would sink only if it rained"),
        ("at war with the Danes", "at war against the Danes"),
        ("the port whither they sailed", "the port where they sailed to"),
        ("they sailed thither", "they sailed there"),
        ("for some time", "for a while"),
        ("none of them was harmed", "all of them were unharmed"),
        ("few came", "hardly anyone came"),
        ("they rebuilt the wall", "they built the wall again"),
        ("he returned to the wall", "he came to the wall once more"),
        ("again , when he fell", "when he fell"),
        ("all ships except one", "all ships but one"),
        ("no ship sails except by his leave", "no ship sails without his leave"),
        ("every other day", "every second day"),
        ("every other man", "every man"),
        ("every second he sank", "each second he sank"),
        ("a handful of ships", "a few ships"),
        ("more than one ship", "several ships"),
        ("now then , sink them", "sink them"),
        ("partly true", "true in part"),
        ("they got used to ships", "they knew ships well"),
        ("they seldom sank", "they sank not often"),
        ("scarcely any ships", "almost no ships"),
        ("both ships", "the two ships"),
        ("he did not sink either of them", "he sank neither of them"),
        ("the men went aboard from fear of gales", "the crew came to safety with the ship"),
        ("no ship at all", "no ship"),
        ("as long as it rains", "so long as it rains"),
        ("a mere ship", "merely a ship"),
        ("only a few ships", "few ships"),
        ("not many ships", "few ships"),
        ("not one of them", "none of them"),
        ("not every ship", "some ships"),
        ("they put off the day", "they postponed the day to it"),
        ("they were provided with ships", "they were given ships"),
        ("hardly had it rained before it sank", "hardly had it rained when it sank"),
        ("she used to sing there", "she sang there"),
        ("a plan laid before them", "a plan submitted to them"),
        ("not a single ship", "no ship"),
        ("a brig bound for Cadiz", "a brig heading for Cadiz"),
        ("they sailed for Cadiz", "they set out for Cadiz"),
        ("beside the wall", "next to the wall"),
        ("beside the wall", "near the wall"),
        ("close behind the wall", "near the wall"),
        ("across the river", "on the other side of the river"),
        ("upstream of the mill", "above the mill"),
        ("he left for the wall at once", "he went right away to the wall"),
        ("a wall a mile north of the mill", "a mill a mile to the south of the wall"),
        ("he stayed behind with it", "he remained beside it"),
        ("under the wall", "underneath the wall"),
        ("a lamp over the table", "a table under the lamp"),
        ("a strong north wind", "a strong wind from the north"),
        ("men of the far north", "men from the north"),
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
        ("they went no farther than that", "they did not go farther than that"),
        ("a man in their rear", "a man behind them"),
        ("on the opposite bank of it", "on the farther shore of it"),
        ("except ye sail", "unless you sail"),
        ("except he sail", "if he does not sail"),
        ("failing which it sinks", "otherwise it sinks"),
        ("he sailed no more", "he stopped sailing"),
        ("all ships except the frigates sank", "every ship sank but the frigates"),
        ("all except the frigates sank", "sunk was every ship but the frigates"),
        ("they gave ships , keeping only two", "they gave the ships except two"),
        ("no one before had sailed", "he was the first to sail"),
        ("his mother's ship", "her ship"),
        ("except in case of rain", "save when it rains"),
        ("except where it rains", "unless it rains"),
        ("he sank it alone", "he sank it by himself"),
        ("they did not sing and dance", "they did not sing or dance"),
        ("“ I sank it , ” he said", "he said that he sank it"),
        ("he said , We sank our ship", "he said that they sank their ship"),
    ],
)
def test_equal_small_words_have_no_sort(seed: str, other: str) -> None:
    found = find_small_word_signs(contrast_of(seed, other))

    assert [sign.name for sign in found if sign.sort is not None] == []


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        ("ships also sank", "ships sank", "exclusive.one faint"),
        ("they sailed for home", "they sailed home", None),
        ("the most safe harbour", "the harbour", "comparison.one faint"),
        ("none of the wells", "not all of the wells", "quantity.gap"),
    ],
)
def test_a_small_word_alone_counts_by_its_place(seed: str, other: str, name: str | None) -> None:
    found = [sign.name for sign in find_small_word_signs(contrast_of(seed, other))]

    assert found[:1] == ([name] if name else [])


def test_a_word_that_joins_a_clause_faces_no_time_elsewhere() -> None:
    contrast = marked_contrast("/ He was no longer young / , but sang", "/ He was old / , yet sang")

    assert not [sign for sign in find_small_word_signs(contrast) if sign.name == "phase.opposite"]


def test_a_sign_names_the_words_of_both_sides() -> None:
    sign, *_ = find_small_word_signs(contrast_of("few ships sank", "most of the ships sank"))

    assert (sign.seed, sign.other) == ("few", "most of")
    assert sign.value == pytest.approx(3.1)


def test_a_word_next_to_a_difference_faces_one_in_it() -> None:
    sign, *_ = find_small_word_signs(
        marked_contrast("/ The / entire fleet sank", "/ Part of the / fleet sank")
    )

    assert (sign.name, sign.seed, sign.other) == ("quantity.gap", "entire", "Part of")


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("/ The left / bank was held", "/ / bank was held on the right", ["place.opposite"]),
        ("/ The left / bank was held", "/ / bank was held on the left", []),
        ("/ The left / bank was held", "/ / bank was held", []),
        (
            "/ North / of it the left was held",
            "/ / of it the left was held south",
            ["place.opposite"],
        ),
        ("/ North / of the wall lay a mill", "/ / a wall lay south of the mill", []),
    ],
)
def test_a_side_or_a_direction_may_face_one_elsewhere(
    seed: str, other: str, names: list[str]
) -> None:
    found = [sign.name for sign in find_small_word_signs(marked_contrast(seed, other))]

    assert found == names


def test_a_word_next_to_a_difference_faces_itself() -> None:
    (sign,) = find_small_word_signs(
        marked_contrast("/ The / entire fleet sank", "/ Part of the / entire fleet sank")
    )

    assert sign.name == "quantity.one faint"


@pytest.mark.parametrize(
    ("seed", "other", "flagged"),
    [
        ("few of them", "a few of them", True),
        ("each man", "hardly any man", True),
        ("each man", "every man", False),
        ("all men", "men", False),
        ("all men of this old town sang", "some few did well by it", False),
    ],
)
def test_a_quantifier_against_another_in_a_short_difference_is_flagged(
    seed: str, other: str, *, flagged: bool
) -> None:
    assert changes_quantity(contrast_of(seed, other)) is flagged


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("the general came", "the generals came", ["noun.number of persons"]),
        ("the ship came", "the ships came", ["noun.number"]),
        ("he walks here", "he walked here", []),
        ("the wisest king", "the wiser king", ["comparison.gap"]),
        ("the oldest king", "the wiser king", []),
        ("the worst king", "the worse king", ["comparison.gap"]),
        ("the best king", "the worse king", []),
        ("no friend came", "friends did not come", []),
        ("without any friend here", "without any friends here", []),
        ("the generals came", "every old general came", []),
        ("the law of the generals", "the general law", []),
        ("he obeyed his general", "they obeyed their generals", []),
        ("he obeyed his general", "he obeyed his generals", ["noun.number of persons"]),
        ("many generals came", "many a brave general came", []),
        ("one of his generals came", "a general of his came", []),
        ("two of his generals came", "a general of his came", ["noun.number of persons"]),
        ("the first of the generals to come", "no general had come before", []),
        ("the oldest of the generals came", "the oldest general came", []),
        ("the last of the king's generals", "the last general of the king", []),
        ("all of the generals came", "the oldest general came", ["noun.number of persons"]),
    ],
)
def test_number_and_degree_are_read_from_endings(seed: str, other: str, names: list[str]) -> None:
    assert [sign.name for sign in find_inflection_signs(contrast_of(seed, other))] == names


def test_a_language_without_tables_has_no_signs() -> None:
    contrast = contrast_of("alle Schiffe vor Mittag", "einige Schiffe nach Mittag", "de")

    assert list(find_small_word_signs(contrast)) == []
    assert list(find_inflection_signs(contrast)) == []


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He ruled on top of this .", "He ruled in addition to this ."),
        ("It falls chiefly on us .", "It falls for the most part on us ."),
        ("It had scarcely rung .", "It had only just rung ."),
        ("It is too deep .", "It is very deep ."),
        ("He came or he fled .", "He either came or he fled ."),
        ("Max is wiser .", "Max is wiser than all the rest ."),
    ],
)
def test_equal_phrases_have_no_sign(seed: str, other: str) -> None:
    assert [sign for sign in find_small_word_signs(contrast_of(seed, other)) if sign.sort] == []


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("The king was vexed .", "The king was furious .", ["degree.strength"]),
        ("He disliked the sea .", "He loathed the sea .", ["degree.strength"]),
        ("He detested the sea .", "He loathed the sea .", []),
        ("A murmur rose .", "A mutter rose .", []),
        ("He was angry .", "He was wet .", []),
        ("A slight wound .", "A grievous wound .", ["degree.strength"]),
        ("A severe wound .", "A serious wound .", []),
    ],
)
def test_words_of_one_meaning_in_another_strength_have_a_sign(
    seed: str, other: str, names: list[str]
) -> None:
    assert [sign.name for sign in find_inflection_signs(contrast_of(seed, other))] == names


@pytest.mark.parametrize(
    ("seed", "other", "names"),
    [
        ("He / disliked / the sea", "the sea / / was loathed by him", ["degree.strength"]),
        ("He / detested / the sea", "the sea / / was loathed by him", []),
        ("cold and icy water / he disliked / ", "/ / he loathed cold water", ["degree.strength"]),
        ("/ icy / water in a cold bay", "/ cold / water in an icy bay", ["degree.strength"]),
        ("icy water / lay / in it", "/ stood / in it cold water", []),
    ],
)
def test_the_only_words_of_one_meaning_face_each_other_wherever_they_are(
    seed: str, other: str, names: list[str]
) -> None:
    assert [sign.name for sign in find_inflection_signs(marked_contrast(seed, other))] == names


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        ("/ I was a little / hurt by it", "/ It / hurt me deeply", "degree.gap"),
        ("/ When / he pays we go", "/ / We go whether or not he pays", "condition.other"),
        ("/ Because / he pays we go", "/ / We go if he pays", "condition.opposite"),
        ("/ Since / he pays we go", "/ / We go if he pays", "condition.one"),
        ("/ / We go unless he pays", "/ If / he pays we go", "condition.opposite"),
        ("/ Only / he was let in", "/ / he was let in as well", "exclusive.opposite"),
        ("nor was he / only / let in", "/ he / was let in as well", "exclusive.one"),
        ("/ They still / sail there", "/ / there they sail no longer", "phase.opposite"),
        ("/ At last / they sail", "/ / they sail again", "phase.late"),
    ],
)
def test_a_small_word_faces_the_only_one_of_its_sort_in_another_difference(
    seed: str, other: str, name: str
) -> None:
    signs = find_small_word_signs(marked_contrast(seed, other))

    assert name in [sign.name for sign in signs]


def test_a_condition_does_not_face_another_where_an_inversion_has_it() -> None:
    signs = find_small_word_signs(
        marked_contrast(
            "He wept / that / they came ; if he had paid , they would go",
            "He wept / when / they came ; had he paid , they would go",
        )
    )

    assert [sign.name for sign in signs] == ["condition.one", "condition.when"]
