import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.editions import telegram
from tests.reports.collations import collations
from tests.reports.weighed import weighed
from tests.terminal.screens import coloured, plain, widest
from variants.brief.selection import Selection
from variants.pipeline import collate
from variants.settings import Settings
from variants.terminal import Layout, Order, View
from variants.types.collation import Collation
from variants.types.pattern import Occurrence, Pattern, Recurrences, Rendition, Usage
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.survey import survey_of
from variants.types.variant import VariantClass
from variants.types.witness import Witness

_COMMANDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_VIEWS = st.sampled_from([View(patterns=True), View(order=Order.WEIGHT)])


@cache
def _telegram() -> Collation:
    return collate(telegram(), Settings())


@settings(max_examples=60)
@given(collations(), _VIEWS, st.integers(30, 220))
def test_no_line_of_a_list_is_wider_than_the_terminal_or_ends_in_a_blank(
    collation: Collation, view: View, width: int
) -> None:
    screen = plain(collation, width, view)

    assert widest(screen) <= width
    assert not [line for line in screen.split("\n") if line != line.rstrip()]
    assert not _COMMANDS.search(screen)


@settings(max_examples=40)
@given(collations(), _VIEWS, st.integers(1, 29))
def test_no_list_is_too_odd_for_the_narrowest_terminal(
    collation: Collation, view: View, width: int
) -> None:
    coloured(collation, width, view)


@pytest.mark.parametrize("width", [45, 100])
def test_a_pattern_is_shown_with_its_witness_and_its_places(width: int) -> None:
    screen = " ".join(plain(_telegram(), width, View(patterns=True)).split())

    assert "3× armistice → truce B wording 6.2 7.3 21.11" in screen
    assert "conversation → talk B:2 C:2" in screen
    assert re.search(r"3× armistice B truce 3 C ceasefire 3 \(\d uncertain\) A the same 3", screen)


def test_words_come_first_and_form_is_summed_up_below() -> None:
    found = replace(weighed(), survey=survey_of(Recurrences(_mixed())))

    lines = plain(found, 100, View(patterns=True)).split("\n")
    chosen = Selection(classes=frozenset({VariantClass.FORM}))
    of_form = plain(found, 100, View(selection=chosen, patterns=True)).split("\n")

    start = lines.index("1 difference in several places")
    assert " ".join(lines[start + 1].split()) == "2× port → harbour C wording 1.1 2.1"
    assert lines[start + 2 : start + 4] == [
        "",
        (
            "2 differences of form in several places  , → omitted 9× · ; → , 3× · "
            "all of them with --class form"
        ),
    ]
    listed = of_form[of_form.index("2 differences in several places") + 1 :][:4]
    assert [" ".join(line.split()) for line in listed if line] == [
        "9× , → omitted C form 1.1 2.1 3.1 4.1 5.1 6.1 and 3 more",
        "3× ; → , C form 1.1 2.1 3.1",
    ]


def _mixed() -> tuple[Pattern, ...]:
    """Return two patterns of form, the more frequent ones, and one of wording."""
    drawn = [
        (",", "", VariantClass.FORM, 9),
        (";", ",", VariantClass.FORM, 3),
        ("port", "harbour", VariantClass.WORDING, 2),
    ]
    return tuple(
        Pattern(
            lemma,
            reading,
            variant_class,
            tuple(
                Occurrence(Span(n, n), "C", Span(n, n), f"{n}.1", f"p{n}")
                for n in range(1, places + 1)
            ),
        )
        for lemma, reading, variant_class, places in drawn
    )


def test_the_first_renderings_are_listed_and_the_others_counted() -> None:
    many = tuple(Rendition(f"word{n}", 1) for n in range(8))
    usages = (
        Usage("port", 8, (("B", many), ("C", (Rendition("port", 8),)))),
        Usage("ship", 3, (("B", (Rendition("ship", 2), Rendition("", 1))),)),
    )
    found = replace(weighed(), survey=survey_of(Recurrences(usages=usages)))

    lines = plain(found, 100, View(patterns=True)).split("\n")

    shown = [" ".join(line.split()) for line in lines if line][-2:]
    assert shown == [
        "8× port B word0 1 · word1 1 · word2 1 · word3 1 · word4 1 · word5 1 · and 2 more",
        "C the same 8",
    ]


def test_witnesses_that_always_repeat_a_word_share_a_row() -> None:
    same = (Rendition("port", 3),)
    usage = Usage("port", 3, (("A", same), ("B", (Rendition("quay", 3),)), ("C", same)))
    found = replace(weighed(), survey=survey_of(Recurrences(usages=(usage,))))

    lines = plain(found, 100, View(patterns=True)).split("\n")

    shown = [" ".join(line.split()) for line in lines if line][-2:]
    assert shown == ["3× port B quay 3", "A C the same 3"]


def test_function_words_without_a_counterpart_are_no_pattern() -> None:
    screen = plain(_telegram(), 100, View(patterns=True))

    assert "to → omitted" not in screen
    assert "nothing → The" not in screen


def test_suggested_terms_come_with_the_line_to_copy() -> None:
    text = "An armistice is near. The armistice holds. Every armistice ends."
    witnesses = [Witness("S", text), Witness("A", text.replace("armistice", "truce"))]
    found = collate(witnesses, Settings(terms=("adviser",)))

    lines = plain(found, 100, View(patterns=True)).split("\n")

    assert "3×  armistice → truce A 3" in lines
    assert 'terms = ["adviser", "armistice"]' in lines


def test_without_a_suggested_term_there_is_no_line_to_copy() -> None:
    assert "terms =" not in plain(weighed(), 100, View(patterns=True))


def test_only_patterns_of_the_chosen_class_and_witness_are_shown() -> None:
    chosen = Selection(witnesses=frozenset({"B"}), classes=frozenset({VariantClass.MODALITY}))

    screen = plain(_telegram(), 100, View(selection=chosen, patterns=True))

    patterns = screen.partition("in several places")[2].partition("\nWords that")[0]
    shown = [line.split()[1:] for line in patterns.split("\n") if "→" in line]
    assert shown == [["could", "→", "might", "B", "modality", "14.5", "15.3"]]
    assert " A  airmen" not in screen


def test_a_text_without_patterns_has_a_line_that_says_so() -> None:
    chosen = Selection(classes=frozenset({VariantClass.MEANING}))

    screen = plain(_telegram(), 80, View(selection=chosen, patterns=True))

    assert "No difference occurs in several places." in screen


def test_a_selection_of_patterns_counts_the_wording_in_hidden_ones() -> None:
    shown = plain(weighed_patterns(), 120, View(patterns=True))
    chosen = Selection(classes=frozenset({VariantClass.MEANING}))
    hidden = plain(weighed_patterns(), 120, View(selection=chosen, patterns=True))

    assert "hidden" not in shown
    assert "shown  class meaning · hidden  1 of 2 recurring differences\n" in hidden
    # Places 7.1 and 7.3 have the hidden pattern; 4.1 and 3.1 have the other.
    assert "hidden  2 places of other wording · 0.2 expected to touch the sense\n" in hidden


def weighed_patterns() -> Collation:
    """Return the collation by hand with two patterns, of the classes meaning and wording."""
    collation = weighed()
    places = {entry.label: entry.place for entry in collation.entries}

    def pattern(variant_class: VariantClass, *labels: tuple[str, str]) -> Pattern:
        occurrences = tuple(
            Occurrence(Span(n, n), siglum, Span(n, n), label, places[label])
            for n, (siglum, label) in enumerate(labels)
        )
        return Pattern("words", variant_class.value, variant_class, occurrences)

    meaning = pattern(VariantClass.MEANING, ("B", "3.1"), ("B", "4.1"))
    wording = pattern(VariantClass.WORDING, ("C", "7.1"), ("C", "7.3"))
    return replace(collation, survey=survey_of(Recurrences((meaning, wording))))


def test_by_weight_the_heaviest_tier_and_the_most_probable_come_first() -> None:
    screen = plain(_telegram(), 100, View(order=Order.WEIGHT))

    labels = re.findall(r"^ *(\d+(?:\+\d+)?\.\d+)  ", screen, re.MULTILINE)
    senses = {entry.label: entry.sense for entry in _telegram().entries}
    in_text = list(senses)
    weights = [
        (list(Tier).index(sense.tier), -sense.probability, in_text.index(label))
        for label in labels
        if (sense := senses[label]) is not None
    ]
    assert len(labels) == len(weights) == len(senses)
    assert weights == sorted(weights)
    assert len({tier for tier, _, _ in weights}) > 1


def test_by_weight_each_tier_has_a_heading() -> None:
    screen = plain(weighed(), 100, View(order=Order.WEIGHT))

    list_of_places = screen[screen.index("\nlikely to touch the sense\n") :]
    lines = re.findall(r"^(?:likely.*|other.*|form| *\d\.\d  )", list_of_places, re.MULTILINE)
    assert [line.strip() for line in lines[:4]] == [
        "likely to touch the sense",
        "4.1",
        "3.1",
        "other wording",
    ]
    assert lines.count("form") == 1


def test_by_weight_a_long_sentence_of_one_side_has_only_its_ends() -> None:
    first, last = "The port was quiet in those days. ", "Nobody saw them again on this coast."
    long = "Then all the ships of the northern fleet left the harbour at noon on Sunday. "
    added = "Only the old keeper of the light at the pier wrote it down for us. "
    moved = "We wonder every single evening who gave the order to sail so late again. "
    texts = {
        "S": first + moved + long + last,
        "A": first + moved + last,
        "B": moved + first + long + added + last,
    }
    found = collate([Witness(siglum, text) for siglum, text in texts.items()], Settings())

    by_weight = plain(found, 120, View(order=Order.WEIGHT))
    in_order = plain(found, 120, View(layout=Layout.READINGS))

    assert "  Then all the ships of the northern fleet … at noon on Sunday.  " in by_weight
    assert "  +Only the old keeper of the light at … it down for us.  " in by_weight
    assert "  We wonder every single evening who gave the … sail so late again.  " in by_weight
    assert "  ⇄We wonder every single evening who gave the … sail so late again.  " in by_weight
    assert "the northern fleet left the harbour" in in_order
