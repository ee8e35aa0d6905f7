import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import editions, passage_with, telegram
from variants.errors import SettingsError, SiglumTwice, TooFewWitnesses, UnknownName, VariantsError
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.variant import Flag, Kind
from variants.types.witness import Witness
from variants.types.witness_order import in_witness_order


@cache
def _telegram() -> Collation:
    return collate(telegram(), Settings())


def _readings(collation: Collation, words: str) -> dict[str, str]:
    """Return the readings of a passage: "lemma / siglum" to the wording."""
    text = collation.seed.witness.text
    return {
        f"{entry.lemma.of(text)} / {siglum}": reading.wording
        for entry in passage_with(collation, words).entries
        for reading in entry.readings
        for siglum in reading.sigla
    }


@given(editions)
def test_every_sentence_of_every_witness_is_in_exactly_one_passage(
    edition: tuple[Witness, ...],
) -> None:
    collation = collate(edition, Settings())

    seed = [sentence for passage in collation.passages for sentence in passage.sentences]
    assert seed == list(range(len(collation.seed.sentences)))
    for other in collation.others:
        found = [
            sentence
            for passage in collation.passages
            for rendering in passage.renderings
            if rendering.siglum == other.witness.siglum
            for sentence in rendering.sentences
        ]
        assert sorted(found) == list(range(len(other.sentences)))


@given(editions, st.randoms(use_true_random=False))
def test_the_order_of_witnesses_changes_only_the_order_of_lists(
    edition: tuple[Witness, ...], random: Random
) -> None:
    seed, *others = edition
    shuffled = random.sample(others, len(others))

    found, expected = collate([seed, *shuffled], Settings()), collate(edition, Settings())

    assert _apparatus(found) == _apparatus(expected)
    assert in_witness_order(found, [other.siglum for other in others]) == expected


@given(editions, st.permutations(["A10", "A2", "A"]))
def test_witnesses_are_listed_in_the_given_order(
    edition: tuple[Witness, ...], sigla: list[str]
) -> None:
    seed, *others = edition
    others = [replace(o, siglum=s) for o, s in zip(others, sigla, strict=False)]

    collation = collate([seed, *others], Settings())

    order = [seed.siglum, *(other.siglum for other in others)]
    assert [cut.witness.siglum for cut in collation.others] == order[1:]
    for listed in _lists_of_witnesses(collation):
        assert listed == [siglum for siglum in order if siglum in listed]


def test_readings_with_equal_support_are_in_the_given_order() -> None:
    texts = {"S": "The ship came.", "A": "The boat came.", "B": "The raft came."}

    for order in ("SAB", "SBA"):
        (entry,) = collate([Witness(s, texts[s]) for s in order], Settings()).entries
        assert "".join(siglum for one in entry.readings for siglum in one.sigla) == order[1:]


def _apparatus(collation: Collation) -> object:
    """Return all places with their readings, with sets for everything in the order of witnesses."""
    return [
        (
            *(entry.label, entry.place, entry.lemma, entry.variant_class, set(entry.agreeing)),
            {
                (one.wording, one.kind, one.flags, one.ruling, frozenset(one.attestations))
                for one in entry.readings
            },
        )
        for entry in collation.entries
    ]


def _lists_of_witnesses(collation: Collation) -> Iterator[list[str]]:
    """Yield the sigla of each list of witnesses in a collation."""
    for passage in collation.passages:
        yield [rendering.siglum for rendering in passage.renderings]
    for entry in collation.entries:
        yield list(entry.agreeing)
        yield from (list(reading.sigla) for reading in entry.readings)
    for pattern in collation.patterns:
        for _, found in groupby(pattern.occurrences, key=lambda one: one.lemma):
            yield [one.siglum for one in found]
    yield from ([siglum for siglum, _ in usage.renditions] for usage in collation.usages)
    yield [siglum for siglum, _ in collation.signature.digests]
    assert collation.measures is not None
    yield [agreement.siglum for agreement in collation.measures.agreements]
    variation = collation.measures.variation
    for eddies in (variation.eddies, *(passage.eddies for passage in variation.passages)):
        yield [siglum for siglum, _ in eddies]


@given(editions)
def test_a_text_does_not_differ_from_itself(edition: tuple[Witness, ...]) -> None:
    seed = edition[0]
    copy = Witness("A", seed.text, language=seed.language)

    collation = collate([seed, copy], Settings())

    assert collation.entries == ()
    shapes = {b.shape for p in collation.passages for r in p.renderings for b in r.beads}
    assert shapes <= {"1:1"}


@given(editions)
def test_every_mark_lies_inside_its_reading_and_every_label_is_new(
    edition: tuple[Witness, ...],
) -> None:
    collation = collate(edition, Settings())

    labels = [entry.label for entry in collation.entries]
    places = [entry.place for entry in collation.entries]
    assert len(set(labels)) == len(labels)
    assert len(set(places)) == len(places)
    for entry in collation.entries:
        for reading in entry.readings:
            assert not set(reading.sigla) & set(entry.agreeing)
            for place in reading.attestations:
                assert place.marks
                if reading.kind is not Kind.MOVED:
                    assert all(place.span.covers(m) for m in place.marks) or not reading.wording


@given(editions)
def test_what_is_not_marked_in_a_witness_stands_in_the_seed(edition: tuple[Witness, ...]) -> None:
    collation = collate(edition, Settings())

    for other in collation.others:
        siglum, text = other.witness.siglum, other.witness.text
        marked = {
            offset
            for entry in collation.entries
            for reading in entry.readings
            for place in reading.attestations
            if place.siglum == siglum
            for mark in place.marks
            for offset in range(mark.start, mark.end)
        }
        rest = "".join(" " if i in marked else c for i, c in enumerate(text))
        words = re.findall(r"\w+|[^\w\s]", rest)
        assert [word for word in words if word not in edition[0].text] == []


def test_the_paper_pilots_are_set_against_each_other_rendering() -> None:
    readings = _readings(_telegram(), "paper pilots")

    words = "not paper pilots, but battle pilots"
    assert readings[f"{words} / A"] == "not paper airmen, but combat airmen"
    assert readings[f"{words} / B"] == "not paper fliers, but fighting fliers"
    assert readings[f"{words} / C"] == "real fighting pilots and not pilots on paper"


@pytest.mark.parametrize(
    ("words", "siglum", "flag"),
    [
        ("sixteen divisions.", "B", Flag.NUMBER),
        ("in five months", "A", Flag.NUMBER),
        ("Eight fighter divisions", "C", Flag.NUMBER),
        ("absolutely necessary", "A", Flag.MODALITY),
        ("five or six divisions", "B", Flag.MODALITY),
        ("fully satisfy the needs", "C", Flag.MODALITY),
        ("merely rumors", "A", Flag.MODALITY),
        ("merely rumors", "B", Flag.NEGATION),
        ("merely rumors", "C", Flag.NEGATION),
    ],
)
def test_what_touches_the_sense_is_flagged(words: str, siglum: str, flag: Flag) -> None:
    passage = passage_with(_telegram(), words)

    readings = [reading for entry in passage.entries for reading in entry.readings]
    assert any(flag in reading.flags and siglum in reading.sigla for reading in readings)


def test_the_moved_the_omitted_and_the_added_sentence_of_the_free_rendering_are_found() -> None:
    collation = _telegram()
    by_kind = {
        kind: [
            reading.wording
            for entry in collation.entries
            for reading in entry.readings
            if reading.kind is kind and reading.sigla == ("C",)
        ]
        for kind in (Kind.MOVED, Kind.ADDED, Kind.OMITTED)
    }

    assert any(w.startswith("We consider this to be the main") for w in by_kind[Kind.MOVED])
    assert "No school can teach them what the sky over Korea will." in by_kind[Kind.ADDED]
    (details,) = (
        r for r in passage_with(collation, "about the details").renderings if r.siglum == "C"
    )
    assert details.sentences == ()


def test_the_crib_joins_two_sentences_and_splits_one() -> None:
    shapes = [
        bead.shape
        for passage in _telegram().passages
        for rendering in passage.renderings
        if rendering.siglum == "B"
        for bead in rendering.beads
    ]

    assert sorted(shape for shape in shapes if shape != "1:1") == ["1:2", "2:1"]


def test_places_keep_their_names_when_a_witness_is_added() -> None:
    seed, first, *_ = telegram()
    alone = collate([seed, first], Settings())

    together = {entry.place: entry.lemma for entry in _telegram().entries}

    same = [entry for entry in alone.entries if together.get(entry.place) == entry.lemma]
    assert len(same) > len(alone.entries) / 2
    assert all(together.get(e.place, e.lemma) == e.lemma for e in alone.entries)


@pytest.mark.parametrize(
    ("witnesses", "error", "message"),
    [
        ([], TooFewWitnesses, "at least two texts, and there are 0"),
        ([Witness("S", "Ice.")], TooFewWitnesses, "at least two texts, and there are 1"),
        ([Witness("S", "Ice.")] * 2, SiglumTwice, "siglum S: text 1 and text 2"),
        (
            [Witness("S", "Ice."), *[Witness("A", "Ice.", source="a.txt")] * 2],
            SiglumTwice,
            "siglum A: a.txt and a.txt",
        ),
    ],
)
def test_witnesses_that_cannot_be_compared_are_refused_with_a_hint(
    witnesses: list[Witness], error: type[VariantsError], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        collate(witnesses, Settings())

    assert isinstance(raised.value, SettingsError)
    assert raised.value.hint


@pytest.mark.parametrize(
    "settings", [Settings(segmenter="none"), Settings(aligner="none"), Settings(linker="none")]
)
def test_an_unknown_method_is_refused_with_the_known_ones(settings: Settings) -> None:
    with pytest.raises(UnknownName) as raised:
        collate([Witness("S", "Ice."), Witness("A", "Ice.")], settings)

    assert "Choose from" in raised.value.hint
