import dataclasses
import io
import json
import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, reject, settings

from tests.project.editions import ROOT
from tests.reports.collations import collations
from tests.reports.decided import DECIDED, decided_editions, judged
from tests.reports.harbour import HARBOUR
from tests.reports.weighed import weighed
from variants.errors import BrokenJson, UnwritableCharacter
from variants.reports.json.edition import read_json, write_json, write_json_edition
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.status import Decisions, State

_SCHEMA = json.loads((ROOT / "docs" / "reference" / "variants-2.schema.json").read_text("utf-8"))


def _written(edition: Edition, options: ReportOptions | None = None) -> str:
    file = io.BytesIO()
    try:
        write_json_edition(edition, options or ReportOptions(), file)
    except UnwritableCharacter:
        reject()  # Two halves of one character: the one thing that JSON has no room for.
    return file.getvalue().decode()


def _strict(schema: Any) -> Any:  # noqa: ANN401 - JSON
    """Return the schema changed to reject fields that it does not describe."""
    if isinstance(schema, list):
        return [_strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: _strict(one) for name, one in schema.items()}
    return {"additionalProperties": False, **strict} if "properties" in schema else strict


@settings(max_examples=40)
@given(decided_editions())
def test_an_edition_is_read_back_equal(edition: Edition) -> None:
    assert read_json(_written(edition)) == edition


def test_an_edition_by_hand_is_read_back_equal() -> None:
    written = _written(DECIDED)

    assert read_json(written) == DECIDED
    assert _written(read_json(written)) == written


@settings(max_examples=20)
@given(collations())
def test_without_decisions_a_report_is_the_comparison_and_more_fields(found: Collation) -> None:
    report = json.loads(_written(Edition("", found)))
    comparison = json.loads(write_json(found))

    assert {name: report[name] for name in comparison} == comparison
    assert read_json(_written(Edition("", found))).collation == found
    assert read_json(write_json(found)) == Edition("", found)


@settings(max_examples=20)
@given(decided_editions())
def test_the_published_schema_describes_every_field(edition: Edition) -> None:
    jsonschema.validate(json.loads(_written(edition)), _strict(_SCHEMA))


def test_the_published_schema_refuses_what_does_not_fit() -> None:
    fields = json.loads(_written(DECIDED))
    fields["passages"][0]["entries"][0]["readings"][0]["kind"] = "turned"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(fields, _SCHEMA)


def test_the_pages_on_json_name_every_field_of_the_schema() -> None:
    pages = ("json.md", "measures.md")
    page = "".join((ROOT / "docs" / "reference" / name).read_text("utf-8") for name in pages)

    named = set(re.findall(r"\w+", page))
    assert set(_names(_SCHEMA)) <= named


def _names(schema: Any) -> list[str]:  # noqa: ANN401 - JSON
    if isinstance(schema, list):
        return [name for one in schema for name in _names(one)]
    if not isinstance(schema, dict):
        return []
    here = list(schema.get("properties", {}))
    return here + [name for one in schema.values() for name in _names(one)]


def test_what_json_would_read_back_as_something_else_is_refused_by_name() -> None:
    with pytest.raises(
        UnwritableCharacter, match=r"JSON cannot represent the character U\+D83D U\+DE00"
    ):
        write_json_edition(Edition("a\ud83d\ude00b", HARBOUR), ReportOptions(), io.BytesIO())


def test_places_are_counted_by_their_state() -> None:
    counts = json.loads(_written(DECIDED))["decisions"]["counts"]

    assert (counts["query"], counts["conflict"], counts["lost"]) == (1, 1, 1)
    assert counts["undecided"] == len(HARBOUR.entries) - sum(
        place in {entry.place for entry in HARBOUR.entries} for place in DECIDED.statuses()
    )


def test_what_has_a_default_may_be_missing() -> None:
    fields = json.loads(_written(DECIDED))
    for name in ("heads", "rules", "editors", "notices"):
        del fields["decisions"][name]

    read = read_json(json.dumps(fields))

    assert read.decisions == Decisions(DECIDED.decisions.statuses)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ('"state":"query"', '"state":"asked"'),
        ('"action":"adopt"', '"action":3'),
        ('"why":"A gloss."', '"why":null'),
        ('"by":"kl",', ""),
        ('"span":null', '"span":[1]'),
        ('"live":[', '"live":"no list","other":['),
    ],
)
def test_a_decision_that_does_not_fit_is_an_input_error(there: str, instead: str) -> None:
    written = _written(DECIDED)
    assert there in written

    with pytest.raises(BrokenJson):
        read_json(written.replace(there, instead, 1))


def test_an_anonymous_report_names_no_editor() -> None:
    written = _written(DECIDED, ReportOptions(anonymous=True))

    assert all(name not in written for name in ('"kl"', '"mo"', "Lindgren", "kl-7c2f", "mo-11aa"))
    assert '"editor A"' in written


def test_verdicts_on_the_sense_are_read_back_as_they_were() -> None:
    for editors in ({"kl": True}, {"kl": True, "mo": False}):
        edition = judged(DECIDED, editors)

        read = read_json(_written(edition))

        assert read.decisions.verdicts == edition.decisions.verdicts
        assert read.collation.entries == edition.collation.entries
        jsonschema.validate(json.loads(_written(edition)), _SCHEMA)


@pytest.mark.parametrize(
    "editors", [{"xy": True}, {"xy": False, "zz": False}, {"xy": True, "zz": False}]
)
def test_an_anonymous_report_names_no_editor_of_a_verdict(editors: dict[str, bool]) -> None:
    edition = judged(DECIDED, editors)

    written = _written(edition, ReportOptions(anonymous=True, reasons=False))

    assert "xy" not in written
    assert "zz" not in written
    assert "Reason of" not in written
    sense = read_json(written).collation.entries[0].readings[0].sense
    assert sense is not None
    named = sense.editors or sense.disputed_by
    assert len(named) == len(editors)


def test_an_anonymous_report_of_a_comparison_without_its_log_names_no_editor() -> None:
    edition = replace(judged(DECIDED, {"xy": True}), decisions=Decisions())

    written = _written(edition, ReportOptions(anonymous=True))

    assert "xy" not in written
    assert '"by":"editor"' in written


def test_a_report_without_reasons_has_every_verdict_and_no_reason() -> None:
    read = read_json(_written(DECIDED, ReportOptions(reasons=False)))

    before = [decision for one in DECIDED.decisions.statuses for decision in one.live]
    after = [decision for one in read.decisions.statuses for decision in one.live]
    assert [(one.action, one.wording) for one in after] == [
        (one.action, one.wording) for one in before
    ]
    assert {(one.why, one.category, one.confidence, one.evidence) for one in after} == {
        ("", "", None, ())
    }
    assert not any(one.comments for one in read.decisions.statuses)


def test_the_states_stay_as_they_are() -> None:
    read = read_json(_written(DECIDED, ReportOptions(anonymous=True, reasons=False)))

    assert read.states() == DECIDED.states()
    assert State.CONFLICT in read.states().values()


def test_fields_of_decisions_keep_their_names() -> None:
    edition = replace(DECIDED, decisions=Decisions(DECIDED.decisions.statuses[1:2]))

    (written,) = json.loads(_written(edition))["decisions"]["standings"]

    (live,) = written["live"]
    assert live["wording"] == {"text": "should", "sigla": ["A"], "class": "modality"}
    assert live["anchor"]["within"] == [12, 16]
    assert set(live) == {
        one.name for one in dataclasses.fields(DECIDED.decisions.statuses[0].live[0])
    }


def test_senses_are_counted_ranked_and_summed_up_for_each_passage() -> None:
    fields = json.loads(write_json(weighed()))

    passages = {each["label"]: each for each in fields["passages"]}
    readings = [r for each in passages.values() for e in each["entries"] for r in e["readings"]]
    ranks = {reading["rank"]: reading["wording"] for reading in readings}
    jsonschema.validate(fields, _strict(_SCHEMA))
    assert fields["counts"]["tiers"]["sense"] == 2
    assert sum(fields["counts"]["tiers"].values()) == len(readings)
    assert sorted(ranks) == list(range(1, len(readings) + 1))
    assert ranks[1] == "sixty"
    assert [each["sense_readings"] for each in passages.values()] == [0, 0, 2, 0, 0, 0, 0, 0]
    assert passages["8"]["share_differing"] == 0.3333


def test_a_file_without_senses_has_no_fields_made_of_them() -> None:
    fields = json.loads(write_json(HARBOUR))

    assert "tiers" not in fields["counts"]
    assert "sense_readings" not in fields["passages"][0]
    assert "rank" not in fields["passages"][0]["entries"][0]["readings"][0]
