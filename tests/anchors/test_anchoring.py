from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

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
from variants.segmenters import cut_sentences
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness

LETTER = (
    "We met at nine. Your pilots must be sent to the front, so that they will be not paper pilots, "
    "but battle pilots. At least eight of the divisions must move now. Inform us of your opinion."
)
LITANY = "Have mercy. Have mercy. Grant us your peace. Amen."


@st.composite
def passages(draw: st.DrawFn) -> tuple[Segmentation, Span]:
    """Draw a segmented text and a span of its words."""
    cut = _cut(draw(texts))
    words = words_of(cut)
    assume(words)
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 4, len(words) - 1)))
    return cut, Span(words[first].start, words[last].end)


@given(passages())
def test_an_unchanged_text_answers_by_position(passage: tuple[Segmentation, Span]) -> None:
    cut, span = passage

    found = Resolver(cut, _forgotten).resolve(describe("letter", cut, span))

    assert found == Found(span, Method.POSITION)


@given(
    passages(), st.sampled_from(["A preface.\n\n", "⁂\n\n", "مقدمة.\n\n", "One. Two. Three.\n\n"])
)
def test_text_put_before_a_passage_only_moves_it(
    passage: tuple[Segmentation, Span], preface: str
) -> None:
    cut, span = passage
    later = _cut(preface + cut.witness.text)

    found = Resolver(later, _kept(cut)).resolve(describe("letter", cut, span))

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
    later = _cut(text[: word.start] + "zzyzx" + text[word.end :])

    found = Resolver(later, _kept(cut)).resolve(describe("letter", cut, span))

    assert not isinstance(found, Found)


@given(passages(), st.data())
def test_what_is_found_is_the_words_that_were_remembered(
    passage: tuple[Segmentation, Span], data: st.DataObject
) -> None:
    cut, span = passage
    later = _cut(data.draw(texts) + cut.witness.text[data.draw(st.integers(0, 30)) :])
    old_text = data.draw(st.sampled_from([_kept(cut), _forgotten]))

    found = Resolver(later, old_text).resolve(describe("letter", cut, span))

    if isinstance(found, Found):
        assert _plain(found.span.of(later.witness.text)) == _plain(span.of(cut.witness.text))


@given(passages(), st.sampled_from(["NFC", "NFD"]))
def test_other_codes_for_the_same_accents_change_nothing(
    passage: tuple[Segmentation, Span], form: str
) -> None:
    cut, span = passage
    later = _cut(_normal(form, cut.witness.text))
    # Where composing moves the borders of words or sentences, the words are not the same.
    assume(len(words_of(later)) == len(words_of(cut)))
    assume(len(later.sentences) == len(cut.sentences))

    found = Resolver(later, _kept(cut)).resolve(describe("letter", cut, span))

    assert isinstance(found, Found)
    assert found.span.start == len(_normal(form, cut.witness.text[: span.start]))


@given(st.lists(st.integers(0, len(LETTER)), min_size=1, max_size=3, unique=True))
@example([46])
def test_other_newlines_change_nothing(places: list[int]) -> None:
    blanks = [at for at in places if LETTER[at : at + 1] == " "]
    old = _cut("".join("\n" if at in blanks else c for at, c in enumerate(LETTER)))
    new = _cut(old.witness.text.replace("\n", "\r\n"))

    found = _resolve(old, new, "paper pilots, but battle")

    assert isinstance(found, Found)
    assert _plain(found.span.of(new.witness.text)) == "paper pilots, but battle"


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

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots")

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
    old = _cut(f"We met at nine. They said {words} then, and left.")
    new = _cut(f"So it was. We met at nine. They all said {words} then, and left.")
    at = old.witness.text.index(words)

    found = Resolver(new, _kept(old)).resolve(describe("letter", old, Span(at, at + len(words))))

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

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots")

    assert isinstance(found, Stale)
    assert (found.was, found.span.of(later)) == ("battle pilots", nearest)


def test_a_sentence_that_was_moved_is_followed() -> None:
    first, second, third, last = (LETTER.split(". ")[i].rstrip(".") for i in range(4))
    later = f"{first}. {third}. {last}. {second}."

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots")

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE, moved=True)


def test_a_copy_of_a_sentence_elsewhere_is_left_alone() -> None:
    second = LETTER.split(". ")[1]
    later = f"{LETTER} {second}."

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots")

    at = LETTER.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE)


def test_a_changed_sentence_beside_its_own_copy_is_not_mistaken_for_it() -> None:
    second = LETTER.split(". ")[1]
    later = f"{LETTER.replace('but battle', 'but fighting')} {second}."

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots")

    assert isinstance(found, Stale)


def test_a_sentence_that_is_gone_is_lost() -> None:
    later = LETTER.replace(f"{LETTER.split('. ')[1]}. ", "")

    assert _resolve(_cut(LETTER), _cut(later), "battle pilots") == Lost()


def test_a_sentence_that_is_gone_is_not_mistaken_for_its_twin() -> None:
    core = "they should take the old road to the harbour before"
    old = _cut(
        f"We hear that {core} dawn. Nothing else was said. My brother wrote in May that {core} "
        "noon, and wait for the others near the mill, since nobody knows when the boats will come."
    )
    # The twin too has become another sentence, but it is the one with these words.
    new = _cut(
        "Nothing else was said. In his last letter, which I have burned, my poor cousin asked "
        f"whether {core} night falls; I have no answer to that, whatever others may think about it."
    )
    at = old.witness.text.index("old road")

    found = Resolver(new, _kept(old)).resolve(describe("letter", old, Span(at, at + 8)))

    there = new.witness.text.index("old road")
    assert found == Ambiguous((Span(there, there + 8),))


def test_a_word_among_other_neighbours_is_only_offered_where_it_stands_twice() -> None:
    old = _cut("Tom and Ann went home and slept.")
    new = _cut("Tom with her and they went home and slept.")

    found = Resolver(new, _kept(old)).resolve(describe("letter", old, Span(4, 7)))

    assert found == Ambiguous((Span(13, 16),))


def test_words_that_may_be_these_or_those_are_ambiguous() -> None:
    old, new = _cut("They took the cat and the dog."), _cut("They took the dog.")

    found = Resolver(new, _kept(old)).resolve(describe("letter", old, Span(22, 25)))

    assert found == Ambiguous((Span(10, 13),))


def test_a_repeated_sentence_is_found_at_its_own_place() -> None:
    old, new = _cut(LITANY), _cut(f"{LITANY[:-5]} So be it.")

    found = Resolver(new, _kept(old)).resolve(describe("litany", old, Span(17, 22)))

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
    old, new = _cut(LETTER), _cut(LETTER.replace(*change))

    found = Resolver(new, _kept(old)).resolve(describe("letter", old, Span(at, at)))

    assert isinstance(found, outcome)
    if isinstance(found, Found):
        here, there = LETTER[at:].split(), new.witness.text[found.span.end :].split()
        assert here[:2] == there[:2]


def test_without_the_old_text_an_equal_sentence_is_enough() -> None:
    later = f"A preface. {LETTER.replace('at nine', 'at ten')}"

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots", _forgotten)

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.SENTENCE, moved=True)


def test_without_the_old_text_words_in_their_surroundings_are_enough() -> None:
    later = LETTER.replace("We met at nine. Your", "We met, and your")

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots", _forgotten)

    at = later.index("battle pilots")
    assert found == Found(Span(at, at + 13), Method.QUOTE, moved=True, carried=True)


def test_without_the_old_text_other_surroundings_are_only_offered() -> None:
    later = LETTER.replace("so that they will be not paper pilots, but", "to become our first")

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots", _forgotten)

    at = later.index("battle pilots")
    assert found == Ambiguous((Span(at, at + 13),))


def test_without_the_old_text_an_equal_sentence_at_several_places_is_ambiguous() -> None:
    old = _cut("They went to the front at once, all of them battle pilots now. " * 3)
    new = _cut(f"{old.witness.text}So be it.")
    at = [found.start() for found in re.finditer("battle pilots", old.witness.text)]

    found = Resolver(new, _forgotten).resolve(describe("letter", old, Span(at[1], at[1] + 13)))

    assert isinstance(found, Ambiguous)
    assert Span(at[1], at[1] + 13) in found.spans


def test_without_the_old_text_alike_words_are_stale() -> None:
    later = LETTER.replace("battle pilots", "battle-pilots")

    found = _resolve(_cut(LETTER), _cut(later), "battle pilots", _forgotten)

    assert isinstance(found, Stale)
    assert found.span.of(later) == "battle-pilots"


def test_without_the_old_text_words_that_are_nowhere_are_lost() -> None:
    found = _resolve(_cut(LETTER), _cut("Nothing of it. At all."), "battle pilots", _forgotten)

    assert found == Lost()


def test_without_the_old_text_a_point_is_found_between_the_same_words() -> None:
    old, new = _cut(LETTER), _cut(LETTER.replace("We met at nine. Your", "Your good"))
    at = LETTER.index("paper ") + 5

    found = Resolver(new, _forgotten).resolve(describe("letter", old, Span(at, at)))

    there = new.witness.text.index("paper ") + 5
    assert found == Found(Span(there, there), Method.QUOTE, moved=True, carried=True)


def test_a_text_that_is_not_the_one_that_was_decided_on_is_not_trusted() -> None:
    old, new = _cut(LETTER), _cut(f"So. {LETTER}")
    other = _cut("Some other text. It has been kept by mistake.")

    found = Resolver(new, lambda _digest: other).resolve(describe("letter", old, Span(0, 6)))

    assert found == Found(Span(4, 10), Method.SENTENCE, moved=True)


def test_a_remembered_passage_knows_its_sentence_and_its_surroundings() -> None:
    at = LETTER.index("battle pilots")

    anchor = describe("letter", _cut(LETTER), Span(at, at + 13))

    sentence = LETTER[anchor.position.start - anchor.within.start :]
    assert (anchor.sentence, sentence[:11]) == (2, "Your pilots")
    assert (anchor.quote.prefix, anchor.quote.suffix) == (
        LETTER[at - 32 : at],
        LETTER[at + 13 : at + 45],
    )


def test_a_point_after_a_sentence_belongs_to_it() -> None:
    at = LETTER.index(" Your")

    anchor = describe("letter", _cut(LETTER), Span(at, at))

    assert (anchor.sentence, anchor.within) == (1, Span(at, at))


def test_nothing_past_the_end_of_a_text_is_remembered() -> None:
    with pytest.raises(ValueError, match="past the end"):
        describe("letter", _cut("Short."), Span(4, 9))


def _cut(text: str) -> Segmentation:
    return cut_sentences(Witness("S", text))


def _kept(old: Segmentation) -> Callable[[str], Segmentation | None]:
    return lambda digest: old if digest == old.witness.digest else None


def _forgotten(_digest: str) -> None:
    return None


def _resolve(
    old: Segmentation,
    new: Segmentation,
    words: str,
    old_text: Callable[[str], Segmentation | None] | None = None,
) -> Resolution:
    at = _plain(old.witness.text).index(words)
    anchor = describe("letter", old, Span(at, at + len(words)))
    return Resolver(new, old_text or _kept(old)).resolve(anchor)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _normal(form: str, text: str) -> str:
    return unicodedata.normalize("NFC" if form == "NFC" else "NFD", text)
