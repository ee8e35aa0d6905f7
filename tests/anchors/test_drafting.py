from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from tests.anchors.event_logs import event, log_of
from tests.log.logs import decide, statuses
from tests.project.editions import telegram
from variants.anchors.drafting import (
    Choice,
    DecisionTarget,
    draft,
    reason_needed,
    similar_places,
)
from variants.anchors.house_rules import places_beside_rule, places_of_rule
from variants.errors import NoReason, NothingToAdopt, UnknownName
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Entry
from variants.types.decision import Action, Wording
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, Rule, State
from variants.types.variant import Kind
from variants.types.witness import Witness

SEED = "The ship is late. We must wait. Then they came back. The ship left."
OTHER = "The vessel is late. We should wait. They came back then. The vessel left."


@cache
def _edition() -> Edition:
    texts = [Witness("S", SEED), Witness("A", OTHER), Witness("B", SEED)]
    return Edition("letter", collate(texts, Settings()))


def _target(words: str) -> DecisionTarget:
    start = SEED.index(words)
    span = Span(start, start + len(words))
    return DecisionTarget.at(_edition(), span)


@pytest.mark.parametrize(
    ("words", "action", "needed"),
    [
        ("ship", Action.KEEP, False),
        ("ship", Action.ADOPT, False),
        ("ship", Action.EMEND, True),
        ("ship", Action.QUERY, True),
        ("must", Action.KEEP, True),
        ("must", Action.REJECT, True),
        ("must", Action.DEFER, False),
        ("must wait", Action.KEEP, True),
    ],
)
def test_weighty_choices_need_a_reason(words: str, action: Action, needed: bool) -> None:  # noqa: FBT001 - a case
    assert bool(reason_needed(_target(words), action)) is needed


def test_a_reason_that_is_needed_is_not_blanks() -> None:
    with pytest.raises(NoReason):
        draft(_target("must"), Choice(Action.KEEP, why="  "))


def test_what_was_seen_are_the_readings_with_the_seeds_first() -> None:
    decision = draft(_target("ship"), Choice(Action.ADOPT, adopt="A"))

    assert [(each.text, each.sigla) for each in decision.saw] == [
        ("ship", ("S", "B")),
        ("vessel", ("A",)),
    ]
    assert decision.wording == decision.saw[1]


def test_a_choice_to_keep_the_seeds_words_adopts_none() -> None:
    assert draft(_target("ship"), Choice(Action.KEEP)).wording is None
    assert similar_places(_target("ship"), Choice(Action.KEEP))


@pytest.mark.parametrize(
    ("words", "siglum", "error"),
    [
        ("ship", "B", NothingToAdopt),
        ("ship is", "A", NothingToAdopt),
        ("ship", "S", UnknownName),
    ],
)
def test_only_words_that_differ_can_be_adopted(
    words: str, siglum: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        draft(_target(words), Choice(Action.ADOPT, adopt=siglum))


def test_words_that_only_stand_elsewhere_cannot_be_adopted() -> None:
    edition = Edition("telegram", collate(telegram(), Settings()))
    moved = [
        (entry, reading.sigla[0])
        for entry in edition.collation.entries
        for reading in entry.readings
        if reading.kind is Kind.MOVED
    ]

    for entry, siglum in moved:
        with pytest.raises(NothingToAdopt, match="in another position"):
            draft(
                DecisionTarget(edition, entry.lemma, entry),
                Choice(Action.ADOPT, adopt=siglum, why="It moved."),
            )
    assert moved


def test_words_with_a_part_elsewhere_in_the_sentence_cannot_be_adopted_alone() -> None:
    witnesses = Witness("S", "We cannot see the shore."), Witness("A", "The shore cannot be seen.")
    edition = Edition("shore", collate(witnesses, Settings()))
    refused = [entry for entry in edition.collation.entries if not entry.readings[0].adoptable]

    for entry in refused:
        target = DecisionTarget(edition, entry.lemma, entry)
        with pytest.raises(NothingToAdopt, match="cannot be adopted alone") as error:
            draft(target, Choice(Action.ADOPT, adopt="A", why="It is shorter."))
        assert "--emend" in error.value.hint
        assert draft(target, Choice(Action.KEEP, why="It is longer.")).wording is None
    assert refused


def _in_parts() -> DecisionTarget:
    """Return a place at which A has "7th of June, 1854," with moved words between the new ones."""
    texts = [
        Witness("S", "The envoy reached the fort on 7 June 1854, and slept."),
        Witness("A", "On the 7th of June, 1854, the envoy reached the fort, and slept."),
    ]
    edition = Edition("envoy", collate(texts, Settings()))
    return DecisionTarget(edition, Span(0, 0), edition.collation.entries[0])


@pytest.mark.parametrize(
    "choice",
    [
        Choice(Action.ADOPT, adopt="A", why="It is fuller."),
        Choice(Action.ALTERNATES, beside=("A",), why="It is fuller."),
        Choice(Action.EMEND, words="On the 7th of … ,", why="It is fuller."),
        Choice(Action.EMEND, words=" On the 7th of …  ,", why="It is fuller."),
    ],
)
def test_a_reading_with_other_words_between_its_own_cannot_be_printed(choice: Choice) -> None:
    target = _in_parts()
    assert [reading.wording for reading in target.readings] == ["On the 7th of … ,"]

    with pytest.raises(NothingToAdopt, match=r"other words (between|are between)") as refused:
        draft(target, choice)

    assert refused.value.hint.startswith("Write the words that should be printed")


@pytest.mark.parametrize("words", ["On the 7th of June, 1854,", "On the … of June", "…"])
def test_an_editor_can_write_any_words_there(words: str) -> None:
    made = draft(_in_parts(), Choice(Action.EMEND, words=words, why="It is fuller."))

    assert made.wording == Wording(words)


@pytest.mark.parametrize("words", ["ship", " ship ", "ship\n"])
def test_the_seeds_own_words_are_no_emendation(words: str) -> None:
    with pytest.raises(NothingToAdopt, match=r"S has “ship” at 1\.1 already") as refused:
        draft(_target("ship"), Choice(Action.EMEND, words=words, why="It is clear."))

    assert refused.value.hint == "Keep the seed's words with --keep."


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_an_editor_can_join_lines_and_correct_a_capital(gap: str) -> None:
    text = f"We met at noon.{gap}the old pit was full."
    edition = Edition("pit", collate([Witness("S", text), Witness("A", text)], Settings()))
    target = DecisionTarget.at(edition, Span(text.index("noon"), text.index(" old")))

    for words in ("noon. the", f"noon.{gap}The"):
        made = draft(target, Choice(Action.EMEND, words=words, why="A slip."))
        assert made.wording == Wording(words)


@pytest.mark.parametrize(("siglum", "words"), [("A", ".\n\nThen the"), ("B", "; the")])
def test_an_adopted_reading_keeps_the_paragraphs_of_its_witness(siglum: str, words: str) -> None:
    texts = [
        Witness("S", "We met at noon.\n\nThe old pit was full."),
        Witness("A", "We met at midday.\r\n\r\nThen the\r\nancient pit was full."),
        Witness("B", "We met at noon; the old pit was full."),
    ]
    edition = Edition("pit", collate(texts, Settings()))
    entry = next(one for one in edition.collation.entries if one.lemma.length > len("noon"))

    target = DecisionTarget(edition, entry.lemma, entry)
    made = draft(target, Choice(Action.ADOPT, adopt=siglum, why="So in the manuscript."))

    assert made.wording is not None
    assert made.wording.text == words


@pytest.mark.parametrize(
    ("seed", "other", "printed"),
    [
        ("One.\n\nTwo.\n", "One.\n\nNew came.\n\nTwo.\n", None),
        ("One.\n\nTwo.\n", "One.\r\n\r\nNew came. More of it.\r\n\r\nTwo.\r\n", None),
        ("One.\n\nTwo.\n", "One. New came.\n\nTwo.\n", None),
        ("One.\n\nTwo.\n", "New came.\n\nOne.\n\nTwo.\n", None),
        ("One.\n\nTwo.\n", "One.\n\nTwo.\n\nNew came.\n", None),
        ("One.\nTwo.\n", "One.\nNew came.\nTwo.\n", None),
        ("One.\nTwo.\n", "One.\n\nNew came.\n\nTwo.\n", "One.\nNew came.\nTwo.\n"),
        ("One. Two.\n", "One.\n\nNew came.\n\nTwo.\n", "One. New came. Two.\n"),
        (
            "We met old men. Two.\n",
            "We met\r\nyoung\r\nwomen. Two.\n",
            "We met young women. Two.\n",
        ),
        ("One.\nTwo ran.\n", "One.\nTwo\noften ran.\n", "One.\nTwo often ran.\n"),
        ("One.\r\n\r\nTwo.\r\n", "One.\n\nNew.\n\nTwo.\n", "One.\r\n\r\nNew.\r\n\r\nTwo.\r\n"),
        (
            "One.\r\n\r\nTwo.\r\n",
            "One.\n\nNew came.\n\nTom left.\n\nTwo.\n",
            "One.\r\n\r\nNew came.\r\n\r\nTom left.\r\n\r\nTwo.\r\n",
        ),
    ],
)
def test_an_adopted_sentence_is_in_the_paragraph_in_which_its_witness_has_it(
    seed: str, other: str, printed: str | None
) -> None:
    compared = collate([Witness("S", seed), Witness("A", other)], Settings())
    edition = Edition("pit", compared)
    made = [
        draft(DecisionTarget(edition, one.lemma, one), Choice(Action.ADOPT, adopt="A", why="So."))
        for one in compared.entries
    ]
    decided = tuple(
        PlaceStatus(one.place, one.lemma, State.DECIDED, frozenset(), (), (), each.wording.text)
        for one, each in zip(compared.entries, made, strict=True)
        if each.wording is not None
    )

    runs = replace(edition, decisions=Decisions(decided)).runs()

    expected = other.replace("\r", "") if printed is None else printed
    assert "".join(run.text for run in runs) == expected


def test_similar_places_have_the_same_words_and_the_same_reading() -> None:
    found = similar_places(_target("ship"), Choice(Action.ADOPT, adopt="A"))

    assert [target.span.start for target in found] == [SEED.rindex("ship")]


@pytest.mark.parametrize("pair", [("ship", "vessel"), ("vessel", "ship")])
def test_a_pair_of_a_rule_holds_in_both_directions(pair: tuple[str, str]) -> None:
    rule = Rule("r", "R1", "Ships", "", "kl", (pair,), "", Action.ADOPT)

    found = places_of_rule(_edition(), rule)

    assert [draft(*place).wording for place in found] == [
        draft(_target("ship"), Choice(Action.ADOPT, adopt="A")).wording
    ] * 2


@pytest.mark.parametrize("pair", [("shi", "vessel"), ("Ship", "vessel"), ("ship", "boat")])
def test_a_rule_is_about_whole_words_as_given(pair: tuple[str, str]) -> None:
    assert places_of_rule(_edition(), Rule("r", "R1", "Ships", "", "kl", (pair,))) == []


def _ships(seed: str, *others: str) -> Edition:
    """Return an edition of a seed and other texts without decisions."""
    texts = [Witness("S", seed), *(Witness(s, o) for s, o in zip("ABC", others, strict=False))]
    return Edition("letter", collate(texts, Settings()))


_SHIPS = Rule("r", "R1", "Ships", "", "kl", (("ship", "vessel"), ("late", "delayed")), "")


def test_each_place_of_a_pattern_is_taken_by_its_rule_or_named() -> None:
    edition = Edition("telegram", collate(telegram(), Settings()))
    patterns = [each for each in edition.collation.patterns if each.lemma and each.reading]
    assert patterns

    for pattern in patterns:
        rule = Rule("r", "R1", "As ever", "", "kl", ((pattern.lemma, pattern.reading),))
        taken = {target.entry for target, _ in places_of_rule(edition, rule)}
        beside = {target.entry for target, _ in places_beside_rule(edition, rule)}

        places = {entry.place for entry in taken | beside if entry is not None}
        assert places >= {*pattern.places}
        assert not taken & beside


def test_a_rule_is_not_about_what_differs_in_more_than_its_words() -> None:
    rule = replace(_SHIPS, action=Action.ADOPT)
    more = _ships("The ship is late.", "Our dear old vessel has been delayed for days.")

    words = _ships("The big ship left.", "The huge vessel sank.")
    places = places_of_rule(words, rule)

    assert len(more.collation.entries) == 1
    assert places_of_rule(more, rule) == []
    assert [draft(*place).wording for place in places] == [Wording("vessel", ("A",), "wording")]


def _nested() -> tuple[Edition, Entry, Entry]:
    """Return an edition, its place, and a wider place that the edition does not have."""
    edition = _ships("The ship left.", "The vessel left.")
    (entry,) = edition.collation.entries
    wider = replace(
        entry,
        lemma=Span(0, 8),
        place="wider000",
        readings=(replace(entry.readings[0], wording="The vessel"),),
    )
    return edition, entry, wider


def _with(edition: Edition, *entries: Entry) -> Edition:
    (passage,) = edition.collation.passages
    passages = (replace(passage, entries=entries),)
    return replace(edition, collation=replace(edition.collation, passages=passages))


def test_a_rule_decides_each_of_overlapping_places_but_once() -> None:
    edition, entry, wider = _nested()
    for first, second in ((entry, wider), (wider, entry)):
        ((target, _),) = places_of_rule(_with(edition, first, second), _SHIPS)

        assert target.entry == first


def test_a_rule_leaves_alone_a_place_that_holds_words_somebody_decided_on() -> None:
    edition, _, wider = _nested()
    by_hand = event("1", decide("ship", Action.EMEND, "boat", collation=edition.collation))
    decided = replace(edition, decisions=statuses(log_of(by_hand), edition.collation))

    assert len(places_of_rule(_with(edition, wider), _SHIPS)) == 1
    assert places_of_rule(_with(decided, wider), _SHIPS) == []


@pytest.mark.parametrize(("action", "replaced"), [(Action.EMEND, {"1", "2"}), (Action.KEEP, {"1"})])
def test_a_decision_on_one_of_two_that_overlap_replaces_both_if_it_changes_words(
    action: Action, replaced: set[str]
) -> None:
    edition = _ships("The ship left.", "The vessel left.")
    words = {"1": "The ship", "2": "ship left"}
    history = log_of(
        *(
            event(name, decide(each, Action.EMEND, "Boats", collation=edition.collation))
            for name, each in words.items()
        )
    )
    decided = replace(edition, decisions=statuses(history, edition.collation))
    assert {each.state for each in decided.decisions.statuses} == {State.CONFLICT}

    made = draft(
        DecisionTarget.at(decided, Span(0, len("The ship"))),
        Choice(action, words="A boat", why="Settled."),
    )

    assert {*made.replaces} == replaced


def test_a_change_inside_words_in_conflict_leaves_the_decision_to_keep_them() -> None:
    edition = _ships("The ship left.", "The vessel left.")
    emend = decide("The ship", Action.EMEND, "Boats", collation=edition.collation)
    keep = decide("The ship", collation=edition.collation)
    history = log_of(event("1", emend), event("2", keep))
    decided = replace(edition, decisions=statuses(history, edition.collation))

    made = draft(
        DecisionTarget.at(decided, Span(4, 8)), Choice(Action.ADOPT, adopt="A", why="Settled.")
    )

    assert made.replaces == ("1",)


@pytest.mark.parametrize("words", ["The ship is late.", "ship is", "The ship", "ship"])
def test_a_rule_and_a_batch_leave_alone_words_that_somebody_decided_on(words: str) -> None:
    edition = _ships("The ship is late. The ship left.", "The vessel is late. The vessel left.")
    by_hand = event("1", decide(words, Action.EMEND, "Boats", collation=edition.collation))
    decided = replace(edition, decisions=statuses(log_of(by_hand), edition.collation))
    last = edition.collation.entries[-1]

    ruled = places_of_rule(decided, replace(_SHIPS, action=Action.ADOPT))
    alike = similar_places(
        DecisionTarget(decided, last.lemma, last), Choice(Action.ADOPT, adopt="A")
    )

    assert [target.entry for target, _ in ruled] == [last]
    assert alike == []
