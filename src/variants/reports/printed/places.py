"""Every place that is printed with something said about it, in the order of the text."""

from __future__ import annotations

from collections import Counter

from variants.reports.printed.notes import PrintedPlace, sentence_in
from variants.types.edition import Edition
from variants.types.span import Span


def places_of(edition: Edition) -> tuple[PrintedPlace, ...]:
    """The entries of the apparatus, and after those of a sentence the words only editors touched.

    What is lost stands last: its words are in the seed no longer.
    """
    decided = edition.statuses()
    end = len(edition.collation.seed.witness.text)
    places = [
        PrintedPlace(entry.label, entry.lemma, entry, decided.get(entry.place), passage)
        for passage in edition.collation.passages
        for entry in passage.entries
    ]
    touched: Counter[int] = Counter()
    lost = []
    for status in edition.apart():
        if status.span is None:
            lost.append(PrintedPlace("lost", Span(end, end), None, status, None))
            continue
        sentence = edition.collation.seed.sentence_at(status.span.start) + 1
        touched[sentence] += 1
        label = f"{sentence}.*{touched[sentence]}"
        places.append(PrintedPlace(label, status.span, None, status, None))
    places.sort(key=lambda place: sentence_in(place.label))
    return (*places, *lost)
