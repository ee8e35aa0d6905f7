"""Anchors whose old text was not stored."""

from __future__ import annotations

import re

from tests.anchors.segmented_texts import LETTER, forgotten, resolve, segment
from variants.anchors.anchoring import Resolver, describe
from variants.anchors.resolution import (
    Ambiguous,
    Found,
    Lost,
    Method,
    Stale,
)
from variants.types.span import Span


def test_without_the_old_text_an_equal_sentence_is_enough() -> None:
    later = f"A preface. {LETTER.replace('at nine', 'at ten')}"

    found = resolve(segment(LETTER), segment(later), "battle pilots", forgotten)

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE, moved=True)


def test_without_the_old_text_words_in_their_surroundings_are_enough() -> None:
    later = LETTER.replace("We met at nine. Your", "We met, and your")

    found = resolve(segment(LETTER), segment(later), "battle pilots", forgotten)

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.QUOTE, moved=True, carried=True)


def test_without_the_old_text_other_surroundings_are_only_offered() -> None:
    later = LETTER.replace("so that they will be not paper pilots, but", "to become our first")

    found = resolve(segment(LETTER), segment(later), "battle pilots", forgotten)

    at = later.index("battle pilots")
    assert found == Ambiguous((Span(at, at + 13),))


def test_without_the_old_text_an_equal_sentence_at_several_places_is_ambiguous() -> None:
    old = segment("They went to the front at once, all of them battle pilots now. " * 3)
    new = segment(f"{old.witness.text}So be it.")
    at = [found.start() for found in re.finditer("battle pilots", old.witness.text)]

    found = Resolver(new, forgotten).resolve(describe("letter", old, Span(at[1], at[1] + 13)))

    assert isinstance(found, Ambiguous)
    assert Span(at[1], at[1] + 13) in found.spans


def test_without_the_old_text_alike_words_are_stale() -> None:
    later = LETTER.replace("battle pilots", "battle-pilots")

    found = resolve(segment(LETTER), segment(later), "battle pilots", forgotten)

    assert isinstance(found, Stale)
    assert found.span.of(later) == "battle-pilots"


def test_without_the_old_text_words_that_are_nowhere_are_lost() -> None:
    found = resolve(segment(LETTER), segment("Nothing of it. At all."), "battle pilots", forgotten)

    assert found == Lost()


def test_without_the_old_text_a_point_is_found_between_the_same_words() -> None:
    old, new = segment(LETTER), segment(LETTER.replace("We met at nine. Your", "Your good"))
    at = LETTER.index("paper ") + 5

    found = Resolver(new, forgotten).resolve(describe("letter", old, Span(at, at)))

    there = new.witness.text.index("paper ") + 5
    assert found == Found(Span(there, there), Method.QUOTE, moved=True, carried=True)


def test_a_text_that_is_not_the_one_that_was_decided_on_is_not_trusted() -> None:
    old, new = segment(LETTER), segment(f"So. {LETTER}")
    other = segment("Some other text. It has been kept by mistake.")

    found = Resolver(new, lambda _digest: other).resolve(describe("letter", old, Span(0, 6)))

    assert found == Found(Span(4, 10), Method.SENTENCE, moved=True)
