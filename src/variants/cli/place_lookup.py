"""Places by what users type: a label, an id, or words, with a document or sentence before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from variants.anchors.drafting import DecisionTarget
from variants.errors import NoSuchPlace, SeveralPlaces, UnknownName
from variants.languages import language_of
from variants.types.edition import Edition
from variants.types.span import Span, squeeze
from variants.words.tokenize import tokenize, tokens_of

_CONTEXT = 20
"""Characters shown on each side of a candidate."""


def find_place(given: str, editions: Sequence[Edition]) -> DecisionTarget:
    """Return the place that ``5.2``, an id, words or ``5:words`` names, also after ``DOC:``.

    Labels and ids are tried first, then words of the seed, then the words of readings, then words
    of the seed in another case or spelling. A number before words may be a sentence or the name
    of a document, so both are tried.

    Raises:
        NoSuchPlace: No place matches.
        SeveralPlaces: Several places match.
        UnknownName: The document of a label does not exist.
    """
    queries = list(_queries(given, editions))
    for candidates in (_with_label, _with_seed_words, _with_reading_words, _with_similar_words):
        found = _distinct(candidates, queries)
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralPlaces(given, [_candidate(each, editions) for each in found])
    document = re.match(r"([^:\s]+):[\d+.]+$", given)
    if document:
        raise UnknownName(document[1], [edition.name for edition in editions], what="document")
    raise NoSuchPlace(given)


def labels_of(edition: Edition) -> dict[str, str]:
    """Return the label of each decided place, by ``PlaceStatus.place``.

    It is the label of its entry, else the number of its sentence; for words that are lost, the
    document and the sentence that they were in.
    """
    entries = {entry.place: entry.label for entry in edition.collation.entries}
    labels = {}
    for status in edition.decisions.statuses:
        if status.place in entries:
            labels[status.place] = entries[status.place]
        elif status.span is not None:
            labels[status.place] = DecisionTarget.at(edition, status.span).label
        else:
            lost = f"{edition.name}:{status.live[0].anchor.sentence}" if status.live else "?"
            labels[status.place] = lost
    return labels


@dataclass(frozen=True, slots=True)
class _Query:
    """One way to read what was typed.

    Attributes:
        text: A label, an id or words.
        editions: Documents to search.
        sentence: Number of the sentence that must contain the words; empty for any.
    """

    text: str
    editions: Sequence[Edition]
    sentence: str = ""


def _queries(given: str, editions: Sequence[Edition]) -> Iterator[_Query]:
    """Yield every way to read what was typed."""
    yield from _queries_in(given, editions)
    for edition in editions:
        if given.startswith(f"{edition.name}:"):
            yield from _queries_in(given.removeprefix(f"{edition.name}:"), [edition])


def _queries_in(given: str, editions: Sequence[Edition]) -> Iterator[_Query]:
    yield _Query(given, editions)
    sentence, colon, words = given.partition(":")
    if colon and sentence.isdecimal():
        yield _Query(words, editions, sentence)


_Candidates = Callable[[_Query, Edition], Iterator[DecisionTarget]]


def _distinct(candidates: _Candidates, queries: Iterable[_Query]) -> list[DecisionTarget]:
    """Return the candidates of all queries, each place once."""
    found: dict[tuple[str, Span], DecisionTarget] = {}
    for query in queries:
        for edition in query.editions:
            for target in candidates(query, edition):
                # A label begins with the number of its sentence.
                if query.sentence in ("", target.label.partition(".")[0]):
                    found.setdefault((edition.name, target.span), target)
    return list(found.values())


def _with_label(query: _Query, edition: Edition) -> Iterator[DecisionTarget]:
    """Yield the place with a label or an id."""
    if query.sentence:
        return
    entries = [e for e in edition.collation.entries if query.text in (e.label, e.place)]
    for entry in entries:
        yield DecisionTarget(edition, entry.lemma, entry)
    for status in edition.decisions.statuses:
        if query.text == status.place and status.span is not None and not entries:
            yield DecisionTarget.at(edition, status.span)


def _with_seed_words(query: _Query, edition: Edition) -> Iterator[DecisionTarget]:
    """Yield the places where the seed has the words, however they are spaced."""
    pattern = _pattern(query.text)
    if pattern is None:
        return
    for match in pattern.finditer(edition.collation.seed.witness.text):
        yield DecisionTarget.at(edition, Span(*match.span()))


def _with_reading_words(query: _Query, edition: Edition) -> Iterator[DecisionTarget]:
    """Yield the entries with a reading that consists of the words."""
    words = query.text.split()
    for entry in edition.collation.entries if words else ():
        if any(reading.wording.split() == words for reading in entry.readings):
            yield DecisionTarget(edition, entry.lemma, entry)


def _with_similar_words(query: _Query, edition: Edition) -> Iterator[DecisionTarget]:
    """Yield the places where the seed has the words in another case, accent or composition.

    In texts without spaces, the words may also be in the middle of others.
    """
    seed = edition.collation.seed
    language = language_of(seed.witness.language)
    keys = [word.key for word in tokenize(query.text, Span(0, len(query.text)), language)]
    words = tokens_of(seed, Span(0, len(seed.witness.text)))
    for n in range(len(words) - len(keys) + 1) if keys else ():
        same = words[n : n + len(keys)]
        if [word.key for word in same] == keys:
            yield DecisionTarget.at(edition, Span(same[0].span.start, same[-1].span.end))


def _pattern(given: str) -> re.Pattern[str] | None:
    """Return a pattern for whole words with any white space between them; ``None`` for none."""
    words = given.split()
    if not words:
        return None
    # A punctuation mark at either end has no word boundary.
    first = r"(?<!\w)" if words[0][0].isalnum() else ""
    last = r"(?!\w)" if words[-1][-1].isalnum() else ""
    return re.compile(first + r"\s+".join(map(re.escape, words)) + last)


def _candidate(target: DecisionTarget, editions: Sequence[Edition]) -> str:
    """Return a candidate as the user can type it, with the text around it."""
    text = target.edition.collation.seed.witness.text
    before = text[max(0, target.span.start - _CONTEXT) : target.span.start]
    after = text[target.span.end : target.span.end + _CONTEXT]
    context = squeeze(f"{before}{target.span.of(text)}{after}")
    name = target.label if target.entry is not None else f"{target.label}:{target.words}"
    # The number of a sentence could be the name of a document.
    if len(editions) > 1 or target.edition.name.isdecimal():
        name = f"{target.edition.name}:{name}"
    return f"{name} (…{context}…)"
