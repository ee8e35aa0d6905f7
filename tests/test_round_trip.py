"""The apparatus is complete: every text can be rebuilt from it."""

import pytest
from hypothesis import given

from tests.project.editions import editions, telegram
from tests.witness_text import attestations, bare, hull, text_of_witness
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.span import Span
from variants.types.witness import Witness
from variants.words.tokenize import tokens_of


def _collate(edition: tuple[Witness, ...]) -> Collation:
    return collate(edition, Settings())


@given(editions)
def test_taking_every_reading_of_a_witness_gives_back_its_text(
    edition: tuple[Witness, ...],
) -> None:
    collation = _collate(edition)

    for other in collation.others:
        siglum = other.witness.siglum
        assert text_of_witness(collation, siglum) == bare(other.witness.text)


@pytest.mark.parametrize("siglum", ["S", "A", "B", "C"])
def test_taking_every_reading_gives_back_the_telegram(siglum: str) -> None:
    texts = {witness.siglum: witness.text for witness in telegram()}

    assert text_of_witness(_collate(telegram()), siglum) == bare(texts[siglum])


@given(editions)
def test_taking_every_lemma_gives_back_the_seed(edition: tuple[Witness, ...]) -> None:
    collation = _collate(edition)
    seed, text = collation.seed, collation.seed.witness.text

    pieces = list(seed.gaps)
    for passage in collation.passages:
        beads = [bead for rendering in passage.renderings for bead in rendering.beads]
        sentences = {hull(seed, bead.seed) for bead in beads if bead.seed}
        lemmas = [entry.lemma for entry in passage.entries if entry.lemma not in sentences]
        for sentence in passage.sentences:
            pieces += _cut(seed.sentences[sentence], lemmas)

    assert "".join(piece.of(text) for piece in sorted(pieces)) == text


@given(editions)
def test_every_word_of_a_witness_is_in_one_place_or_in_none(edition: tuple[Witness, ...]) -> None:
    collation = _collate(edition)

    for other in collation.others:
        marks = [
            mark
            for passage in collation.passages
            for _, _, place in attestations(passage, collation.seed, other)
            for mark in place.marks
        ]
        for sentence in other.sentences:
            for token in tokens_of(other, sentence):
                touching = [m for m in marks if m.start < token.span.end > token.span.start < m.end]
                assert len(touching) <= 1
                assert all(mark.covers(token.span) for mark in touching)


def _cut(sentence: Span, lemmas: list[Span]) -> list[Span]:
    """Return the pieces of a sentence, cut at the borders of the lemmas, which must not overlap."""
    pieces, at = [], sentence.start
    for lemma in sorted(lemmas):
        start, end = max(lemma.start, sentence.start), min(lemma.end, sentence.end)
        if start > end:
            continue
        assert at <= start, "two lemmas have a word in common"
        pieces += [Span(at, start), Span(start, end)]
        at = end
    return [*pieces, Span(at, sentence.end)]
