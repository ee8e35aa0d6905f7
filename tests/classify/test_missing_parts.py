from __future__ import annotations

from random import Random

import pytest

from variants.classify.missing_parts import find_missing_parts
from variants.pipeline import collate
from variants.settings import ClassificationRule, Settings
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.collation import Collation, Reading
from variants.types.ranks import share_differing
from variants.types.segmentation import Segmentation
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.variant import Kind, VariantClass
from variants.types.witness import Witness


def _cut(siglum: str, sentences: int) -> Segmentation:
    spans = tuple(Span(2 * n, 2 * n + 2) for n in range(sentences))
    return Segmentation(Witness(siglum, ".\n" * sentences), spans)


def _parts(shapes: str, relatedness: float = 1.0) -> list[tuple[int, int]]:
    """Return the missing parts of a witness with these sentences.

    A letter stands for a bead: p for a pair, o for an omission, a for an addition, m for a pair
    that moved to the end of the witness.
    """
    beads, i, j = [], 0, 0
    kept = sum(shape in "pa" for shape in shapes)  # Moved ones come after them.
    for shape in shapes:
        seed = () if shape == "a" else (i,)
        other: tuple[int, ...] = () if shape == "o" else (kept if shape == "m" else j,)
        beads.append(Bead(seed, other, 0.9, moved=shape == "m"))
        i += shape != "a"
        j += shape in "pa"
        kept += shape == "m"
    alignment = Alignment(_cut("S", i), _cut("A", kept), tuple(beads), relatedness)
    return [(part.first, part.last) for part in find_missing_parts(alignment)]


def test_a_fragment_lacks_what_is_before_and_after() -> None:
    assert _parts("o" * 11 + "p" * 29 + "o" * 20) == [(0, 10), (40, 59)]


def test_a_short_fragment_of_a_short_text() -> None:
    assert _parts("oo" + "pp" + "oooo") == [(0, 1), (4, 7)]


def test_single_sentences_at_the_ends_are_omitted() -> None:
    assert _parts("o" + "p" * 40 + "o") == []


def test_a_chapter_between_is_missing() -> None:
    assert _parts("p" * 20 + "o" * 15 + "p" * 20) == [(20, 34)]


def test_an_abridgement_leaves_sentences_out() -> None:
    chance = Random(5)  # noqa: S311 - repeatable
    shapes = "".join(chance.choice("po") for _ in range(300))

    assert "ooooo" in shapes
    assert _parts(shapes) == []


def test_other_sentences_in_the_place_are_another_version() -> None:
    assert _parts("p" * 20 + "o" * 15 + "a" * 12 + "p" * 20) == []
    assert _parts("p" * 20 + "o" * 15 + "a" + "p" * 20) == [(20, 34)]


def test_a_sentence_that_moved_does_not_divide_a_missing_part() -> None:
    assert _parts("o" * 15 + "m" + "o" * 15 + "p" * 30) == [(0, 30)]


def test_unrelated_texts_have_no_missing_parts() -> None:
    assert _parts("o" * 30 + "p" * 2 + "o" * 30, relatedness=0.05) == []
    assert _parts("o" * 30) == []


_SEED = [
    "The fleet left the harbour at dawn.",
    "No news came for eleven days.",
    "Snow closed the road to the mountains.",
    "The consul was arrested in his house.",
    "The governor asks for bread and candles.",
    "Two bridges fell into the river.",
    "The bank refuses to pay the soldiers.",
    "A courier carries letters to the bishop.",
    "Wolves were seen near the northern gate.",
    "The printers have stopped their work.",
]
_FRAGMENT = ["The governor is asking for bread and candles.", "Two bridges fell in the river."]


def _compared(*others: list[str], rules: tuple[ClassificationRule, ...] = ()) -> Collation:
    texts = [_SEED, *others]
    witnesses = [Witness(name, "\n".join(t)) for name, t in zip("SABC", texts, strict=False)]
    return collate(witnesses, Settings(segmenter="lines", rules=rules))


def test_what_a_fragment_lacks_is_no_difference_of_sense() -> None:
    collation = _compared(_FRAGMENT)

    assert [(p.siglum, p.first, p.last) for p in collation.missing_parts] == [
        ("A", 0, 3),
        ("A", 6, 9),
    ]
    absent = [reading for entry in collation.entries for reading in entry.readings]
    assert [reading.sense for reading in absent if reading.missing] == [None] * 8
    assert all(reading.tier is not Tier.SENSE for reading in absent)


@pytest.mark.parametrize(
    ("fragment", "lost"),
    [
        (["arrested in his house.", *_SEED[4:6]], "The consul was"),
        ([*_SEED[3:5], "Two bridges fell"], "into the river."),
    ],
)
def test_words_where_a_fragment_is_cut_off_do_not_touch_the_sense(
    fragment: list[str], lost: str
) -> None:
    ((words, reading),) = _omissions(_compared(fragment))

    assert words == lost
    assert reading.sense is not None
    assert reading.sense.by == "rule text cut off"
    assert reading.tier is Tier.WORDING


@pytest.mark.parametrize(
    "other",
    [
        [*_SEED[3:5], "Two bridges fell."],
        ["left the harbour at dawn.", *_SEED[1:]],
        [*_SEED[:9], "The printers have stopped"],
        [*_SEED[3:5], "fell into the river."],
        ["governor asks for candles.", *_SEED[5:7]],
        [*_SEED[2:4], "The governor asks for candles"],
    ],
)
def test_words_that_a_text_leaves_out_may_touch_the_sense(other: list[str]) -> None:
    ((_, reading),) = _omissions(_compared(other))

    assert reading.sense is not None
    assert reading.sense.by == "model"


@pytest.mark.parametrize(
    ("sentence", "other", "lost"),
    [
        ("The old bishop Pell refuses to pay.", "Pell refuses to pay.", "The old bishop"),
        ("the old bishop refuses to pay.", "bishop refuses to pay.", "the old"),
        ("The bishop refuses to pay the soldiers", "The bishop refuses to pay", "the soldiers"),
        ("The bishop is not here. It is winter.", "The bishop is not here.", "It is winter."),
    ],
)
def test_a_fragment_of_whole_sentences_is_not_cut_off(sentence: str, other: str, lost: str) -> None:
    seed = [*_SEED[:4], sentence, *_SEED[6:]]
    witnesses = [Witness("S", "\n".join(seed)), Witness("A", other)]

    ((words, reading),) = _omissions(collate(witnesses, Settings(segmenter="lines")))

    assert words == lost
    assert reading.sense is not None
    assert reading.sense.by == "model"


def _omissions(collation: Collation) -> list[tuple[str, Reading]]:
    text = collation.seed.witness.text
    return [
        (entry.lemma.of(text), reading)
        for entry in collation.entries
        for reading in entry.readings
        if reading.kind is Kind.OMITTED and not reading.missing
    ]


def test_another_witness_still_omits_the_sentence() -> None:
    collation = _compared(_FRAGMENT, _SEED[:2] + _SEED[3:])

    (passage,) = [one for one in collation.passages if one.sentences == (2,)]
    (entry,) = passage.entries
    (reading,) = entry.readings
    assert reading.sigla == ("A", "B")
    assert reading.sigla_with_text == ("B",)
    assert reading.tier is Tier.SENSE
    assert passage.missing == {"A"}


def test_a_rule_on_an_omission_holds_beside_a_witness_without_text() -> None:
    rule = ClassificationRule("snow", seed=".*Snow.*", variant_class=VariantClass.FORM)

    collation = _compared(_FRAGMENT, _SEED[:2] + _SEED[3:], rules=(rule,))

    (passage,) = [one for one in collation.passages if one.sentences == (2,)]
    assert [entry.variant_class for entry in passage.entries] == [VariantClass.FORM]


@pytest.mark.parametrize("sentences", [(0, 1), (8, 9)])
def test_missing_sentences_do_not_differ(sentences: tuple[int, ...]) -> None:

    collation = _compared(_FRAGMENT, _SEED)
    shares = [
        share_differing(passage, collation)
        for passage in collation.passages
        if passage.sentences[0] in sentences
    ]

    assert shares == [0.0, 0.0]
