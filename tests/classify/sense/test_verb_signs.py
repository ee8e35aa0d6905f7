"""Signs in verb groups: force, certainty, mood, tense, aspect, voice."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.force_changes import changes_force
from variants.classify.sense.verb_signs import find_verb_signs
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "sign"),
    [
        ("They must pay .", "They should pay .", ("modal.gap", "must", "should")),
        ("They must pay .", "They may pay .", ("modal.against", "must", "may")),
        (
            "They are under obligation to pay .",
            "They are at liberty to pay .",
            ("modal.against", "under obligation to", "at liberty to"),
        ),
        ("They will pay .", "They are instructed to pay .", ("modal.other", "will", "instructed")),
        ("They pay .", "They must pay .", ("modal.one", "", "must")),
        ("The inn stays open .", "The inn will stay open .", ("modal.one faint", "", "will")),
        ("They begged him .", "They ordered him .", ("modal.speech gap", "begged", "ordered")),
        ("He guesses it .", "He knows it .", ("modal.gap", "guesses", "knows")),
        ("Perhaps it rained .", "It rained .", ("modal.one", "Perhaps", "")),
        ("Perhaps it rained .", "It rained .", ("modal.doubt", "Perhaps", "")),
        ("He is ill .", "I suspect he is ill .", ("modal.doubt", "", "I suspect")),
        (
            "It is certain that it rained .",
            "It is conceivable that it rained .",
            ("modal.gap", "It is certain", "conceivable that"),
        ),
        ("Surely it rained .", "Probably it rained .", ("modal.doubted", "Surely", "Probably")),
        ("We hear that it rained .", "It rained .", ("modal.one", "We hear that", "")),
        ("The inn is open .", "The inn will be open .", ("verb.future", "is", "will be")),
        ("He came .", "He comes .", ("verb.past", "came", "comes")),
        ("He sang .", "He has sung .", ("verb.perfect", "sang", "has sung")),
        ("He sang .", "He was singing .", ("verb.progressive", "sang", "was singing")),
        ("He saw .", "He was seen .", ("verb.passive", "saw", "was seen")),
        ("Will they pay ?", "They will pay .", ("verb.asks", "", "")),
        ("Who wrote it ?", "He wrote it .", ("verb.asks", "Who", "He")),
        ("He is ill ?", "He is ill .", ("verb.asks", "", "")),
        ("Pay at noon .", "They pay at noon .", ("verb.orders", "", "They")),
        ("Go to the mill .", "He goes to the mill .", ("verb.orders", "", "He")),
        ("They would have paid .", "They paid .", ("verb.unreal", "would have", "")),
        (
            "It was rebuilt .",
            "It would have been rebuilt .",
            ("verb.unreal", "", "would have"),
        ),
        ("It has sunk .", "It is to sink .", ("verb.to come", "has sunk", "is to sink")),
        ("They mean to build .", "They have built .", ("verb.to come", "mean to", "")),
        ("They will do it .", "They have done it .", ("verb.to come", "will do", "have done")),
        ("He was to live there .", "He lived there .", ("verb.to come", "was to", "")),
        ("They sailed .", "They were going to sail .", ("verb.to come", "", "going to")),
        ("We were to have gone .", "We went .", ("verb.to come", "were to", "")),
        ("It has sunk .", "It is sinking .", ("verb.under way", "has sunk", "is sinking")),
        (
            "It had been sent .",
            "It was being sent .",
            ("verb.under way", "had been sent", "was being sent"),
        ),
        ("The so-called king .", "The king .", ("modal.one", "so-called", "")),
        ("His supposed heir .", "His heir .", ("modal.one", "His supposed", "")),
        ("They burned it .", "They tried to burn it .", ("verb.to come", "", "tried to")),
    ],
)
def test_a_sign_names_the_words_that_differ(
    seed: str, other: str, sign: tuple[str, str, str]
) -> None:
    found = find_verb_signs(contrast_of(seed, other))

    assert sign in [(one.name, one.seed, one.other) for one in found]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("Surely it rained .", "It rained ."),
        ("Indeed it rained .", "It rained ."),
        ("He must wait .", "He waits ."),
        ("Perhaps it rained .", "It may have rained ."),
        ("Perhaps it rained .", "Possibly it rained ."),
    ],
)
def test_nothing_is_doubted_where_both_sides_leave_it_open_or_neither(
    seed: str, other: str
) -> None:
    for pair in ((seed, other), (other, seed)):
        signs = find_verb_signs(contrast_of(*pair))

        assert "modal.doubt" not in [one.name for one in signs]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("No one may pay .", "No one must pay ."),
        ("They may not pay .", "They must not pay ."),
        ("They will pay .", "They shall pay ."),
        ("They had no need to pay .", "They did not have to pay ."),
        ("They need not pay .", "They are under no obligation to pay ."),
        ("They will meet on Monday .", "They are to meet on Monday ."),
        ("They could not but pay .", "They had no choice but to pay ."),
        ("He knew how to swim .", "He could swim ."),
        ("He took an oath to pay .", "He swore to pay ."),
        ("To all appearance it rained .", "Apparently it rained ."),
        ("It is quite possible that it rained .", "Perhaps it rained ."),
        ("It may have rained .", "Perhaps it rained ."),
        ("It must have rained .", "Surely it rained ."),
        ("I am told that it rained .", "According to report it rained ."),
        ("We were told that it rained .", "We heard that it rained ."),
        ("Let the bell ring .", "Ring the bell ."),
        ("He said they will pay .", "He said they would pay ."),
        ("They have to pay .", "They must pay ."),
        ("Should he pay , we go .", "If he paid , we go ."),
        ("He paid in May .", "He paid in June ."),
        ("The need is great .", "The want is great ."),
        ("They are about to pay .", "They are about to pay !"),
        ("It may be late .", "Perhaps it is late ."),
        ("It is not impossible .", "It is possibly so ."),
        ("They will not fail to pay .", "They will certainly pay ."),
        ("On Monday , that is to say late .", "On Monday , late ."),
        ("He read it .", "He wrote it ."),
        ("They pay .", "You pay ."),
        ("Guns must not be allowed to move .", "By no means may guns be permitted to move ."),
        ("Guns may on no account move .", "Guns must not move ."),
        ("May God forgive you .", "God forgive you ."),
        ("I beg to inform you of it .", "I inform you of it ."),
    ],
)
def test_equal_force_has_no_sign_with_a_sort(seed: str, other: str) -> None:
    contrast = contrast_of(seed, other)

    found = [s for s in find_verb_signs(contrast) if s.sort is not None and s.name[:5] == "modal"]

    assert found == []
    assert not changes_force(contrast)


def test_force_and_certainty_are_sorts_of_sense() -> None:
    force = find_verb_signs(contrast_of("They must pay .", "They may pay ."))
    certainty = find_verb_signs(contrast_of("Perhaps it rained .", "Surely it rained ."))

    assert {sign.sort for sign in force} - {None} == {SenseSort.FORCE}
    assert {sign.sort for sign in certainty} - {None} == {SenseSort.CERTAINTY}


@pytest.mark.parametrize(
    ("seed", "other", "flagged"),
    [
        ("I ask for it .", "I demand it .", False),
        ("I advise it .", "I order it .", True),
        ("He refused to go .", "He will not go .", False),
        ("Thou reliest on it .", "Dost thou rely on it ?", True),
        ("Where is he ?", "Here he is .", True),
        ("You pay at noon .", "Pay at noon .", False),
        ("He had sung .", "He would have sung .", False),
        ("Do I need it ? Yes .", "You ask whether I need it : I do .", False),
        ("He was forbidden to sing .", "He was not allowed to sing .", False),
        ("He was told .", "He could be told .", True),
        ("He sang there .", "He could come and sing two old songs with us .", False),
        ("He knows the way .", "He asks the way .", False),
        ("I should be glad .", "I would be glad .", False),
        ("He should be glad .", "He would be glad .", True),
        ("He came .", "He came , if possible .", True),
        # A long passage is recast, and its force may be in other words.
        (
            "He must pay the old innkeeper of the town for bread and wine .",
            "The host there of all that he ate was given good coin by him .",
            False,
        ),
    ],
)
def test_the_flag_asks_for_more_than_a_sign(seed: str, other: str, *, flagged: bool) -> None:
    assert changes_force(contrast_of(seed, other)) is flagged


def test_a_language_without_verb_tables_has_no_signs() -> None:
    assert list(find_verb_signs(contrast_of("er muss gehen ?", "er kann gehen .", "de"))) == []


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("They shall send a consul .", "They are bound to send a consul ."),
        ("It undertakes to pay .", "It pledges itself to pay ."),
        ("I do not doubt it .", "I have no doubt it ."),
        ("He is said to have wept .", "They say he wept ."),
    ],
)
def test_phrases_of_equal_force_have_no_sign_of_it(seed: str, other: str) -> None:
    names = {sign.name for sign in find_verb_signs(contrast_of(seed, other))}

    assert not [name for name in names if name.startswith("modal.")]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He said that they were to pay .", "He said that they should pay ."),
        ("He said that they would pay .", "He said that they should pay ."),
        ("They may leave it .", "They shall be allowed to leave it ."),
        ("They must leave it .", "They will have to leave it ."),
        ("They could see the ships .", "They saw the ships ."),
        ("He could not well remember it .", "He did not remember it ."),
        ("It was able to find them .", "It found them ."),
        ("I should be glad of it .", "I would be glad of it ."),
        ("He promised to pay .", "He promised that he would pay ."),
        ("They agreed to pay .", "They agreed that Max should pay ."),
        ("It is proper for him to pay .", "It is proper that he should pay ."),
        ("He came so as to see us .", "He came so that he might see us ."),
        ("He came to see us .", "He came , that he might see us ."),
        ("Whoever he is , he came .", "Whoever he may be , he came ."),
        ("For fear of it , pay .", "Lest it should come , pay ."),
        ("Let him pay .", "He must pay ."),
        ("Let us pay .", "We should pay ."),
        ("And let the king pay .", "And the king shall pay ."),
        ("Pay the king .", "You must pay the king ."),
        ("Do not pay .", "You must not pay ."),
        ("If the king comes , pay .", "If the king should come , pay ."),
        ("They shall pay .", "They undertake to pay ."),
        ("It cannot fail to sink .", "It is bound to sink ."),
        ("They required payment .", "They demanded that he should pay ."),
    ],
)
def test_force_that_grammar_asks_for_is_flagged_but_no_sign(seed: str, other: str) -> None:
    contrast = contrast_of(seed, other)

    found = [s for s in find_verb_signs(contrast) if s.sort is SenseSort.FORCE]

    assert found == []


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He knew that they paid .", "He knew that they should pay ."),
        ("He said that they paid .", "He said that they might pay ."),
        ("They let him pay .", "They must pay ."),
        ("They pay the king .", "They must pay the king ."),
    ],
)
def test_force_that_no_grammar_asks_for_is_a_sign(seed: str, other: str) -> None:
    found = find_verb_signs(contrast_of(seed, other))

    assert SenseSort.FORCE in {sign.sort for sign in found}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("Will you hold it ?", "Please hold it ."),
        ("Could you hold the lamp ?", "Hold the lamp ."),
        ("Who could hold it ?", "No one could hold it ."),
        ("How well he held it ?", "How well he held it ."),
        ("You call this bread ?", "You call this bread !"),
    ],
)
def test_a_request_or_a_denial_can_have_the_form_of_a_question(seed: str, other: str) -> None:
    names = {sign.name for sign in find_verb_signs(contrast_of(seed, other))}

    assert "verb.asks" not in names


def test_a_question_in_direct_speech_may_be_reported() -> None:
    found = find_verb_signs(contrast_of("He said , What is it ?", "He said what it was ."))

    assert "verb.asks" not in {sign.name for sign in found}


def test_without_a_report_should_is_weaker_than_was_to() -> None:
    found = find_verb_signs(contrast_of("They were to pay .", "They should pay ."))

    assert "modal.gap" in {sign.name for sign in found if sign.sort is SenseSort.FORCE}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("He wanted to come .", "He wanted to leave ."),
        ("They will have paid .", "They have paid ."),
        ("They had to leave it .", "They left it ."),
        ("They mean to build .", "They burned it ."),
    ],
)
def test_an_act_that_is_done_on_both_sides_or_on_none_is_not_to_come(seed: str, other: str) -> None:
    names = {sign.name for sign in find_verb_signs(contrast_of(seed, other))}

    assert "verb.to come" not in names


def test_a_word_of_force_faces_the_only_one_of_its_family_in_another_difference() -> None:
    contrast = marked_contrast(
        "He / requested our doctor / to stay", "Our doctor / / was commanded to stay"
    )

    found = {sign.name: (sign.seed, sign.other) for sign in find_verb_signs(contrast)}

    assert found["modal.speech gap"] == ("requested", "commanded")
