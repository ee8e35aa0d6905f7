"""Tests of signs in words of fact that only one side has."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.fact_signs import find_fact_signs
from variants.classify.sense.sense_evidence import collect_evidence
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "words"),
    [
        ("The / lame / drovers slept .", "The / / herdsmen slept .", "quality", "lame"),
        ("Of / armed / drovers six fled .", "Of / / drovers six fled .", "quality", "armed"),
        ("The / unfed / mules fell .", "The / / mules fell .", "quality", "unfed"),
        ("The / Greek / monks sang .", "The / / monks sang .", "quality", "Greek"),
        ("The / iron / gate fell .", "The / / gate fell .", "quality", "iron"),
        ("An / undated / note came .", "A / / note came .", "quality", "undated"),
        ("A / blind / guide came .", "A / / guide arrived .", "quality", "blind"),
        ("They / jointly / bought it .", "They / / purchased it .", "way", "jointly"),
        ("The mules went / unfed / .", "The mules walked / / .", "way", "unfed"),
        ("He / stated under oath / it .", "He / declared / it .", "circumstance", "oath"),
        (
            "She / asked through his mediation / .",
            "She / requested / .",
            "circumstance",
            "mediation",
        ),
        ("She / asked in writing / .", "She / requested / .", "circumstance", "writing"),
        ("He died / of fever / there .", "He died / / there .", "circumstance", "fever"),
        ("He came / by night / .", "He arrived / / .", "circumstance", "night"),
        ("It sank / in thick mist / .", "It sank / / .", "circumstance", "thick mist"),
        ("It fell / on Easter Day / .", "It fell / / .", "circumstance", "Easter Day"),
        (
            "He went / against his uncle's wishes / .",
            "He departed / / .",
            "circumstance",
            "uncle's wishes",
        ),
        ("He went / without telling his aunt / .", "He left / / .", "companion", "aunt"),
        ("She fled / with torn nets / .", "She escaped / / .", "companion", "torn nets"),
        ("He fell / without artillery / .", "He fell / / .", "companion", "artillery"),
        ("The miller / and the cook / left .", "The miller / / departed .", "member", "cook"),
        ("Salt / , tar / and fish .", "Salt / / and fish .", "member", "tar"),
    ],
)
def test_a_fact_of_one_side_is_a_sign(seed: str, other: str, name: str, words: str) -> None:
    lost = list(find_fact_signs(marked_contrast(seed, other)))
    added = list(find_fact_signs(marked_contrast(other, seed)))

    assert [(one.name, one.sort, one.seed) for one in lost] == [
        (f"added.{name}", SenseSort.LEFT_OUT, words)
    ]
    assert [(one.name, one.sort, one.other) for one in added] == [
        (f"added.{name}", SenseSort.ADDED, words)
    ]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("The / noble / drovers slept .", "The / / herdsmen slept ."),
        ("The / white / snow fell .", "The / / snow fell ."),
        ("An / unbounded / joy rose .", "A / / joy rose ."),
        ("The / lame / drovers slept .", "The / crippled / drovers slept ."),
        ("The / wooden / gate fell .", "The gate / of oak / fell ."),
        ("The / lame / drovers slept .", "The / / kings slept ."),
        ("The / former / consul slept .", "The / ex-consul / slept ."),
        ("He came / with great speed / .", "He came / quickly / ."),
        ("He left / in this manner / .", "He left / / ."),
        ("He left / without delay / .", "He left / at once / ."),
        ("The trade / of the city / fell .", "The trade / / fell ."),
        ("She came / with child / .", "She came / / ."),
        ("It fell / in force / .", "It fell / / ."),
        ("At seven / in the evening / it rang .", "At 7 / p.m. / it rang ."),
        ("It fell / at Michaelmas / .", "It fell / on 29 September / ."),
        ("They spoke / to Peter / .", "They spoke / to him / ."),
        ("He came / to this farm / .", "He came / here / ."),
        ("He had / power and authority / .", "He had / power / ."),
        ("He took / all that he had / .", "He took / wares and chattels / ."),
        ("He sent / a sum of ninety ducats / .", "He sent / ninety ducats / ."),
        ("They / jointly / spoke of it .", "They / / spoke of it in common ."),
    ],
)
def test_ornament_and_what_is_stated_otherwise_is_no_sign(seed: str, other: str) -> None:
    assert list(find_fact_signs(marked_contrast(seed, other))) == []


def test_a_fact_is_the_reason_only_without_a_heavier_one() -> None:
    number = "They sold six mules .", "They sold nine lame mules ."
    rewording = "They could sell mules .", "They may sell lame mules ."

    of_number = collect_evidence(contrast_of(*number)).reason
    of_rewording = collect_evidence(contrast_of(*rewording)).reason

    assert of_number is not None
    assert of_number.sort is SenseSort.NUMBER
    assert of_rewording is not None
    assert of_rewording.sort is SenseSort.ADDED


def test_languages_without_words_of_fact_have_no_such_signs() -> None:
    seed, other = "Die lahmen Maultiere fielen .", "Die Maultiere fielen ."

    assert list(find_fact_signs(contrast_of(seed, other, "de"))) == []
