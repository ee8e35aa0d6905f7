"""Passages of a long text, those with nothing of weight folded to runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from variants.types.bead import DOUBTFUL_BELOW
from variants.types.collation import Collation, Entry, Passage
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.status import State
from variants.types.variant import Kind
from variants.wording.hidden_wording import amount_of, hidden_wording
from variants.wording.passage_notes import count
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import FOLDED

_SHORT_TEXT = 20  # Sentences of the seed up to which everything is shown.
_WORDS = 6
_CALM = frozenset({State.DECIDED, State.UNDECIDED})


class PassageRun(NamedTuple):
    """Neighbouring passages that are all folded, or one that is shown.

    Attributes:
        passages: The passages.
        folded: True if they are one line.
    """

    passages: tuple[Passage, ...]
    folded: bool

    @property
    def label(self) -> str:
        """Label of the passage, or the first and the last sentence of several."""
        first, last = self.passages[0], self.passages[-1]
        if first is last:
            return first.label
        return f"{first.sentences[0] + 1}–{last.sentences[-1] + 1}"

    @property
    def counts(self) -> str:
        """Number of readings in each tier: "3 of wording · 1 of form"; or "no text in B"."""
        if all(map(_is_missing, self.passages)):
            return f"no text in {', '.join(one.siglum for one in self.passages[0].renderings)}"
        tiers = Counter(
            reading.tier
            for passage in self.passages
            for entry in passage.entries
            for reading in entry.readings
        )
        figures = (
            f"{tiers[tier]} of {tier.value}" for tier in (Tier.WORDING, Tier.FORM) if tiers[tier]
        )
        return " · ".join(figures) or "no difference"

    def first_words(self, collation: Collation) -> list[str]:
        """Return the first words of the seed in the passages."""
        seed = collation.seed
        text = " ".join(seed.text_of(n) for one in self.passages for n in one.sentences[:2])
        return sanitize_line(text).split()[:_WORDS]


def passage_runs(
    edition: Edition, passages: Sequence[Passage], *, unfolded: bool = False
) -> list[PassageRun]:
    """Return passages, folded where the text is long.

    Passages with a place that waits for an editor, has an open question, or was decided alone are
    not folded. Parts for which no other witness has text are folded in short texts too.

    Args:
        edition: The edition.
        passages: Its passages that are shown.
        unfolded: True to fold nothing.
    """
    if unfolded:
        return list(fold(passages, lambda _: False))
    editorial, short = editorial_sentences(edition), is_short(edition)

    def reason(passage: Passage) -> str:
        if not editorial.isdisjoint(passage.sentences):
            return ""
        if _is_missing(passage):
            return "missing"
        return "light" if not short and is_light(passage) else ""

    return list(fold(passages, reason))


def is_short(edition: Edition) -> bool:
    """Return True if a text is so short that everything is shown."""
    return len(edition.collation.seed.sentences) <= _SHORT_TEXT


def folded_note(runs: Iterable[PassageRun], gathered: Sequence[Entry] = (), lines: int = 0) -> str:
    """Return the number of folded passages, with the wording that is hidden; "" without any.

    Args:
        runs: The passages, folded or not.
        gathered: Entries with readings that are only counted, reduced to those.
        lines: Number of lines that count them.
    """
    passages = [passage for run in runs if run.folded for passage in run.passages]
    parts = [f"{count(len(passages), 'passage')} {FOLDED}"] if passages else []
    parts += [f"{count(lines, 'line')} of wording only counted"] if lines else []
    if not parts:
        return ""
    folded = (entry for one in passages for entry in one.entries)
    hidden = hidden_wording((*folded, *gathered), ())
    amount = f" · {amount_of(hidden)}" if hidden is not None and hidden.places else ""
    return f"{', '.join(parts)}{amount}"


def is_light(passage: Passage) -> bool:
    """Return True if a passage can be folded.

    No reading in it is likely to touch the sense, no sentence is left out, added or moved, and no
    content word is left out or added with a confidence of 0.8 or more.
    """
    return bool(passage.sentences) and not heavy_witnesses(passage)


def heavy_witnesses(passage: Passage) -> tuple[str, ...]:
    """Return the witnesses for which a passage is not folded, in their order.

    Witnesses without text here are not among them.
    """
    if not passage.sentences:
        return tuple(one.siglum for one in passage.renderings if one.sentences)
    heavy = {
        place.siglum
        for entry in passage.entries
        for reading in entry.readings
        for place in reading.attestations
        if reading.tier is Tier.SENSE
        or (reading.kind in {Kind.OMITTED, Kind.ADDED} and _is_sure(place.confidence))
    }
    missing = passage.missing
    return tuple(
        one.siglum
        for one in passage.renderings
        if one.siglum not in missing and (not one.sentences or one.moved or one.siglum in heavy)
    )


def _is_missing(passage: Passage) -> bool:
    """Return True if no other witness has text in a passage, since parts of them are missing."""
    return bool(passage.renderings) and len(passage.missing) == len(passage.renderings)


def fold(
    passages: Iterable[Passage], reason: Callable[[Passage], str | bool]
) -> Iterator[PassageRun]:
    """Yield the passages in order, neighbours that are folded for the same reason together."""
    for folded, members in groupby(passages, reason):
        if folded:
            yield PassageRun(tuple(members), folded=True)
        else:
            yield from (PassageRun((passage,), folded=False) for passage in members)


def _is_sure(confidence: float) -> bool:
    return confidence >= DOUBTFUL_BELOW


def editorial_sentences(edition: Edition) -> set[int]:
    """Return the sentences of the seed with a place that editors look at.

    It waits for an editor, has a question, or was decided alone, not together with others.
    """
    seed, states = edition.collation.seed, edition.states()
    spans = [entry.lemma for entry in edition.collation.entries if states[entry.place] not in _CALM]
    spans += [
        status.span
        for status in edition.decisions.statuses
        if status.span is not None
        and status.live
        and (status.state not in _CALM or not all(one.batch for one in status.live))
    ]
    return {seed.sentence_at(span.start) for span in spans}
