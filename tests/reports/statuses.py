"""Editions with decisions, made by hand and drawn."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR, SEED
from variants.types.collation import Collation
from variants.types.decision import Action, Anchor, Confidence, Decision, Evidence, Quote, Wording
from variants.types.edition import Edition
from variants.types.notice import Notice
from variants.types.span import Span
from variants.types.status import Comment, Decisions, PlaceStatus, Remark, Rule, State

_RULE = "01K0000000000000000000RULE"


def decision(action: Action, words: str | None = None, **more: object) -> Decision:
    """Return a decision of K.L.; its anchor does not matter in a report."""
    anchor = Anchor(
        "harbour", "S", "0" * 64, 1, "0" * 16, Span(0, 1), Quote("T", "", ""), Span(0, 1)
    )
    fields = {"id": "01K0", "at": "2026-11-23T07:00:00Z", "by": "kl", **more}
    wording = None if words is None else Wording(words, ("A",) if action is Action.ADOPT else ())
    return Decision(anchor=anchor, action=action, wording=wording, **fields)  # type: ignore[arg-type] # by name


def _status(label: str, state: State, *live: Decision, **more: object) -> PlaceStatus:
    """Return a status of the harbour's entry with this label."""
    (entry,) = (one for one in HARBOUR.entries if one.label == label)
    fields = {
        "remarks": frozenset[Remark](),
        "former": (),
        "printed": next(
            (one.wording.text for one in live if one.wording and state is State.DECIDED), None
        ),
        **more,
    }
    return PlaceStatus(entry.place, entry.lemma, state, live=live, **fields)  # type: ignore[arg-type] # by name


def _span(words: str) -> Span:
    start = SEED.witness.text.index(words)
    return Span(start, start + len(words))


DECIDED_HARBOUR = Edition(
    "harbour",
    HARBOUR,
    Decisions(
        statuses=(
            _status("1.1", State.DECIDED, decision(Action.KEEP, rule=_RULE)),
            _status(
                "2.2",
                State.DECIDED,
                decision(
                    Action.ADOPT,
                    "should",
                    why="The order was a wish.",
                    category="sense",
                    confidence=Confidence.MEDIUM,
                    evidence=(
                        Evidence("source", "No. 3559", "следует", "ru", "https://example.org/a"),
                    ),
                ),
                former=(decision(Action.KEEP, by="mo", why="As it stands."),),
                comments=(Comment("c1", "2026-11-23T07:00:00Z", "mo", "I give in.", "x"),),
            ),
            _status("2.4", State.DECIDED, decision(Action.REJECT, why="A comma only.")),
            _status("2.5", State.DECIDED, decision(Action.EMEND, "", why="Not in the draft.")),
            _status(
                "3.1",
                State.DECIDED,
                decision(
                    Action.ALTERNATES, "no dreamers, but sailors", also=(Wording("real sailors"),)
                ),
                remarks=frozenset({Remark.NEW_READING}),
            ),
            _status("4.1", State.QUERY, decision(Action.QUERY, ask="Sixteen or sixty?")),
            _status(
                "5.1",
                State.CONFLICT,
                decision(Action.KEEP),
                decision(Action.ADOPT, "Nobody has told the crews.", by="mo"),
            ),
            _status(
                "6.2",
                State.STALE,
                decision(Action.KEEP, why="Nothing is certain."),
                was="hardly",
            ),
            _status("6.3", State.DEFERRED, decision(Action.DEFER)),
            PlaceStatus(
                "zz00zz00",
                _span("with them"),
                State.DECIDED,
                frozenset(),
                (decision(Action.EMEND, "along", why="Smoother."),),
                (),
                "along",
            ),
            PlaceStatus(
                "yy00yy00",
                None,
                State.LOST,
                frozenset(),
                (decision(Action.EMEND, "the pier", why="The drawing shows it."),),
                (),
                None,
                was="the quay",
            ),
        ),
        rules=(Rule(_RULE, "R1", "Brackets stay.", "They are the archive's.", "mo"),),
        heads=(("kl-7c2f", "1f0c" * 16),),
        editors=(("kl", "K.L."),),
        notices=(Notice("", "A line of the log was skipped."),),
    ),
)
"""Every state, with reasons, a rule, words that only an editor changed, and lost words."""

_texts = st.text(
    "<&>\"'`{}%ab \n\x00\x1b\x85\u202e\u2067\ufeff\ufffe\ud800\U0001f600שم你", max_size=12
)
_keys = st.sampled_from(["kl", "mo", "<b>x</b>", "\u202e"])


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Draw any collation, with some decisions and difficult strings everywhere."""
    collation = draw(collations())
    entries = list(collation.entries)
    chosen = draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    statuses = [
        _draw_status(draw, entry.place, entry.lemma)
        for entry in sorted(chosen, key=lambda one: one.lemma)
    ]
    if draw(st.booleans()):
        statuses.append(_draw_status(draw, "lostlost", None))
    rules = st.builds(Rule, st.just(_RULE), _texts, _texts, _texts, _keys)
    return Edition(
        draw(_texts),
        collation,
        Decisions(
            tuple(statuses),
            rules=tuple(draw(st.lists(rules, max_size=1))),
            heads=(("kl-7c2f", "0" * 64),),
            editors=tuple((key, draw(_texts)) for key in sorted(draw(st.sets(_keys)))),
            notices=tuple(draw(st.lists(st.builds(Notice, st.just(""), _texts), max_size=1))),
        ),
    )


def _draw_status(draw: st.DrawFn, place: str, span: Span | None) -> PlaceStatus:
    wordings = st.builds(Wording, _texts, st.sampled_from([(), ("A",)]))
    evidence = st.builds(Evidence, st.just("source"), _texts, _texts, st.just("ru"), _texts)
    decisions = st.builds(
        decision,
        st.sampled_from(Action),
        st.none() | _texts,
        by=_keys,
        also=st.lists(wordings, max_size=1).map(tuple),
        ask=_texts,
        why=_texts,
        category=st.sampled_from(["", "sense"]),
        confidence=st.none() | st.sampled_from(Confidence),
        evidence=st.lists(evidence, max_size=1).map(tuple),
        rule=st.sampled_from(["", _RULE]),
    )
    comments = st.builds(Comment, st.just("c"), st.just("now"), _keys, _texts, st.just("x"))
    state = draw(st.sampled_from(State)) if span is not None else State.LOST
    return PlaceStatus(
        place,
        span,
        state,
        draw(st.frozensets(st.sampled_from(Remark), max_size=2)),
        tuple(draw(st.lists(decisions, min_size=1, max_size=2))),
        tuple(draw(st.lists(decisions, max_size=1))),
        draw(st.none() | _texts) if state is State.DECIDED else None,
        was=draw(_texts),
        comments=tuple(draw(st.lists(comments, max_size=1))),
    )


def bare(collation: Collation) -> Edition:
    """Return a collation as an edition without decisions."""
    return Edition("", collation)
