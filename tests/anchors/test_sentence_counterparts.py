from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from variants.anchors.sentence_counterparts import SentenceCounterpart, find_sentence_counterparts

_SENTENCES = (
    *("The convoy left at dawn.", "The convoy left the harbour at dawn.", "So be it.", "Amen."),
    *("Sixteen ships were in it.", "Sixteen ships were in it, and no flag was shown.", "Why?"),
    *("Inform us of your opinion.", "Please inform us of your opinion at once.", "停战是有利的。"),
)
_states = st.lists(st.sampled_from(_SENTENCES), max_size=9)


@given(_states, _states)
def test_every_sentence_is_in_one_counterpart_at_most(old: list[str], new: list[str]) -> None:
    found = find_sentence_counterparts(old, new)

    for side in (0, 1):
        sentences = [number for pair in found for number in pair[side]]
        assert len(sentences) == len(set(sentences))


@given(_states)
def test_a_text_is_its_own_counterpart(state: list[str]) -> None:
    found = find_sentence_counterparts(state, state)

    assert found == [SentenceCounterpart((i,), (i,)) for i in range(len(state))]


@given(_states, st.data())
def test_a_sentence_put_in_changes_no_other_counterpart(
    state: list[str], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(state)))

    found = find_sentence_counterparts(state, [*state[:at], "Zyzzyva 1234567890!", *state[at:]])

    assert found == [SentenceCounterpart((i,), (i + (i >= at),)) for i in range(len(state))]


def test_joined_and_split_sentences_are_told() -> None:
    old = ["We trained them.", "They will fly soon.", "All is well here, the ships are late."]
    new = ["We trained them, and they will fly soon.", "All is well here.", "The ships are late."]

    assert find_sentence_counterparts(old, new) == [
        SentenceCounterpart((0, 1), (0,)),
        SentenceCounterpart((2,), (1, 2)),
    ]


def test_swapped_sentences_that_were_both_changed_are_not_taken_for_each_other() -> None:
    wise = "He that hears shall be like a wise man, which built his house upon a rock."
    fool = "He that hears not shall be like a fool, which built his house upon the sand."
    changed = [fool.replace("the sand", "sand"), wise.replace("a rock", "rock")]

    found = find_sentence_counterparts(["Amen.", wise, fool], ["Amen.", *changed])

    assert found == [
        SentenceCounterpart((0,), (0,)),
        SentenceCounterpart((1,), (2,)),
        SentenceCounterpart((2,), (1,)),
    ]


def test_twice_the_length_takes_about_twice_the_time() -> None:
    times = [min(_seconds(size) for _ in range(3)) for size in (1000, 2000)]

    assert times[1] < 3.2 * times[0]


def _seconds(size: int) -> float:
    draw = random.Random(1)  # noqa: S311 - equal texts in every run
    words = ["".join(draw.choices("abcdefghij", k=5)) for _ in range(2000)]
    old = [" ".join(draw.choices(words, k=20)) for _ in range(size)]
    # Every sentence is changed, so that no equal one cuts the text into blocks.
    new = [" ".join(draw.choices(words, k=1) + sentence.split()[1:]) for sentence in old]
    start = time.process_time()
    find_sentence_counterparts(old, new)
    return time.process_time() - start
