"""Places of a printed edition."""

from __future__ import annotations

from collections import Counter

from variants.reports.printed.notes import PrintedPlace, sentence_in
from variants.types.edition import Edition
from variants.types.span import Span


def places_of(edition: Edition) -> tuple[PrintedPlace, ...]:
    """Return the places by sentence: first its entries, then words that only editors changed.

    Lost places, whose words are no longer in the seed, come last.
    """
    statuses = edition.statuses()
    end = len(edition.collation.seed.witness.text)
    places = [
        PrintedPlace(entry.label, entry.lemma, entry, statuses.get(entry.place), passage)
        for passage in edition.collation.passages
        for entry in passage.entries
    ]
    numbers: Counter[int] = Counter()
    lost = []
    for status in edition.places_without_entry():
        if status.span is None:
            lost.append(PrintedPlace("lost", Span(end, end), None, status, None))
            continue
        sentence = edition.collation.seed.sentence_at(status.span.start) + 1
        numbers[sentence] += 1
        label = f"{sentence}.*{numbers[sentence]}"
        places.append(PrintedPlace(label, status.span, None, status, None))
    places.sort(key=lambda place: sentence_in(place.label))
    return (*places, *lost)
