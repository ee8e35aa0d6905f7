"""Filled-in tables are recorded as decisions, or refused."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.decided import DECIDED, decided_editions
from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.pipeline import collate
from variants.project.decision_import import ImportPlan, plan_import, unread_cells
from variants.project.decision_table import SheetRow, read_sheet
from variants.reports.formats import WRITERS
from variants.reports.table_rows import PLACE_COLUMNS, place_rows
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.decision import Action, Confidence, Decision, Evidence
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.types.witness import Witness

_files = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@_files
@given(edition=decided_editions(), options=st.builds(ReportOptions, st.booleans(), st.booleans()))
def test_an_unchanged_table_is_ignored(
    form: str, edition: Edition, options: ReportOptions, tmp_path: Path
) -> None:
    edition = _with_ids(edition)
    file = io.BytesIO()
    WRITERS[form].write(edition, options, file)
    (tmp_path / "sheet").write_bytes(file.getvalue())

    rows = read_sheet(tmp_path / "sheet")

    assert _take(rows, edition) == ImportPlan((), (), {})
    assert len(rows) == sum(1 for _ in place_rows(edition))
    assert unread_cells(edition, rows) == {}
    assert unread_cells(edition, [replace(row, state="other") for row in rows]) == {}


def _with_ids(edition: Edition) -> Edition:
    """Return the edition with a unique id for each decision."""
    numbers = iter(range(1000))

    def named(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
        return tuple(replace(each, id=f"id{next(numbers)}") for each in decisions)

    statuses = tuple(
        replace(each, live=named(each.live), former=named(each.former))
        for each in edition.decisions.statuses
    )
    return replace(edition, decisions=replace(edition.decisions, statuses=statuses))


def _take(rows: tuple[SheetRow, ...], edition: Edition = DECIDED) -> ImportPlan:
    return plan_import(
        edition, rows, editor="kl", editors=dict(edition.decisions.editors), batch="b"
    )


def _row(seed: str, edition: Edition = DECIDED) -> SheetRow:
    """Return the unchanged row of the place with these words."""
    cells = next(
        dict(zip(PLACE_COLUMNS, row.cells, strict=True))
        for row in place_rows(edition)
        if row.cells[PLACE_COLUMNS.index("seed")] == seed
    )
    return SheetRow(
        2,
        cells["place"],
        next((action for action in Action if action.value == cells["action"]), None),
        printed=cells["printed"],
        why=cells["why"],
        editor=cells["editor"],
        label=cells["label"],
        seed=cells["seed"],
        state=cells["state"],
        decision=cells["decision_id"],
        confidence=cells["confidence"],
        category=cells["category"],
        evidence=cells["evidence"],
    )


def _filled(seed: str, **cells: object) -> Decision:
    """Return the decision that a filled-in row becomes."""
    result = _take((replace(_row(seed), **cells),))  # type: ignore[arg-type]  # Any fields.
    assert (result.refused, result.aside) == ((), {})
    return result.filled[0].decision


def _refused(*rows: SheetRow) -> str:
    """Return the problems of rows that are all refused."""
    result = _take(rows)
    assert result.filled == ()
    return "; ".join(each.problem for each in result.refused)


@pytest.mark.parametrize(
    ("remarks", "noted"),
    [
        ("new reading, carried", {}),
        ("within the words of 2.2", {}),
        ("within “in the old hall”", {}),
        ("Ask Li.", {"remarks": [2]}),
        ("carried, within the words of 2.2, ask Li", {"remarks": [2]}),
    ],
)
def test_remarks_of_the_table_itself_do_not_count(
    remarks: str, noted: dict[str, list[int]]
) -> None:
    row = replace(_row("The"), state="conflict", remarks=remarks)

    assert unread_cells(DECIDED, [row]) == noted


def test_each_action_prints_the_words_of_the_row() -> None:
    kept = _filled("The", action=Action.KEEP, printed="The")
    adopted = _filled("The", action=Action.ADOPT, printed=" Our ")
    emended = _filled("The", action=Action.EMEND, printed="Your", why="Plainer.")
    left_out = _filled("The", action=Action.EMEND, printed="om.", why="Superfluous.")
    beside = _filled("The", action=Action.ALTERNATES, printed="Our")
    asked = _filled("The", action=Action.QUERY, why="Or row?")

    assert (kept.wording, kept.batch) == (None, "b")
    assert adopted.wording is not None
    assert (adopted.wording.text, adopted.wording.sigla[:1]) == ("Our", ("C",))
    assert emended.wording is not None
    assert (emended.wording.text, emended.why) == ("Your", "Plainer.")
    assert left_out.wording is not None
    assert left_out.wording.text == ""
    assert [each.text for each in beside.also] == ["Our"]
    assert (asked.ask, asked.why) == ("Or row?", "")


def test_the_only_reading_need_not_be_written() -> None:
    adopted = _filled("The", action=Action.ADOPT)

    assert adopted.wording is not None
    assert adopted.wording.text == "Our"


@pytest.mark.parametrize("cell", ["Our {C}", "C", "{C}", "“Our”", '"Our"'])
def test_a_reading_can_be_named_as_in_the_table_or_by_its_siglum(cell: str) -> None:
    adopted = _filled("The", action=Action.ADOPT, printed=cell)

    assert adopted.wording is not None
    assert adopted.wording.text == "Our"


def test_words_of_a_reading_go_before_the_siglum_of_another() -> None:
    texts = {"S": "The mark is dim.", "A": "The mark is B.", "B": "The mark is clear."}
    witnesses = [Witness(siglum, text) for siglum, text in texts.items()]
    edition = Edition("letter", collate(witnesses, Settings()))
    row = replace(_row("dim", edition), action=Action.ADOPT, printed="B")

    chosen = _take((row,), edition).filled[0].decision.wording

    assert chosen is not None
    assert chosen.text == "B"


def test_of_readings_that_look_alike_none_is_guessed() -> None:
    texts = {"S": "The can shut.", "A": "The c\u1eadn shut.", "B": "The ca\u0323\u0302n shut."}
    witnesses = [Witness(siglum, text) for siglum, text in texts.items()]
    edition = Edition("letter", collate(witnesses, Settings()))
    row = replace(_row("can", edition), action=Action.ADOPT)

    chosen = _take((replace(row, printed="ca\u0323\u0302n"),), edition).filled[0].decision.wording
    (unclear,) = _take((replace(row, printed="c\u1ea1\u0302n"),), edition).refused

    assert chosen is not None
    assert chosen.sigla == ("B",)
    assert "several readings look like" in unclear.problem


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("siglum", ["A", "B", "C", "D"])
def test_an_apostrophe_before_a_formula_is_part_of_a_reading(
    form: str, siglum: str, tmp_path: Path
) -> None:
    readings = {"S": "can", "A": "=x", "B": "'=x", "C": "@x", "D": "''@x"}
    witnesses = [Witness(siglum, f"The {words} shut.") for siglum, words in readings.items()]
    edition = Edition("letter", collate(witnesses, Settings()))
    (entry,) = edition.collation.entries
    target = DecisionTarget(edition, entry.lemma, entry)
    decision = replace(draft(target, Choice(Action.ADOPT, adopt=siglum)), id="x", by="kl")
    status = PlaceStatus(
        *(entry.place, entry.lemma, State.DECIDED, frozenset(), (decision,), ()),
        printed=readings[siglum],
    )
    decided = replace(edition, decisions=replace(edition.decisions, statuses=(status,)))
    file = io.BytesIO()
    WRITERS[form].write(decided, ReportOptions(), file)
    (tmp_path / "sheet").write_bytes(file.getvalue())

    (row,) = read_sheet(tmp_path / "sheet")
    (adopted,) = _take((replace(row, state="undecided", decision=""),), edition).filled
    wording = adopted.decision.wording

    assert wording is not None
    assert (wording.text, wording.sigla) == (readings[siglum], (siglum,))


def test_a_question_is_answered_and_its_words_are_not_the_answers_reason() -> None:
    answered = _filled("sixteen", action=Action.KEEP, why="Folio 3 has 16.")

    assert answered.replaces == (_row("sixteen").decision,)
    assert answered.why == "Folio 3 has 16."
    assert "A reason is needed" in _refused(replace(_row("sixteen"), action=Action.KEEP))


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"problem": "it has a formula"}, "it has a formula"),
        ({"place": "aaaaaaaa"}, "the place aaaaaaaa no longer exists"),
        ({"seed": "row"}, "the seed has “The” there"),
        (
            {"action": None, "why": "Hm."},
            "it was filled in, but it has no action; choose one of keep",
        ),
        ({"printed": "sink"}, "keep prints the seed's words, but the row has “sink”"),
        ({"action": Action.ADOPT, "printed": "sink"}, "no witness has “sink” there; choose from: "),
        ({"action": Action.EMEND}, "it has no words to print; om. leaves the seed's words out"),
        ({"action": Action.EMEND, "printed": "go"}, "A reason is needed"),
        ({"action": Action.QUERY}, "A reason is needed: a query needs a question"),
        ({"confidence": "sure"}, "unknown confidence 'sure'; choose from high, medium, low"),
        ({"category": "style"}, "unknown category 'style'; choose from sense, terminology"),
        ({"evidence": "Annex 2"}, "its evidence 'Annex 2' is not a kind, a colon and a reference"),
        ({"action": None, "confidence": "low"}, "it was filled in, but it has no action"),
        ({"action": None, "category": "sense"}, "it was filled in, but it has no action"),
        ({"action": None, "evidence": "person: Li"}, "it was filled in, but it has no action"),
        ({"editor": "Mary Oats"}, "'Mary Oats' is neither an editor's key nor a name"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_with_the_reason(
    cells: dict[str, object], says: str
) -> None:
    row = replace(_row("The"), **{"action": Action.KEEP, **cells})  # type: ignore[arg-type]  # Any fields.

    assert says in _refused(row)


def test_confidence_category_and_evidence_are_recorded() -> None:
    made = _filled(
        "The",
        action=Action.KEEP,
        confidence=" Low",
        category="Terminology ",
        evidence="Source: Annex 2; p. 5 | mot (fr); Person: Li\nother: a page | https://x.org",
    )

    assert (made.confidence, made.category) == (Confidence.LOW, "terminology")
    assert made.evidence == (
        Evidence("source", "Annex 2; p. 5", "mot", "fr"),
        Evidence("person", "Li"),
        Evidence("other", "a page", url="https://x.org"),
    )


def _asked() -> Edition:
    """Return the edition with details of the question about sixteen."""
    proof = (Evidence("source", "Folio 3", "16"),)
    statuses = tuple(
        replace(
            status,
            live=(
                replace(
                    status.live[0], confidence=Confidence.LOW, category="usage", evidence=proof
                ),
            ),
        )
        if status.state is State.QUERY
        else status
        for status in DECIDED.decisions.statuses
    )
    return replace(DECIDED, decisions=replace(DECIDED.decisions, statuses=statuses))


def _details(row: SheetRow, edition: Edition) -> tuple[object, ...]:
    """Return the details of the decision that a row becomes."""
    made = _take((row,), edition).filled[0].decision
    return made.confidence, made.category, made.evidence


def test_details_of_a_question_are_not_those_of_its_answer() -> None:
    edition = _asked()
    row = _row("sixteen", edition)
    answer = replace(row, action=Action.KEEP, why="Folio 3 has 16.")

    assert _take((row,), edition) == ImportPlan((), (), {})
    assert _details(answer, edition) == (None, "", ())
    assert _details(replace(answer, confidence="high"), edition) == (Confidence.HIGH, "", ())
    assert _details(replace(answer, evidence="person: Li"), edition)[2] == (
        Evidence("person", "Li"),
    )


def test_a_table_without_details_changes_none() -> None:
    row = replace(_row("must"), confidence="", category="", evidence="")

    plan = plan_import(DECIDED, (row,), editor="mo", editors={"kl": "K. Lindgren"}, batch="b")

    assert plan == ImportPlan((), (), {})


def test_a_changed_question_keeps_its_other_details() -> None:
    edition = _asked()
    row = replace(_row("sixteen", edition), category="sense")

    assert _details(row, edition) == (
        *(Confidence.LOW, "sense"),
        (Evidence("source", "Folio 3", "16"),),
    )


def test_what_was_decided_is_changed_by_no_table() -> None:
    decided = _row("must")

    assert "K. Lindgren decided on the place; change that with variants decide" in _refused(
        replace(decided, printed="ought to")
    )
    assert "since the table was written" in _refused(
        replace(decided, action=Action.KEEP, state=State.UNDECIDED.value, decision="", printed="")
    )
    assert _refused(replace(decided, action=None, printed="", why="")) != ""
    for changed in (
        replace(decided, confidence="high"),
        replace(decided, category="usage"),
        replace(decided, evidence="person: Li"),
    ):
        assert "K. Lindgren decided on the place" in _refused(changed)


def _recorded(row: SheetRow, *, by: str = "kl") -> Edition:
    """Return the edition after a row was recorded."""
    (filled,) = _take((row,)).filled
    decision = replace(filled.decision, id="new", by=by)
    entry = filled.target.entry
    assert entry is not None
    status = PlaceStatus(
        entry.place, entry.lemma, State.DECIDED, frozenset(), (decision,), (), printed=None
    )
    statuses = (*DECIDED.decisions.statuses, status)
    return replace(DECIDED, decisions=replace(DECIDED.decisions, statuses=statuses))


_ROWS = [
    {"action": Action.KEEP, "printed": "The"},
    {"action": Action.ADOPT},
    {"action": Action.ADOPT, "printed": " Our"},
    {"action": Action.EMEND, "printed": "Your;  our", "why": "Plainer."},
    {"action": Action.EMEND, "printed": "om.", "why": "Superfluous."},
    {"action": Action.ALTERNATES, "printed": "Our"},
    {"action": Action.QUERY, "why": "Or row?"},
    {"action": Action.KEEP, "confidence": "High", "evidence": "person:Li"},
    {"action": Action.KEEP, "category": "usage"},
]


@pytest.mark.parametrize("cells", _ROWS)
def test_a_row_that_was_recorded_already_is_ignored(cells: dict[str, object]) -> None:
    row = replace(_row("The"), **cells)  # type: ignore[arg-type]  # Any fields.

    assert _take((row,), _recorded(row)) == ImportPlan((), (), {})
    assert len(_take((replace(row, why="Hm."),), _recorded(row)).refused) == 1
    assert len(_take((replace(row, confidence="low"),), _recorded(row)).refused) == 1


@pytest.mark.parametrize("cells", _ROWS)
def test_a_row_with_the_decision_of_another_editor_is_an_agreement(
    cells: dict[str, object],
) -> None:
    row = replace(_row("The"), **cells)  # type: ignore[arg-type]  # Any fields.

    plan = _take((row,), _recorded(row, by="mo"))

    assert not plan.refused
    assert [each.decision.replaces for each in plan.filled] == [()]


def test_a_row_with_other_words_than_those_recorded_is_refused() -> None:
    row = replace(_row("The"), action=Action.EMEND, printed="Your", why="Plainer.")
    edition = _recorded(row)

    assert len(_take((replace(row, printed="Their"),), edition).refused) == 1
    assert len(_take((replace(row, printed=""),), edition).refused) == 1


def test_a_question_that_the_table_does_not_have_is_not_answered_by_it() -> None:
    before = replace(_row("sixteen"), state=State.UNDECIDED.value, decision="", why="Folio 3.")

    assert "left a query there since" in _refused(replace(before, action=Action.KEEP))


def test_an_unchanged_row_is_ignored_although_its_decision_was_replaced() -> None:
    old = replace(_row("must"), action=Action.KEEP, printed="", why="First thought.")
    old = replace(old, decision="0194-00", confidence="", category="", evidence="")

    assert _take((old,)) == ImportPlan((), (), {})


def test_rows_of_one_place_are_refused_together() -> None:
    row = replace(_row("The"), action=Action.KEEP)

    assert _refused(row, replace(row, number=3)).count("filled in twice") == 2


def test_words_inside_others_that_are_decided_are_refused() -> None:
    row = replace(_row("not dreamers, but seasoned sailors"), action=Action.EMEND, printed="bold")

    assert "shares words with another place, on which K. Lindgren decided" in _refused(
        replace(row, why="Shorter.")
    )


def test_what_another_editor_filled_in_is_left_aside() -> None:
    theirs = replace(_row("The"), action=Action.KEEP, editor="mo")
    ours = replace(theirs, editor="k. lindgren")

    assert _take((theirs,)).aside == {"mo": [theirs]}
    assert len(_take((ours,)).filled) == 1


def test_rows_that_change_the_same_words_are_refused_together() -> None:
    outer = replace(_row("It is possible that these are merely"), action=Action.ADOPT, why="Short.")
    inner = replace(_row("merely"), number=3, action=Action.ADOPT, printed="om.")

    told = _refused(outer, inner)

    assert told == "row 3 changes some of the same words; row 2 changes some of the same words"
    assert len(_take((outer,)).filled) == len(_take((inner,)).filled) == 1


def test_an_agreement_takes_its_own_details() -> None:
    row = replace(_row("must"), action=None, agrees=True)

    def agree(row: SheetRow) -> ImportPlan:
        editors = {"kl": "K. Lindgren"}
        return plan_import(DECIDED, (row,), editor="mo", editors=editors, batch="b")

    (same,) = agree(row).filled
    (own,) = agree(replace(row, confidence="low", category="usage")).filled
    (bad,) = agree(replace(row, confidence="sure")).refused

    assert (same.decision.confidence, same.decision.evidence) == (None, ())
    assert (own.decision.confidence, own.decision.category) == (Confidence.LOW, "usage")
    assert "unknown confidence" in bad.problem


def test_details_of_an_agreement_that_was_recorded_are_not_lost() -> None:
    row = replace(_row("must"), action=None, agrees=True)

    assert _take((row,)) == ImportPlan((), (), {})
    assert "was decided by kl already" in _refused(replace(row, confidence="low"))
