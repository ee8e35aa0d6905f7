"""Verb groups and words of force of English sentences."""

from __future__ import annotations

import pytest

from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.side_verbs import read_verbs
from variants.languages import language_of


def _side(sentence: str) -> SideOfBead:
    return SideOfBead(sentence.split(), language_of("en"))


@pytest.mark.parametrize(
    ("sentence", "groups"),
    [
        ("They would have been seen .", ["would have been seen: see perfect passive would"]),
        ("It was being sent .", ["was being sent: send past progressive passive"]),
        ("They haven't done it .", ["haven't done: do present perfect"]),
        ("He has had a house .", ["has had: have present perfect"]),
        ("They have been singing .", ["have been singing: sing present perfect progressive"]),
        ("He did not go .", ["did not go: go past"]),
        ("He didn't go .", ["didn't go: go past"]),
        ("We'll soon be there .", ["We'll soon be: be future will"]),
        ("It has to be sung .", ["has to be sung: sing present passive"]),
        ("Will they attack ?", ["Will they attack: attack future will asks"]),
        ("Should he come , we go .", ["Should he come: come should conditional", "go: go present"]),
        (
            "Had she lived , it fell .",
            ["Had she lived: live past perfect conditional", "fell: fall past"],
        ),
        ("Should war come , we go .", ["Should: should should conditional", "go: go present"]),
        ("Nor had he sung .", ["had he sung: sing past perfect"]),
        ("The will was read in May .", ["was read: read past passive"]),
        ("Thou hast seen it .", ["hast seen: see present perfect"]),
        ("The wounded king ruled .", ["ruled: rule past"]),
        ("It is not to be sung .", ["is not: be present", "be sung: sing passive"]),
        ("He is to sail .", ["is to sail: sail future"]),
        (
            "It was rebuilt , they withdrew .",
            ["was rebuilt: rebuild past passive", "withdrew: withdraw past"],
        ),
        ("They resent it .", ["resent: resent present"]),
    ],
)
def test_groups_have_tense_aspect_voice_and_mood(sentence: str, groups: list[str]) -> None:
    side = _side(sentence)
    found = []
    for group in read_verbs(side).groups:
        marked = ("perfect", "progressive", "passive", "asks", "conditional")
        facts = [group.tense, *(name for name in marked[:3] if getattr(group, name)), group.modal]
        facts += [name for name in marked[3:] if getattr(group, name)]
        found.append(f"{side.text(group.at)}: {' '.join(filter(None, [group.main, *facts]))}")

    assert found == groups


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("They must pay .", ["must: necessity 4"]),
        ("No ship may enter .", ["may: necessity 4"]),
        ("They need not pay .", ["need: exemption 1"]),
        ("He is not to pay .", ["is … to: necessity 3.6"]),
        ("He is unlikely to pay .", ["unlikely to: likelihood 1"]),
        ("He is to the left .", []),
        ("It seemed good to them .", []),
        ("He undertook to pay .", ["undertook to: intention 3.5"]),
        ("The need to pay was his will .", []),
        ("It is said to be true .", ["is said to: certainty 0.5"]),
        ("In May they may pay .", ["may: possibility 1"]),
        ("Should he pay , we may go .", ["may: possibility 1"]),
        ("I think so .", ["I think: certainty 2"]),
        ("They say it rained .", ["They say: certainty 0.5"]),
        ("They say : It rains .", []),
        ("Well may they say it .", ["may: possibility 1"]),
        ("He was never permitted to sing .", ["permitted to: necessity 4"]),
        ("No one was allowed to sing .", ["allowed to: necessity 4"]),
        ("He sang in order to sleep .", []),
        ("They gave their word .", ["gave their word: speech 3.6"]),
    ],
)
def test_words_of_force_have_a_family_and_a_grade(sentence: str, marks: list[str]) -> None:
    side = _side(sentence)

    assert [
        f"{side.text(mark.at)}: {mark.force.family} {mark.force.grade:g}"
        for mark in read_verbs(side).marks
    ] == marks
