"""Files with the schema ``variants/1``, which version 0.1.0 wrote."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from tests.project.editions import ROOT
from variants.errors import BrokenJson
from variants.pipeline import collate
from variants.reports.json.edition import read_json, write_json
from variants.settings import ClassificationRule, Settings
from variants.types.collation import NO_SURVEY, Collation, Rendering
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.types.status import State
from variants.types.variant import VariantClass

_FOLDER = ROOT / "tests" / "data" / "json-1"
_SCHEMA = json.loads((ROOT / "docs" / "reference" / "variants-1.schema.json").read_text("utf-8"))
_SETTINGS = {
    "files": Settings(),
    "shipped-edition": Settings(terms=("armistice", "advisers")),
    "edition": Settings(
        terms=("sacks",),
        names=(("Krasovsky", "Krassowski"),),
        rules=(
            ClassificationRule(
                "spelling: grey", (("grey", "gray"),), variant_class=VariantClass.FORM
            ),
        ),
    ),
}
_every_file = pytest.mark.parametrize("name", _SETTINGS)


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.json").read_text("utf-8")


@_every_file
def test_a_file_of_the_first_version_holds_the_alignment_found_now(name: str) -> None:
    read = read_json(_text(name)).collation
    witnesses = [cut.witness for cut in (read.seed, *read.others)]

    now = collate(witnesses, _SETTINGS[name], links=tuple(_links(read)), title=read.title)

    # Notices are wording, and the signature names the version.
    old = replace(read, notices=(), signature=now.signature)
    assert without_judgement(old) == without_judgement(replace(now, notices=()))


def without_judgement(collation: Collation) -> Collation:
    """Return a collation without what versions find in a passage: places and recurring words.

    Versions cut and judge differences in other ways, and state other confidences of beads; texts
    and alignment are the same.
    """
    passages = tuple(
        replace(passage, entries=(), renderings=tuple(map(_without_confidence, passage.renderings)))
        for passage in collation.passages
    )
    return replace(collation, passages=passages, survey=NO_SURVEY)


def _without_confidence(rendering: Rendering) -> Rendering:
    beads = (replace(bead, confidence=1.0) for bead in rendering.beads)
    return replace(rendering, beads=tuple(beads))


def _links(collation: Collation) -> Iterator[SentenceLink]:
    """Yield the forced links that the beads of a collation obey."""
    for cut in collation.others:
        siglum = cut.witness.siglum
        for passage in collation.passages:
            for rendering in passage.renderings:
                for bead in rendering.beads if rendering.siglum == siglum else ():
                    if bead.forced:
                        yield SentenceLink(
                            LinkKind.FORCED,
                            siglum,
                            tuple(
                                SentenceMark(n, opening_of(collation.seed.text_of(n)))
                                for n in bead.seed
                            ),
                            tuple(SentenceMark(n, opening_of(cut.text_of(n))) for n in bead.other),
                        )


@_every_file
def test_a_file_of_the_first_version_is_the_same_in_the_current_schema(name: str) -> None:
    first = read_json(_text(name))
    current = json.loads(write_json(first.collation))

    for witness in current["witnesses"]:
        for bead in witness["beads"]:
            bead["base"] = bead.pop("seed")

    assert current.pop("suggested_terms") == []
    fields = json.loads(_text(name))
    assert {key: fields[key] for key in current} == current | {"schema": "variants/1"}


def test_decisions_in_every_state_are_read() -> None:
    edition = read_json(_text("edition"))

    written = json.loads(_text("edition"))["decisions"]
    assert {state.value: count for state, count in edition.state_counts().items() if count} == {
        state: count for state, count in written["counts"].items() if count
    }
    assert {status.state for status in edition.decisions.statuses} == set(State) - {State.UNDECIDED}
    assert [decision.id for one in edition.decisions.statuses for decision in one.live] == [
        decision["id"] for one in written["standings"] for decision in one["live"]
    ]


@_every_file
def test_the_published_schema_describes_the_files_of_the_first_version(name: str) -> None:
    jsonschema.validate(json.loads(_text(name)), _SCHEMA)


def test_a_first_version_bead_without_its_seed_field_is_reported() -> None:
    fields = json.loads(_text("files"))
    del fields["witnesses"][1]["beads"][0]["base"]

    with pytest.raises(BrokenJson, match="the field 'base' is missing"):
        read_json(json.dumps(fields))


@_every_file
def test_fields_that_a_later_version_adds_are_ignored(name: str) -> None:
    fields = json.loads(_text(name))

    assert read_json(json.dumps(_with_new_fields(fields))) == read_json(_text(name))


# Objects whose keys are data, such as sigla.
_MAPPINGS = frozenset({"choices", "classes", "counts", "eddies", "renditions"})


def _with_new_fields(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with a new field in every object that has fixed fields."""
    if isinstance(value, list):
        return [_with_new_fields(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {"from the future": [1]} | {
        key: one if key in _MAPPINGS else _with_new_fields(one) for key, one in value.items()
    }
