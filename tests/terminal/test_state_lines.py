from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from tests.reports.collations import collations
from tests.reports.harbour import HARBOUR
from tests.reports.statuses import DECIDED_HARBOUR, bare, decision, editions
from tests.terminal.screens import plain
from variants.brief.selection import EVERYTHING, Selection, shown_passages
from variants.terminal import Layout, View
from variants.terminal.state_lines import States
from variants.terminal.styled_pieces import Pieces
from variants.types.collation import Collation
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.status import Comment, Decisions, PlaceStatus, Remark, State
from variants.types.variant import VariantClass
from variants.wording.states import SIGNS


def words_of(line: Pieces) -> str:
    """Return sign and words of a line."""
    return "".join(piece.text for piece in line)


def sign_of(line: Pieces) -> str:
    return line[0].text.strip()


def line_for(status: PlaceStatus) -> str:
    """Return the line for a status of the harbour's first entry."""
    entry = HARBOUR.entries[0]
    here = replace(status, place=entry.place, span=entry.lemma)
    states = States(Edition("", HARBOUR, Decisions((here,))), EVERYTHING)
    return "".join(piece.text for piece in states.decisions_on(entry))


def decided(*live: object, **more: object) -> PlaceStatus:
    fields = {
        "state": State.DECIDED,
        "remarks": frozenset[Remark](),
        "former": (),
        "printed": None,
        **more,
    }
    return PlaceStatus("", None, live=live, **fields)  # type: ignore[arg-type] # by name


@settings(max_examples=60)
@given(editions())
def test_every_place_is_listed_under_its_own_state_only(edition: Edition) -> None:
    states, found = States(edition, EVERYTHING), edition.states()
    for passage in edition.collation.passages:
        lines = states.lines(passage)
        for entry in passage.entries if states.shown else ():
            state = found[entry.place]
            listed = any(
                sign_of(line) == SIGNS[state] and entry.label in words_of(line) for line in lines
            )
            assert listed or state is State.UNDECIDED
        assert {sign_of(line) for line in lines} <= {SIGNS[state] for state in State}


@settings(max_examples=20)
@given(collations())
def test_without_decisions_no_state_is_shown(collation: Collation) -> None:
    states = States(bare(collation), EVERYTHING)

    assert not states.shown
    assert [states.lines(passage) for passage in collation.passages] == [()] * len(
        collation.passages
    )
    assert states.counts() == ()


def test_undecided_places_have_no_line_if_nothing_else_is_in_the_passage() -> None:
    (passage,) = (one for one in HARBOUR.passages if one.label == "7")

    (line,) = States(DECIDED_HARBOUR, EVERYTHING).lines(passage)

    assert sign_of(line) == SIGNS[State.DECIDED]  # The decision on words outside of the places.


def test_with_comments_only_no_state_is_shown() -> None:
    comment = Comment("c1", "2026-11-23T07:00:00Z", "kl", "Ask Li.", "x")
    entry = HARBOUR.entries[0]
    spoken = PlaceStatus(
        entry.place, entry.lemma, State.UNDECIDED, frozenset(), (), (), None, comments=(comment,)
    )

    assert not States(Edition("", HARBOUR, Decisions((spoken,))), EVERYTHING).shown


def test_a_decision_is_shown_in_words() -> None:
    adopted = decision(Action.ADOPT, "put")
    shown = {
        line_for(decided(one))
        for one in (
            decision(Action.KEEP),
            adopted,
            decision(Action.EMEND, "set"),
            decision(Action.EMEND, ""),
            decision(Action.REJECT),
            decision(Action.QUERY, ask="Which?"),
            decision(Action.DEFER),
        )
    }

    assert shown == {
        "keeps the seed’s words, kl",
        "prints “put” with A, kl",
        "emends to “set”, kl",
        "leaves the words out, kl",
        "not a variant, kl",
        "query: “Which?”, kl",
        "deferred, kl",
    }


def test_a_state_is_named_once() -> None:
    entry = HARBOUR.entries[0]
    deferred = decided(decision(Action.DEFER), state=State.DEFERRED)
    here = replace(deferred, place=entry.place, span=entry.lemma)

    lines = States(Edition("", HARBOUR, Decisions((here,))), EVERYTHING).lines(HARBOUR.passages[0])

    assert words_of(lines[0]) == "⋯ 1.1 “The council met on Monday”: deferred, kl"


def test_editors_who_agree_are_named_together_and_others_apart() -> None:
    kept, too = decision(Action.KEEP), decision(Action.KEEP, by="mo")
    other = decision(Action.EMEND, "set", by="xy")

    assert (
        line_for(decided(kept, too, other))
        == "keeps the seed’s words, kl, agreed by mo; emends to “set”, xy"
    )


def test_remarks_and_the_former_words_are_shown() -> None:
    line = line_for(decided(decision(Action.KEEP), was="the old", remarks=frozenset(Remark)))

    assert line.startswith(
        "decided on “the old”: keeps the seed’s words, kl (carried, in parts, new reading, "
    )


def test_decisions_outside_entries_are_shown_only_if_selected() -> None:
    def words(selection: Selection) -> list[str]:
        states = States(DECIDED_HARBOUR, selection)
        passages = shown_passages(HARBOUR, selection)
        return [words_of(line) for passage in passages for line in states.outside_entries(passage)]

    along = ["✓ decided on “with them”: emends to “along”, kl"]
    assert words(EVERYTHING) == along
    assert words(Selection(states=frozenset({State.DECIDED}))) == along
    assert words(Selection(states=frozenset({State.QUERY}))) == []
    assert words(Selection(classes=frozenset(VariantClass))) == []


def test_every_layout_shows_every_state() -> None:
    for layout in Layout:
        screen = plain(DECIDED_HARBOUR, 220, View(layout))

        assert all(sign in screen.partition("wording ")[2] for sign in "✓?⋯‼⟳")
        assert "✗ 1 lost" in screen.partition("sense    ")[0]


@given(editions())
def test_no_place_is_counted_twice_and_none_is_left_out(edition: Edition) -> None:
    counts = edition.state_counts()

    assert counts - Counter(edition.states().values()) <= Counter(
        status.state for status in edition.places_without_entry()
    )
    assert counts >= Counter(edition.states().values())


def test_words_that_cover_a_place_with_a_state_of_its_own_are_counted_beside_it() -> None:
    entry = HARBOUR.entries[1]
    around = replace(entry.lemma, start=entry.lemma.start - 1)
    kept = decision(Action.KEEP)
    wider = PlaceStatus("wider000", around, State.CONFLICT, frozenset(), (kept,), (), None)
    inner = PlaceStatus(entry.place, entry.lemma, State.DECIDED, frozenset(), (kept,), (), None)

    alone = Edition("", HARBOUR, Decisions((wider,))).state_counts()
    both = Edition("", HARBOUR, Decisions((wider, inner))).state_counts()

    assert (alone[State.CONFLICT], alone.total()) == (1, len(HARBOUR.entries))
    assert (both[State.CONFLICT], both[State.DECIDED]) == (1, 1)
