import pytest

from variants.classify.classification_rules import Rules
from variants.classify.differences import Differences
from variants.classify.entries import ApparatusBuilder
from variants.classify.passages import cut_passages
from variants.classify.span_pairs import SpanPairs
from variants.types.alignment import Alignment
from variants.types.bead import Bead
from variants.types.collation import Entry
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Flag, Kind, Variant
from variants.types.witness import Witness

_ONE = (Bead((0,), (0,), 1.0),)
_Found = tuple[Segmentation, tuple[Bead, ...], dict[int, Differences]]


def _cut(siglum: str, *sentences: str) -> Segmentation:
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Segmentation(Witness(siglum, " ".join(sentences)), tuple(spans))


def _at(cut: Segmentation, words: str) -> Span:
    start = cut.witness.text.index(words)
    return Span(start, start + len(words))


def _variant(seed: Span, other: Span, kind: Kind = Kind.WORDING) -> Variant:
    return Variant(seed, other, kind, frozenset(), 1.0)


def _differing(
    other: Segmentation, *variants: Variant, same: tuple[tuple[Span, Span], ...] = ()
) -> _Found:
    """Return the differences of a witness of one sentence."""
    return other, _ONE, {0: Differences(_ONE[0], SpanPairs(same), variants)}


def _entries(seed: Segmentation, *others: _Found) -> list[Entry]:
    alignments = [Alignment(seed, other, beads) for other, beads, _ in others]
    differences = {other.witness.siglum: found for other, _, found in others}
    apparatus = ApparatusBuilder(seed, alignments, differences, Rules())
    rows = cut_passages(alignments, len(seed.sentences))
    return [entry for row in rows for entry in apparatus.passage(row).entries]


def test_variants_that_share_a_word_are_one_place_even_after_an_addition_before_them() -> None:
    seed = _cut("S", "Large grey ships sailed")
    a, b = _cut("A", "Indeed Large grey boats sailed"), _cut("B", "Big vessels sailed")
    start = Span(0, 0)

    entries = _entries(
        seed,
        _differing(
            a,
            _variant(start, _at(a, "Indeed"), Kind.ADDED),
            _variant(_at(seed, "ships"), _at(a, "boats")),
        ),
        _differing(b, _variant(Span(0, 16), Span(0, 11))),
    )

    assert [entry.lemma for entry in entries] == [start, Span(0, 16)]


def test_a_reading_holds_the_words_that_it_shares_with_the_lemma() -> None:
    seed = _cut("S", "not paper pilots but battle pilots")
    a, b = _cut("A", "not paper airmen but combat airmen"), _cut("B", "not real")
    shared = tuple((_at(seed, words), _at(a, words)) for words in ("not", "paper", "but"))

    (entry,) = _entries(
        seed,
        _differing(
            a,
            _variant(_at(seed, "pilots"), _at(a, "airmen")),
            _variant(_at(seed, "battle pilots"), _at(a, "combat airmen")),
            same=shared,
        ),
        _differing(
            b,
            _variant(_at(seed, "paper pilots but battle pilots"), _at(b, "real")),
            same=((_at(seed, "not"), _at(b, "not")),),
        ),
    )

    assert {reading.sigla: reading.wording for reading in entry.readings} == {
        ("A",): "paper airmen but combat airmen",
        ("B",): "real",
    }


def test_words_moved_from_between_the_words_of_a_reading_leave_a_gap() -> None:
    seed = _cut("S", "one two three")
    a, b = _cut("A", "uno two tres"), _cut("B", "x")

    (entry,) = _entries(
        seed,
        _differing(
            a,
            _variant(_at(seed, "one"), _at(a, "uno")),
            _variant(_at(seed, "two"), _at(a, "two"), Kind.MOVED),
            _variant(_at(seed, "three"), _at(a, "tres")),
        ),
        _differing(b, _variant(Span(0, 13), Span(0, 1))),
    )

    assert [reading.wording for reading in entry.readings] == ["uno … tres", "x"]


def test_a_reading_of_moved_words_keeps_the_words_that_stayed() -> None:
    seed = _cut("S", "early we sailed")
    a, b = _cut("A", "we sailed early"), _cut("B", "x")

    (entry,) = _entries(
        seed,
        _differing(
            a,
            _variant(_at(seed, "early"), _at(a, "early"), Kind.MOVED),
            same=tuple((_at(seed, word), _at(a, word)) for word in ("we", "sailed")),
        ),
        _differing(b, _variant(Span(0, 15), Span(0, 1))),
    )

    assert [reading.wording for reading in entry.readings] == ["we sailed early", "x"]


def test_words_added_at_the_border_of_a_lemma_are_a_place_of_their_own() -> None:
    seed = _cut("S", "go home")
    a, b = _cut("A", "go straight home"), _cut("B", "go back")
    point = Span(2, 2)

    entries = _entries(
        seed,
        _differing(a, _variant(point, _at(a, "straight"), Kind.ADDED)),
        _differing(b, _variant(_at(seed, "home"), _at(b, "back"))),
    )

    assert [(entry.lemma, entry.agreeing) for entry in entries] == [
        (point, ("B",)),
        (_at(seed, "home"), ("A",)),
    ]


@pytest.mark.parametrize(("moved", "after"), [(False, 9), (True, 3)])
def test_an_omission_stands_after_what_the_witness_has_for_the_sentence_before(
    moved: bool,  # noqa: FBT001 - a case of the table
    after: int,
) -> None:
    seed, other = _cut("S", "One.", "Two.", "Lost."), _cut("A", "Un.", "Deux.")
    beads = (Bead((0,), (0,), 1.0), Bead((1,), (1,), 1.0, moved), Bead((2,), (), 1.0))
    found = {n: Differences(bead, SpanPairs(), ()) for n, bead in enumerate(beads[:2])}

    entry = _entries(seed, (other, beads, found))[-1]

    (reading,) = entry.readings
    assert (reading.kind, reading.wording) == (Kind.OMITTED, "")
    assert reading.attestations[0].span == Span(after, after)


def test_a_moved_sentence_in_other_words_keeps_its_flags() -> None:
    seed, other = _cut("S", "Send sixteen."), _cut("A", "Dispatch sixty.")
    bead = Bead((0,), (0,), 1.0, moved=True)
    recast = Variant(Span(0, 13), Span(0, 15), Kind.RECAST, frozenset({Flag.NUMBER}), 1.0)

    (entry,) = _entries(seed, (other, (bead,), {0: Differences(bead, SpanPairs(), (recast,))}))

    assert (entry.readings[0].kind, entry.readings[0].flags) == (
        Kind.MOVED,
        frozenset({Flag.NUMBER}),
    )
