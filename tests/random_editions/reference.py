"""The rules of the established text, written down as plainly as possible."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from variants.log.events import Event, Withdrawn
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.span import Span, squeeze
from variants.types.status import PlaceStatus, State

_PRINTING = {Action.ADOPT, Action.EMEND, Action.ALTERNATES}


@dataclass(frozen=True)
class Expected:
    """The established text as the rules give it.

    Attributes:
        pieces: Pieces of the seed and printed words, in their order.
        changes: Spans of the seed with the words that are printed there.
    """

    pieces: tuple[str, ...]
    changes: tuple[tuple[Span, str], ...]

    @property
    def bare(self) -> str:
        """The text without white space."""
        return bare("".join(self.pieces))

    @property
    def words(self) -> list[str]:
        """The words of the text; no two pieces share one."""
        return [word for piece in self.pieces for word in words_of(piece)]


def expected(
    edition: Edition, events: Sequence[Event], lost_names: Collection[str] = ()
) -> Expected:
    """Return the established text of an edition, and fail if a place has another state.

    Args:
        edition: The edition.
        events: Its log as recorded.
        lost_names: Names of documents in the log that the edition does not have any longer.
    """
    found = [one.id for status in edition.decisions.statuses for one in status.live]
    elsewhere = [one.id for one in active_decisions(events) if one.anchor.document in lost_names]
    assert sorted(found + elsewhere) == sorted(one.id for one in active_decisions(events))
    wanted = [
        (status.span, words)
        for status in edition.decisions.statuses
        if status.span is not None and (words := _printed(edition, status)) is not None
    ]
    # Insertions at the same point stay in the order of the places.
    changes = sorted(
        (
            (span, words)
            for number, (span, words) in enumerate(wanted)
            if not any(span.overlaps(other) for n, (other, _) in enumerate(wanted) if n != number)
        ),
        key=lambda change: change[0],
    )
    text = edition.collation.seed.witness.text
    pieces, at = [], 0
    for span, words in changes:
        pieces += [text[at : span.start], words]
        at = span.end
    return Expected((*pieces, text[at:]), tuple(changes))


def active_decisions(events: Sequence[Event]) -> list[Decision]:
    """Return the decisions that no event replaces or withdraws."""
    named: set[str] = set()
    for event in events:
        if isinstance(event.body, Decision):
            named |= {*event.body.replaces}
        elif isinstance(event.body, Withdrawn):
            named |= {*event.body.of}
    return [e.body for e in events if isinstance(e.body, Decision) and e.id not in named]


def _printed(edition: Edition, status: PlaceStatus) -> str | None:
    """Return the words that a place prints instead of the seed's; ``None`` for the seed's."""
    seed = edition.collation.seed.witness
    digests = dict(edition.collation.signature.digests)
    span = status.span
    if not status.live or span is None:
        return None
    first = status.live[0]
    here = [one.anchor.text == seed.digest for one in status.live]
    if any(here):
        assert span in {one.anchor.position for one in status.live}
    if len({_effect(one) for one in status.live}) > 1:
        return None
    held = all(
        one.wording is None
        or not one.wording.sigla
        or any(digests.get(s) == dict(one.witnesses)[s] for s in one.wording.sigla)
        for one in status.live
    )
    if status.state is State.STALE:
        assert not (any(here) and held), "it is stale, but nothing has changed"
        return None
    if first.action not in _PRINTING or first.wording is None:
        return None
    own = span.of(seed.text)
    same = first.wording.text == own if any(here) else squeeze(first.wording.text) == squeeze(own)
    return None if same else first.wording.text


def _effect(decision: Decision) -> tuple[Action, str | None, frozenset[str]]:
    wording = None if decision.wording is None else squeeze(decision.wording.text)
    return decision.action, wording, frozenset(squeeze(one.text) for one in decision.also)


def bare(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())


def words_of(text: str) -> list[str]:
    """Return the words of a text, and each Chinese character, without marks."""
    return re.findall(r"[\u4e00-\u9fff]|[^\W\u4e00-\u9fff]+", text)
