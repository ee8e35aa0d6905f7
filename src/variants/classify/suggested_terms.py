"""Terms of art: noun phrases of the seed for which a witness always has another phrase."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from variants.classify.config import ClassificationConfig
from variants.classify.usages import WordPlaces
from variants.classify.word_counterparts import WordCounterpart
from variants.languages import Language, fold, language_of
from variants.languages.kin import kin_of
from variants.types.pattern import Rendition, SuggestedTerm
from variants.types.segmentation import Segmentation
from variants.types.span import Span, squeeze
from variants.types.words import Token, Tokenizer, TokenKind

_OFTEN = 3
_LONGEST = 3  # Words of a phrase.
_SHORTEST_NOUN = 4  # Letters of a word that may be a noun, if its part of speech is unknown.
_MOST_UNKNOWN = 1 / 3  # Share of the occurrences that may have no counterpart.
_LEAST_SHARE = 0.5  # Share of the places of a word, to look at the phrases around it.
_MOST_CAPITALS = 0.5  # Share of capitals inside sentences above which a word is a name.
_Stems: TypeAlias = tuple[str, ...]


class _Place(NamedTuple):
    """One occurrence of a phrase: its sentence and its words."""

    sentence: int
    tokens: tuple[Token, ...]


def suggest_terms(  # noqa: PLR0913, PLR0917 - texts, and what three stages found in them
    seed: Segmentation,
    others: Mapping[str, Segmentation],
    often: Mapping[str, WordPlaces],
    otherwise: Mapping[str, Mapping[Span, WordCounterpart]],
    omitted: Mapping[str, set[int]],
    tokenize: Tokenizer,
    config: ClassificationConfig,
) -> tuple[SuggestedTerm, ...]:
    """Return noun phrases that return and always face the same other phrase in a witness.

    Names and listed terms are not returned. If a phrase and a part of it qualify, the part
    is returned if it also occurs elsewhere. The most frequent phrase comes first.

    Args:
        seed: The seed.
        others: The other witnesses by siglum.
        often: Frequent words of the seed by stem, with their places.
        otherwise: Counterpart of each word that is not repeated, by siglum and seed span.
        omitted: Seed sentences without a counterpart, by siglum.
        tokenize: Function that returns the tokens of a span.
        config: Terms of the edition.
    """
    language = language_of(seed.witness.language)
    readers = {
        siglum: _RenderingReader(
            seed, other, otherwise.get(siglum, {}), omitted.get(siglum, set()), language
        )
        for siglum, other in others.items()
    }
    finder = _PhraseFinder(seed, often, tokenize, language)
    rendered = {
        stem
        for stem in finder.stems
        if any(reader.has_recurring_rendition(often[stem]) for reader in readers.values())
    }
    found: dict[_Stems, SuggestedTerm] = {}
    for stems, places in finder.phrases_with(rendered).items():
        renderings = {
            siglum: rendition
            for siglum, reader in readers.items()
            if (rendition := reader.only_rendition(stems, places)) is not None
        }
        words = _words_for_terms(stems, places, renderings, seed, config, language)
        if words:
            phrase = _commonest(_text(place.tokens, seed) for place in places)
            found[stems] = SuggestedTerm(phrase, words, len(places), tuple(renderings.items()))
    kept = _without_nested(found)
    return tuple(sorted(kept, key=lambda term: (-term.count, term.phrase)))


class _PhraseFinder:
    """Finds the noun phrases of the seed that return, without names.

    Attributes:
        stems: Stems of the nouns and adjectives, except names.
    """

    def __init__(
        self,
        seed: Segmentation,
        often: Mapping[str, WordPlaces],
        tokenize: Tokenizer,
        language: Language,
    ) -> None:
        self._seed = seed
        self._often = often
        self._tokenize = tokenize
        self._language = language
        self._kin = kin_of(language.tag)
        self.stems = {
            stem
            for stem, places in often.items()
            if {*self._parts_of_speech(self._word_at(places[0]))} & {*"na"}
            and not self._is_name(places)
        }

    def phrases_with(self, stems: set[str]) -> dict[_Stems, list[_Place]]:
        """Return the places of each phrase that returns and has a word with one of the stems."""
        sentences = {sentence for stem in stems for sentence, _ in self._often[stem]}
        phrases: dict[_Stems, list[_Place]] = defaultdict(list)
        for sentence in sorted(sentences):
            for run in self._runs(self._tokenize(self._seed, self._seed.sentences[sentence])):
                for phrase in _parts(run):
                    key = tuple(self._language.stem(token.key) for token in phrase)
                    is_noun = self._parts_of_speech(phrase[-1].key).startswith("n")
                    if is_noun and not stems.isdisjoint(key):
                        phrases[key].append(_Place(sentence, phrase))
        return {key: places for key, places in phrases.items() if len(places) >= _OFTEN}

    def _runs(self, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
        """Yield the longest runs of nouns and adjectives."""
        run: list[Token] = []
        for token in tokens:
            if token.kind is TokenKind.CONTENT and self._language.stem(token.key) in self.stems:
                run.append(token)
            elif run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)

    def _word_at(self, place: tuple[int, Span]) -> str:
        return fold(place[1].of(self._seed.witness.text))

    def _parts_of_speech(self, word: str) -> str:
        """Return the parts of speech of a word; an unknown one may be a noun if it is long."""
        unknown = "n" if len(word) >= _SHORTEST_NOUN else ""
        if self._kin is None:
            return unknown
        return self._kin.parts_of_speech(self._language.spelling(word)) or unknown

    def _is_name(self, places: WordPlaces) -> bool:
        """Return True if a word mostly has a capital inside sentences."""
        if not self._language.capitals_mark_names:
            return False
        text = self._seed.witness.text
        inside = [
            text[span.start].isupper()
            for sentence, span in places
            if any(map(str.isalnum, text[self._seed.sentences[sentence].start : span.start]))
        ]
        return sum(inside) > _MOST_CAPITALS * len(inside)


def _parts(run: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield every part of a run that is not too long."""
    for start in range(len(run)):
        for end in range(start + 1, min(start + _LONGEST, len(run)) + 1):
            yield run[start:end]


class _RenderingReader:
    """Reads what one witness has for phrases of the seed."""

    def __init__(
        self,
        seed: Segmentation,
        other: Segmentation,
        otherwise: Mapping[Span, WordCounterpart],
        omitted: set[int],
        language: Language,
    ) -> None:
        self._seed = seed
        self._other = other
        self._otherwise = otherwise
        self._omitted = omitted
        self._language = language
        self._kin = kin_of(language.tag)

    def has_recurring_rendition(self, places: WordPlaces) -> bool:
        """Return True if a witness often has the same other words for a word."""
        found = (self._otherwise.get(span) for _, span in places)
        text = self._other.witness.text
        counts = Counter(
            self._key(one.other.of(text)) for one in found if one is not None and one.other
        )
        least = max(_OFTEN, _LEAST_SHARE * len(places))
        return any(count >= least for count in counts.values())

    def only_rendition(self, stems: _Stems, places: Sequence[_Place]) -> Rendition | None:
        """Return the only rendering of a phrase; ``None`` if there are several, or it is the same.

        An uncertain counterpart that differs from the certain ones does not count.
        """
        certain: dict[_Stems, list[str]] = defaultdict(list)
        uncertain: dict[_Stems, list[str]] = defaultdict(list)
        for place in places:
            parts = self._parts_of(place)
            if parts is not None:
                key = tuple(self._key(part) for part, _ in parts)
                group = uncertain if any(weak for _, weak in parts) else certain
                group[key].append(" ".join(part for part, _ in parts))
        if len(certain) != 1:
            return None
        (key,) = certain
        wordings = [*certain[key], *uncertain[key]]
        unknown = len(places) - len(wordings)
        if len(wordings) < _OFTEN or unknown > _MOST_UNKNOWN * len(wordings):
            return None
        if key == stems or not self._is_other_phrase(places[0], wordings[0]):
            return None
        return Rendition(_commonest(wordings), len(wordings), len(uncertain[key]))

    def _parts_of(self, place: _Place) -> list[tuple[str, bool]] | None:
        """Return the words for each word, and True if they are uncertain; ``None`` if unknown."""
        if place.sentence in self._omitted:
            return None
        parts = []
        for token in place.tokens:
            found = self._otherwise.get(token.span)
            if found is None:
                parts.append((token.span.of(self._seed.witness.text), False))
            elif found.other is None:
                return None
            else:
                parts.append((found.other.of(self._other.witness.text), found.uncertain))
        return parts

    def _spelled(self, words: Sequence[str]) -> list[str]:
        """Return the stems of words in one spelling."""
        return [self._language.stem(self._language.spelling(word)) for word in words]

    def _key(self, words: str) -> str:
        return " ".join(self._language.stem(fold(word)) for word in words.split())

    def _is_other_phrase(self, place: _Place, wording: str) -> bool:
        """Return True if a rendering is another noun phrase, not another spelling of this one."""
        words = [fold(word) for word in wording.split()]
        mine = [token.key for token in place.tokens]
        if not words or self._spelled(words) == self._spelled(mine):
            return False
        last = self._kin.parts_of_speech(words[-1]) if self._kin is not None else ""
        return words[-1] not in self._language.function_words and (not last or "n" in last)


def _words_for_terms(  # noqa: PLR0913, PLR0917 - a phrase and all that is known of it
    stems: _Stems,
    places: Sequence[_Place],
    renderings: Mapping[str, Rendition],
    seed: Segmentation,
    config: ClassificationConfig,
    language: Language,
) -> tuple[str, ...]:
    """Return the words of a phrase to list as terms: those that a rendering does not repeat."""
    words = []
    for number, stem in enumerate(stems):
        rendered = any(
            stem not in {language.stem(fold(word)) for word in one.wording.split()}
            for one in renderings.values()
        )
        of_place = (_text(place.tokens[number : number + 1], seed) for place in places)
        word = _commonest(of_place).lower()
        if rendered and language.lemma(fold(word)) not in config.terms:
            words.append(word)
    return tuple(dict.fromkeys(words))


def _without_nested(found: Mapping[_Stems, SuggestedTerm]) -> list[SuggestedTerm]:
    """Return one of each phrase and its parts: the longest that occurs as often as the part."""
    kept = []
    for stems, term in found.items():
        others = [(each, one.count) for each, one in found.items() if each != stems]
        in_longer = any(count == term.count and _is_part(stems, longer) for longer, count in others)
        has_part = any(count > term.count and _is_part(part, stems) for part, count in others)
        if not in_longer and not has_part:
            kept.append(term)
    return kept


def _is_part(part: _Stems, whole: _Stems) -> bool:
    starts = range(len(whole) - len(part) + 1)
    return len(part) < len(whole) and any(
        whole[start : start + len(part)] == part for start in starts
    )


def _text(tokens: Sequence[Token], seed: Segmentation) -> str:
    return Span(tokens[0].span.start, tokens[-1].span.end).of(seed.witness.text)


def _commonest(wordings: Iterable[str]) -> str:
    """Return the most frequent wording; of equally frequent ones, the first alphabetically."""
    counts = Counter(squeeze(wording) for wording in wordings)
    return min(counts, key=lambda wording: (-counts[wording], wording))
