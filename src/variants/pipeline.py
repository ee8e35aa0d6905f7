"""The pipeline, one call per stage: read this first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from variants.aligners import align_all
from variants.classify.config import classification_config
from variants.classify.differences import variants_of
from variants.classify.entries import ApparatusBuilder
from variants.classify.ignored_kinds import without_ignored
from variants.classify.judged_differences import find_all_differences
from variants.classify.passages import cut_passages
from variants.classify.recurrences import find_recurrences
from variants.classify.word_counterparts import find_word_counterparts
from variants.errors import SiglumTwice, TooFewWitnesses
from variants.languages import language_of, text_notices
from variants.measures.summary import measure_all
from variants.segmenters import segment_all
from variants.settings import Settings
from variants.signature import sign
from variants.types.collation import Collation
from variants.types.sentence_link import SentenceLink
from variants.types.survey import Survey
from variants.types.witness import Witness, natural_sort_key
from variants.types.witness_order import in_witness_order
from variants.ways import check_settings
from variants.words import LINKERS
from variants.words.tokenize import tokens_of, word_counts_of


def collate(
    witnesses: Sequence[Witness],
    settings: Settings,
    *,
    links: Sequence[SentenceLink] = (),
    title: str = "",
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Collation:
    """Compare a seed with other renderings of it.

    Every witness is aligned with the seed alone. Only lists of witnesses depend on their order.

    Args:
        witnesses: The texts, the seed first; each siglum once.
        settings: The method of each stage, and facts about the texts.
        links: Sentences that must, or must not, be one bead.
        title: Title of the document.
        progress: Called after each witness with the number done and the number of all.
    """
    _check_sigla(witnesses)
    check_settings(settings)
    seed, *others = segment_all(witnesses, settings.segmenter)
    sigla = [cut.witness.siglum for cut in others]
    others.sort(key=lambda cut: natural_sort_key(cut.witness.siglum))
    language = seed.witness.language
    config = classification_config(settings, language_of(language))
    alignments, differences, counterparts = [], {}, {}
    for alignment in align_all(seed, others, settings.aligner, links):
        alignments.append(alignment)
        siglum = alignment.other.witness.siglum
        words = list(LINKERS[settings.linker](alignment))
        counterparts[siglum] = find_word_counterparts(words, language)
        differences[siglum] = find_all_differences(words, alignment, config)
        progress(len(alignments), len(others))
    by_siglum = {cut.witness.siglum: cut for cut in others}
    builder = ApparatusBuilder(seed, alignments, differences, config.rules)
    passages = tuple(map(builder.passage, cut_passages(alignments, len(seed.sentences))))
    survey = Survey(
        lambda: find_recurrences(
            seed, by_siglum, passages, differences, counterparts, tokens_of, config
        ),
        lambda: measure_all(seed, others, passages, variants_of(differences), word_counts_of),
    )
    ordered = [cut.witness for cut in (seed, *others)]
    notices = [notice for witness in ordered for notice in witness.notices]
    notices += [notice for alignment in alignments for notice in alignment.notices]
    collation = Collation(
        title=title,
        seed=seed,
        others=tuple(others),
        passages=passages,
        notices=tuple(dict.fromkeys((*text_notices(ordered), *notices))),
        signature=sign(ordered, settings, links),
        survey=survey,
        missing_parts=builder.missing_parts,
    )
    return in_witness_order(without_ignored(collation, settings.ignore), sigla)


def _check_sigla(witnesses: Sequence[Witness]) -> None:
    if len(witnesses) < 2:  # noqa: PLR2004 - a seed and another text
        raise TooFewWitnesses(len(witnesses))
    known: dict[str, str] = {}
    for number, witness in enumerate(witnesses, 1):
        name = witness.source or f"text {number}"
        if witness.siglum in known:
            raise SiglumTwice(witness.siglum, known[witness.siglum], name)
        known[witness.siglum] = name
