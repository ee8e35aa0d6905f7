from __future__ import annotations

from pathlib import Path

import pytest

from tests.log.logs import DOCUMENT, compared, journal_in
from variants.log.events import LinkAction, LinkChoice, SentenceMark
from variants.log.recorded_links import choice_of, links_in
from variants.types.sentence_link import LinkKind, SentenceLink, opening_of
from variants.types.sentence_link import SentenceMark as Mark

_HASH = "0" * 16


@pytest.mark.parametrize("kind", LinkKind)
@pytest.mark.parametrize("sides", [((0, 1), (1,)), ((2,), (2, 3))])
def test_a_link_comes_back_from_the_log_as_it_was_recorded(
    tmp_path: Path, kind: LinkKind, sides: tuple[tuple[int, ...], tuple[int, ...]]
) -> None:
    cuts = compared().base, compared().others[0]
    base, other = (
        tuple(Mark(n, opening_of(cut.text_of(n))) for n in numbers)
        for cut, numbers in zip(cuts, sides, strict=True)
    )
    link = SentenceLink(kind, "A", base, other)
    journal = journal_in(tmp_path)

    event = journal.link(choice_of(link, cuts, document=DOCUMENT, why="So.", replaces=()))

    assert links_in(journal.history, DOCUMENT).links == {event.id: link}
    assert links_in(journal.history, "other").links == {}


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (
            LinkChoice(
                DOCUMENT, LinkAction.SPLIT, "S", (SentenceMark(2, _HASH, "We consider"),), at=9
            ),
            "laid down in [segments]",
        ),
        (
            LinkChoice(
                DOCUMENT,
                LinkAction.FORCE,
                "A",
                (SentenceMark(1, _HASH, "Comrade"), SentenceMark(3, _HASH, "They")),
                (SentenceMark(1, _HASH, "Comrade"),),
            ),
            "follow one another",
        ),
    ],
    ids=["a split", "a gap"],
)
def test_what_cannot_be_obeyed_is_told(tmp_path: Path, choice: LinkChoice, why: str) -> None:
    journal = journal_in(tmp_path)
    event = journal.link(choice)

    found = links_in(journal.history, DOCUMENT)

    assert found.links == {}
    (notice,) = found.notices
    assert why in notice.message
    assert event.id in notice.message
