"""Brief of a comparison."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from variants.brief.brief_values import Brief, BriefGroup, BriefItem, Change, WitnessCounts
from variants.languages import Language, language_of
from variants.languages.folding import fold
from variants.types.collation import Collation, Entry, Passage, Reading
from variants.types.ranks import share_differing
from variants.types.sense import SenseSort, Tier
from variants.types.variant import Kind
from variants.wording.hidden_wording import hidden_wording
from variants.wording.sanitize import sanitize_line


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
    found = [*_of_sentences(collation.passages), *_of_words(readings, collation, language)]
    shown = (
        replace(entry, readings=heavy)
        for entry in collation.entries
        if (heavy := tuple(one for one in entry.readings if one.tier is Tier.SENSE))
    )
    return Brief(
        _grouped(found, order),
        len(readings),
        len({entry.place for entry, _ in readings}),
        _sense_of_sentences(collation, readings),
        _shares(collation),
        hidden_wording(collation.entries, shown),
    )


def count_tiers(collation: Collation) -> tuple[WitnessCounts, ...]:
    """Return the counts of each witness other than the seed, in the order of the document."""
    tiers = Counter(
        (siglum, reading.tier)
        for entry in collation.entries
        for reading in entry.readings
        for siglum in reading.sigla
    )
    sigla = (other.witness.siglum for other in collation.others)
    return tuple(WitnessCounts(siglum, *(tiers[siglum, tier] for tier in Tier)) for siglum in sigla)


_Found = tuple[SenseSort | None, BriefItem]


def _of_sentences(passages: Iterable[Passage]) -> Iterator[_Found]:
    """Yield an item for each whole sentence that a witness leaves out, adds or moves."""
    for passage in passages:
        for rendering in passage.renderings:
            change = None
            if not passage.sentences:
                change = Change.ADDED
            elif not rendering.sentences:
                change = Change.LEFT_OUT
            elif rendering.moved:
                change = Change.MOVED
            if change is not None:
                yield (
                    None,
                    BriefItem(
                        change,
                        "",
                        "",
                        (rendering.siglum,),
                        (passage.label,),
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
    for entry, reading in readings:
        sense = reading.sense
        if sense is None:
            continue
        label = entry.label.rpartition(".")[0]
        sentence = collation.seed.sentence_at(entry.lemma.start)
        sigla = tuple(siglum for siglum in reading.sigla if (siglum, sentence) not in whole)
        if not sigla or "+" in label:
            continue
        seed, other = (sanitize_line(words).strip() for words in (sense.seed, sense.other))
        if sense.sort is SenseSort.TERM:
            seed, other = _term(seed, language), _term(other, language)
        change = Change.MOVED if reading.kind is Kind.MOVED else _change(seed, other)
        yield sense.sort, BriefItem(change, seed, other, sigla, (label,), sense.probability)


def _change(seed: str, other: str) -> Change:
    if not other:
        return Change.LEFT_OUT
    return Change.REPLACED if seed else Change.ADDED


def _term(words: str, language: Language) -> str:
    """Return a term without the function words at its ends: "an armistice" as "armistice"."""
    found = words.split()
    first, last = 0, len(found)
    while first < last and fold(found[first]) in language.function_words:
        first += 1
    while first < last and fold(found[last - 1]) in language.function_words:
        last -= 1
    return " ".join(found[first:last] or found)


def _grouped(found: Iterable[_Found], order: Sequence[str]) -> tuple[BriefGroup, ...]:
    """Return items by sort, equal ones joined; heaviest items and groups first."""
    in_sentences = _joined(found, lambda item: item.sigla, order)
    in_witnesses = _joined(in_sentences, lambda item: item.sentences, order)
    by_sort: dict[tuple[SenseSort | None, bool], list[BriefItem]] = defaultdict(list)
    for sort, item in in_witnesses:
        by_sort[sort, item.whole].append(item)
    groups = [
        BriefGroup(sort, whole, tuple(sorted(items, key=lambda one: -one.probability)))
        for (sort, whole), items in by_sort.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.items[0].probability))


def _joined(
    found: Iterable[_Found], common: Callable[[BriefItem], Hashable], order: Sequence[str]
) -> list[_Found]:
    """Return items, those with the same words and the same witnesses, or sentences, as one."""
    joined: dict[Hashable, _Found] = {}
    for sort, item in found:
        words = (fold(item.seed), fold(item.other))
        key = (sort, item.change, item.whole, words, common(item))
        known = joined.get(key)
        joined[key] = (sort, item if known is None else _both(known[1], item, order))
    return list(joined.values())


def _both(one: BriefItem, other: BriefItem, order: Sequence[str]) -> BriefItem:
    sigla = {*one.sigla, *other.sigla}
    return replace(
        one,
        sigla=tuple(siglum for siglum in order if siglum in sigla),
        sentences=tuple(dict.fromkeys((*one.sentences, *other.sentences))),
        probability=max(one.probability, other.probability),
    )


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
