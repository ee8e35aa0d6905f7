"""An apparatus loses nothing: each text can be written down from it again."""

import pytest
from hypothesis import given

from tests.editions import editions, telegram
from tests.witness_text import text_of_witness
from variants.collate import collate, tokens_of
from variants.settings import Settings
from variants.types import Collation, Kind, Segmentation, Span, Witness


def _collate(edition: tuple[Witness, ...]) -> Collation:
    return collate(edition, Settings())


def _bare(text: str) -> str:
    return "".join(text.split())


@given(editions)
def test_taking_every_reading_of_a_witness_gives_back_its_text(
    edition: tuple[Witness, ...],
) -> None:
    collation = _collate(edition)

    for other in collation.others:
        siglum = other.witness.siglum
        assert text_of_witness(collation, siglum) == _bare(other.witness.text)


@pytest.mark.parametrize("siglum", ["S", "A", "B", "C"])
def test_taking_every_reading_gives_back_the_telegram(siglum: str) -> None:
    texts = {witness.siglum: witness.text for witness in telegram()}

    assert text_of_witness(_collate(telegram()), siglum) == _bare(texts[siglum])


@given(editions)
def test_taking_every_lemma_gives_back_the_seed(edition: tuple[Witness, ...]) -> None:
    collation = _collate(edition)
    base, seed = collation.base, collation.base.witness.text
    pieces = list(base.gaps)

    for passage in collation.passages:
        wholes = {_hull(base, bead.base) for r in passage.renderings for bead in r.beads}
        words = [entry.lemma for entry in passage.entries if entry.lemma not in wholes]
        for sentence in passage.sentences:
            pieces += _cut(base.sentences[sentence], words)

    assert "".join(piece.of(seed) for piece in sorted(pieces)) == seed


@given(editions)
def test_every_word_of_a_witness_is_in_one_place_or_in_none(edition: tuple[Witness, ...]) -> None:
    collation = _collate(edition)

    for other in collation.others:
        marks = _marks(collation, other)
        for sentence in other.sentences:
            for token in tokens_of(other, sentence):
                touching = [m for m in marks if m.start < token.span.end > token.span.start < m.end]
                assert len(touching) <= 1
                assert all(mark.covers(token.span) for mark in touching)


@given(editions)
def test_every_reading_of_a_witness_holds_its_own_characters(
    edition: tuple[Witness, ...],
) -> None:
    collation = _collate(edition)
    texts = {other.witness.siglum: other.witness.text for other in collation.others}

    for entry in collation.entries:
        for reading in entry.readings:
            for place in reading.attestations:
                found = " ".join(place.span.of(texts[place.siglum]).split())
                assert found == reading.wording


def _hull(cut: Segmentation, sentences: tuple[int, ...]) -> Span | None:
    """From the first of these sentences to the last; nothing for none."""
    if not sentences:
        return None
    return Span(cut.sentences[sentences[0]].start, cut.sentences[sentences[-1]].end)


def _cut(sentence: Span, lemmas: list[Span]) -> list[Span]:
    """A sentence cut at the borders of the lemmas, which have to follow one another."""
    pieces, at = [], sentence.start
    for lemma in sorted(lemmas):
        start, end = max(lemma.start, sentence.start), min(lemma.end, sentence.end)
        if start > end:
            continue
        assert at <= start, "two lemmas hold the same word"
        pieces += [Span(at, start), Span(start, end)]
        at = end
    return [*pieces, Span(at, sentence.end)]


def _marks(collation: Collation, other: Segmentation) -> list[Span]:
    """What differs in a witness, save sentences that as such only stand elsewhere."""
    siglum = other.witness.siglum
    marks: list[Span] = []
    for passage in collation.passages:
        beads = [b for r in passage.renderings if r.siglum == siglum for b in r.beads]
        moved = {_hull(other, bead.other) for bead in beads if bead.moved}
        for entry in passage.entries:
            reading = entry.reading_of(siglum)
            if reading is not None:
                for place in reading.attestations:
                    if place.siglum == siglum:
                        whole = reading.kind is Kind.MOVED and place.span in moved
                        marks += [] if whole else place.marks
    return marks
