import pytest

from variants.languages import language_of
from variants.languages.known import KNOWN


@pytest.mark.parametrize("tag", KNOWN)
def test_a_known_language_is_found_by_its_tag_and_by_one_with_a_region(tag: str) -> None:
    assert language_of(f"{tag.upper()}-XX") is not None
    found, known = language_of(f"{tag}-XX"), language_of(tag)
    assert known.tag == tag
    assert found.abbreviations == known.abbreviations
    assert found.quotation_leads == known.quotation_leads
    assert (
        known.abbreviations
        or known.quotation_leads
        or known.small_letters_open
        or tag in {"ar", "fa", "zh"}
    )


def test_only_german_capitals_mark_no_names() -> None:
    assert [tag for tag in KNOWN if not language_of(tag).capitals_mark_names] == ["de"]


def test_an_unknown_language_has_no_rules() -> None:
    language = language_of("tlh")

    assert not language.denies("no")
    assert language.spelling("harbour") == "harbour"
    assert not language.number_words


def test_an_ending_denies_in_english_only() -> None:
    assert language_of("en").denies("shouldn't")
    assert not language_of("de").denies("shouldn't")
