"""Patterns: differences that recur in several places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from variants.classify.bead_context import BeadContext
from variants.classify.config import ClassificationConfig
from variants.classify.core import content_core, is_content_word
from variants.classify.flags import classify
from variants.classify.small_difference import SmallDifference
from variants.classify.word_counterparts import WordCounterpart
from variants.languages import Language, fold, language_of
from variants.types.collation import Entry, Passage
from variants.types.pattern import Occurrence, Pattern
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import HEAVIEST_FIRST, Kind, Variant, VariantClass, class_of
from variants.types.words import Token, Tokenizer, TokenKind

if TYPE_CHECKING:
    from variants.classify.differences import Differences

_SEVERAL = 2
_REMEMBERED = 4_096  # Differences whose words are remembered.
_Core: TypeAlias = tuple[tuple[int, int], tuple[int, int]]
_NOT_WORD_BY_WORD = frozenset({Kind.MOVED, Kind.RECAST})
_Key: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


class DifferenceCutter:
    """Reduces the differences of one collation to their content words.

    Args:
        seed: The seed.
        others: The other witnesses by siglum.
        tokenize: Function that returns the tokens of a span.
        config: Terms, names and rules of the edition.
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
        # Both depend on the words alone, and many differences have the same words.
        self._class_of = lru_cache(maxsize=_REMEMBERED)(self._classify)
        self._cores: dict[tuple[str, str], _Core | None] = {}

    def cut(
        self,
        passages: Iterable[Passage],
        differences: Mapping[str, Mapping[int, Differences]],
        counterparts: Mapping[str, Mapping[int, Sequence[WordCounterpart]]],
    ) -> Iterator[SmallDifference]:
        """Yield the differences of all beads, reduced, and the linked words inside longer ones.

        "An armistice" against "a truce" becomes "armistice" against "truce". Moved and recast
        variants are skipped, since they do not set words against each other.
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
        if whole is None:
            return
        yield self._small(siglum, whole, entry, variant.variant_class)
        for one in counterparts:
            if one.other is None or (one.seed, one.other) == whole:
                continue
            if whole[0].covers(one.seed) and whole[1].covers(one.other):
                small = self._small(
                    siglum, (one.seed, one.other), entry, None, uncertain=one.uncertain
                )
                if not one.uncertain or not _repeats(small, self._language):
                    yield small

    def _core(self, siglum: str, variant: Variant) -> tuple[Span, Span] | None:
        """Return both sides without equal words and function words at their ends.

        ``None`` if one side has nothing and the other only function words.
        """
        texts = (
            variant.seed.of(self._seed.witness.text),
            variant.other.of(self._others[siglum].witness.text),
        )
        if all(text.isascii() and text.isalnum() for text in texts):
            return variant.seed, variant.other  # One word on each side, the common case.
        if texts not in self._cores:
            if len(self._cores) >= _REMEMBERED:
                self._cores.clear()
            self._cores[texts] = self._find_core(siglum, variant)
        core = self._cores[texts]
        if core is None:
            return None
        (i, j), (k, last) = core
        start, other = variant.seed.start, variant.other.start
        return Span(start + i, start + j), Span(other + k, other + last)

    def _find_core(self, siglum: str, variant: Variant) -> _Core | None:
        """Return the range of the core of each side, counted from where the side begins."""
        seed = self._tokenize(self._seed, variant.seed)
        other = self._tokenize(self._others[siglum], variant.other)
        if not (seed and other) and self._only_function_words(seed or other):
            return None
        mine, theirs = content_core(seed, other, self._language)
        return _within(mine, variant.seed), _within(theirs, variant.other)

    def _only_function_words(self, tokens: Sequence[Token]) -> bool:
        words = [token for token in tokens if token.kind is not TokenKind.PUNCTUATION]
        return bool(words) and not any(is_content_word(token, self._language) for token in words)

    def _small(
        self,
        siglum: str,
        spans: tuple[Span, Span],
        entry: Entry,
        variant_class: VariantClass | None,
        *,
        uncertain: bool = False,
    ) -> SmallDifference:
        seed, other = spans
        lemma = tuple(seed.of(self._seed.witness.text).split())
        reading = tuple(other.of(self._others[siglum].witness.text).split())
        if variant_class is None:
            variant_class = self._class_of(lemma, reading)
        occurrence = Occurrence(seed, siglum, other, entry.label, entry.place, uncertain)
        return SmallDifference(occurrence, " ".join(lemma), " ".join(reading), variant_class)

    def _classify(self, lemma: tuple[str, ...], reading: tuple[str, ...]) -> VariantClass:
        """Return the class of two wordings that face each other alone."""
        context = BeadContext(self._language, lemma, reading, self._config)
        whole = context.contrast(range(len(lemma)), range(len(reading)))
        found = classify(whole, context)
        ruled = self._config.rules.apply(*found, [(" ".join(lemma), " ".join(reading))])
        return class_of(*ruled)


def find_patterns(found: Iterable[SmallDifference], language: str) -> tuple[Pattern, ...]:
    """Return the differences that occur in several places, the most frequent first.

    Two differences are equal if their words are, after folding and stemming. A difference
    that occurs only inside another pattern is not a pattern of its own, and one that only weak
    links pair is none.
    """
    known = language_of(language)
    groups: dict[_Key, set[SmallDifference]] = defaultdict(set)
    for one in found:
        groups[_key(one, known)].add(one)
    several = [
        sorted(group, key=lambda one: one.occurrence)
        for group in groups.values()
        if len({one.occurrence.place for one in group}) >= _SEVERAL
        and not all(one.occurrence.uncertain for one in group)
    ]
    patterns = [_pattern(group) for group in _without_inner(several)]
    return tuple(sorted(patterns, key=lambda p: (-len(p.places), p.lemma, p.reading)))


def _entries_by_mark(passage: Passage) -> dict[tuple[str, Span], list[Entry]]:
    """Return entries by siglum and marked span; a point can be marked in several entries."""
    entries: dict[tuple[str, Span], list[Entry]] = defaultdict(list)
    for entry in passage.entries:
        for reading in entry.readings:
            for place in reading.attestations:
                for mark in place.marks:
                    entries[place.siglum, mark].append(entry)
    return entries


def _repeats(small: SmallDifference, language: Language) -> bool:
    """Return True if both sides have the same words, in any inflection."""
    mine, theirs = (
        [language.stem(fold(word)) for word in side.split()]
        for side in (small.lemma, small.reading)
    )
    return mine == theirs


def _within(tokens: Sequence[Token], span: Span) -> tuple[int, int]:
    """Return the range of tokens in a span, counted from its start; all of it without tokens."""
    if not tokens:
        return 0, span.length
    return tokens[0].span.start - span.start, tokens[-1].span.end - span.start


def _key(one: SmallDifference, language: Language) -> _Key:
    """Return the key of a difference: the coarsest forms in which its sides still differ."""
    folded = tuple(map(fold, one.lemma.split())), tuple(map(fold, one.reading.split()))
    stems = tuple(map(language.stem, folded[0])), tuple(map(language.stem, folded[1]))
    if stems[0] != stems[1]:
        return stems
    if folded[0] != folded[1]:
        return folded
    return tuple(one.lemma.split()), tuple(one.reading.split())


def _without_inner(groups: Sequence[list[SmallDifference]]) -> list[list[SmallDifference]]:
    """Return the groups except those that occur only inside another, in the same places."""
    by_places: dict[frozenset[tuple[str, str]], list[list[SmallDifference]]] = defaultdict(list)
    for group in groups:
        where = frozenset((one.occurrence.place, one.occurrence.siglum) for one in group)
        by_places[where].append(group)
    return [
        group
        for rivals in by_places.values()
        for group in rivals
        if not any(_inside(group, rival) for rival in rivals if rival is not group)
    ]


def _inside(inner: Sequence[SmallDifference], outer: Sequence[SmallDifference]) -> bool:
    """Return True if each occurrence is inside the corresponding one of ``outer``."""
    return len(inner) == len(outer) and all(
        two.occurrence.lemma.covers(one.occurrence.lemma)
        and two.occurrence.reading.covers(one.occurrence.reading)
        for one, two in zip(inner, outer, strict=True)
    )


def _pattern(group: Sequence[SmallDifference]) -> Pattern:
    """Return the pattern of a group, with its most frequent words and class.

    Of equally frequent ones, the first words and the heaviest class are taken.
    """
    wordings = Counter((one.lemma, one.reading) for one in group)
    lemma, reading = min(wordings, key=lambda pair: (-wordings[pair], pair))
    classes = Counter(one.variant_class for one in group)
    variant_class = min(classes, key=lambda each: (-classes[each], HEAVIEST_FIRST.index(each)))
    return Pattern(lemma, reading, variant_class, tuple(one.occurrence for one in group))
