from __future__ import annotations

from hypothesis import given, settings

from tests.reports.collations import collations
from variants.brief.draft_runs import Draft, DraftRun, draft_runs
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.witness import Witness

_FIRST = (
    "The old ferryman did not speak.\nThen he laid down his pole.\n"
    "The barges went back in June.\nThe village lay high above the river.\n"
)


def compared(first: str, second: str) -> Collation:
    return collate([Witness("S", first), Witness("A", second)], Settings())


def text_of(runs: list[DraftRun], draft: Draft) -> str:
    return "".join(run.text for run in runs if run.draft in {draft, Draft.BOTH})


def changes(first: str, second: str) -> list[tuple[str, str]]:
    runs = draft_runs(compared(first, second))
    assert text_of(runs, Draft.FIRST) == first
    assert text_of(runs, Draft.SECOND) == second
    return [(run.draft.value, run.text) for run in runs if run.draft is not Draft.BOTH]


def test_a_word_that_changed_is_a_change() -> None:
    second = _FIRST.replace("June", "July")

    assert changes(_FIRST, second) == [("first", "June"), ("second", "July")]


def test_words_that_changed_side_by_side_are_one_change() -> None:
    second = _FIRST.replace("laid down", "put away")

    assert changes(_FIRST, second) == [("first", "laid down"), ("second", "put away")]


def test_an_added_sentence_is_inserted_and_a_missing_one_deleted() -> None:
    added = _FIRST.replace("Then he", "He smiled at us all.\nThen he")

    assert [(kind, text.strip()) for kind, text in changes(_FIRST, added)] == [
        ("second", "He smiled at us all.")
    ]
    assert [(kind, text.strip()) for kind, text in changes(added, _FIRST)] == [
        ("first", "He smiled at us all.")
    ]


def test_the_end_of_a_paragraph_stays_if_its_last_sentence_goes() -> None:
    first = "The barges went back. Nobody wept.\n\nThe village lay high above.\n"
    second = first.replace(" Nobody wept.", "")

    assert changes(first, second) == [("first", " Nobody wept.")]
    assert changes(second, first) == [("second", " Nobody wept.")]


def test_a_moved_sentence_is_in_both_places() -> None:
    first, second, third, fourth = _FIRST.splitlines(keepends=True)

    found = changes(_FIRST, first + third + fourth + second)

    assert [(kind, text.strip()) for kind, text in found] == [
        ("first", second.strip()),
        ("second", second.strip()),
    ]


def test_equal_drafts_have_no_change() -> None:
    assert changes(_FIRST, _FIRST) == []


@settings(max_examples=60)
@given(collations())
def test_both_drafts_can_be_restored(collation: Collation) -> None:
    for other in collation.others:
        passages = tuple(
            one.__class__(
                one.label,
                one.sentences,
                tuple(r for r in one.renderings if r.siglum == other.witness.siglum),
                (),
            )
            for one in collation.passages
        )
        pair = collation.__class__(
            collation.title, collation.seed, (other,), passages, (), collation.signature
        )
        runs = draft_runs(pair)
        assert text_of(runs, Draft.FIRST) == collation.seed.witness.text
        assert text_of(runs, Draft.SECOND) == other.witness.text
