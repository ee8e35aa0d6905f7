"""Places are phrases that can be exchanged: their words are linked with no word outside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import ROOT, telegram
from variants.aligners import align_all
from variants.classify.core import is_content_word
from variants.languages import language_of
from variants.pipeline import collate
from variants.readers.formats import read_witness
from variants.segmenters import segment_all
from variants.settings import Settings
from variants.types.collation import Attestation, Collation, Entry, Reading
from variants.types.span import Span
from variants.types.variant import FORM_OR_NAME_KINDS, Kind
from variants.types.witness import Witness, natural_sort_key
from variants.types.words import SHOWN_FROM, Token, TokenKind, WordAlignment
from variants.words import LINKERS

_EDITIONS = ROOT / "tests" / "data" / "editions-0.1.0"
_DOCUMENTS = sorted(_EDITIONS.glob("*/variants/*"))
_SETTINGS = Settings()
_INDEPENDENT = {"adverb", "conjunction", "negation"}
_WORDS = (
    *("the", "a", "of", "in", "to", "with", "not", "he", "was", "and", "then", "by", "has"),
    *("ship", "ships", "vessel", "captain", "old", "sailed", "harbour", "seen", "army", "left"),
    *("two", "second", "must", "ice", "May", ","),
)


class Place(NamedTuple):
    """A reading of one witness with the words of the bead that it is in."""

    entry: Entry
    reading: Reading
    found: Attestation
    words: WordAlignment
    texts: tuple[str, str]

    def inside(self) -> tuple[set[int], set[int]]:
        """Return the indices of the words of the place, on both sides."""
        return (
            _indices(self.words.seed, self.entry.lemma),
            _indices(self.words.other, self.found.span),
        )

    def __str__(self) -> str:
        return f"{self.entry.lemma.of(self.texts[0])!r} > {self.reading.wording!r} in {self.texts}"


def _indices(tokens: Sequence[Token], span: Span) -> set[int]:
    return {n for n, token in enumerate(tokens) if span.length and span.contains(token.span)}


def _places(witnesses: Sequence[Witness]) -> list[Place]:
    """Return the readings of words; whole sentences are left out, and words that only moved."""
    collation = collate(witnesses, _SETTINGS)
    words = _linked(witnesses)
    return [place for place in _readings(collation, words) if place.reading.kind is not Kind.MOVED]


def _linked(witnesses: Sequence[Witness]) -> dict[str, list[WordAlignment]]:
    seed, *others = segment_all(witnesses, _SETTINGS.segmenter)
    others.sort(key=lambda cut: natural_sort_key(cut.witness.siglum))
    return {
        alignment.other.witness.siglum: list(LINKERS[_SETTINGS.linker](alignment))
        for alignment in align_all(seed, others, _SETTINGS.aligner, ())
    }


def _readings(collation: Collation, words: dict[str, list[WordAlignment]]) -> Iterator[Place]:
    seed = collation.seed.witness.text
    texts = {cut.witness.siglum: cut.witness.text for cut in collation.others}
    for entry in collation.entries:
        for reading in entry.readings:
            for found in reading.attestations:
                for bead in words[found.siglum]:
                    hull = Span(bead.seed[0].span.start, bead.seed[-1].span.end)
                    whole = reading.kind is Kind.RECAST or bead.bead.moved
                    if hull.covers(entry.lemma) and not whole:
                        yield Place(entry, reading, found, bead, (seed, texts[found.siglum]))


@cache
def _of_document(folder: Path) -> list[Place]:
    (seed,) = (folder.parent.parent / "seeds").glob(f"{folder.name}*")
    others = [read_witness(path, siglum=path.stem) for path in sorted(folder.glob("*.txt"))]
    return _places([read_witness(seed, siglum="S"), *others])


@cache
def _of_telegram() -> list[Place]:
    return _places(telegram())


@st.composite
def _pairs(draw: st.DrawFn) -> tuple[Witness, Witness]:
    """Return a sentence, and its words in another order with some others."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=3, max_size=16))
    at = draw(st.integers(0, len(words)))
    changed = [*words[at:], *words[:at]] if draw(st.booleans()) else list(words)
    for place in draw(st.lists(st.integers(0, len(words) - 1), max_size=5)):
        changed[place] = draw(st.sampled_from(["", *_WORDS, "the old ship", "by the captain"]))
    texts = (" ".join([*map(str, side), "came home."]) for side in (words, changed))
    seed, other = texts
    return Witness("S", seed, language="en"), Witness("A", other, language="en")


def _linked_across(place: Place) -> list[tuple[str, str]]:
    """Return the links from a word of a place to a word outside of it."""
    mine, theirs = place.inside()
    seed, other = place.words.seed, place.words.other
    return [
        (seed[link.seed].key, other[link.other].key)
        for link in place.words.links
        if link.probability >= SHOWN_FROM
        and TokenKind.PUNCTUATION not in {seed[link.seed].kind, other[link.other].kind}
        and (link.seed in mine) != (link.other in theirs)
    ]


def _keys(tokens: Sequence[Token]) -> list[str]:
    """Return the keys of tokens, each punctuation mark with another one."""
    marks = TokenKind.PUNCTUATION
    return [f"mark {n}" if one.kind is marks else one.key for n, one in enumerate(tokens)]


def _doubled(keys: Sequence[str]) -> list[str]:
    return [one for one, after in pairwise(keys) if one == after]


def _repeated(place: Place) -> set[str]:
    """Return the words that the seed's sentence repeats with the reading, and no text does."""
    mine, theirs = place.inside()
    seed, other = place.words.seed, place.words.other
    start = sum(token.span.end <= place.entry.lemma.start for token in seed)
    end = start + len(mine)
    adopted = [*seed[:start], *(other[n] for n in sorted(theirs)), *seed[end:]]
    return set(_doubled(_keys(adopted))) - set(_doubled(_keys(seed))) - set(_doubled(_keys(other)))


def _hang_alone(places: Sequence[Place]) -> list[str]:
    """Return the readings of function words that one side lacks, beside another reading.

    Function words before words that moved belong to those.
    """
    language = language_of("en")
    found = []
    for one, after in pairwise(places):
        if one.words is not after.words or not _touch(one, after):
            continue
        for small, large in ((one, after), (after, one)):
            tokens = _tokens_of(small)
            if (
                tokens
                and sum(map(bool, small.inside())) == 1
                and all(not is_content_word(token, language) for token in tokens)
                and all(token.kind is TokenKind.FUNCTION for token in tokens)
                and all(language.grammar.get(t.key) not in _INDEPENDENT for t in tokens)
                and all(map(bool, large.inside()))
                and any(is_content_word(token, language) for token in _tokens_of(large))
                and large.reading.kind not in FORM_OR_NAME_KINDS
            ):
                found.append(f"{small} beside {large}")
    return found


def _touch(one: Place, after: Place) -> bool:
    between = (
        Span(one.entry.lemma.end, max(after.entry.lemma.start, one.entry.lemma.end)),
        Span(one.found.span.end, max(after.found.span.start, one.found.span.end)),
    )
    in_order = one.found.span.end <= after.found.span.start
    return in_order and not any(
        span.of(text).strip() for span, text in zip(between, one.texts, strict=True)
    )


def _tokens_of(place: Place) -> list[Token]:
    mine, theirs = place.inside()
    return [place.words.seed[n] for n in mine] + [place.words.other[n] for n in theirs]


def _assert_whole(places: Sequence[Place]) -> None:
    for place in places:
        if place.reading.adoptable:
            assert not _linked_across(place), str(place)
            assert not _repeated(place), str(place)


def test_adopted_readings_of_the_telegram_leave_its_sentences_whole() -> None:
    assert any(not place.reading.adoptable for place in _of_telegram())
    _assert_whole(_of_telegram())


@pytest.mark.parametrize("folder", _DOCUMENTS, ids=lambda folder: folder.name)
def test_adopted_readings_of_an_edition_leave_its_sentences_whole(folder: Path) -> None:
    assert _of_document(folder)
    _assert_whole(_of_document(folder))


@given(_pairs())
def test_adopted_readings_of_any_sentence_leave_it_whole(pair: tuple[Witness, Witness]) -> None:
    _assert_whole(_places(pair))


@given(_pairs())
def test_function_words_are_no_place_beside_one(pair: tuple[Witness, Witness]) -> None:
    places = _places(pair)

    if all(place.reading.adoptable for place in places):
        assert not _hang_alone(places)


def _of(seed: str, other: str) -> list[tuple[str, str, bool]]:
    witnesses = Witness("S", seed, language="en"), Witness("A", other, language="en")
    entries = collate(witnesses, _SETTINGS).entries
    return [
        (entry.lemma.of(seed), reading.wording, reading.adoptable)
        for entry in entries
        for reading in entry.readings
    ]


def test_words_linked_in_another_order_are_one_place() -> None:
    found = _of(
        "We trained our pilots for action at the front in five months.",
        "Our fliers we trained for action at the front in five months.",
    )

    assert found == [("We trained our pilots", "Our fliers we trained", True)]


def test_a_place_that_would_grow_to_the_sentence_cannot_be_adopted_alone() -> None:
    found = _of("We cannot see the shore.", "The shore cannot be seen.")

    assert len(found) > 1
    assert not any(alone for _, _, alone in found)


def test_equal_words_stay_outside_of_a_short_sentence_in_other_words() -> None:
    found = _of("One came.", "He came first, in two boats.")

    assert [(lemma, words) for lemma, words, _ in found] == [
        ("One", "He"),
        ("", "first, in two boats"),
    ]
