import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.kin_signs import find_kin_signs, pair_words
from variants.classify.sense.signs import Sign
from variants.types.sense import SenseSort


def _signs(seed: str, other: str, tag: str = "en") -> dict[str, Sign]:
    return {sign.name: sign for sign in find_kin_signs(marked_contrast(seed, other, tag))}


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("big", "large", "kin.single near"),
        ("house", "dwelling", "kin.single near"),
        ("oak", "elm", "kin.single mid"),
        ("sailor", "harvest", "kin.single far"),
    ],
)
def test_one_word_against_another_is_near_or_far(one: str, other: str, name: str) -> None:
    found = _signs(f"We saw the / {one} / today", f"We saw the / {other} / today")

    assert (found[name].seed, found[name].other) == (one, other)
    assert [each for each in found if each.startswith("kin.single ")] == [name]
    assert found[name].sort is None


@pytest.mark.parametrize(
    ("one", "other", "sort"),
    [
        ("praised", "blamed", None),
        ("loved", "hated", None),
        ("rich", "poor", SenseSort.DEGREE),
        ("slowly", "quickly", SenseSort.DEGREE),
    ],
)
def test_antonyms_have_a_sort(one: str, other: str, sort: SenseSort | None) -> None:
    found = _signs(f"He / {one} / them", f"He / {other} / them").get("kin.antonym")

    assert (found and found.sort) == sort
    assert found is None or (found.seed, found.other) == (one, other)


@pytest.mark.parametrize(("one", "other"), [("came", "went"), ("take", "brought")])
def test_verbs_that_differ_in_the_point_of_view_are_not_opposed(one: str, other: str) -> None:
    assert "kin.antonym" not in _signs(f"They / {one} / home", f"They / {other} / home")


def test_words_are_paired_nearest_first_in_any_order() -> None:
    contrast = marked_contrast("/ dwelling and oak /", "/ elm and house /")

    pairs = pair_words(contrast, [0, 2], [0, 2])

    assert {(pair.seed, pair.other) for pair in pairs} == {(0, 2), (2, 0)}


def test_words_without_a_near_one_are_paired_in_order() -> None:
    contrast = marked_contrast("/ sailor sonnet /", "/ harvest lantern /")

    pairs = pair_words(contrast, [0, 1], [0, 1])

    assert [(pair.near, pair.seed, pair.other) for pair in pairs] == [(0, 0, 0), (0, 1, 1)]


def test_words_of_a_very_long_difference_are_paired_in_order() -> None:
    filler = " ".join(f"qu{n}" for n in range(150))
    contrast = marked_contrast(f"/ dwelling oak {filler} /", f"/ elm house {filler} /")
    words = range(152)

    pairs = pair_words(contrast, words, words)

    assert [(pair.seed, pair.other) for pair in pairs] == [(n, n) for n in words]
    assert {pair.near for pair in pairs} == {0.0}


def test_equal_words_in_other_forms_are_not_compared() -> None:
    found = _signs("/ They sang loudly /", "/ He sings loudly /")

    assert "one.none" in found
    assert "kin.mean" not in found


def test_all_words_near_is_a_sign_only_without_a_word_left_over() -> None:
    assert "kin.near all" in _signs("a / big house / there", "a / large dwelling / there")
    assert "kin.near all" not in _signs("a / big house / there", "a / dwelling / there")


def test_a_word_without_a_counterpart_has_its_part_of_speech() -> None:
    found = _signs("The / stubborn / farmer slept", "The / / farmer slept")

    assert found["one.alone"].seed == "stubborn"
    assert found["one.alone adjective"].value == 1
    assert found["one.empty side"].value == 1
    assert found["one.far elsewhere"].value == 1
    assert "one.free" not in found


def test_the_words_without_a_counterpart_are_on_their_own_side() -> None:
    found = _signs("The / / farmer slept", "The / stubborn old / farmer slept")

    assert (found["one.alone"].seed, found["one.alone"].other) == ("", "stubborn old")


def test_a_counterpart_elsewhere_is_found() -> None:
    found = _signs("The / huge / farmer slept soundly", "The / / farmer slept, large")

    assert found["one.near elsewhere"].value >= 0.7
    assert "one.far elsewhere" not in found
    assert found["one.free"].value > 0


def test_a_counterpart_hundreds_of_words_away_is_not_looked_for() -> None:
    between = " ".join(f"filler{n}" for n in range(300))

    near = _signs("We saw the / old dwelling / today", "We saw the / old / today and a house")
    far = _signs(
        f"We saw the / old dwelling / today and {between}",
        f"We saw the / old / today and {between} a house",
    )

    assert near["one.near elsewhere"].value >= 0.7
    assert far.get("one.near elsewhere", Sign("", 0)).value < 0.7


def test_a_name_without_a_counterpart_is_a_name() -> None:
    assert "one.alone name" in _signs("in / Brandt / he trusted", "in / / he trusted")


def test_a_name_that_the_other_side_has_in_another_form_has_a_counterpart() -> None:
    found = _signs("so / the American fleet / left", "so / the fleet of the United States / left")

    assert "one.alone" not in found


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("sailor", "widow", "topic.both person"),
        ("winter", "widow", "topic.person"),
        ("winter", "widow", "topic.time"),
        ("begged", "wandered", "topic.say"),
        ("begged", "wandered", "topic.move"),
    ],
)
def test_topics_of_a_pair_are_one_or_two(one: str, other: str, name: str) -> None:
    assert name in _signs(f"They / {one} / there", f"They / {other} / there")


def test_a_language_without_an_index_has_counts_only() -> None:
    found = _signs("die / alte / Stadt", "die / neue / Stadt", "de")

    assert set(found) == {"one.content"}


def test_no_sign_is_zero_but_the_measures_of_a_pair() -> None:
    found = _signs("a / sailor sang / here", "a / harvest / here")

    zero = {name for name, sign in found.items() if sign.value == 0}
    assert zero <= {"kin.mean", "kin.least", "kin.best", "topic.same"}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("No lord rode out unarmed .", "Every lord rode out armed ."),
        ("The king was displeased .", "The king was not pleased ."),
    ],
)
def test_antonyms_of_which_one_is_denied_are_no_sign(seed: str, other: str) -> None:
    names = {sign.name for sign in find_kin_signs(contrast_of(seed, other))}

    assert "kin.antonym" not in names
