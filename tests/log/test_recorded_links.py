from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.logs import DOCUMENT, compared, journal_in
from variants.log.events import LinkAction, RecordedLink, RecordedSentence
from variants.log.recorded_links import recorded_link, recorded_links
from variants.types.sentence_link import LinkKind, SentenceLink, opening_of
from variants.types.sentence_link import SentenceMark as Mark

_HASH = "0" * 16


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize("sides", [((0, 1), (1,)), ((2,), (2, 3))])
def test_a_link_comes_back_from_the_log_as_it_was_recorded(
    tmp_path: Path, kind: LinkKind, sides: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    cuts = compared().seed, compared().others[0]
    seed, other = (
        tuple(Mark(n, opening_of(cut.text_of(n))) for n in numbers)
        for cut, numbers in zip(cuts, sides, strict=True)
    )
    link = SentenceLink(kind, "A", seed, other)
    journal = journal_in(tmp_path)

    event = journal.link(recorded_link(link, cuts, document=DOCUMENT, why="So.", replaces=()))

    assert recorded_links(journal.history, DOCUMENT).links == {event.id: link}
    assert recorded_links(journal.history, "other").links == {}


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (
            RecordedLink(
                DOCUMENT, LinkAction.SPLIT, "S", (RecordedSentence(2, _HASH, "We consider"),), at=9
            ),
            "by [segments] of variants.toml",
        ),
        (
            RecordedLink(
                DOCUMENT,
                LinkAction.FORCE,
                "A",
                (RecordedSentence(1, _HASH, "Comrade"), RecordedSentence(3, _HASH, "They")),
                (RecordedSentence(1, _HASH, "Comrade"),),
            ),
            "follow one another",
        ),
    ],
    ids=["a split", "a gap"],
)
def test_what_cannot_be_obeyed_is_told(tmp_path: Path, choice: RecordedLink, why: str) -> None:
    journal = journal_in(tmp_path)
    event = journal.link(choice)

    found = recorded_links(journal.history, DOCUMENT)

    assert found.links == {}
    (notice,) = found.notices
    assert why in notice.message
    assert event.id in notice.message
