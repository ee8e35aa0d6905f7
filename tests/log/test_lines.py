import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.log.logs import remember
from tests.project.editions import ROOT
from variants.log.codec.models import LINE
from variants.log.codec.read_line import Unreadable, read_line
from variants.log.codec.write_line import write_line
from variants.log.events import (
    Body,
    CommentMade,
    DocumentOpened,
    EditorKey,
    Erasure,
    Event,
    Foreign,
    LinkAction,
    NewAnchor,
    RecordedLink,
    RecordedSentence,
    Renamed,
    RuleMade,
    Seal,
    TextChange,
    Withdrawn,
)
from variants.types.decision import Action, Anchor, Confidence, Decision, Evidence, Quote, Wording
from variants.types.span import Span
from variants.types.status import Rule
from variants.types.verdict import SenseVerdict

SCHEMA = ROOT / "docs" / "reference" / "log-schema.json"
AT = "2026-11-22T14:40:55Z"
EXAMPLE = """
{"v":1,"id":"0194-06","type":"decision","at":"2026-11-22T14:40:55Z","by":"kl",
 "tool":"variants/0.1.0",
 "prev":"sha256:c49b3f7a7570c81027ff3186baf69d55bae7f86660434a3c05b6dfed35f5cc40",
 "target":{"doc":"letter","witness":"S",
  "text":"sha256:4fd57928eececf114fd57928eececf114fd57928eececf114fd57928eececf11",
  "sentence":{"n":5,"hash":"sha256:94448786de1cef5c","start":102,"end":115},
  "quote":{"exact":"battle pilots","prefix":"but ","suffix":".\\nAt least"},
  "position":{"start":319,"end":332}},
 "action":"emend","emendation":"combat pilots","saw":[{"text":"battle pilots","of":["S"]},
  {"text":"combat fliers","of":["A"],"class":"wording"}],
 "why":"«Боевые лётчики»","category":"sense","confidence":"medium",
 "evidence":[{"kind":"parallel","ref":"No. 3559","quote":"лётчиков","lang":"ru"}],"replaces":[],
 "mood":"sunny"}
"""


def _line(**changes: object) -> bytes:
    return json.dumps(json.loads(EXAMPLE) | changes).encode()


_hex = st.text("0123456789abcdef", min_size=64, max_size=64)
_short = st.text("0123456789abcdef", min_size=16, max_size=16)
_words = st.text(max_size=20)
_name = st.text(min_size=1, max_size=8)
_names = st.lists(_name, max_size=3, unique=True).map(tuple)
_spans = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda p: Span(p[0], p[0] + p[1]))
_anchors = st.builds(
    Anchor,
    *(_words, _words, _hex, st.integers(1, 99), _short, _spans),
    st.builds(Quote, _words, _words, _words),
    _spans,
)
_wordings = st.builds(Wording, _words, _names, _words)
_pairs = st.dictionaries(_name, _hex, max_size=3).map(lambda found: tuple(found.items()))
_heads = st.dictionaries(_name, _hex.map("sha256:{}".format), max_size=3).map(
    lambda found: tuple(found.items())
)
_marks = st.lists(st.builds(RecordedSentence, st.integers(1, 9), _short, _words), max_size=2).map(
    tuple
)
_actions = st.sampled_from(list(Action))


def _decision(action: Action, wording: Wording, **fields: Any) -> Decision:  # noqa: ANN401 - any field
    printed: Wording | None = None
    if action is Action.EMEND:
        printed = Wording(wording.text)
    elif action in (Action.ADOPT, Action.ALTERNATES):
        printed = wording
    return Decision("x", AT, "kl", action=action, wording=printed, **fields)


_decisions = st.builds(
    _decision,
    _actions,
    _wordings,
    anchor=_anchors,
    also=st.lists(_wordings, max_size=2).map(tuple),
    ask=_words,
    saw=st.lists(_wordings, max_size=3).map(tuple),
    why=_words,
    category=_words,
    confidence=st.none() | st.sampled_from(list(Confidence)),
    evidence=st.lists(st.builds(Evidence, *[_words] * 5), max_size=2).map(tuple),
    replaces=_names,
    rule=_words,
    batch=_words,
    witnesses=_pairs,
)
_verdicts = st.builds(
    SenseVerdict,
    *(st.just("x"), st.just(AT), st.just("kl"), _anchors, _wordings, st.booleans(), _words),
    evidence=st.lists(st.builds(Evidence, *[_words] * 5), max_size=2).map(tuple),
    replaces=_names,
    batch=_words,
    witnesses=_pairs,
)
_rules = st.builds(
    Rule,
    *(st.just("x"), _words, _words, _words, st.just("kl")),
    pairs=st.lists(st.tuples(_words, _words), max_size=2).map(tuple),
    variant_class=_words,
    action=_actions,
    only_offered=st.booleans(),
)
_bodies: st.SearchStrategy[Body] = st.one_of(
    _decisions,
    _verdicts,
    st.builds(DocumentOpened, _words, _words, _pairs),
    st.builds(TextChange, _words, _words, _hex, st.just("") | _hex, _words),
    st.builds(Withdrawn, _names, _words),
    st.builds(CommentMade, _words, on=_name, reply=_words),
    st.builds(CommentMade, _words, anchor=_anchors, reply=_words),
    st.builds(RuleMade, _rules, _names),
    st.builds(NewAnchor, _name, _anchors, _words, st.floats(0, 1), st.booleans()),
    st.builds(EditorKey, st.just("mo"), _words, _words),
    st.builds(Seal, _heads, st.integers(0, 9), _words, _words),
    st.builds(Erasure, _hex.map("sha256:{}".format), _words, _names),
    st.builds(
        RecordedLink,
        *(_words, st.sampled_from(list(LinkAction)), _words, _marks, _marks),
        *(st.none() | st.integers(0, 9), _words, _names),
    ),
    st.builds(
        *(Renamed, _words, _words, _words),
        *(st.lists(_hex, max_size=2).map(tuple), _words, _names),
    ),
)


@given(_bodies, _heads, st.just("") | _hex.map("sha256:{}".format))
def test_an_event_comes_back_from_its_line_as_it_was(
    body: Body, seen: tuple[tuple[str, str], ...], prev: str
) -> None:
    event = Event("x", AT, "kl", body, "variants/0.1.0", prev, seen)

    line = write_line(event)

    assert b"\n" not in line
    assert read_line(line) == event


def test_a_line_as_the_specification_shows_it_is_understood() -> None:
    event = read_line(EXAMPLE.encode())

    assert isinstance(event, Event)
    assert isinstance(event.body, Decision)
    assert event.body.wording == Wording("combat pilots")
    assert event.body.anchor.within == Span(102, 115)
    assert event.body.saw[1] == Wording("combat fliers", ("A",), "wording")
    assert event.body.confidence is Confidence.MEDIUM


def test_a_verdict_as_the_reference_shows_it_is_understood() -> None:
    fields = json.loads(EXAMPLE)
    kept = {name: fields[name] for name in ("v", "id", "at", "by", "prev", "target", "evidence")}
    own = {"type": "sense", "reading": {"text": "combat fliers", "of": ["A"]}}

    event = read_line(json.dumps(kept | own | {"touches_sense": False}).encode())

    assert isinstance(event, Event)
    assert isinstance(event.body, SenseVerdict)
    assert event.body.reading == Wording("combat fliers", ("A",))
    assert event.body.touches_sense is False
    assert event.body.anchor.quote.exact == "battle pilots"
    assert [each.reference for each in event.body.evidence] == ["No. 3559"]


@pytest.mark.parametrize(
    ("line", "kind", "version"),
    [
        (_line(v=2), "decision", 2),
        (_line(v=3, action={"of": "another kind"}), "decision", 3),
        (_line(type="vote"), "vote", 1),
    ],
)
def test_what_is_of_a_later_version_or_kind_is_kept(line: bytes, kind: str, version: int) -> None:
    event = read_line(line)

    assert isinstance(event, Event)
    assert (event.id, event.body) == ("0194-06", Foreign(kind, version))
    assert event.prev.startswith("sha256:c49b")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b'{"a":"\xff"}', "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[1]", "valid dictionary"),
        (b'{"v":1}', "id: field required"),
        (_line(action="shrug"), "action: "),
        (_line(type="sense"), "reading: "),
        (_line(by="Karl L."), "by: "),
        (_line(emendation=None), "emendation: field required"),
        (_line(action="adopt"), "reading: field required"),
        (_line(prev="c49b"), "prev: "),
        (_line(at="yesterday"), "at: "),
        (_line(target={"doc": "letter"}), "target.witness: field required"),
    ],
)
def test_a_line_that_cannot_be_understood_says_why(line: bytes, reason: str) -> None:
    found = read_line(line)

    assert isinstance(found, Unreadable)
    assert reason in found.reason


def test_a_span_that_runs_backwards_is_refused() -> None:
    target = json.loads(EXAMPLE)["target"] | {"position": {"start": 9, "end": 4}}

    found = read_line(_line(target=target))

    assert isinstance(found, Unreadable)
    assert "9 to 4" in found.reason


@given(st.binary(max_size=60))
def test_any_bytes_are_an_event_or_say_why_not(line: bytes) -> None:
    found = read_line(line)

    assert isinstance(found, Event) or found.reason


def test_fields_stand_in_one_order_and_what_says_nothing_is_left_out() -> None:
    body = Decision("x", AT, "kl", remember("Gao Gang"), Action.KEEP)

    fields = json.loads(write_line(Event("x", AT, "kl", body)))

    assert list(fields) == [
        *("v", "id", "type", "at", "by", "tool", "prev", "target", "action", "replaces"),
    ]


def test_characters_that_utf_8_does_not_have_do_not_break_a_line() -> None:
    event = Event("x", AT, "kl", CommentMade("a\ud800b", on="y"))

    read = read_line(write_line(event))

    assert isinstance(read, Event)
    assert read.body == CommentMade("a?b", on="y")


def test_an_event_that_is_not_understood_is_not_written_anew() -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        write_line(Event("x", AT, "kl", Foreign("vote", 2)))


def test_the_published_schema_is_that_of_the_lines(request: pytest.FixtureRequest) -> None:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the log of decisions of variants",
        **LINE.json_schema(),
    }
    found = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--update-golden"):
        SCHEMA.write_text(found, encoding="utf-8")

    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(found), "see --update-golden"
