from __future__ import annotations

from dataclasses import replace

import pytest

from variants.brief import (
    Brief,
    BriefGroup,
    BriefItem,
    BriefShare,
    Change,
    count_tiers,
    make_brief,
)
from variants.brief.brief_text import item_line, title_of
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation, Reading
from variants.types.sense import MODEL, Sense, SenseSort, Tier
from variants.types.witness import Witness
from variants.wording.text_runs import to_plain


def brief_of(seed: str, *others: str) -> Brief:
    """Return the brief of texts with a sentence a line."""
    return make_brief(_compared(seed, *others))


def _compared(seed: str, *others: str) -> Collation:
    texts = [Witness(siglum, text) for siglum, text in zip("SABC", [seed, *others], strict=False)]
    return collate(texts, Settings(segmenter="lines"))


def said(groups: tuple[BriefGroup, ...]) -> list[str]:
    """Return the groups as text."""
    return [
        f"{title_of(group)}: " + " · ".join(to_plain(item_line(item)) for item in group.items)
        for group in groups
    ]


_SEED = "They sent sixteen ships to the harbour.\nWe leave at noon.\nNobody was in the house.\n"


def test_a_number_is_a_sentence_with_both_words() -> None:
    brief = brief_of(_SEED, _SEED.replace("sixteen", "sixty"))

    assert said(brief.groups) == ["Numbers: A has “sixty” for “sixteen” (1)"]


def test_words_are_quoted_as_they_are_written() -> None:
    brief = brief_of(
        "It began at 16:30 on 3.VI.1951, for certain.\n",
        "It began at 17:30 on 3.VII.1951, for uncertain.\n",
    )

    assert set(said(brief.groups)) == {
        "Dates: A has “3.VII.1951” for “3.VI.1951” (1)",
        "Time: A has “17:30” for “16:30” (1)",
        "Not and opposites: A has “uncertain” for “certain” (1)",
    }


def test_witnesses_that_agree_are_named_together() -> None:
    other = _SEED.replace("sixteen", "sixty")

    brief = brief_of(_SEED, other, _SEED, other)

    assert said(brief.groups) == ["Numbers: A and C have “sixty” for “sixteen” (1)"]


def test_one_difference_in_several_sentences_is_one_item() -> None:
    seed = "They sent sixteen ships to the harbour.\nThen sixteen ships came back to the town.\n"

    brief = brief_of(seed, seed.replace("sixteen", "sixty"))

    assert said(brief.groups) == ["Numbers: A has “sixty” for “sixteen” (1, 2)"]


def test_one_difference_in_other_sentences_of_other_witnesses_is_one_item() -> None:
    seed = "They sent sixteen ships to the harbour.\nThen sixteen ships came back to the town.\n"
    first, second = seed.splitlines(keepends=True)
    here, there = first.replace("sixteen", "sixty"), second.replace("sixteen", "sixty")

    brief = brief_of(seed, here + second, here + there, first + there)

    assert said(brief.groups) == ["Numbers: A (1), B (1, 2) and C (2) have “sixty” for “sixteen”"]


def test_an_order_with_a_capital_is_no_name() -> None:
    seed = "And he said, Ship it here.\nThey ship the grain and land it.\nWe wait.\n"
    names = "And he said, Pskov holds.\nThey ship the grain and land it.\nWe wait.\n"

    orders = brief_of(seed, seed.replace("Ship it here", "Land it here"))
    others = brief_of(names, names.replace("Pskov", "Minsk"))

    assert said(orders.groups) == ["Other: A has “Land” for “Ship” (1)"]
    assert said(others.groups) == ["Names: A has “Minsk” for “Pskov” (1)"]


@pytest.mark.parametrize(("confidence", "verb"), [(1.0, "leaves"), (0.5, "perhaps leaves")])
def test_words_that_may_have_a_counterpart_are_perhaps_left_out(
    confidence: float, verb: str
) -> None:
    seed = "You have surely seen the ships.\nWe leave at noon.\n"
    compared = _compared(seed, seed.replace("surely ", ""))
    sense = Sense(0.5, Tier.SENSE, SenseSort.CERTAINTY, "surely", "", MODEL)

    groups = make_brief(_judged(compared, sense, confidence)).groups

    assert said(groups) == [f"Certainty: A {verb} out “surely” (1)"]


def test_a_difference_without_words_quotes_its_marks() -> None:
    seed = "You have seen the ships.\nWe leave at noon.\n"
    compared = _compared(seed, seed.replace("ships.", "ships?"))
    sense = Sense(0.5, Tier.SENSE, SenseSort.CERTAINTY, "", "", MODEL)

    (line,) = said(make_brief(_judged(compared, sense)).groups)

    assert line == "Certainty: A has “?” for “.” (1)"


def test_a_term_has_no_small_words_or_gaps_at_its_ends() -> None:
    seed = "We therefore advise you to wait.\nWe leave at noon.\n"
    compared = _compared(seed, seed.replace("We therefore advise you", "You must"))
    sense = Sense(0.5, Tier.SENSE, SenseSort.TERM, "We … advise", "", MODEL)

    (line,) = said(make_brief(_judged(compared, sense)).groups)

    assert line == "Terms: A leaves out “advise” (1)"


def _judged(collation: Collation, sense: Sense, confidence: float = 1.0) -> Collation:
    """Return a collation in which each reading has this sense, and this confidence."""

    def judged(reading: Reading) -> Reading:
        places = tuple(replace(one, confidence=confidence) for one in reading.attestations)
        return replace(reading, sense=sense, attestations=places)

    passages = [
        replace(
            passage,
            entries=tuple(
                replace(entry, readings=tuple(judged(one) for one in entry.readings))
                for entry in passage.entries
            ),
        )
        for passage in collation.passages
    ]
    return replace(collation, passages=tuple(passages))


def test_a_range_of_sentences_is_plural() -> None:
    item = BriefItem(Change.MOVED, "", "", (BriefShare(("B",), ("5–6",)),), 0.9, whole=True)

    assert to_plain(item_line(item)) == "B moves sentences 5–6"


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("27", "28", "29", "47"), "B leaves out sentences 27–29, 47"),
        (("3", "4"), "B leaves out sentences 3, 4"),
        (
            tuple(map(str, (*range(1, 16, 2), *range(20, 24)))),
            "B leaves out sentences 1, 3, 5, 7, 9, 11, 13, 15 and 4 more",
        ),
    ],
)
def test_consecutive_sentences_are_a_range(labels: tuple[str, ...], said: str) -> None:
    share = BriefShare(("B",), labels)
    item = BriefItem(Change.LEFT_OUT, "", "", (share,), 1.0, whole=True)

    assert to_plain(item_line(item)) == said


def test_whole_sentences_are_a_group_of_their_own() -> None:
    first, second, third = _SEED.splitlines(keepends=True)
    added = "The bell of the chapel rang for the morning prayer, as it did every day.\n"

    brief = brief_of(_SEED, first + third, first + second + third + added)

    assert said(brief.groups) == [
        "Sentences: B adds a sentence after 3 · A leaves out sentence 2",
    ]


def test_sentences_added_at_one_point_are_counted() -> None:
    added = "The bell of the chapel rang for the morning prayer.\nA dog barked at the gate twice.\n"

    brief = brief_of(_SEED, _SEED + added)

    assert said(brief.groups) == ["Sentences: A adds 2 sentences after 3"]


def test_equal_texts_have_an_empty_brief() -> None:
    brief = brief_of(_SEED, _SEED)

    assert (brief.groups, brief.readings, brief.places) == ((), 0, 0)
    assert brief.sense == (0, 0, 0)
    assert brief.differing == (0.0, 0.0, 0.0)


def test_readings_are_counted_by_witness_and_tier() -> None:
    other = _SEED.replace("sixteen", "sixty").replace("harbour", "harbor")

    (counts,) = count_tiers(_compared(_SEED, other))

    assert (counts.siglum, counts.sense, counts.wording, counts.form) == ("A", 1, 0, 1)


def test_the_curve_has_a_number_for_each_sentence() -> None:
    brief = brief_of(_SEED, _SEED.replace("sixteen", "sixty"))

    assert brief.sense == (1, 0, 0)
    assert brief.differing[0] > 0
    assert brief.differing[1:] == (0.0, 0.0)


def test_other_wording_is_counted_as_not_shown() -> None:
    brief = brief_of(_SEED, _SEED.replace("sixteen", "sixty").replace("leave", "depart"))

    assert brief.hidden is not None
    assert brief.hidden.places == 1


_LETTER = "".join(
    f"{line}\n"
    for line in (
        "The fleet left the harbour at dawn.",
        "No news came for eleven days.",
        "Snow closed the road to the mountains.",
        "The governor asks for bread and candles.",
        "Two bridges fell into the river.",
        "The bank refuses to pay the soldiers.",
        "A courier carries letters to the bishop.",
        "Wolves were seen near the northern gate.",
        "The printers have stopped their work.",
        "Nobody has opened the granary since Easter.",
    )
)
_LINES = _LETTER.splitlines(keepends=True)


def test_a_fragment_is_one_fact() -> None:
    brief = brief_of(_LETTER, "".join(_LINES[3:6]))

    assert brief.readings == 0
    assert said(brief.groups) == [
        "Sentences: A begins at sentence 4 and ends at sentence 6 (no text before and after)"
    ]


def test_witnesses_with_the_same_beginning_are_named_together() -> None:
    brief = brief_of(_LETTER, "".join(_LINES[4:]), _LETTER, "".join(_LINES[4:]))

    assert said(brief.groups) == ["Sentences: A and C begin at sentence 5 (no text before)"]


def test_a_part_that_is_missing_between_is_one_fact() -> None:
    brief = brief_of(_LETTER, "".join([*_LINES[:3], *_LINES[6:]]), "".join(_LINES[:6]))

    assert said(brief.groups) == [
        "Sentences: A has no text for sentences 4–6 · B ends at sentence 6 (no text after)"
    ]


def test_missing_parts_are_not_counted_as_readings() -> None:
    (counts,) = count_tiers(_compared(_LETTER, "".join(_LINES[3:6])))

    assert (counts.sense, counts.wording, counts.form) == (0, 0, 0)


def test_missing_parts_are_kept_as_numbers() -> None:
    brief = brief_of(_LETTER, "".join([*_LINES[:3], *_LINES[6:]]), "".join(_LINES[3:6]))

    parts = {
        share.sigla: (item.change, share.parts, share.sentences)
        for group in brief.groups
        for item in group.items
        for share in item.shares
        if share.parts
    }
    assert parts[("A",)] == (Change.MISSING, ((4, 6),), ())
    assert parts[("B",)] == (Change.WITHIN, ((4, 6),), ())
