from __future__ import annotations

import pytest

from variants.types.sense import Tier
from variants.types.span import Span
from variants.wording.mark_looks import MarkLook, mark_look, top_mark
from variants.wording.marks import Mark, Role

_WORDS = Mark(Span(0, 3), Role.OTHER, None, tier=Tier.WORDING)


@pytest.mark.parametrize(
    ("tier", "inner", "look"),
    [
        (Tier.SENSE, [], MarkLook.SENSE),
        (Tier.SENSE, [_WORDS], MarkLook.WORDING),
        (Tier.WORDING, [], None),
    ],
)
def test_a_recast_sentence_is_filled_if_it_touches_the_sense(
    tier: Tier, inner: list[Mark[None]], look: MarkLook | None
) -> None:
    sentence = Mark(Span(0, 9), Role.RECAST, None, tier=tier)

    top = top_mark([sentence, *inner])

    assert (mark_look(top) if top is not None else None) is look
