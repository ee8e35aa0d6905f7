"""Terms of art that a comparison suggests."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.project.editions import editions, telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.pattern import SuggestedTerm
from variants.types.witness import Witness

_SEED = (
    "The harbour master closed the old gate. We asked the harbour master for a boat. "
    "Every harbour master keeps a lantern. The boat and the lantern are gone."
)


def _suggested(
    *texts: str, terms: tuple[str, ...] = (), language: str = "en"
) -> dict[str, SuggestedTerm]:
    witnesses = [
        Witness(siglum, text, language=language)
        for siglum, text in zip("SABC", texts, strict=False)
    ]
    found = collate(witnesses, Settings(terms=terms)).suggested_terms
    return {term.phrase: term for term in found}


def _renderings(term: SuggestedTerm) -> dict[str, tuple[str, int]]:
    return {siglum: (one.wording, one.count) for siglum, one in term.renderings}


ARMISTICE = "An armistice is near. The armistice holds. Every armistice ends. We wait here."


def test_a_noun_that_always_faces_the_same_other_is_suggested() -> None:
    found = _suggested(
        ARMISTICE,
        ARMISTICE.replace("armistice", "truce"),
        ARMISTICE,
        ARMISTICE.replace("armistice", "ceasefire"),
    )

    assert list(found) == ["armistice"]
    assert found["armistice"].words == ("armistice",)
    assert found["armistice"].count == 3
    assert _renderings(found["armistice"]) == {"A": ("truce", 3), "C": ("ceasefire", 3)}


def test_a_phrase_is_suggested_with_the_words_to_list() -> None:
    found = _suggested(_SEED, _SEED.replace("harbour master", "port master"))

    assert list(found) == ["harbour master"]
    assert found["harbour master"].words == ("harbour",)
    assert _renderings(found["harbour master"]) == {"A": ("port master", 3)}


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        (ARMISTICE, ARMISTICE),
        (ARMISTICE, ARMISTICE.replace("armistice", "truce", 2)),
        (ARMISTICE.replace("Every armistice", "It all"), "A truce is near. The truce holds."),
        (ARMISTICE, ARMISTICE.replace("armistice", "armistices")),
        (ARMISTICE.replace("armistice", "colour"), ARMISTICE.replace("armistice", "color")),
        ("We go. You go home. They go by sea.", "We walk. You walk home. They walk by sea."),
        (
            "Here came Krasovsky. We saw Krasovsky. Then Krasovsky left.",
            "Here came Filippov. We saw Filippov. Then Filippov left.",
        ),
        ("We saw 16 ships. They lost 16 men. It took 16 days.", "We saw 60. 60 men. 60 days."),
    ],
    ids=[
        *("repeated", "not always", "twice", "inflected", "spelled otherwise", "a verb", "a name"),
        "a number",
    ],
)
def test_other_words_are_not_suggested(seed: str, other: str) -> None:
    assert _suggested(seed, other) == {}


def test_listed_terms_are_not_suggested() -> None:
    other = ARMISTICE.replace("armistice", "truce")

    assert _suggested(ARMISTICE, other, terms=("armistices",)) == {}


def test_a_language_without_parts_of_speech_has_suggestions_too() -> None:
    seed = "Der Vertrag gilt. Wir lesen den Vertrag. Jeder Vertrag endet. Wir warten hier."

    found = _suggested(seed, seed.replace("Vertrag", "Pakt"), language="de")

    assert list(found) == ["Vertrag"]


def test_the_telegram_has_its_terms() -> None:
    found = collate(telegram(), Settings()).suggested_terms

    phrases = {term.phrase: dict(term.renderings) for term in found}
    assert phrases["armistice"]["B"].wording == "truce"
    assert phrases["armistice"]["C"].wording == "ceasefire"
    assert phrases["pilots"]["A"].wording == "airmen"


@given(editions)
def test_every_rendering_is_another_and_is_counted(edition: tuple[Witness, ...]) -> None:
    collation = collate(edition, Settings())

    assert [term.count for term in collation.suggested_terms] == sorted(
        (term.count for term in collation.suggested_terms), reverse=True
    )
    for term in collation.suggested_terms:
        assert term.words
        for _, one in term.renderings:
            assert 3 <= one.count <= term.count
            assert one.uncertain < one.count
            assert one.wording != term.phrase
