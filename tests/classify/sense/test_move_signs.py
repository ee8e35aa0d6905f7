"""Tests of signs in words that modify another word than before."""

from __future__ import annotations

import pytest

from variants.classify.sense.contrast import Contrast, SideOfBead
from variants.classify.sense.move_signs import find_move_signs
from variants.languages import language_of


def _names(seed: str, other: str, tag: str = "en") -> list[str]:
    """Return the names of the signs of the words between slashes."""
    language = language_of(tag)
    sides, ranges = [], []
    for text in (seed, other):
        before, inside, after = (part.split() for part in text.split("/"))
        sides.append(SideOfBead((*before, *inside, *after), language))
        ranges.append(range(len(before), len(before) + len(inside)))
    return [
        sign.name for sign in find_move_signs(Contrast(sides[0], sides[1], ranges[0], ranges[1]))
    ]


@pytest.mark.parametrize(
    ("seed", "other", "name"),
    [
        (
            "The / old / servant of the king slept",
            "The servant of the / old / king slept",
            "attached.adjective",
        ),
        (
            "The / former / owner of the convict ship",
            "The owner of the / former / convict ship",
            "attached.adjective",
        ),
        ("The / French / owner of a ship", "The owner of a / French / ship", "attached.adjective"),
        ("The / tired / men and dogs", "The men and the / tired / dogs", "attached.adjective"),
        (
            "A / drunken / clerk hit the porter",
            "A / / clerk hit the drunken hotel porter",
            "attached.adjective",
        ),
        ("He sold / only / wine on Sundays", "He sold wine / only / on Sundays", "attached.focus"),
        ("/ Even / he feared the dogs", "He feared / even / the dogs", "attached.focus"),
        ("She begged him / not / to come", "She did / not / beg him to come", "attached.denial"),
        (
            "He / secretly / promised to write",
            "He promised to write / secretly /",
            "attached.adverb",
        ),
        (
            "The monk / from Tours / sent letters to the king",
            "The monk sent letters / from Tours / to the king",
            "attached.phrase",
        ),
        (
            "They agreed / that night / to march home",
            "They agreed to march / that night / home",
            "attached.time",
        ),
        ("/ Today / he heard that Max left", "He heard that Max left / today /", "attached.time"),
        (
            "/ For the third time / he denied that he had lied",
            "He denied that he had / for the third time / lied",
            "attached.time",
        ),
        (
            "/ Secretly / the men agreed that he should be freed",
            "The men agreed that he should / secretly / be freed",
            "attached.adverb",
        ),
        (
            "/ In spring / the cook , who sang , used to dance",
            "The cook , who sang / in spring / , used to dance",
            "attached.clause",
        ),
        (
            "The cook / , who was ill , / saw the porter",
            "The cook saw the porter / , who was ill /",
            "attached.clause",
        ),
        (
            "The king / again / said that he had lied",
            "The king said that he had / again / lied",
            "attached.adverb",
        ),
        (
            "The cook / alone / saw the porter",
            "The cook saw the porter / alone /",
            "attached.focus",
        ),
        (
            "/ Only / the cook saw this porter",
            "The cook saw this porter / only /",
            "attached.focus",
        ),
        (
            "The doors / of the temple / and the gates fell",
            "The doors fell and the gates / of the temple /",
            "attached.phrase",
        ),
        (
            "The / temple's / doors faced the gates",
            "The / / doors faced the gates of the temple",
            "attached.phrase",
        ),
    ],
)
def test_a_word_that_modifies_another_word_is_a_sign(seed: str, other: str, name: str) -> None:
    assert _names(seed, other) == [name]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("/ In spring / they danced at the well", "They danced / in spring / at the well"),
        ("A / new / railway line", "A line of the / new / railway"),
        ("A / hot / cup of tea", "A cup of / hot / tea"),
        ("/ Today / we shall see what he wrote", "We shall see what he wrote / today /"),
        ("/ At that time / it was ruled by a king", "It was / at that time / ruled by a king"),
        ("/ Today / the men who sang left", "The men who sang left / today /"),
        ("/ That day / he went to see her", "He went to see her / that day /"),
        ("/ Slowly / he began to rise", "He began to rise / slowly /"),
        ("/ Only on Sundays / he sold wine", "He sold wine / only on Sundays /"),
        ("He / openly / admitted having lied", "He admitted / openly / having lied"),
        ("The / old grey / horse fell", "The / grey old / horse fell"),
        ("He came / not / to sing", "He did / not / come to sing"),
        ("He does / not / think they will come", "He thinks they will / not / come"),
        ("/ The cook / hurled a cup at the door", "A cup was thrown by / the cook / at the door"),
        ("/ From Tours / the monk sent letters", "The monk sent letters / from Tours /"),
        ("He / again / began to sing", "He began to sing / again /"),
        ("The bell / alone / rang", "/ Alone / the bell rang"),
        ("The / temple's / doors fell", "The doors / of the temple / fell"),
        ("The doors and gates / of the temple /", "The gates and doors / of the temple /"),
        (
            "By the doors / of the temple / the sister of the king slept",
            "The sister of the king slept by the doors / of the temple /",
        ),
        ("A cup / of the king's / tea", "The tea / of the king / in a cup"),
        (
            "The son of a king / , who was ill , / slept",
            "A king's son / , who was ill , / slept",
        ),
        (
            "It came / only / today , no more than once",
            "It did not come / until / today , only once",
        ),
    ],
)
def test_a_word_that_modifies_the_same_word_elsewhere_is_no_sign(seed: str, other: str) -> None:
    assert _names(seed, other) == []


def test_a_difference_of_other_words_has_no_sign_of_a_move() -> None:
    seed = "The young servant of the king / slept /"
    other = "The servant of the young king / ate /"

    assert _names(seed, other) == []


def test_languages_without_tables_have_no_such_signs() -> None:
    assert _names("Der / alte / Diener", "Der Diener / alte /", "de") == []
