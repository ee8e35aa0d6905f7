import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from variants.errors import BrokenJson, InputError, UnknownSchema
from variants.reports.json.edition import SCHEMA, json_pieces, read_json, write_json
from variants.types.collation import Collation, Signature
from variants.types.segmentation import Segmentation
from variants.types.witness import Witness


@settings(max_examples=60)
@given(collations())
def test_what_is_written_is_read_back_equal(collation: Collation) -> None:
    assert read_json(write_json(collation)).collation == collation


def test_the_harbour_is_read_back_equal() -> None:
    assert read_json(write_json(HARBOUR)).collation == HARBOUR


@settings(max_examples=30)
@given(collations())
def test_what_is_read_is_written_back_in_the_same_characters(collation: Collation) -> None:
    written = write_json(collation)

    assert write_json(read_json(written).collation) == written


@pytest.mark.parametrize("text", ["a\u2028b\x85c", "lone \ud83d half", "\udc00", '"\\\x1b\x00'])
def test_odd_characters_survive_a_file(text: str) -> None:
    seed = Segmentation(Witness("S", ""), ())
    collation = Collation(text, seed, (), (), (), Signature("1", "", "", "", ()))

    assert read_json(write_json(collation).encode().decode()).collation.title == text


def test_every_text_stands_in_full() -> None:
    written = json.loads(write_json(HARBOUR))

    assert [one["text"] for one in written["witnesses"]] == [
        one.witness.text for one in (HARBOUR.seed, *HARBOUR.others)
    ]


def test_the_beads_of_a_rendering_are_those_of_its_witness() -> None:
    written = json.loads(write_json(HARBOUR))

    beads = {one["siglum"]: one["beads"] for one in written["witnesses"]}
    joined = written["passages"][2]["renderings"][1]
    assert beads[joined["siglum"]][joined["beads"][0]]["seed"] == [2, 3]
    assert [len(beads[siglum]) for siglum in "SABC"] == [0, 8, 7, 9]


def test_readings_are_counted_by_class() -> None:
    counts = json.loads(write_json(HARBOUR))["counts"]

    assert counts["entries"] == len(HARBOUR.entries)
    assert counts["readings"] == sum(counts["classes"].values())
    assert counts["classes"]["modality"] == 1


@pytest.mark.parametrize("schema", ["variants/3", "other/1", None, ["variants/2"]])
def test_another_schema_is_refused_by_name(schema: object) -> None:
    fields = json.loads(write_json(HARBOUR)) | {"schema": schema}

    with pytest.raises(UnknownSchema, match=f"This version reads variants/1 and {SCHEMA}") as error:
        read_json(json.dumps(fields))
    assert "Update variants" in error.value.hint


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "[" * 100_000])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(BrokenJson, match="not a JSON object"):
        read_json(text)


@pytest.mark.parametrize("field", ["title", "witnesses", "passages", "signature", "notices"])
def test_a_missing_field_is_named(field: str) -> None:
    fields = json.loads(write_json(HARBOUR))
    del fields[field]

    with pytest.raises(BrokenJson, match=field):
        read_json(json.dumps(fields))


@pytest.mark.parametrize("number", [-1, 99])
@pytest.mark.parametrize("place", ["passage", "rendering", "bead"])
def test_a_sentence_that_a_witness_lacks_is_refused(place: str, number: int) -> None:
    fields = json.loads(write_json(HARBOUR))
    passage = fields["passages"][0]
    if place == "passage":
        passage["sentences"] = [number]
    elif place == "rendering":
        passage["renderings"][0]["sentences"] = [number]
    else:
        fields["witnesses"][1]["beads"][0]["other"] = [number]

    with pytest.raises(BrokenJson, match=f"has no sentence {number}"):
        read_json(json.dumps(fields))


def test_a_file_from_before_there_were_links_is_read() -> None:
    new = write_json(HARBOUR)
    old = new.replace(',"forced":false', "")

    assert old != new
    assert read_json(old) == read_json(new)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('"kind":"moved"', '"kind":"turned"'),
        ('"span":[0,25]', '"span":[25,0]'),
        ('"sentences":[[0,44]', '"sentences":[[0,20]'),
        ('"beads":[0]', '"beads":[99]'),
        ('"siglum":"A","sentences"', '"siglum":"Q","sentences"'),
        ('"witnesses":[', '"witnesses":["A",'),
        ('"label":"1"', '"label":1'),
        ('"attestations":[{"siglum":"A"', '"attestations":[{"siglum":""'),
        ('"confidence":0.95', '"confidence":1e999'),
        ('"confidence":0.95', '"confidence":"sure"'),
        ('"title":"', '"title":null,"t":"'),
    ],
)
def test_a_field_that_does_not_fit_is_an_input_error(there: str, instead: str) -> None:
    written = write_json(HARBOUR)
    assert there in written

    with pytest.raises(InputError):
        read_json(written.replace(there, instead, 1))


def test_a_confidence_that_json_has_no_number_for_is_our_bug() -> None:
    passage = HARBOUR.passages[0]
    entry = passage.entries[0]
    place = replace(entry.readings[0].attestations[0], confidence=float("nan"))
    reading = replace(entry.readings[0], attestations=(place,))
    broken = replace(passage, entries=(replace(entry, readings=(reading,)),))

    with pytest.raises(ValueError, match="JSON compliant"):
        write_json(replace(HARBOUR, passages=(broken,)))


def test_a_comparison_is_written_in_pieces_of_a_passage_at_most() -> None:
    pieces = list(json_pieces(HARBOUR))

    assert "".join(pieces) == write_json(HARBOUR)
    assert sum('"entries":[' in piece for piece in pieces) == len(HARBOUR.passages)
    assert max(piece.count('"entries":[') for piece in pieces) == 1
