"""Every place that is printed with something said about it, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from variants.reports.printed.notes import Place, sentence_in
from variants.types.edition import Edition
from variants.types.span import Span


def places_of(edition: Edition) -> tuple[Place, ...]:
    """The entries of the apparatus, and after those of a sentence the words only editors touched.

    What is lost stands last: its words are in the seed no longer.
    """
    decided = edition.standings()
    end = len(edition.collation.base.witness.text)
    places = [
        Place(entry.label, entry.lemma, entry, decided.get(entry.place), passage)
        for passage in edition.collation.passages
        for entry in passage.entries
    ]
    starts = [sentence.start for sentence in edition.collation.base.sentences]
    touched: Counter[int] = Counter()
    lost = []
    for standing in edition.apart():
        if standing.span is None:
            lost.append(Place("lost", Span(end, end), None, standing, None))
            continue
        # The first sentence has what stands before it, too.
        sentence = max(1, bisect_right(starts, standing.span.start))
        touched[sentence] += 1
        label = f"{sentence}.*{touched[sentence]}"
        places.append(Place(label, standing.span, None, standing, None))
    places.sort(key=lambda place: sentence_in(place.label))
    return (*places, *lost)
