"""Invariants, texts and derived values of the small types."""

from __future__ import annotations

import hashlib

import pytest

from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.collation import Attestation, Entry, Reading, Rendering
from variants.types.correction import Join, Split
from variants.types.measure import Metric, Shares, Variation
from variants.types.pattern import Occurrence, Pattern, Rendition, Usage
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark, opening_of
from variants.types.span import Span, squeeze
from variants.types.variant import (
    Flag,
    Kind,
    Ruling,
    Variant,
    VariantClass,
    class_of,
    is_substantive,
)
from variants.types.witness import Division, DivisionKind, Witness, is_siglum, natural_sort_key
from variants.types.words import Link, Token, TokenKind, WordAlignment

_PARAGRAPH = DivisionKind.PARAGRAPH


def _reading(kind: Kind, *confidences: float, flags: frozenset[Flag] = frozenset()) -> Reading:
    places = tuple(
        Attestation(siglum, Span(0, 1), (), confidence)
        for siglum, confidence in zip("ABC", confidences, strict=False)
    )
    return Reading("x", kind, flags, places)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


def test_a_span_gives_its_characters_and_its_words() -> None:
    assert Span(2, 7).of("a b\n cd e") == "b\n cd"
    assert Span(2, 7).words_of("a b\n cd e") == "b cd"
    assert (Span(2, 7).length, Span(3, 3).length) == (5, 0)
    assert squeeze("\t a \r\n b ") == "a b"


def test_the_digest_of_a_witness_is_that_of_its_text() -> None:
    text = "Größe \ud800"

    expected = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert Witness("A", text).digest == expected


@pytest.mark.parametrize("siglum", ["", ".A", "A B", "A:1", "A/B"])
def test_what_is_not_a_siglum_is_refused(siglum: str) -> None:
    assert not is_siglum(siglum)
    with pytest.raises(ValueError, match="not a siglum"):
        Witness(siglum, "")


@pytest.mark.parametrize("siglum", ["A", "A.1", "Yang2", "1*", "B'", "x-y", "Ж"])
def test_letters_digits_and_four_marks_make_a_siglum(siglum: str) -> None:
    assert is_siglum(siglum)


def test_names_are_ordered_by_the_values_of_their_numbers() -> None:
    names = ["B2", "A10", "A2", "A", "A02", "10", "9", "A2b"]

    assert sorted(names, key=natural_sort_key) == ["9", "10", "A", "A02", "A2", "A2b", "A10", "B2"]


@pytest.mark.parametrize(
    "spans", [(Span(0, 2), Span(1, 3)), (Span(1, 3),), (Span(0, 2),), (Span(0, 9),)]
)
def test_divisions_overlap_nowhere_and_hold_all_words(spans: tuple[Span, ...]) -> None:
    divisions = tuple(Division(_PARAGRAPH, span) for span in spans)

    with pytest.raises(ValueError, match="divisions of A"):
        Witness("A", "abc", divisions=divisions)


def test_divisions_may_touch_and_leave_white_space_out() -> None:
    divisions = (Division(_PARAGRAPH, Span(1, 2)), Division(_PARAGRAPH, Span(2, 3)))

    assert Witness("A", " ab ", divisions=divisions).divisions == divisions


@pytest.mark.parametrize("spans", [(Span(0, 3), Span(2, 4)), (Span(0, 0),), (Span(0, 9),)])
def test_sentences_that_overlap_are_empty_or_leave_the_text_are_refused(
    spans: tuple[Span, ...],
) -> None:
    with pytest.raises(ValueError, match="sentences of A"):
        Segmentation(Witness("A", "abcd"), spans)


def test_gaps_are_the_white_space_around_sentences() -> None:
    cut = Segmentation(Witness("A", " ab  c "), (Span(1, 3), Span(5, 6)))

    assert cut.gaps == (Span(0, 1), Span(3, 5), Span(6, 7))
    assert (cut.text_of(0), cut.text_of(1)) == ("ab", "c")
    assert Segmentation(Witness("A", "ab"), (Span(0, 1), Span(1, 2))).gaps == ()


@pytest.mark.parametrize(
    ("seed", "other", "confidence"),
    [
        ((0, 2), (0,), 1.0),
        ((1, 0), (), 1.0),
        ((0,), (1, 3), 1.0),
        ((0,), (0,), 1.1),
        ((0,), (), -0.1),
    ],
)
def test_beads_with_gaps_or_impossible_confidences_are_refused(
    seed: tuple[int, ...], other: tuple[int, ...], confidence: float
) -> None:
    with pytest.raises(ValueError, match="unlike"):
        Bead(seed, other, confidence)


def test_a_bead_has_a_shape_and_is_doubtful_below_a_limit() -> None:
    assert Bead((3, 4), (1,), 0.8).shape == "2:1"
    assert Bead((), (1,), 0.8).shape == "0:1"
    assert not Bead((3,), (1,), 0.8).doubtful
    assert Bead((3,), (1,), 0.7999).doubtful


def test_an_alignment_finds_the_bead_of_a_sentence_on_either_side() -> None:
    seed = Segmentation(Witness("S", "a b"), (Span(0, 1), Span(2, 3)))
    other = Segmentation(Witness("A", "c"), (Span(0, 1),))
    beads = (Bead((0,), (), 0.5), Bead((1,), (0,), 0.9))
    alignment = Alignment(seed, other, beads)

    assert [alignment.bead_of(0, 0), alignment.bead_of(0, 1)] == list(beads)
    assert alignment.bead_of(1, 0) == beads[1]
    for broken in (beads[:1], (*beads, beads[0]), (beads[0], Bead((1,), (0, 1), 0.9))):
        with pytest.raises(ValueError, match="exactly one bead"):
            Alignment(seed, other, broken)


def test_corrections_name_their_words_and_need_some() -> None:
    assert str(Split("He came")) == "split before “He came”"
    assert str(Join(("He", "She"))) == "join “He” “She”"
    for make in (lambda: Split(" \n"), lambda: Join(("He", " "))):
        with pytest.raises(ValueError, match="white space"):
            make()
    with pytest.raises(ValueError, match="two sentences or more"):
        Join(("He",))


def test_shares_are_of_all_and_of_nothing_there_are_none() -> None:
    shares = Shares(4, 3, 2, 1)

    assert shares.total == 10
    assert shares.share(3) == 0.3
    assert Shares(0, 0, 0, 0).share(0) is None


def test_the_signature_of_a_variation_names_metric_and_seed() -> None:
    texts = [
        Variation(metric, seed, (), ()).signature for metric in Metric for seed in (True, False)
    ]

    assert texts[0] == "eddy:euclid|viv:mean|seed:with|words:folded|punctuation:no"
    assert texts[3] == "eddy:euclid_n|viv:mean|seed:without|words:folded|punctuation:no"
    assert len(set(texts)) == 2 * len(Metric)


@pytest.mark.parametrize(
    ("kind", "flags", "name", "substantive"),
    [
        (Kind.SPELLING, set(), "form", False),
        (Kind.NUMERAL, set(), "form", False),
        (Kind.NAME_FORM, set(), "name", False),
        (Kind.NAME_FORM, {Flag.NAME}, "name", False),
        (Kind.NAME_FORM, {Flag.TERM}, "name", True),
        (Kind.FUNCTION_WORD, set(), "wording", True),
        (Kind.INFLECTION, {Flag.NUMBER}, "meaning", True),
        (Kind.WORDING, {Flag.DATE}, "meaning", True),
        (Kind.ADDED, {Flag.NEGATION}, "meaning", True),
        (Kind.OMITTED, {Flag.MODALITY, Flag.TERM}, "modality", True),
        (Kind.MOVED, set(), "order", True),
        (Kind.RECAST, {Flag.TERM}, "term", True),
        (Kind.ADDED, set(), "extent", True),
        (Kind.RECAST, set(), "recast", True),
    ],
)
def test_the_class_is_the_heaviest_of_flags_and_kind(
    kind: Kind, flags: set[Flag], name: str, *, substantive: bool
) -> None:
    found = frozenset(flags)

    assert class_of(kind, found).value == name
    assert is_substantive(kind, found) is substantive
    assert Variant(Span(0, 1), Span(0, 1), kind, found, 1.0).variant_class.value == name
    assert Variant(Span(0, 1), Span(0, 1), kind, found, 1.0).substantive is substantive
    assert _reading(kind, 1.0, flags=found).substantive is substantive


def test_a_ruling_overrides_kind_and_flags() -> None:
    ruling = Ruling("house", VariantClass.FORM)

    assert class_of(Kind.WORDING, frozenset({Flag.NUMBER}), ruling) is VariantClass.FORM
    assert not is_substantive(Kind.WORDING, frozenset({Flag.NUMBER}), ruling)


@pytest.mark.parametrize(
    ("kind", "confidences", "missed"),
    [
        (Kind.ADDED, (0.9, 0.79), True),
        (Kind.OMITTED, (0.79,), True),
        (Kind.OMITTED, (0.8, 0.9), False),
        (Kind.WORDING, (0.1,), False),
    ],
)
def test_only_a_doubtful_addition_or_omission_may_be_missed(
    kind: Kind, confidences: tuple[float, ...], *, missed: bool
) -> None:
    assert _reading(kind, *confidences).maybe_missed is missed


def test_an_entry_has_the_heaviest_class_and_knows_its_readings() -> None:
    light, heavy = _reading(Kind.SPELLING, 1.0), _reading(Kind.RECAST, 1.0, 1.0)
    heavy = Reading("y", heavy.kind, heavy.flags, heavy.attestations[1:])
    entry = Entry("12.3", "abcdefgh", Span(0, 1), ("C",), (light, heavy))

    assert entry.number == "3"
    assert entry.variant_class is VariantClass.RECAST
    assert [entry.reading_of(siglum) for siglum in "ABC"] == [light, heavy, None]
    with pytest.raises(ValueError, match=r"12\.3 has no reading"):
        Entry("12.3", "abcdefgh", Span(0, 1), (), ())


def test_a_rendering_is_as_sure_as_its_least_sure_bead() -> None:
    rendering = Rendering("A", (1, 2), (Bead((0,), (1,), 0.9), Bead((1,), (2,), 0.7, moved=True)))

    assert (rendering.confidence, rendering.moved, rendering.doubtful) == (0.7, True, True)
    assert Rendering("A", (), ()).confidence == 1.0
    assert not Rendering("A", (1,), (Bead((0,), (1,), 0.8),)).doubtful
    assert not Rendering("A", (1,), (Bead((0,), (1,), 0.8),)).moved


def _occurrence(siglum: str, label: str) -> Occurrence:
    return Occurrence(Span(0, 1), siglum, Span(0, 1), label, f"place-{label}")


def test_a_pattern_lists_its_places_and_witnesses_once() -> None:
    found = (_occurrence("B", "1.1"), _occurrence("A", "1.1"), _occurrence("A", "2.1"))
    pattern = Pattern("a", "b", VariantClass.WORDING, found)

    assert pattern.places == ("place-1.1", "place-2.1")
    assert pattern.labels == ("1.1", "2.1")
    assert pattern.sigla_among("CAB") == ("A", "B")
    assert (pattern.count_in("A"), pattern.count_in("B"), pattern.count_in("C")) == (2, 1, 0)
    with pytest.raises(ValueError, match="in one place only"):
        Pattern("a", "b", VariantClass.WORDING, found[:2])


def test_the_counts_of_a_usage_add_up() -> None:
    Usage("ship", 3, (("A", (Rendition("boat", 2), Rendition("", 1))),))
    with pytest.raises(ValueError, match="A renders 'ship'"):
        Usage("ship", 4, (("A", (Rendition("boat", 2), Rendition("", 1))),))


def _link(kind: LinkKind, seed: str, other: str, siglum: str = "A") -> SentenceLink:
    sides = [tuple(SentenceMark(int(number), "x") for number in side) for side in (seed, other)]
    return SentenceLink(kind, siglum, *sides)


def test_a_link_is_labelled_as_people_type_it() -> None:
    assert _link(LinkKind.FORCED, "23", "4").label == "3,4=5"
    assert _link(LinkKind.FORCED, "", "4").label == "=5"
    assert _link(LinkKind.FORBIDDEN, "0", "9").seed_numbers == (0,)
    assert _link(LinkKind.FORBIDDEN, "0", "9").other_numbers == (9,)


def test_a_sentence_is_known_by_its_first_words() -> None:
    opening = opening_of("As to  the\nferry, it runs twice a day.")

    assert opening == "As to the ferry, it runs"
    assert SentenceMark(0, opening).fits("As  to the ferry, it runs no more.")
    assert not SentenceMark(0, opening).fits("As to the pier, it runs.")
    assert opening_of("停" * 99) == "停" * 60
    with pytest.raises(ValueError, match="counted from 0"):
        SentenceMark(-1, "x")


def test_links_of_words_point_into_their_bead() -> None:
    token = Token(Span(0, 1), "a", TokenKind.CONTENT)
    bead = Bead((0,), (0,), 1.0)

    WordAlignment(bead, (token,), (token,), (Link(0, 0, 0.5),))
    for link in (Link(1, 0, 0.5), Link(0, 1, 0.5), Link(-1, 0, 0.5), Link(0, -1, 0.5)):
        with pytest.raises(ValueError, match="outside its bead"):
            WordAlignment(bead, (token,), (token,), (link,))
