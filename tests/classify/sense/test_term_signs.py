"""Tests of signs in terms that exclude each other."""

from __future__ import annotations

import pytest

from tests.classify.sense.contrasts import contrast_of, marked_contrast
from variants.classify.sense.term_signs import find_term_signs


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        ("His aunt wrote .", "His niece wrote .", [("aunt", "niece")]),
        ("The duke rode out .", "The baron rode out .", [("duke", "baron")]),
        ("The lessee paid .", "The landlord paid .", [("lessee", "landlord")]),
        ("They sowed rye .", "They sowed oats .", [("rye", "oats")]),
        ("The prefect wrote .", "The sub-prefect wrote .", [("prefect", "sub-prefect")]),
        ("The viceconsul wrote .", "The consul wrote .", [("viceconsul", "consul")]),
        ("His stepson wrote .", "His son-in-law wrote .", [("stepson", "son-in-law")]),
        ("The elector wrote .", "The emperor wrote .", [("elector", "emperor")]),
        ("The cohort fled .", "The legion fled .", [("cohort", "legion")]),
        ("The corps fled .", "The brigade fled .", [("corps", "brigade")]),
        ("The court quashed it .", "The court amended it .", [("quashed", "amended")]),
        ("The court annulled it .", "The court quashed it .", []),
        ("The chargé d'affaires wrote .", "The minister wrote .", [("d'affaires", "minister")]),
        ("They made a truce .", "They made peace .", [("truce", "peace")]),
        ("The ex-consul wrote .", "The consul wrote .", [("ex-consul", "consul")]),
        ("The bowmen fled .", "The slingers fled .", [("bowmen", "slingers")]),
        ("The bowmen fled .", "The archers fled .", []),
        ("He paid a toll .", "He paid a ransom .", [("toll", "ransom")]),
        ("It ended in arbitration .", "It ended in litigation .", [("arbitration", "litigation")]),
        ("A wasp flew out .", "A moth flew out .", []),
        ("He killed a toad .", "He killed a viper .", [("toad", "viper")]),
        ("She lost a necklace .", "She lost a brooch .", [("necklace", "brooch")]),
        ("The ex-consul wrote .", "The former consul wrote .", []),
        ("The subway was shut .", "The way was shut .", []),
        ("The count rode out .", "The earl rode out .", []),
        ("They were baptised .", "They were christened .", []),
        ("The duke rode out .", "The rye rode out .", []),
        ("The duke and the baron rode .", "The baron and the duke rode .", []),
    ],
)
def test_a_term_that_faces_another_of_its_field_is_a_sign(
    seed: str, other: str, shown: list[tuple[str, str]]
) -> None:
    found = list(find_term_signs(contrast_of(seed, other)))

    assert [(sign.seed, sign.other) for sign in found] == shown


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        ("/ a brig / lay at anchor", "at anchor lay a sloop / / ", [("brig", "sloop")]),
        ("a brig lay at anchor / / ", "/ at anchor lay a sloop / ", [("brig", "sloop")]),
        ("/ an old brig / is there", "/ a new mast / is on a sloop", [("brig", "sloop")]),
        ("/ a priest / was sent there", "there they sent a monk / / ", [("priest", "monk")]),
        ("a brig / lay / at anchor", "at anchor / rode / a sloop", []),
        ("/ a brig / lay beside a sloop", "a ketch lay beside a frigate / / ", []),
        ("/ a sloop / lay beside a brig", "a sloop and a ketch were there / / ", []),
        ("/ a ship / lay at anchor", "at anchor lay a vessel / / ", []),
        ("/ one pound / he owed them", "he owed them ten shillings / / ", []),
        ("/ north / of the fort it lies", "the fort lies south of it / / ", []),
    ],
)
def test_nouns_that_only_one_side_has_face_each_other_wherever_they_are(
    seed: str, other: str, shown: list[tuple[str, str]]
) -> None:
    found = list(find_term_signs(marked_contrast(seed, other)))

    assert [(sign.seed, sign.other) for sign in found] == shown


def test_languages_without_terms_have_no_such_signs() -> None:
    assert list(find_term_signs(contrast_of("der Onkel", "der Neffe", "de"))) == []
