"""Brief of a comparison."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from variants.brief.brief_values import (
    Brief,
    BriefGroup,
    BriefItem,
    BriefShare,
    Change,
    SentenceRange,
    WitnessCounts,
)
from variants.brief.lowercase_words import are_lowercase_words, find_lowercase_words
from variants.languages import Language, language_of
from variants.languages.folding import fold
from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.ranks import share_differing
from variants.types.sense import SenseSort, Tier
from variants.types.variant import Kind
from variants.wording.coverage_text import coverage_of
from variants.wording.hidden_wording import hidden_wording, sense_parts
from variants.wording.margin_words import sides_of

_GAP = "…"
"""Sign of words left out between two others."""


def make_brief(collation: Collation) -> Brief:
    """Return the brief of a document."""
    readings = [
        (entry, reading)
        for entry in collation.entries
        for reading in entry.readings
        if reading.tier is Tier.SENSE
    ]
    order = [other.witness.siglum for other in collation.others]
    language = language_of(collation.seed.witness.language)
    found = [
        *_of_missing_parts(collation),
        *_of_sentences(collation.passages),
        *_of_words(readings, collation, language),
    ]
    return Brief(
        _grouped(found, order),
        len(readings),
        len({entry.place for entry, _ in readings}),
        _sense_of_sentences(collation, readings),
        _shares(collation),
        hidden_wording(collation.entries, sense_parts(collation.entries)),
    )


def count_tiers(collation: Collation) -> tuple[WitnessCounts, ...]:
    """Return the counts of each witness other than the seed, in the order of the document."""
    tiers = Counter(
        (place.siglum, reading.tier)
        for entry in collation.entries
        for reading in entry.readings
        for place in reading.attestations
        if not place.missing
    )
    sigla = (other.witness.siglum for other in collation.others)
    return tuple(WitnessCounts(siglum, *(tiers[siglum, tier] for tier in Tier)) for siglum in sigla)


_Found = tuple[SenseSort | None, BriefItem]


def _of_missing_parts(collation: Collation) -> Iterator[_Found]:
    """Yield items with the beginning and the end of each witness, and its missing parts."""
    missing, sentences = collation.missing_parts, len(collation.seed.sentences)
    for siglum in [other.witness.siglum for other in collation.others] if missing else []:
        begins, ends, gaps = coverage_of(siglum, missing, sentences)
        facts = [(Change.MISSING, SentenceRange(first, last)) for first, last in gaps]
        change = _EDGES[begins is not None, ends is not None]
        if change is not None:
            facts.append((change, SentenceRange(begins or 1, ends or sentences)))
        for change, part in facts:
            shares = (BriefShare((siglum,), parts=(part,)),)
            yield None, BriefItem(change, "", "", shares, 1.0, whole=True)


_EDGES = {
    (True, True): Change.WITHIN,
    (True, False): Change.BEGINS,
    (False, True): Change.ENDS,
    (False, False): None,
}
"""Change of a witness by whether the beginning and the end of the seed are missing."""


def _of_sentences(passages: Iterable[Passage]) -> Iterator[_Found]:
    """Yield an item for each whole sentence that a witness leaves out, adds or moves."""
    for passage in passages:
        for rendering in passage.renderings:
            change = None
            if not passage.sentences:
                change = Change.ADDED
            elif not rendering.sentences:
                missing = rendering.siglum in passage.missing
                change = None if missing else Change.LEFT_OUT
            elif rendering.moved:
                change = Change.MOVED
            if change is not None:
                yield (
                    None,
                    BriefItem(
                        change,
                        "",
                        "",
                        (BriefShare((rendering.siglum,), (passage.label,)),),
                        rendering.confidence,
                        whole=True,
                    ),
                )


def _of_words(
    readings: Iterable[tuple[Entry, Reading]], collation: Collation, language: Language
) -> Iterator[_Found]:
    """Yield an item for each reading in the first tier of which the sentence is not missing."""
    whole = {
        (rendering.siglum, sentence)
        for passage in collation.passages
        for rendering in passage.renderings
        if not rendering.sentences
        for sentence in passage.sentences
    }
    lowercase: frozenset[str] | None = None
    for entry, reading in readings:
        sense = reading.sense
        if sense is None:
            continue
        label = entry.label.rpartition(".")[0]
        sentence = collation.seed.sentence_at(entry.lemma.start)
        sigla = tuple(siglum for siglum in reading.sigla if (siglum, sentence) not in whole)
        if not sigla or "+" in label:
            continue
        seed, other = sides_of(sense, reading, entry.lemma.of(collation.seed.witness.text))
        if sense.sort is SenseSort.TERM:
            seed, other = _term(seed, language), _term(other, language)
        sort = sense.sort
        if sort is SenseSort.NAME:
            if lowercase is None:
                lowercase = find_lowercase_words(_texts_of(collation))
            sort = None if are_lowercase_words(f"{seed} {other}", lowercase) else sort
        change = Change.MOVED if reading.kind is Kind.MOVED else _change(seed, other)
        if change is Change.LEFT_OUT and reading.maybe_missed:
            change = Change.PERHAPS
        shares = (BriefShare(sigla, (label,)),)
        yield sort, BriefItem(change, seed, other, shares, sense.probability)


def _change(seed: str, other: str) -> Change:
    if not other:
        return Change.LEFT_OUT
    return Change.REPLACED if seed else Change.ADDED


def _term(words: str, language: Language) -> str:
    """Return a term without the function words at its ends: "an armistice" as "armistice"."""
    found = words.split()
    small = [word == _GAP or fold(word) in language.function_words for word in found]
    if all(small):
        return words
    first, last = small.index(False), len(found) - small[::-1].index(False)
    return " ".join(found[first:last])


def _texts_of(collation: Collation) -> Iterator[str]:
    for cut in (collation.seed, *collation.others):
        yield cut.witness.text


def _grouped(found: Iterable[_Found], order: Sequence[str]) -> tuple[BriefGroup, ...]:
    """Return items by sort, equal ones joined; heaviest items and groups first."""
    by_sort: dict[tuple[SenseSort | None, bool], list[BriefItem]] = defaultdict(list)
    for sort, item in _joined(found, order):
        by_sort[sort, item.whole].append(item)
    groups = [
        BriefGroup(sort, whole, tuple(sorted(items, key=lambda one: -one.probability)))
        for (sort, whole), items in by_sort.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.items[0].probability))


def _joined(found: Iterable[_Found], order: Sequence[str]) -> Iterator[_Found]:
    """Yield items, those with the same words as one, and whole sentences by witnesses."""
    same: dict[Hashable, list[_Found]] = defaultdict(list)
    for sort, item in found:
        words = (fold(item.seed), fold(item.other))
        same[sort, item.change, item.whole, words].append((sort, item))
    for members in same.values():
        sort, first = members[0]
        shares = _shares_of([item for _, item in members], order)
        probability = max(item.probability for _, item in members)
        for part in [(share,) for share in shares] if first.whole else [shares]:
            yield sort, replace(first, shares=part, probability=probability)


def _shares_of(items: Iterable[BriefItem], order: Sequence[str]) -> tuple[BriefShare, ...]:
    """Return the witnesses of items, those with the same sentences together."""
    sentences: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[SentenceRange]] = defaultdict(set)
    for item in items:
        for share in item.shares:
            for siglum in share.sigla:
                sentences[siglum].update(share.sentences)
                parts[siglum].update(share.parts)
    together: dict[tuple[tuple[str, ...], tuple[SentenceRange, ...]], list[str]]
    together = defaultdict(list)
    for siglum in order:
        if siglum in sentences:
            labels = tuple(sorted(sentences[siglum], key=_place_in_text))
            together[labels, tuple(sorted(parts[siglum]))].append(siglum)
    return tuple(BriefShare(tuple(sigla), *where) for where, sigla in together.items())


def _place_in_text(label: str) -> tuple[int, ...]:
    """Return a sort key for labels of sentences: "5", "17+1", "6–7"."""
    return tuple(int(number) for number in re.findall("[0-9]+", label))


def _sense_of_sentences(
    collation: Collation, readings: Iterable[tuple[Entry, Reading]]
) -> tuple[int, ...]:
    found = [0] * len(collation.seed.sentences)
    for entry, _ in readings:
        found[collation.seed.sentence_at(entry.lemma.start)] += 1
    return tuple(found)


def _shares(collation: Collation) -> tuple[float, ...]:
    found = [0.0] * len(collation.seed.sentences)
    for passage in collation.passages:
        share = share_differing(passage, collation)
        for sentence in passage.sentences:
            found[sentence] = share
    return tuple(found)
