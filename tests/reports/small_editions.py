"""Editions of a few sentences, with words that an editor decided on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variants.anchors.drafting import Choice, DecisionTarget, draft
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness


def small_edition(texts: Sequence[str], changes: Mapping[str, str | None]) -> Edition:
    """Return an edition of the seed S and the witnesses A, B and so on.

    Args:
        texts: The seed and the other texts.
        changes: Words that occur once in the seed, with the words that K.L. prints instead;
            ``None`` keeps the seed's.
    """
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABCDE", texts, strict=False)]
    collation = collate(witnesses, Settings())
    edition = Edition("small", collation)
    statuses = []
    for words, printed in changes.items():
        assert texts[0].count(words) == 1, words
        start = texts[0].index(words)
        target = DecisionTarget.at(edition, Span(start, start + len(words)))
        action = Action.KEEP if printed is None else Action.EMEND
        made = draft(target, Choice(action, words=printed or "", why="He meant it."))
        place = words if target.entry is None else target.entry.place
        decided = (replace(made, id=f"0194-{start:03}", by="kl"),)
        statuses.append(
            PlaceStatus(place, target.span, State.DECIDED, frozenset(), decided, (), printed)
        )
    statuses.sort(key=lambda status: status.span or Span(0, 0))
    return Edition("small", collation, Decisions(tuple(statuses)))
