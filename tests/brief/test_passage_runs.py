from dataclasses import replace

import pytest

from tests.reports.decided import DECIDED
from variants.brief.passage_runs import editorial_sentences
from variants.types.edition import Edition
from variants.types.status import Decisions, State


@pytest.mark.parametrize(("batch", "shown"), [("", True), ("together", False)])
def test_a_sentence_is_editorial_if_a_place_in_it_was_decided_alone(
    batch: str, *, shown: bool
) -> None:
    status = next(
        one
        for one in DECIDED.decisions.statuses
        if one.state is State.DECIDED and one.span is not None and one.live
    )
    live = tuple(replace(one, batch=batch) for one in status.live)
    collation = DECIDED.collation

    found = editorial_sentences(
        Edition("harbour", collation, Decisions((replace(status, live=live),)))
    )

    assert status.span is not None
    assert found == ({collation.seed.sentence_at(status.span.start)} if shown else set())
