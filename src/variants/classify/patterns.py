"""What returns: the same difference in several places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from variants.classify.bead_context import BeadContext
from variants.classify.config import ClassificationConfig
from variants.classify.core import content_core
from variants.classify.differences import Differences
from variants.classify.flags import classify
from variants.classify.word_counterparts import WordCounterpart
from variants.languages import Language, fold, language_of
from variants.types.collation import Entry, Passage
from variants.types.pattern import Occurrence, Pattern
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import HEAVIEST_FIRST, Kind, Variant, VariantClass, class_of
from variants.types.words import Token, Tokenizer

_SEVERAL = 2
_NOT_WORD_BY_WORD = frozenset({Kind.MOVED, Kind.RECAST})
_Key: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SmallDifference:
    """A difference cut down to the words that make it.

    Attributes:
        occurrence: Where it stands.
        lemma: The seed's words, runs of white space as one blank.
        reading: The witness's words, likewise.
        variant_class: What it touches there.
    """

    occurrence: Occurrence
    lemma: str
    reading: str
    variant_class: VariantClass


class DifferenceCutter:
    """Cuts the differences of one collation down to the words that make them.

    Args:
        seed: The seed.
        others: The other witnesses by siglum.
        tokenize: Gives the words of a stretch.
        guidance: What the edition lays down.
    """

    def __init__(
        self,
        seed: Segmentation,
        others: Mapping[str, Segmentation],
        tokenize: Tokenizer,
        config: ClassificationConfig,
    ) -> None:
        self._seed = seed
        self._others = others
        self._tokenize = tokenize
        self._language = language_of(seed.witness.language)
        self._config = config

    def cut(
        self,
        passages: Iterable[Passage],
        differences: Mapping[str, Mapping[int, Differences]],
        counterparts: Mapping[str, Mapping[int, Sequence[WordCounterpart]]],
    ) -> Iterator[SmallDifference]:
        """The differences of all beads: each without what only serves it, and what is in it.

        "An armistice" against "a truce" is "armistice" against "truce"; words that are linked
        inside a longer difference are told of as well. What is only moved or wholly recast
        sets no words against each other.
        """
        for passage in passages:
            entries = _entries_by_mark(passage)
            for rendering in passage.renderings:
                siglum = rendering.siglum
                for bead in rendering.beads:
                    if bead.seed and bead.other:
                        linked = counterparts[siglum][bead.seed[0]]
                        for variant in differences[siglum][bead.seed[0]].variants:
                            marked = entries.get((siglum, variant.other), ())
                            entry = next((e for e in marked if e.lemma.covers(variant.seed)), None)
                            if entry and variant.kind not in _NOT_WORD_BY_WORD:
                                yield from self._cut(siglum, variant, entry, linked)

    def _cut(
        self, siglum: str, variant: Variant, entry: Entry, counterparts: Sequence[WordCounterpart]
    ) -> Iterator[SmallDifference]:
        whole = self._core(siglum, variant)
        yield self._small(siglum, *whole, entry, variant.variant_class)
        for one in counterparts:
            inside = one.other and whole[0].covers(one.seed) and whole[1].covers(one.other)
            if one.other and inside and (one.seed, one.other) != whole:
                yield self._small(siglum, one.seed, one.other, entry, None)

    def _core(self, siglum: str, variant: Variant) -> tuple[Span, Span]:
        """Both sides without words at their ends that are equal or only serve."""
        texts = (
            variant.seed.of(self._seed.witness.text),
            variant.other.of(self._others[siglum].witness.text),
        )
        if all(text.isascii() and text.isalnum() for text in texts):
            return variant.seed, variant.other  # A word a side, as most differences are.
        mine, theirs = content_core(
            self._tokenize(self._seed, variant.seed),
            self._tokenize(self._others[siglum], variant.other),
            self._language,
        )
        return _hull(mine, variant.seed), _hull(theirs, variant.other)

    def _small(
        self,
        siglum: str,
        seed: Span,
        other: Span,
        entry: Entry,
        variant_class: VariantClass | None,
    ) -> SmallDifference:
        lemma = tuple(seed.of(self._seed.witness.text).split())
        reading = tuple(other.of(self._others[siglum].witness.text).split())
        if variant_class is None:
            context = BeadContext(self._language, lemma, reading, self._config)
            found = classify(lemma, reading, context)
            said = self._config.rules.apply(*found, [(" ".join(lemma), " ".join(reading))])
            variant_class = class_of(*said)
        occurrence = Occurrence(seed, siglum, other, entry.label, entry.place)
        return SmallDifference(occurrence, " ".join(lemma), " ".join(reading), variant_class)


def find_patterns(found: Iterable[SmallDifference], language: str) -> tuple[Pattern, ...]:
    """The same difference in several places, what stands in most places first.

    Two differences are the same when their words are, after folding and stemming. What stands
    only inside another pattern, in the same places, is not told of apart.
    """
    known = language_of(language)
    groups: dict[_Key, set[SmallDifference]] = defaultdict(set)
    for one in found:
        groups[_key(one, known)].add(one)
    several = [
        sorted(group, key=lambda one: one.occurrence)
        for group in groups.values()
        if len({one.occurrence.place for one in group}) >= _SEVERAL
    ]
    patterns = [_pattern(group) for group in _without_inner(several)]
    return tuple(sorted(patterns, key=lambda p: (-len(p.places), p.lemma, p.reading)))


def _entries_by_mark(passage: Passage) -> dict[tuple[str, Span], list[Entry]]:
    """By siglum and stretch, the entries in which it is marked; points may be marked twice."""
    entries: dict[tuple[str, Span], list[Entry]] = defaultdict(list)
    for entry in passage.entries:
        for reading in entry.readings:
            for place in reading.attestations:
                for mark in place.marks:
                    entries[place.siglum, mark].append(entry)
    return entries


def _hull(tokens: Sequence[Token], stretch: Span) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else stretch


def _key(one: SmallDifference, language: Language) -> _Key:
    """What makes two differences the same: the coarsest forms in which their sides differ."""
    folded = tuple(tuple(map(fold, side.split())) for side in (one.lemma, one.reading))
    stems = tuple(tuple(map(language.stem, side)) for side in folded)
    for mine, theirs in (stems, folded):
        if mine != theirs:
            return mine, theirs
    return tuple(one.lemma.split()), tuple(one.reading.split())


def _without_inner(groups: Sequence[list[SmallDifference]]) -> list[list[SmallDifference]]:
    """The groups without those that stand in the same places as another, and inside it."""
    alike: dict[frozenset[tuple[str, str]], list[list[SmallDifference]]] = defaultdict(list)
    for group in groups:
        where = frozenset((one.occurrence.place, one.occurrence.siglum) for one in group)
        alike[where].append(group)
    return [
        group
        for rivals in alike.values()
        for group in rivals
        if not any(_inside(group, rival) for rival in rivals if rival is not group)
    ]


def _inside(inner: Sequence[SmallDifference], outer: Sequence[SmallDifference]) -> bool:
    """Whether each occurrence lies in one of the other's; both in order, and as many."""
    return len(inner) == len(outer) and all(
        two.occurrence.lemma.covers(one.occurrence.lemma)
        and two.occurrence.reading.covers(one.occurrence.reading)
        for one, two in zip(inner, outer, strict=True)
    )


def _pattern(group: Sequence[SmallDifference]) -> Pattern:
    """A group under its commonest words and class; of equals, the first and the heaviest."""
    wordings = Counter((one.lemma, one.reading) for one in group)
    lemma, reading = min(wordings, key=lambda pair: (-wordings[pair], pair))
    classes = Counter(one.variant_class for one in group)
    variant_class = min(classes, key=lambda each: (-classes[each], HEAVIEST_FIRST.index(each)))
    return Pattern(lemma, reading, variant_class, tuple(one.occurrence for one in group))
