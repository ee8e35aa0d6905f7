"""A strategy for editions with decisions on them, and one made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from variants.anchors.verdicts import overrule
from variants.types.collation import Collation
from variants.types.decision import Action, Anchor, Confidence, Decision, Evidence, Quote, Wording
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.span import Span
from variants.types.status import (
    Comment,
    Decisions,
    PlaceStatus,
    Remark,
    Rule,
    State,
    VerdictState,
    VerdictStatus,
)
from variants.types.verdict import SenseVerdict

# Text that has broken formats: markup, formulas, ends of comments, characters invalid in XML.
_HOSTILE = (
    *("<script>", "]]>", "--", "&amp;", "=1+1", "@x", "+1", "-1", "'", '"', ";", ",", "\t", "\r\n"),
    *("\x00", "\x0b", "\x1b", "\ud800", "\ufffe", "\uffff", "\u202e", "\u2028", "{", "}", "|", "⟨"),
    *("停战", "هدنة", "👩‍👩‍👧", "_x0000_", "x" * 300, " ", "a"),
)
hostile = st.lists(st.sampled_from(_HOSTILE), max_size=4).map("".join)
"""Texts with a special meaning in some format."""

_keys = st.sampled_from(["kl", "mo", "<&>", "\x00"])
_spans = st.builds(lambda start, length: Span(start, start + length), *[st.integers(0, 9)] * 2)
_anchors = st.builds(
    Anchor,
    document=hostile,
    siglum=st.just("S"),
    text=hostile,
    sentence=st.integers(1, 9),
    sentence_hash=hostile,
    within=_spans,
    quote=st.builds(Quote, hostile, hostile, hostile),
    position=_spans,
)
_wordings = st.builds(
    Wording, hostile, st.sampled_from([(), ("A",), ("A", "B")]), st.sampled_from(["", "wording"])
)
_evidence = st.builds(Evidence, hostile, hostile, hostile, hostile, hostile)
_decisions = st.builds(
    Decision,
    id=hostile,
    at=st.sampled_from(["2026-11-22T14:40:55Z", "2026-11-22", "", "\x00"]),
    by=_keys,
    anchor=_anchors,
    action=st.sampled_from(Action),
    wording=st.none() | _wordings,
    also=st.lists(_wordings, max_size=2).map(tuple),
    ask=hostile,
    saw=st.lists(_wordings, max_size=2).map(tuple),
    why=hostile,
    category=hostile,
    confidence=st.none() | st.sampled_from(Confidence),
    evidence=st.lists(_evidence, max_size=2).map(tuple),
    replaces=st.lists(hostile, max_size=2).map(tuple),
    rule=hostile,
    batch=hostile,
)
_verdicts = st.builds(
    SenseVerdict,
    *(hostile, hostile, _keys, _anchors, _wordings, st.booleans(), hostile),
    batch=hostile,
)
_comments = st.builds(Comment, hostile, hostile, _keys, hostile, hostile)
_rules = st.builds(Rule, hostile, hostile, hostile, hostile, _keys)


@st.composite
def decided_editions(draw: st.DrawFn) -> Edition:
    """Draw any edition that satisfies the invariants of its types: ordered, disjoint statuses."""
    collation = draw(collations())
    decisions = Decisions(
        tuple(_draw_statuses(draw, collation)),
        tuple(draw(st.lists(_rules, max_size=2))),
        tuple(draw(st.lists(st.tuples(hostile, hostile), max_size=2))),
        tuple(draw(st.lists(st.tuples(_keys, hostile), max_size=2, unique_by=lambda one: one[0]))),
        tuple(draw(st.lists(st.builds(Notice, st.just(""), hostile), max_size=1))),
        tuple(draw(st.lists(_verdict_statuses(collation), max_size=2))),
    )
    # Readings of any text come from the strategy of collations; titles are as bad here.
    return Edition(draw(hostile), replace(collation, title=draw(hostile)), decisions)


def _verdict_statuses(collation: Collation) -> st.SearchStrategy[VerdictStatus]:
    """Return verdicts on entries, or on lost words."""
    places = st.sampled_from([("gone", None), *((e.place, e.lemma) for e in collation.entries)])
    return st.builds(
        lambda verdict, place, state, was: VerdictStatus(
            verdict, place[0], place[1], state, was=was
        ),
        _verdicts,
        places,
        st.sampled_from(VerdictState),
        hostile,
    )


def _draw_statuses(draw: st.DrawFn, collation: Collation) -> list[PlaceStatus]:
    """Draw statuses of entries and of other words, in order, with a lost one at the end."""
    statuses, at = [], 0
    entries = sorted(collation.entries, key=lambda entry: entry.lemma)
    for number, entry in enumerate(entries):
        if entry.lemma.start >= at and draw(st.booleans()):
            place = entry.place if draw(st.booleans()) else f"own{number}"
            statuses.append(_draw_status(draw, place, entry.lemma))
            at = max(entry.lemma.end, at + 1)
    if draw(st.booleans()):
        statuses.append(_draw_status(draw, "gone", None))
    return statuses


def _draw_status(draw: st.DrawFn, place: str, span: Span | None) -> PlaceStatus:
    states = [state for state in State if state not in {State.UNDECIDED, State.LOST}]
    state = State.LOST if span is None else draw(st.sampled_from(states))
    decided = state is State.DECIDED
    return PlaceStatus(
        place,
        span,
        state,
        draw(st.frozensets(st.sampled_from(Remark), max_size=2)),
        tuple(draw(st.lists(_decisions, min_size=1, max_size=2))),
        tuple(draw(st.lists(_decisions, max_size=1))),
        draw(st.none() | hostile) if decided else None,
        draw(hostile),
        tuple(draw(st.lists(_comments, max_size=1))),
    )


def decision(words: str, action: Action = Action.KEEP, **more: object) -> Decision:
    """Return a decision on words of the harbour's seed, with other fields."""
    text = HARBOUR.seed.witness.text
    start = text.index(words)
    span = Span(start, start + len(words))
    sentence = next(
        n for n, one in enumerate(HARBOUR.seed.sentences) if one.start <= start < one.end
    )
    begins = HARBOUR.seed.sentences[sentence].start
    made = Decision(
        id=f"0194-{start:03}",
        at="2026-11-22T14:40:55Z",
        by="kl",
        anchor=Anchor(
            "harbour",
            "S",
            HARBOUR.seed.witness.digest,
            sentence + 1,
            "94448786de1cef5c",
            Span(start - begins, span.end - begins),
            Quote(words, text[max(0, start - 32) : start], text[span.end : span.end + 32]),
            span,
        ),
        action=action,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # Whatever a test names.


def judged(edition: Edition, editors: Mapping[str, bool]) -> Edition:
    """Return an edition with verdicts of editors on the first reading of its first place."""
    entry = edition.collation.entries[0]
    reading = entry.readings[0]
    anchor = decision("harbour").anchor
    words = Wording(reading.wording, reading.sigla, reading.variant_class.value)
    state = VerdictState.IN_FORCE if len({*editors.values()}) == 1 else VerdictState.DISPUTED
    verdicts = tuple(
        VerdictStatus(
            SenseVerdict(
                f"v-{number}", "2026-11-22T14:40:55Z", key, anchor, words, yes, f"Reason of {key}."
            ),
            entry.place,
            entry.lemma,
            state,
        )
        for number, (key, yes) in enumerate(editors.items())
    )
    decisions = replace(edition.decisions, verdicts=verdicts)
    return Edition(edition.name, overrule(edition.collation, verdicts), decisions)


def status(
    *live: Decision,
    state: State = State.DECIDED,
    printed: str | None = None,
    former: tuple[Decision, ...] = (),
    comments: tuple[Comment, ...] = (),
) -> PlaceStatus:
    """Return the status of the place of the decisions, named after the entry with its words."""
    span = live[0].anchor.position
    places = {entry.lemma: entry.place for entry in HARBOUR.entries}
    place = places.get(span, f"own{span.start}")
    return PlaceStatus(place, span, state, frozenset(), live, former, printed, "", comments)


_BEFORE = decision("must", Action.KEEP, id="0194-00", why="First thought.")
DECIDED = Edition(
    "harbour",
    HARBOUR,
    Decisions(
        (
            status(
                decision("[in the old hall]", Action.EMEND, wording=Wording(""), why="A gloss."),
                printed="",
            ),
            status(
                decision(
                    "must",
                    Action.ADOPT,
                    wording=Wording("should", ("A",), "modality"),
                    saw=(Wording("must", ("S", "B")), Wording("should", ("A",), "modality")),
                    why="«Следует»: an advice; =not an order.",
                    category="sense",
                    confidence=Confidence.MEDIUM,
                    evidence=(Evidence("source", "Folio 12", "следует", "ru", "https://x.org/12"),),
                    replaces=("0194-00",),
                ),
                printed="should",
                former=(_BEFORE,),
            ),
            status(
                decision("seasoned sailors", Action.EMEND, wording=Wording("old salts"), by="mo"),
                decision("seasoned sailors", Action.EMEND, wording=Wording("old salts")),
                printed="old salts",
            ),
            status(
                decision("sixteen", Action.QUERY, ask="Sixteen or sixty?", why="B differs."),
                state=State.QUERY,
                comments=(Comment("0194-99", "2026-11-23", "mo", "I shall ask.", "0194-01"),),
            ),
            status(
                decision("rumours", Action.KEEP, rule="0194-02"),
                decision("rumours", Action.ADOPT, wording=Wording("rumors", ("A",)), by="mo"),
                state=State.CONFLICT,
            ),
            status(
                decision(
                    "will bring",
                    Action.ALTERNATES,
                    wording=Wording("brings", ("C",)),
                    also=(Wording("is to bring"),),
                    batch="b-1",
                ),
                printed="brings",
            ),
            replace(
                status(decision("Burn this note.", Action.KEEP), state=State.LOST),
                place="gone",
                span=None,
                was="Burn this letter.",
            ),
        ),
        rules=(Rule("0194-02", "R1", "British spelling", "House style.", "kl"),),
        heads=(("kl-7c2f", "c49b3f7a"), ("mo-11aa", "5d0e0b57")),
        editors=(("kl", "K. Lindgren"),),
        notices=(Notice("", "kl-7c2f.jsonl ends in half a line."),),
    ),
)
"""The harbour with a decision of every sort."""
