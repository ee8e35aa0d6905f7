"""The pipeline, one call a stage: read this first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from variants.aligners import ALIGNERS
from variants.classify.config import ClassificationConfig, classification_config
from variants.classify.differences import Differences, find_differences
from variants.classify.entries import ApparatusBuilder
from variants.classify.passages import cut_passages
from variants.classify.patterns import DifferenceCutter, find_patterns
from variants.classify.usages import find_usages
from variants.classify.word_counterparts import WordCounterpart, find_word_counterparts
from variants.languages import language_of
from variants.measures.agreement import measure_agreement
from variants.measures.variation import measure_variation
from variants.segmenters import SEGMENTERS
from variants.settings import Settings
from variants.types.alignment import Alignment
from variants.types.collation import Collation, Passage, Signature
from variants.types.measure import Measures
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import LinkKind, SentenceLink
from variants.types.span import Span
from variants.types.witness import Witness, natural_sort_key
from variants.types.witness_order import in_witness_order
from variants.types.words import Token, WordAlignment
from variants.version import VERSION
from variants.words import LINKERS
from variants.words.tokenize import count_words, tokenize


def collate(
    witnesses: Sequence[Witness],
    settings: Settings,
    *,
    links: Sequence[SentenceLink] = (),
    title: str = "",
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Collation:
    """Compare a seed with its other renderings.

    Every witness is aligned with the seed alone. Places, classes, counts and labels do not depend
    on the order of the others; lists of witnesses have the order in which they are given.

    Args:
        witnesses: The seed first; every siglum once.
        settings: Names of the ways to use.
        links: Sentences of the document that are one bead, or never share one.
        title: Of the document.
        progress: Told after each witness how many of how many are done.
    """
    if len({witness.siglum for witness in witnesses}) < len(witnesses):
        msg = "two witnesses have the same siglum"
        raise ValueError(msg)
    seed, *others = segment_all(witnesses, settings)
    sigla = [cut.witness.siglum for cut in others]
    others.sort(key=lambda cut: natural_sort_key(cut.witness.siglum))
    config = classification_config(settings, language_of(seed.witness.language))
    alignments: list[Alignment] = []
    differences: dict[str, dict[int, Differences]] = {}
    counterparts: dict[str, dict[int, tuple[WordCounterpart, ...]]] = {}
    for alignment in align_all((seed, *others), settings, links):
        alignments.append(alignment)
        siglum = alignment.other.witness.siglum
        words = LINKERS[settings.linker](alignment)
        differences[siglum] = _differences(words, alignment, config)
        counterparts[siglum] = find_word_counterparts(words, seed.witness.language)
        del words  # They take more room than all that was found in them.
        progress(len(alignments), len(others))
    by_siglum = {cut.witness.siglum: cut for cut in others}
    apparatus = ApparatusBuilder(seed, by_siglum, differences, config.rules)
    rows = cut_passages(alignments, len(seed.sentences))
    passages = tuple(apparatus.passage(row) for row in rows)
    cutter = DifferenceCutter(seed, by_siglum, tokens_of, config)
    small = tuple(cutter.cut(passages, differences, counterparts))
    collation = Collation(
        title,
        seed,
        tuple(others),
        passages,
        _notices((seed, *others), alignments),
        _signature(seed, others, settings, links),
        find_patterns(small, seed.witness.language),
        find_usages(seed, by_siglum, passages, counterparts, small, tokens_of),
        _measures(seed, others, passages, differences),
    )
    return in_witness_order(collation, sigla)


def segment_all(witnesses: Sequence[Witness], settings: Settings) -> tuple[Segmentation, ...]:
    """Segment every witness, in the given order."""
    segment = SEGMENTERS[settings.segmenter]
    return tuple(segment(witness) for witness in witnesses)


def align_all(
    cuts: Sequence[Segmentation], settings: Settings, links: Sequence[SentenceLink] = ()
) -> Iterator[Alignment]:
    """Yield the alignment of the seed, which comes first, with each of the others, in order."""
    seed, *others = cuts
    align = ALIGNERS[settings.aligner]
    return (align(seed, other, links) for other in others)


def _differences(
    words: Sequence[WordAlignment], alignment: Alignment, config: ClassificationConfig
) -> dict[int, Differences]:
    """What each bead with sentences on both sides differs in, by its first seed sentence."""
    return {each.bead.seed[0]: find_differences(each, alignment, config) for each in words}


def tokens_of(cut: Segmentation, span: Span) -> tuple[Token, ...]:
    """The words of a stretch, for the rooms that are handed a ``Tokenizer``."""
    return tokenize(cut.witness.text, span, language_of(cut.witness.language))


def words_of(cut: Segmentation, span: Span) -> Counter[str]:
    """How often its words stand in a stretch, for the rooms that are handed a ``WordCounter``."""
    return count_words(cut.witness.text, span, language_of(cut.witness.language))


def _measures(
    seed: Segmentation,
    others: Sequence[Segmentation],
    passages: Sequence[Passage],
    differences: Mapping[str, Mapping[int, Differences]],
) -> Measures:
    """How far each witness agrees with the seed, and how much the passages vary."""
    agreements = []
    for other in others:
        found = differences[other.witness.siglum]
        variants = [variant for bead in sorted(found) for variant in found[bead].variants]
        agreements.append(measure_agreement(seed, other, passages, variants, words_of))
    variation = measure_variation(seed, others, passages, words_of)
    return Measures(tuple(agreements), variation)


def _notices(cuts: Sequence[Segmentation], alignments: Sequence[Alignment]) -> tuple[Notice, ...]:
    read = (notice for cut in cuts for notice in cut.witness.notices)
    aligned = (notice for alignment in alignments for notice in alignment.notices)
    return tuple(sorted({*read, *aligned}))


def _signature(
    seed: Segmentation,
    others: Sequence[Segmentation],
    settings: Settings,
    links: Sequence[SentenceLink],
) -> Signature:
    return Signature(
        VERSION,
        settings.segmenter,
        settings.aligner,
        settings.linker,
        tuple((cut.witness.siglum, cut.witness.digest) for cut in (seed, *others)),
        (*settings.choices(), *_choices([cut.witness for cut in (seed, *others)], links)),
    )


def _choices(
    witnesses: Sequence[Witness], links: Sequence[SentenceLink]
) -> Iterator[tuple[str, str]]:
    """Yield the name and value of each choice about the texts of a document, for its signature."""
    if links:
        yield "links", "; ".join(map(_link_label, links))
    own = sorted({word for witness in witnesses for word in witness.abbreviations})
    if own:
        yield "abbreviations", ", ".join(own)
    corrections = [
        f"{witness.siglum}: {correction}"
        for witness in witnesses
        for correction in witness.corrections
    ]
    if corrections:
        yield "segments", "; ".join(corrections)


def _link_label(link: SentenceLink) -> str:
    """Return a link in a few characters: ``"A 3,4=5"`` if forced, ``"A 7≠9"`` if forbidden."""
    label = link.label if link.kind is LinkKind.FORCED else link.label.replace("=", "≠")
    return f"{link.siglum} {label}"
