"""Every flag has a class, a rule, a published name and a pair of sentences that sets it."""

from __future__ import annotations

import json

import pytest

from tests.project.editions import ROOT
from tests.words.pairs import one_bead
from variants.classify.config import classification_config
from variants.classify.differences import find_differences
from variants.classify.flags import FLAGS
from variants.languages import language_of
from variants.settings import Settings
from variants.types.variant import Flag, Kind, VariantClass, class_of
from variants.words import LINKERS

_PAIRS = {
    Flag.NUMBER: ("He had twelve guns.", "He had twenty guns."),
    Flag.QUANTITY: ("He had several guns.", "He had many guns."),
    Flag.DATE: ("He came in June, late.", "He came in July, late."),
    Flag.NEGATION: ("He did come.", "He did not come."),
    Flag.MODALITY: ("He must come.", "He may come."),
    Flag.TERM: ("We ask for an armistice.", "We ask for a truce."),
    Flag.NAME: ("He met with Roshchin there.", "He met with Karpov there."),
}
_SCHEMA = json.loads((ROOT / "docs" / "reference" / "variants-2.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("flag", Flag)
def test_a_pair_of_sentences_sets_every_flag(flag: Flag) -> None:
    alignment = one_bead(*_PAIRS[flag])
    config = classification_config(Settings(terms=("armistice",)), language_of("en"))
    (words,) = LINKERS["lexical"](alignment)

    found = find_differences(words, alignment, config).variants

    assert any(flag in variant.flags for variant in found)


@pytest.mark.parametrize(
    ("seed", "other", "has_term"),
    [
        ("He heard the adviser out.", "He heard the guest out.", True),
        ("He heard the adviser out.", "He heard both advisers out.", False),
        ("We advise it at once.", "We want it at once.", False),
    ],
    ids=["another word", "inflected", "derived"],
)
def test_a_term_is_found_in_any_inflection_and_not_in_words_derived_with_it(
    seed: str, other: str, *, has_term: bool
) -> None:
    alignment = one_bead(seed, other)
    config = classification_config(Settings(terms=("advisers",)), language_of("en"))
    (words,) = LINKERS["lexical"](alignment)

    found = find_differences(words, alignment, config).variants

    assert any(Flag.TERM in variant.flags for variant in found) == has_term


def test_every_flag_has_a_rule_and_a_class() -> None:
    assert set(FLAGS) == set(Flag)
    for flag in Flag:
        assert class_of(Kind.SPELLING, frozenset({flag})) is not VariantClass.FORM
    assert {class_of(kind, frozenset()) for kind in Kind} < set(VariantClass)


@pytest.mark.parametrize("members", [Flag, Kind, VariantClass])
def test_the_published_schema_and_its_page_list_every_member(
    members: type[Flag | Kind | VariantClass],
) -> None:
    names = {member.value for member in members}
    page = (ROOT / "docs" / "reference" / "json.md").read_text("utf-8")

    assert any(set(found) == names for found in _enumerations(_SCHEMA))
    assert all(f"`{name}`" in page for name in names)


def _enumerations(schema: object) -> list[list[str]]:
    """Return the lists of allowed values in a JSON schema."""
    if isinstance(schema, list):
        return [found for each in schema for found in _enumerations(each)]
    if not isinstance(schema, dict):
        return []
    own = [schema["enum"]] if isinstance(schema.get("enum"), list) else []
    return own + [found for each in schema.values() for found in _enumerations(each)]


@pytest.mark.parametrize(
    ("seed", "other", "readings"),
    [
        (
            "The road was safe and the guide loyal.",
            "The road was unsafe and the guide disloyal.",
            2,
        ),
        ("She forgot to seal the letter.", "She sealed the letter.", 1),
        ("The harvest is sufficient.", "The harvest is insufficient.", 1),
        ("No one wept.", "One wept.", 1),
        ("No four bells ring alike.", "Four bells ring alike.", 1),
        ("They left unless it snowed.", "They left if it snowed.", 1),
        ("She lost, not counting the books, a chair.", "She lost, the books included, a chair.", 1),
        ("It was hardly visible.", "It was faintly visible.", 0),
        ("He was not yet fifty.", "He was under fifty.", 0),
        ("She will not sing before she dines.", "She wants to dine first.", 0),
        ("No one wept.", "Nobody wept.", 0),
        ("No four bells ring alike.", "There are not four bells that ring alike.", 0),
        ("No sooner had he sat down than it rang.", "As soon as he had sat down it rang.", 0),
        ("They searched without result.", "They searched fruitlessly.", 0),
        ("It was no small gift.", "It was a great gift.", 0),
        ("It is not impossible that he came.", "It is possible that he came.", 0),
    ],
)
def test_a_negation_is_flagged_where_one_side_affirms(seed: str, other: str, readings: int) -> None:
    alignment = one_bead(seed, other)
    (words,) = LINKERS["lexical"](alignment)

    found = find_differences(words, alignment).variants

    assert sum(Flag.NEGATION in variant.flags for variant in found) == readings


@pytest.mark.parametrize(
    ("seed", "other", "flag"),
    [
        ("They sold some sixty eggs.", "They sold sixty eggs.", Flag.QUANTITY),
        ("They sold at most sixty eggs.", "They sold sixty eggs.", Flag.QUANTITY),
        ("They sold more than sixty eggs.", "They sold about sixty eggs.", Flag.QUANTITY),
        ("They sold more than sixty eggs.", "They sold less than sixty eggs.", Flag.NUMBER),
        ("Most eggs broke.", "Some eggs broke.", Flag.QUANTITY),
        ("Most of the eggs broke.", "The eggs broke.", Flag.QUANTITY),
        ("They brought two eggs each.", "They brought two eggs.", Flag.NUMBER),
        ("The sailor slept.", "The sailors slept.", Flag.QUANTITY),
        ("He lost $60 there.", "He lost 60 marks there.", Flag.NUMBER),
    ],
)
def test_a_quantity_is_a_limit_of_one_number_or_no_number(
    seed: str, other: str, flag: Flag
) -> None:
    assert _flags_of(seed, other) == [{flag}]


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("As of this evening nobody sings.", "No one this evening sings."),
        ("One who had three cows loved all.", "A man who had three cows loved all three."),
        ("He sang. May he rest.", "He sang. And may he rest."),
        ("The cisterns leaked.", "The cistern leaked."),
        ("One of the parties may leave.", "Either of the parties may leave."),
        ("He did not sell either.", "He sold neither."),
        ("Article 4. Each party pays.", "Article 4. A party pays."),
    ],
)
def test_pronouns_repetitions_and_things_have_no_flag_of_quantity(seed: str, other: str) -> None:
    flags = {flag for flags in _flags_of(seed, other) for flag in flags}

    assert not flags & {Flag.NUMBER, Flag.QUANTITY, Flag.DATE}


def test_one_of_several_is_a_number_against_a_quantifier() -> None:
    found = _flags_of("One of them sang.", "Some of them sang.")

    assert found == [{Flag.NUMBER, Flag.QUANTITY}]


@pytest.mark.parametrize(
    ("seed", "other", "count"),
    [
        ("They sailed from Persia.", "They sailed from the Persians.", 1),
        ("They obeyed Darius there.", "They obeyed their king there.", 1),
        ("They obeyed Darius there.", "They obeyed him there.", 1),
        ("They obeyed Persian laws.", "They obeyed the laws of Persia.", 0),
        ("They feared Darius there.", "They feared bad weather there.", 0),
    ],
)
def test_a_name_is_flagged_against_a_pronoun_a_noun_or_its_people(
    seed: str, other: str, count: int
) -> None:
    assert sum(Flag.NAME in flags for flags in _flags_of(seed, other)) == count


def _flags_of(seed: str, other: str) -> list[frozenset[Flag]]:
    """Return the flags of the variants of a bead that have any."""
    alignment = one_bead(seed, other)
    (words,) = LINKERS["lexical"](alignment)
    return [one.flags for one in find_differences(words, alignment).variants if one.flags]
