from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.anchors.segmented_texts import LETTER, forgotten, kept, resolve, segment, squeezed
from tests.strategies import texts
from variants.anchors.anchoring import Resolver, describe
from variants.anchors.carry import words_of
from variants.anchors.resolution import (
    Ambiguous,
    Found,
    Lost,
    Method,
    Resolution,
    Stale,
)
from variants.types.segmentation import Segmentation
from variants.types.span import Span

LITANY = "Have mercy. Have mercy. Grant us your peace. Amen."


@st.composite
def passages(draw: st.DrawFn) -> tuple[Segmentation, Span]:
    """Draw a segmented text and a span of its words."""
    cut = segment(draw(texts))
    words = words_of(cut)
    assume(words)
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 4, len(words) - 1)))
    return cut, Span(words[first].start, words[last].end)


@given(passages())
def test_an_unchanged_text_answers_by_position(passage: tuple[Segmentation, Span]) -> None:
    cut, span = passage

    found = Resolver(cut, forgotten).resolve(describe("letter", cut, span))

    assert found == Found(span, Method.POSITION)


@given(
    passages(), st.sampled_from(["A preface.\n\n", "⁂\n\n", "مقدمة.\n\n", "One. Two. Three.\n\n"])
)
def test_text_put_before_a_passage_only_moves_it(
    passage: tuple[Segmentation, Span], preface: str
) -> None:
    cut, span = passage
    later = segment(preface + cut.witness.text)

    found = Resolver(later, kept(cut)).resolve(describe("letter", cut, span))

    by = len(preface)
    assert found == Found(Span(span.start + by, span.end + by), Method.SENTENCE, moved=True)


@given(passages(), st.data())
def test_a_passage_whose_words_were_changed_is_not_carried(
    passage: tuple[Segmentation, Span], data: st.DataObject
) -> None:
    cut, span = passage
    inside = [word for word in words_of(cut) if span.covers(word)]
    word = data.draw(st.sampled_from(inside))
    text = cut.witness.text
    later = segment(text[: word.start] + "zzyzx" + text[word.end :])

    found = Resolver(later, kept(cut)).resolve(describe("letter", cut, span))

    assert not isinstance(found, Found)


@given(passages(), st.data())
def test_what_is_found_is_the_words_that_were_remembered(
    passage: tuple[Segmentation, Span], data: st.DataObject
) -> None:
    cut, span = passage
    later = segment(data.draw(texts) + cut.witness.text[data.draw(st.integers(0, 30)) :])
    old_text = data.draw(st.sampled_from([kept(cut), forgotten]))

    found = Resolver(later, old_text).resolve(describe("letter", cut, span))

    if isinstance(found, Found):
        assert squeezed(found.span.of(later.witness.text)) == squeezed(span.of(cut.witness.text))


@given(passages(), st.sampled_from(["NFC", "NFD"]))
def test_other_codes_for_the_same_accents_change_nothing(
    passage: tuple[Segmentation, Span], form: str
) -> None:
    cut, span = passage
    later = segment(_normal(form, cut.witness.text))
    # Where composing moves the borders of words or sentences, the words are not the same.
    assume(len(words_of(later)) == len(words_of(cut)))
    assume(len(later.sentences) == len(cut.sentences))

    found = Resolver(later, kept(cut)).resolve(describe("letter", cut, span))

    assert isinstance(found, Found)
    assert found.span.start == len(_normal(form, cut.witness.text[: span.start]))


@given(st.lists(st.integers(0, len(LETTER)), min_size=1, max_size=3, unique=True))
@example([46])
def test_other_newlines_change_nothing(places: list[int]) -> None:
    blanks = [at for at in places if LETTER[at : at + 1] == " "]
    old = segment("".join("\n" if at in blanks else c for at, c in enumerate(LETTER)))
    new = segment(old.witness.text.replace("\n", "\r\n"))

    found = resolve(old, new, "paper pilots, but battle")

    assert isinstance(found, Found)
    assert squeezed(found.span.of(new.witness.text)) == "paper pilots, but battle"


@pytest.mark.parametrize(
    ("old", "new", "method"),
    [
        ("be not paper", "be no paper", Method.WORDS),
        ("but battle", "but real battle", Method.WORDS),
        ("pilots. At least", "pilots; at least", Method.WORDS),
        ("but battle pilots.", "but battle pilots. There are few.", Method.SENTENCE),
        ("We met at nine. ", "", Method.SENTENCE),
        ("so that they", "so they", Method.WORDS),
        ("front, so that they", "front. So that they", Method.WORDS),
        ("nine. Your", "nine, and your", Method.WORDS),
    ],
)
def test_a_passage_is_carried_when_other_words_change(old: str, new: str, method: Method) -> None:
    later = LETTER.replace(old, new)

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    at = later.index("battle pilots")
    carried = method is Method.WORDS
    moved = "nine" not in later or "nine," in later or "front." in later
    assert found == Found(Span(at, at + 13), method, moved=moved, carried=carried)


@pytest.mark.parametrize(
    "words",
    [
        "👩‍👩‍👧 family",
        "e\u0301te\u0301",
        "שלום",
        "“هدنة”",
        "\u2067هدنة\u2069",
        "停战",
        "👍🏽",
        "ﬁn",
    ],
)
def test_words_of_any_script_are_remembered_and_carried_whole(words: str) -> None:
    old = segment(f"We met at nine. They said {words} then, and left.")
    new = segment(f"So it was. We met at nine. They all said {words} then, and left.")
    at = old.witness.text.index(words)

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(at, at + len(words))))

    there = new.witness.text.index(words)
    assert found == Found(Span(there, there + len(words)), Method.WORDS, moved=True, carried=True)


@pytest.mark.parametrize(
    ("new", "nearest"),
    [
        ("but fighting pilots.", "fighting pilots"),
        ("but battle-tested pilots.", "battle-tested pilots"),
        ("but combat pilots.", "combat pilots"),
        ("but battle and combat pilots.", "battle and combat pilots"),
        ("but men of war.", "men of war"),
        ("but.", ""),
    ],
)
def test_a_passage_whose_words_changed_is_stale_beside_the_words_of_now(
    new: str, nearest: str
) -> None:
    later = LETTER.replace("but battle pilots.", new)

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    assert isinstance(found, Stale)
    assert (found.was, found.span.of(later)) == ("battle pilots", nearest)


def test_a_sentence_that_was_moved_is_followed() -> None:
    first, second, third, last = (LETTER.split(". ")[i].rstrip(".") for i in range(4))
    later = f"{first}. {third}. {last}. {second}."

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE, moved=True)


def test_a_copy_of_a_sentence_elsewhere_is_left_alone() -> None:
    second = LETTER.split(". ")[1]
    later = f"{LETTER} {second}."

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    at = LETTER.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE)


def test_a_changed_sentence_beside_its_own_copy_is_not_mistaken_for_it() -> None:
    second = LETTER.split(". ")[1]
    later = f"{LETTER.replace('but battle', 'but fighting')} {second}."

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    assert isinstance(found, Stale)


def test_a_moved_sentence_and_a_near_copy_in_its_place_are_both_possible() -> None:
    second = f"{LETTER.split('. ')[1]}."
    near = LETTER.replace("to the front", "to the coast")
    later = f"{near} {second}"

    found = resolve(segment(LETTER), segment(later), "battle pilots")

    first = later.index("battle pilots")
    other = later.rindex("battle pilots")
    assert found == Ambiguous((Span(first, first + 13), Span(other, other + 13)))


def test_among_many_changed_sentences_a_copy_of_an_old_state_is_a_copy() -> None:
    names = ("Ann", "Ben", "Carl", "Dora", "Emil", "Frieda", "Georg", "Hilda", "Ivan", "Jane")
    lines = [f"{name} went down to the harbour of town {n}." for n, name in enumerate(names)]
    copied = "We met at nine and talked of the ice."
    text = " ".join(["So it was.", "All was well.", *lines, copied])
    changed = text.replace("went down", "walked").replace("met at nine", "met at noon")
    later = f"{copied} {changed}"

    found = resolve(segment(text), segment(later), "the ice")

    at = later.rindex("the ice")
    first = later.index("the ice")
    copies = (Span(first, first + 7),)
    assert found == Found(Span(at, at + 7), Method.WORDS, moved=True, carried=True, copies=copies)


def test_a_sentence_that_is_gone_is_lost() -> None:
    later = LETTER.replace(f"{LETTER.split('. ')[1]}. ", "")

    assert resolve(segment(LETTER), segment(later), "battle pilots") == Lost()


def test_a_sentence_that_is_gone_is_not_mistaken_for_its_twin() -> None:
    core = "they should take the old road to the harbour before"
    old = segment(
        f"We hear that {core} dawn. Nothing else was said. My brother wrote in May that {core} "
        "noon, and wait for the others near the mill, since nobody knows when the boats will come."
    )
    # The twin too has become another sentence, but it is the one with these words.
    new = segment(
        "Nothing else was said. In his last letter, which I have burned, my poor cousin asked "
        f"whether {core} night falls; I have no answer to that, whatever others may think about it."
    )
    at = old.witness.text.index("old road")

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(at, at + 8)))

    there = new.witness.text.index("old road")
    assert found == Ambiguous((Span(there, there + 8),))


def test_a_word_among_other_neighbours_is_only_offered_where_it_stands_twice() -> None:
    old = segment("Tom and Ann went home and slept.")
    new = segment("Tom with her and they went home and slept.")

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(4, 7)))

    assert found == Ambiguous((Span(13, 16),))


def test_words_that_may_be_these_or_those_are_ambiguous() -> None:
    old, new = segment("They took the cat and the dog."), segment("They took the dog.")

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(22, 25)))

    assert found == Ambiguous((Span(10, 13),))


def test_a_repeated_sentence_is_found_at_its_own_place() -> None:
    old, new = segment(LITANY), segment(f"{LITANY[:-5]} So be it.")

    found = Resolver(new, kept(old)).resolve(describe("litany", old, Span(17, 22)))

    assert found == Found(Span(17, 22), Method.SENTENCE)


@pytest.mark.parametrize(
    ("change", "point", "outcome"),
    [
        (("We met", "We all met"), "paper ", Found),
        (("paper pilots", "paper, pilots"), "paper ", Stale),
        (("not paper pilots", "no paper pilots"), "paper ", Found),
        (("paper pilots", "paper fliers"), "paper ", Stale),
        (("nine. Your", "nine. All your"), "nine. ", Stale),
        (("nine. Your", "ten. Your"), "nine. ", Found),
        (("your opinion.", "your opinion. Filippov"), "your opinion.", Stale),
        (("We met at nine. Your", "Your"), "We met at nine.", Stale),
    ],
)
def test_a_point_is_carried_while_its_neighbours_are_neighbours(
    change: tuple[str, str], point: str, outcome: type[Resolution]
) -> None:
    at = LETTER.index(point) + len(point)
    old, new = segment(LETTER), segment(LETTER.replace(*change))

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(at, at)))

    assert isinstance(found, outcome)
    if isinstance(found, Found):
        here, there = LETTER[at:].split(), new.witness.text[found.span.end :].split()
        assert here[:2] == there[:2]


@pytest.mark.parametrize("point", ["paper", "paper "])
def test_a_point_stays_on_its_side_of_the_space(point: str) -> None:
    at = LETTER.index(point) + len(point)
    old, new = segment(LETTER), segment(LETTER.replace("not paper", "no paper"))

    found = Resolver(new, kept(old)).resolve(describe("letter", old, Span(at, at)))

    assert isinstance(found, Found)
    assert new.witness.text[found.span.start :] == LETTER[at:]


def test_a_remembered_passage_knows_its_sentence_and_its_surroundings() -> None:
    at = LETTER.index("battle pilots")

    anchor = describe("letter", segment(LETTER), Span(at, at + 13))

    sentence = LETTER[anchor.position.start - anchor.within.start :]
    assert (anchor.sentence, sentence[:11]) == (2, "Your pilots")
    assert (anchor.quote.prefix, anchor.quote.suffix) == (
        LETTER[at - 32 : at],
        LETTER[at + 13 : at + 45],
    )


def test_a_point_after_a_sentence_belongs_to_it() -> None:
    at = LETTER.index(" Your")

    anchor = describe("letter", segment(LETTER), Span(at, at))

    assert (anchor.sentence, anchor.within) == (1, Span(at, at))


def test_nothing_past_the_end_of_a_text_is_remembered() -> None:
    with pytest.raises(ValueError, match="past the end"):
        describe("letter", segment("Short."), Span(4, 9))


def _normal(form: str, text: str) -> str:
    return unicodedata.normalize("NFC" if form == "NFC" else "NFD", text)
