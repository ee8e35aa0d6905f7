"""Places of a printed edition, with the rules for their notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from variants.types.collation import Entry, Passage
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.span import Span
from variants.types.status import PlaceStatus, State

MARKED = frozenset({State.QUERY, State.DEFERRED, State.CONFLICT, State.STALE})
"""States that a note names."""


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Words of the seed with an entry or a decision.

    Attributes:
        label: Label for people ("5.2").
        span: Span in the seed; a point if witnesses have more than the seed.
        entry: Entry of the apparatus; ``None`` if only editors changed the words.
        status: Status of the decisions on it; ``None`` if there are none.
        passage: Passage of the entry; ``None`` without an entry.
        around: State of the decided words that contain it; ``None`` if there are none.
    """

    label: str
    span: Span
    entry: Entry | None
    status: PlaceStatus | None
    passage: Passage | None
    around: State | None = None

    @property
    def state(self) -> State:
        """State of the place; inside decided words it is the state of these."""
        if self.status is not None and self.status.state is not State.UNDECIDED:
            return self.status.state
        return self.around or State.UNDECIDED

    @property
    def marked(self) -> bool:
        """True if a note names the state of its own decisions."""
        return self.around is None and self.state in MARKED

    @property
    def changes(self) -> bool:
        """True if the established text has other words here than the seed."""
        return self.status is not None and self.status.printed is not None

    @property
    def rejected(self) -> bool:
        """True if an editor decided that it is not a variant."""
        live = () if self.status is None else self.status.live
        return self.state is State.DECIDED and any(one.action is Action.REJECT for one in live)

    @property
    def noted(self) -> bool:
        """True if it has a note in the text."""
        substantive = self.entry is None or any(
            # A rule may decide that a difference of form touches the sense.
            reading.substantive or reading.tier is Tier.SENSE
            for reading in self.entry.readings
        )
        return self._is_shown and (self.changes or self.marked or substantive)

    @property
    def listed(self) -> bool:
        """True if it has a line in the list of names and forms instead."""
        return self._is_shown and not self.noted

    @property
    def _is_shown(self) -> bool:
        return self.state is not State.LOST and not self.rejected


def places_of(edition: Edition) -> tuple[PrintedPlace, ...]:
    """Return the places by sentence: first its entries, then words that only editors changed.

    Sentences for which witnesses only have no text are left out, unless an editor decided on them.
    Lost places, whose words are no longer in the seed, come last.
    """
    statuses = edition.statuses()
    end = len(edition.collation.seed.witness.text)
    enclosing = edition.enclosing()
    around = {place: status.state for place, status in enclosing.items()}
    places = [
        PrintedPlace(
            *(entry.label, entry.lemma, entry, statuses.get(entry.place), passage),
            around.get(entry.place),
        )
        for passage in edition.collation.passages
        for entry in passage.entries
        if not entry.missing or entry.place in statuses
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


def sentence_in(label: str) -> int:
    """Return the sentence number with which a label begins; 0 if there is none.

    Examples:
        >>> sentence_in("17.2"), sentence_in("17+1.1"), sentence_in("lost")
        (17, 17, 0)
    """
    digits = re.match(r"[0-9]+", label)
    return int(digits[0]) if digits else 0
