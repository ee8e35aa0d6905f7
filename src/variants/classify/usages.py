"""Usages: renderings of single words of the seed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from variants.classify.core import is_content_word
from variants.classify.small_difference import SmallDifference
from variants.classify.word_counterparts import WordCounterpart
from variants.languages import Language, fold, language_of
from variants.types.collation import Passage
from variants.types.pattern import Rendition, Usage
from variants.types.segmentation import Segmentation
from variants.types.span import Span, squeeze
from variants.types.words import Tokenizer, TokenKind

_OFTEN = 3  # Two occurrences are too few to show how a word is usually rendered.
WordPlaces: TypeAlias = Sequence[tuple[int, Span]]
"""Sentence and span of each occurrence of a word."""


def find_usages(
    seed: Segmentation,
    others: Mapping[str, Segmentation],
    often: Mapping[str, WordPlaces],
    omitted: Mapping[str, set[int]],
    otherwise: Mapping[str, Mapping[Span, WordCounterpart]],
) -> tuple[Usage, ...]:
    """Return the renderings of frequent content words that a witness does not always repeat.

    Inflections are counted as one word; numbers are left to the class meaning. The most
    frequent word comes first.

    Args:
        seed: The seed.
        others: The other witnesses by siglum.
        often: Frequent words of the seed; see ``frequent_words``.
        omitted: Seed sentences without a counterpart, by siglum; see ``omitted_sentences``.
        otherwise: Counterparts of words that are not repeated; see ``index_counterparts``.
    """
    language = language_of(seed.witness.language)
    rendered = {
        siglum: {
            stem: _renditions(
                *(stem, places, seed, other),
                otherwise.get(siglum, {}),
                omitted.get(siglum, set()),
                language,
            )
            for stem, places in often.items()
        }
        for siglum, other in others.items()
    }
    usages = [
        Usage(
            _commonest(span.of(seed.witness.text) for _, span in places),
            len(places),
            tuple((siglum, of_word[stem]) for siglum, of_word in rendered.items()),
        )
        for stem, places in often.items()
        if any(_varies(stem, of_word[stem], language) for of_word in rendered.values())
    ]
    return tuple(sorted(usages, key=lambda usage: (-usage.count, usage.word)))


def frequent_words(seed: Segmentation, tokenize: Tokenizer) -> dict[str, WordPlaces]:
    """Return the frequent words by stem, each with sentence and span."""
    language = language_of(seed.witness.language)
    places: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    stems: dict[str, str | None] = {}  # By key; ``None`` for other words.
    for sentence, span in enumerate(seed.sentences):
        for token in tokenize(seed, span):
            if token.key not in stems:
                counts = (
                    token.kind is not TokenKind.NUMBER
                    and is_content_word(token, language)
                    and not _is_old_function_word(token.key, language)
                )
                stems[token.key] = language.stem(token.key) if counts else None
            stem = stems[token.key]
            if stem is not None:
                places[stem].append((sentence, token.span))
    return {stem: found for stem, found in places.items() if len(found) >= _OFTEN}


def _is_old_function_word(key: str, language: Language) -> bool:
    """Return True if a word is an old form of a function word: "unto", "thee", "hath"."""
    modern = language.old_forms.get(key)
    return modern in language.function_words and modern not in language.modals


def omitted_sentences(passages: Iterable[Passage]) -> dict[str, set[int]]:
    """Return by siglum the seed sentences without a counterpart."""
    omitted: dict[str, set[int]] = defaultdict(set)
    for passage in passages:
        for rendering in passage.renderings:
            for bead in rendering.beads:
                if not bead.other:
                    omitted[rendering.siglum].update(bead.seed)
    return omitted


def index_counterparts(
    counterparts: Mapping[str, Mapping[int, Sequence[WordCounterpart]]],
    differences: Iterable[SmallDifference],
) -> dict[str, dict[Span, WordCounterpart]]:
    """Return the counterpart of each word that is not repeated, by siglum and seed span.

    Two words that are the whole of a difference are counterparts, even without a link.
    """
    otherwise: dict[str, dict[Span, WordCounterpart]] = defaultdict(dict)
    for siglum, by_bead in counterparts.items():
        for found in by_bead.values():
            otherwise[siglum].update((one.seed, one) for one in found)
    for one in differences:
        place = one.occurrence
        known = otherwise[place.siglum].get(place.lemma)
        if known is None or not place.reading.length or place.uncertain:
            continue
        if known.other is None or (known.uncertain and known.other == place.reading):
            otherwise[place.siglum][place.lemma] = WordCounterpart(place.lemma, place.reading)
    return otherwise


def _renditions(  # noqa: PLR0913, PLR0917 - both texts, and all that is known of their words
    stem: str,
    places: WordPlaces,
    seed: Segmentation,
    other: Segmentation,
    otherwise: Mapping[Span, WordCounterpart],
    omitted: set[int],
    language: Language,
) -> tuple[Rendition, ...]:
    """Return the renderings of one word in one witness, inflections grouped."""
    wordings: dict[str, list[str]] = defaultdict(list)
    uncertain: Counter[str] = Counter()
    for sentence, span in places:
        if sentence in omitted or span in otherwise:
            found = otherwise.get(span)
            wording = found.other.of(other.witness.text) if found and found.other else ""
            key = _stems(wording, language)
            wordings[key].append(wording)
            uncertain[key] += found is not None and found.uncertain
        else:
            wordings[stem].append(span.of(seed.witness.text))
    renditions = [
        Rendition(_commonest(each), len(each), uncertain[key]) for key, each in wordings.items()
    ]
    return tuple(sorted(renditions, key=lambda one: (-one.count, one.wording)))


def _varies(stem: str, renditions: Iterable[Rendition], language: Language) -> bool:
    """Return True if a rendering is certainly another word; omissions do not count."""
    return any(
        one.count > one.uncertain and _stems(one.wording, language) not in {"", stem}
        for one in renditions
    )


def _stems(wording: str, language: Language) -> str:
    return " ".join(language.stem(fold(word)) for word in wording.split())


def _commonest(wordings: Iterable[str]) -> str:
    """Return the most frequent wording; of equally frequent ones, the first alphabetically."""
    counts = Counter(squeeze(wording) for wording in wordings)
    return min(counts, key=lambda wording: (-counts[wording], wording))
