from __future__ import annotations

import dataclasses
import time
from functools import cache

import pytest

from variants.cli.place_lookup import find_place
from variants.errors import NoSuchPlace, SeveralPlaces, UnknownName
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.witness import Witness

SEED = "The ship is late. We must wait until 2:30 now. The old ship left."
OTHER = "The vessel is late. We should wait until 2:30 now. The old ship left."


@cache
def document(name: str, seed: str = SEED, other: str = OTHER) -> Edition:
    return Edition(name, collate([Witness("S", seed), Witness("A", other)], Settings()))


def found(given: str, *editions: Edition) -> tuple[str, str, int]:
    """Return the document, the words and the offset of the place that is found."""
    target = find_place(given, editions)
    return target.edition.name, target.words, target.span.start


LETTER, SECOND = document("letter"), document("2")


@pytest.mark.parametrize(
    ("given", "words", "start"),
    [
        ("1.1", "ship", 4),
        ("letter:1.1", "ship", 4),
        (LETTER.collation.entries[0].place, "ship", 4),
        (f"letter:{LETTER.collation.entries[0].place}", "ship", 4),
        ("must  wait", "must wait", 21),
        ("letter:must wait", "must wait", 21),
        ("2:wait", "wait", 26),
        ("letter:2:wait", "wait", 26),
        ("3:ship", "ship", 55),
        ("vessel", "ship", 4),
        ("1:vessel", "ship", 4),
        ("until 2:30", "until 2:30", 31),
        ("2:2:30", "2:30", 37),
        ("now.", "now.", 42),
        ("MUST Wait", "must wait", 21),
        ("2:Wait", "wait", 26),
    ],
)
def test_a_place_has_many_names(given: str, words: str, start: int) -> None:
    assert found(given, LETTER) == ("letter", words, start)


@pytest.mark.parametrize("given", ["don't wait", "Don’t wait"])
def test_quotation_marks_of_a_keyboard_are_those_of_the_seed(given: str) -> None:
    letter = document("letter", "Go, but don’t wait. We don’t.", "Go, but never wait. We don’t.")

    assert found(given, letter) == ("letter", "don’t wait", 8)


def test_words_with_the_capitals_of_the_seed_are_tried_first() -> None:
    letter = document("letter", "The ship left. Go to the sea.", "The boat left. Go to the lake.")

    assert found("the", letter) == ("letter", "the", 21)


@pytest.mark.parametrize(
    ("language", "seed", "given", "words"),
    [
        ("zh", "总共派遣十六个师和飞机。", "十六个", "十六个"),
        ("zh", "总共派遣十六个师和飞机。", "飞机", "飞机"),
        ("fr", "Il re\u0301pondit à l’ami.", "répondit", "re\u0301pondit"),
        ("fr", "Il répondit à l’ami.", "à l'ami", "à l’ami"),
        ("grc", "Πάντες ἐψηφίσαντο μὴ πολεμεῖν.", "μή", "μὴ"),
        ("he", "המלך לא הסכים.", "הִסְכִּים", "הסכים"),
    ],
)
def test_words_are_found_in_another_spelling(
    language: str, seed: str, given: str, words: str
) -> None:
    witnesses = [Witness(siglum, seed, language=language) for siglum in "SA"]

    assert found(given, Edition("", collate(witnesses, Settings())))[1] == words


@pytest.mark.parametrize("given", ["", " ", "3:", "letter:", "hip", "1:wait", "2:vessel", "9.9"])
def test_other_names_are_refused(given: str) -> None:
    with pytest.raises(NoSuchPlace):
        find_place(given, [LETTER])


def test_a_label_of_an_unknown_document_names_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="Unknown document 'memo'"):
        find_place("memo:1.1", [LETTER, SECOND])


def test_a_number_is_a_sentence_or_a_document() -> None:
    other = document("letter", "We wait. They wait here.", "We wait. They wait here.")

    with pytest.raises(SeveralPlaces) as both:
        find_place("2:wait", [other, SECOND])
    assert "letter:2:wait (…" in str(both.value)
    assert "2:2:wait (…" in str(both.value)
    assert found("2:2:wait", other, SECOND) == ("2", "wait", 26)
    assert found("letter:2:wait", other, SECOND) == ("letter", "wait", 14)

    # Only the document has the words, or only the sentence.
    assert found("2:must wait", other, SECOND) == ("2", "must wait", 21)
    assert found("2:They", other, SECOND) == ("letter", "They", 9)


def test_words_with_a_colon_may_also_be_words_of_a_sentence() -> None:
    with pytest.raises(SeveralPlaces, match=r"'2:30' matches 2 places: 2:2:30 .*; 2:30 "):
        find_place("2:30", [LETTER])


def test_a_document_that_is_called_like_a_sentence_can_be_named() -> None:
    with pytest.raises(SeveralPlaces) as both:
        find_place("1:The", [document("1", "The ship. The sea. The end.", "The ship. The sea.")])

    assert str(both.value).count("(…") == 3
    assert "1:1:The (…The ship. The sea. The…)" in str(both.value)
    assert found("1:2:The", document("1", "The ship. The sea.", "The ship. The sea."))[2] == 10


def test_a_document_called_like_a_sentence_does_not_hide_its_labels() -> None:
    assert found("2:1.1", LETTER, SECOND) == ("2", "ship", 4)
    with pytest.raises(
        SeveralPlaces, match=r"'1\.1' matches 2 places: letter:1\.1 .*; 2:1\.1 "
    ) as both:
        find_place("1.1", [LETTER, SECOND])
    assert both.value.hint.startswith("Use one of these names")


def test_candidates_are_named_so_that_each_can_be_typed() -> None:
    editions = [LETTER, SECOND]
    with pytest.raises(SeveralPlaces) as raised:
        find_place("ship", editions)

    listed = str(raised.value).partition("places: ")[2].split("; ")
    names = [each.partition(" (…")[0] for each in listed]
    assert len(names) == 4
    assert len({found(name, *editions) for name in names}) == 4


def test_words_that_occur_often_are_found_in_linear_time() -> None:
    often = 5000
    edition = document("letter")
    entry = edition.collation.entries[0]
    seed = edition.collation.seed
    text = "the ship " * often
    entries = [dataclasses.replace(entry, lemma=Span(9 * n, 9 * n + 3)) for n in range(often)]
    passage = dataclasses.replace(edition.collation.passages[0], entries=tuple(entries))
    witness = dataclasses.replace(seed.witness, text=text)
    whole = dataclasses.replace(seed, witness=witness, sentences=(Span(0, len(text) - 1),))
    collation = dataclasses.replace(edition.collation, seed=whole, passages=(passage,))

    start = time.process_time()
    with pytest.raises(SeveralPlaces, match=r"'the' matches 5,000 places: .* … and 4,990 more"):
        find_place("the", [dataclasses.replace(edition, collation=collation)])

    assert time.process_time() - start < 0.7  # Seconds; more than 1.4 in quadratic time.
