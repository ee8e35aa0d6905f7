import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.project.editions import telegram
from tests.reports.decided import DECIDED, decided_editions, decision
from tests.reports.harbour import HARBOUR
from tests.reports.small_editions import small_edition
from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.api.witnesses import compare
from variants.brief.passage_runs import passage_runs
from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.printed.edition import PrintedEdition, printed_edition
from variants.reports.printed.established_text import (
    NoteMarker,
    Printed,
    QueryStart,
    SentenceNumber,
)
from variants.reports.printed.occurrences import Occurrences
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.collation import Collation, Entry
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.sense import Sense, Tier
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import to_plain


@cache
def _telegram() -> PrintedEdition:
    edition = Edition("telegram-302sh", collate(telegram(), Settings()))
    return printed_edition(edition, ReportOptions())


@cache
def _harbour() -> PrintedEdition:
    return printed_edition(DECIDED, ReportOptions())


def _notes(document: PrintedEdition) -> dict[str, str]:
    return {note.label: to_plain(note.line) for note in document.notes}


def _sections(document: PrintedEdition) -> dict[str, list[str]]:
    return {
        section.title: [to_plain(line) for line in section.lines] for section in document.sections
    }


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("7.1", "The ] Our C"),
        ("8.1", "Burn this note. ] omitted C"),
        ("2.5", "because ] omitted B; C see 2.1"),
        ("4.2", "after of ] added the best C"),
        ("4.3", "after oil. ] added The whole town talks of it. C"),
        ("2.3", "before the ice comes ] Before the ice comes (moved) B; C see 2.1"),
        (
            "5.1",
            (
                "The crews have been told nothing. ] "
                "To the crews nothing has been told. (moved) B; "
                "Nobody has told the crews anything. (recast) C"
            ),
        ),
    ],
)
def test_a_note_names_who_differs_and_how(label: str, says: str) -> None:
    assert _notes(_harbour())[label] == says


def test_a_witness_that_omits_the_sentence_is_in_the_notes_on_its_words() -> None:
    (passage,) = (
        passage
        for passage in _telegram().edition.collation.passages
        if any(not one.sentences for one in passage.renderings)
    )

    notes = [_notes(_telegram()).get(entry.label, "") for entry in passage.entries]

    assert any(notes)
    assert all("omitted C" in note for note in notes if note)


def test_each_of_several_inserted_sentences_has_its_note_behind_it() -> None:
    witnesses = Witness("S", "One. Four."), Witness("A", "One. Two came. Three came. Four.")
    collation = collate(witnesses, Settings())
    decided = tuple(
        PlaceStatus(
            *(entry.place, entry.lemma, State.DECIDED, frozenset(), (), ()),
            entry.readings[0].wording,
        )
        for entry in collation.entries
    )
    document = printed_edition(Edition("", collation, Decisions(decided)), ReportOptions())

    pieces = [piece for lines in document.paragraphs() for line in lines for piece in line]
    behind = {
        after.note.label: before.text.strip()
        for before, after in pairwise(pieces)
        if isinstance(before, Printed) and isinstance(after, NoteMarker)
    }
    assert behind == {"1+1.1": "Two came.", "1+2.1": "Three came."}


@pytest.mark.parametrize(
    ("other", "changes", "notes"),
    [
        (
            "The mole and the pier were old near the quay. It fell.",
            {},
            {"1.1": "mole² ] pier A", "1.2": "mole³ ] quay A"},
        ),
        (
            "The mole and the pier were old near the quay. It fell.",
            {"mole and": "moles and"},
            {
                "1.1": "mole¹ ] pier A",
                "1.*1": "moles and kl ] mole and S A",
                "1.2": "mole² ] quay A",
            },
        ),
        (
            "The mole and the mole were old near the big mole. It fell.",
            {"were": "mole were"},
            {
                "1.*1": "mole were kl ] were S A",
                "1.1": "after the² ] added big A",
            },
        ),
        ("The mole and the mole were old near the mole. He fell.", {}, {"2.1": "It ] He A"}),
    ],
)
def test_words_that_are_several_times_in_a_sentence_are_numbered(
    other: str, changes: dict[str, str | None], notes: dict[str, str]
) -> None:
    texts = ("The mole and the mole were old near the mole. It fell.", other)

    document = printed_edition(small_edition(texts, changes), ReportOptions())

    assert _notes(document) == notes


def test_words_are_counted_in_their_own_sentence() -> None:
    seed = "The mole and the mole fell. It was near the old mole and the mole."
    other = "The mole and the pier fell. It was near the old mole and the pier."

    document = printed_edition(small_edition((seed, other), {}), ReportOptions())

    assert _notes(document) == {"1.1": "mole² ] pier A", "2.1": "mole² ] pier A"}


def test_occurrences_share_no_word() -> None:
    edition = small_edition(("It was so so so so bad.", "It was so bad."), {})
    occurrences = Occurrences(edition)

    numbers = [occurrences.number(Span(at, at + 5), "so so") for at in (7, 10, 13)]

    assert numbers == ["¹", "", "²"]


def test_a_word_with_a_note_sign_is_counted() -> None:
    texts = ("The mole and the mole¹ were old.", "The pier and the mole¹ were old.")

    document = printed_edition(small_edition(texts, {}), ReportOptions())

    assert _notes(document) == {"1.1": "mole¹ ] pier A"}


@pytest.mark.parametrize(
    ("printed", "note"),
    [
        ("red,\nviolets", "red, / violets kl ] red, violets S A"),
        ("red and\nviolets", "red and violets kl ] red, violets S A"),
    ],
)
def test_lines_are_marked_where_they_are_the_whole_change(printed: str, note: str) -> None:
    texts = ("Roses are red, violets are blue.", "Roses are red, violets are green.")

    document = printed_edition(small_edition(texts, {"red, violets": printed}), ReportOptions())

    assert _notes(document)["1.*1"] == note
    assert to_plain(document.emendations[0][1]) == note.partition(" kl ]")[0]


def test_the_number_after_a_figure_is_no_power() -> None:
    texts = ("We had 16 men and 16 guns.", "We had 16 men and 60 guns.")

    document = printed_edition(small_edition(texts, {}), ReportOptions())

    assert _notes(document)["1.1"].startswith("16 ² ] 60 A")


@pytest.mark.parametrize(
    ("label", "says"),
    [
        (
            "1.2",
            "words left out K. Lindgren ] [in the old hall] S B C; [bold]in the old hall[/bold] A",
        ),
        ("2.2", "should A K. Lindgren ] must S B; C see 2.1"),
        ("3.*1", "old salts mo, K. Lindgren ] seasoned sailors S; A B C see 3.1"),
        ("7.3", "brings C K. Lindgren ] or is to bring; will bring S A B"),
        ("4.1", "sixteen ] sixty B; 16 A — query"),
        ("6.3", "rumours ] rumors A — conflict"),
    ],
)
def test_a_note_says_whose_words_are_printed_and_what_is_open(label: str, says: str) -> None:
    assert _notes(_harbour())[label] == says


_SEED = "We met Mr Song at the gate.\n\nThe old mole was broken. They left at once.\n"
_A = "We met Mr Sung at the gate.\n\nThe ancient mole was broken. They left at once.\n"
_B = "We met Mr Song at the gate. The old mole was shattered. They left that day.\n"
_C = "We met Mr Sung at a gate.\n\nThey left at once.\n"
_D = "At the gate we met Mr Song.\n\nThe aged pier was broken. They left at once.\n"


@pytest.mark.parametrize(
    ("words", "printed", "label", "says"),
    [
        ("Mr Song", None, "1.*1", "Mr Song ] Mr Sung A C"),
        ("old mole", "aged pier", "2.*1", "aged pier D kl ] old mole S B; ancient mole A; "),
        (
            "old mole was",
            "aged pier was",
            "2.*1",
            "aged pier was D kl ] old mole was S B; ancient mole was A; omitted C",
        ),
        ("old mole was broken", "it broke", "2.*1", "it broke kl ] old mole was broken S; "),
        (
            "gate.\n\nThe old mole was",
            "gate. The aged pier was",
            "1.*1",
            (
                "gate. The aged pier was kl ] gate. ¶ The old mole was S B; "
                "gate. ¶ The ancient mole was A; C see 1.3, 2.4; D see 1.3, 2.1, 2.2"
            ),
        ),
        (
            "broken. They",
            "broken.\n\nThey",
            "2.*1",
            "broken. ¶ They kl ] broken. They S A D; shattered. They B",
        ),
        ("left at once", "", "3.*1", "words left out kl ] left at once S A C D; left that day B"),
    ],
)
def test_a_note_gives_all_the_words_of_each_witness(
    words: str, printed: str | None, label: str, says: str
) -> None:
    edition = small_edition([_SEED, _A, _B, _C, _D], {words: printed})

    notes = _notes(printed_edition(edition, ReportOptions()))

    assert notes[label].startswith(says)


def test_words_instead_of_an_addition_name_every_witness_without_it() -> None:
    text = "We met at noon. They left at once."
    edition = small_edition([text, text.replace("They", "It rained hard. They"), text], {})
    (entry,) = edition.collation.entries
    made = draft(
        DecisionTarget(edition, entry.lemma, entry),
        Choice(Action.EMEND, words="It rained.", why="He meant it."),
    )
    live = (replace(made, id="0194", by="kl"),)
    status = PlaceStatus(
        entry.place, entry.lemma, State.DECIDED, frozenset(), live, (), "It rained."
    )

    notes = _notes(
        printed_edition(replace(edition, decisions=Decisions((status,))), ReportOptions())
    )

    assert notes == {"1+1.1": "It rained. kl ] nothing S B; added It rained hard. A ▲"}


def test_differences_of_form_are_in_a_list_and_not_in_notes() -> None:
    forms = _sections(_telegram())["Names and forms"]

    assert any("Gao Gang ] Kao Kang A" in line for line in forms)
    assert {line.split()[0] for line in forms}.isdisjoint(_notes(_telegram()))


def test_every_place_has_a_note_or_a_line() -> None:
    lines = _sections(_telegram())["Names and forms"]
    forms = {item.split()[0] for line in lines for item in line.split(" · ")}
    labels = {entry.label for entry in _telegram().edition.collation.entries}

    unfolded = printed_edition(_telegram().edition, ReportOptions(unfolded=True))
    assert labels == forms | set(_notes(unfolded))


def test_a_folded_passage_has_no_notes_and_the_brief_counts_it() -> None:
    document = _telegram()
    unfolded = printed_edition(document.edition, ReportOptions(unfolded=True))
    brief = document.brief
    assert brief is not None

    left_out = set(_notes(unfolded)) - set(_notes(document))
    lines = [to_plain(line) for line in brief.lines]
    assert {label.partition(".")[0] for label in left_out} >= {"5", "9", "16"}
    assert "10.3" in _notes(document)
    assert lines[-1].startswith("16 passages folded · 34 places of other wording")
    assert any("B has “sixty” for “sixteen” (10)" in line for line in lines)


def test_notes_do_not_name_a_witness_without_text_beside_another_that_differs() -> None:
    seed = [
        "The fleet left the harbour at dawn.",
        "No news came for eleven days.",
        "Snow closed the road to the mountains.",
        "The consul was arrested in his house.",
        "The governor asks for bread and candles.",
        "Two bridges fell into the river.",
        "The bank refuses to pay the soldiers.",
        "A courier carries letters to the bishop.",
    ]
    texts = {"S": seed, "A": seed[4:], "B": [*seed[:2], *seed[3:], seed[2]]}
    witnesses = [Witness(siglum, "\n".join(text)) for siglum, text in texts.items()]
    collation = collate(witnesses, Settings(segmenter="lines"))

    document = printed_edition(Edition("fleet", collation), ReportOptions(unfolded=True))

    assert [part.siglum for part in collation.missing_parts] == ["A"]
    assert len(document.notes) == 1
    assert not re.search(r"\bA\b|no text", to_plain(document.notes[0].line))


def test_the_words_of_the_seed_have_the_tier_of_their_readings() -> None:
    printed = [
        piece
        for paragraph in _telegram().paragraphs()
        for line in paragraph
        for piece in line
        if isinstance(piece, Printed)
    ]

    assert "sixteen" in [one.text for one in printed if one.tier is Tier.SENSE]
    assert "about an armistice" in [one.text for one in printed if one.tier is Tier.WORDING]


def test_a_note_has_the_difference_of_sense_of_each_reading_beside_it() -> None:
    notes = _notes(_telegram())

    assert "16 A; sixty B ▲ number" in notes["10.3"]
    assert "rumours A ▲ not merely: “merely” omitted; It is" in notes["23.1"]


def test_a_note_does_not_repeat_words_that_it_has_already() -> None:
    seed = "Three ships left.\nThe dog ran away home.\n"
    other = "Four ships left.\n"
    texts = [Witness("S", seed), Witness("A", other)]

    document = printed_edition(
        Edition("", collate(texts, Settings(segmenter="lines"))), ReportOptions()
    )

    assert _notes(document) == {
        "1.1": "Three ] Four A ▲ number",
        "2.1": "The dog ran away home. ] omitted A ▲",
    }


def test_a_text_on_which_nobody_decided_lists_no_open_places() -> None:
    assert not _telegram().status
    assert "Open questions" not in _sections(_telegram())


def test_the_marks_in_the_text_are_explained_above_it() -> None:
    collation = collate(telegram(), Settings())
    plain = printed_edition(Edition("", collation), ReportOptions())
    formed = printed_edition(Edition("", collation), ReportOptions(form=True))

    assert "Underlined: other wording. Differences of form are not marked." in to_plain(
        plain.legend
    )
    assert "Dotted or in italics: form." in to_plain(formed.legend)
    assert not _harbour().legend


def test_an_unfinished_text_says_what_is_open_first() -> None:
    assert to_plain(_harbour().status).startswith(
        "Not finished: of 23 places, 16 undecided, 1 query, 1 conflict, 1 lost."
    )


def test_a_finished_text_says_nothing_of_that() -> None:
    collation = DECIDED.collation
    statuses = tuple(
        PlaceStatus(entry.place, entry.lemma, State.DECIDED, frozenset(), (), (), None)
        for entry in collation.entries
    )

    document = printed_edition(Edition("x", collation, Decisions(statuses)), ReportOptions())

    assert document.status == ()
    assert "Open questions" not in _sections(document)


def test_what_is_lost_is_told_with_its_words() -> None:
    questions = _sections(_harbour())["Open questions"]

    assert any(line.startswith("lost") and "Burn this letter." in line for line in questions)


def test_a_file_is_named_without_its_folders() -> None:
    assert [to_plain(line) for line in _telegram().witnesses] == [
        "S telegram-302sh.txt, the seed",
        "A A.txt",
        "B B.txt",
        "C C.txt",
    ]


def test_words_put_in_at_a_point_stand_before_their_sign() -> None:
    text = DECIDED.collation.seed.witness.text
    at = text.index(" oil")
    live = (decision("oil", Action.EMEND),)
    put_in = PlaceStatus("own", Span(at, at), State.DECIDED, frozenset(), live, (), "good")

    document = printed_edition(replace(DECIDED, decisions=Decisions((put_in,))), ReportOptions())
    (line,) = (line for paragraph in document.paragraphs() for line in paragraph)
    shown = "".join(
        piece.text if isinstance(piece, Printed) else f"[{piece.note.label}]"
        for piece in line
        if isinstance(piece, Printed | NoteMarker)
    )

    assert "barrels of good[4.*1][4.2] oil.[4.3]" in shown


def test_words_written_leftwards_keep_their_side_of_the_bracket() -> None:
    assert _notes(_harbour())["7.4"] == "שלום\u200e ] سلام\u200e A"


@settings(max_examples=50)
@given(decided_editions())
def test_the_paragraphs_hold_the_whole_established_text_and_every_sign_once(
    edition: Edition,
) -> None:
    document = printed_edition(edition, ReportOptions())
    pieces = [p for paragraph in document.paragraphs() for line in paragraph for p in line]

    text = "".join(piece.text for piece in pieces if isinstance(piece, Printed))
    whole = "".join(run.text for run in edition.runs())

    assert re.sub(r"\s", "", text) == re.sub(r"\s", "", sanitize_line(whole))
    signs = [piece.note.label for piece in pieces if isinstance(piece, NoteMarker)]
    assert sorted(signs) == sorted(note.label for note in document.notes)
    numbers = [piece.sentence for piece in pieces if isinstance(piece, SentenceNumber)]
    assert numbers == list(range(1, len(edition.collation.seed.sentences) + 1))
    opened = [piece.note.label for piece in pieces if isinstance(piece, QueryStart)]
    assert sorted(opened) == sorted(note.label for note, _ in document.questions)
    for label in opened:
        begins, ends = (
            next(i for i, p in enumerate(pieces) if isinstance(p, sort) and p.note.label == label)
            for sort in (QueryStart, NoteMarker)
        )
        assert begins < ends


def test_a_difference_of_form_that_touches_the_sense_has_a_note() -> None:
    sense = Sense(1.0, Tier.SENSE, None, "", "", "rule spelling of the harbour")

    def noted(collation: Collation) -> set[str]:
        return set(_notes(printed_edition(Edition("", collation), ReportOptions())))

    touching = replace(
        HARBOUR,
        passages=tuple(
            replace(passage, entries=tuple(_with_sense(one, sense) for one in passage.entries))
            for passage in HARBOUR.passages
        ),
    )
    assert noted(touching) - noted(HARBOUR) == {"2.6"}


def _with_sense(entry: Entry, sense: Sense) -> Entry:
    """Return place 2.6 with a sense; other places as they are."""
    if entry.label != "2.6":
        return entry
    return replace(entry, readings=tuple(replace(one, sense=sense) for one in entry.readings))


def test_the_method_names_the_language_of_each_text() -> None:
    assert "Languages: S en, A en, B en, C en." in _sections(_telegram())["Method"]


def test_a_folded_passage_has_no_marks_of_form() -> None:
    edition = Edition("", collate(telegram(), Settings()))
    folded = {
        one.label
        for run in passage_runs(edition, edition.collation.passages)
        if run.folded
        for one in run.passages
    }

    marked = printed_edition(edition, ReportOptions(form=True)).marked
    shown = {place.passage.label for place in marked if place.passage is not None}

    assert folded
    assert not shown & folded
    assert {place.label for place in printed_edition(edition, ReportOptions()).marked} < {
        place.label for place in marked
    }


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("html", "dit\u00a0: «\u00a0Venez\u202f!\u00a0»"),
        ("markdown", "dit\u00a0: «\u00a0Venez\u202f!\u00a0»"),
        ("latex", r"dit~: «~Venez\,!~»"),
        ("docx", "dit\u00a0: «\u00a0Venez\u202f!\u00a0»"),
        ("docx-changes", "dit\u00a0: «\u00a0Venez\u202f!\u00a0»"),
    ],
)
def test_spaces_at_which_no_line_ends_stay(form: str, shown: str) -> None:
    seed = "Il dit\u00a0: «\u00a0Venez\u202f!\u00a0» Il part."
    file = io.BytesIO()

    WRITERS[form].write(compare(seed, f"{seed} Oui.").edition, ReportOptions(), file)

    data = file.getvalue()
    if zipfile.is_zipfile(file):
        data = zipfile.ZipFile(file).read("word/document.xml")
    assert shown in data.decode()


def test_such_a_space_stays_between_marked_words() -> None:
    seed = "Elle paie dix\u00a0francs ici."
    others = (seed.replace("dix", "deux"), seed.replace("francs", "marks"))
    file = io.BytesIO()

    WRITERS["markdown"].write(compare(seed, *others).edition, ReportOptions(), file)

    assert re.search("dix\\S*\u00a0\\S*francs", file.getvalue().decode())
