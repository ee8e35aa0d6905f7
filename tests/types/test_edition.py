from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness


@cache
def _collation() -> Collation:
    return collate(telegram()[:2], Settings())


def _edition(*changes: tuple[Span, str]) -> Edition:
    """Return the telegram with the given words printed for the given spans."""
    statuses = tuple(
        PlaceStatus(f"place{n}", span, State.DECIDED, frozenset(), (), (), printed)
        for n, (span, printed) in enumerate(changes)
    )
    return Edition("telegram", _collation(), Decisions(statuses))


def _span(edition: Edition, words: str) -> Span:
    start = edition.collation.seed.witness.text.index(words)
    return Span(start, start + len(words))


def _printed(edition: Edition) -> str:
    return "".join(run.text for run in edition.runs())


@pytest.mark.parametrize(
    ("words", "printed", "around"),
    [
        ("battle pilots", "combat pilots", "pilots, but combat pilots. We"),
        ("fully", "", "could satisfy"),
        ("Chinese", "", "from the sixteen divisions. We"),
        ("merely", "", "these are rumors"),
    ],
)
def test_decisions_are_applied_and_leave_single_blanks(
    words: str, printed: str, around: str
) -> None:
    plain = _edition()
    edition = _edition((_span(plain, words), printed))

    assert around in _printed(edition)


@pytest.mark.parametrize(
    ("text", "words", "printed", "established"),
    [
        ("We rest, then go.", ",", "now and", "We rest now and then go."),
        ("We rest. Then go.", ". Then", "and then", "We rest and then go."),
        ("“Go,” he said.", ",”", "away,”", "“Go away,” he said."),
        ("(so) it ended", "(so) ", "and so", "and so it ended"),
        ("We rest, then go.", ",", ";", "We rest; then go."),
        ("a log-book", "-", "", "a logbook"),
        ("the log-book", "log", "note", "the note-book"),
        ("我们停止，然后走。", "，", "了", "我们停止了然后走。"),
    ],
)
def test_words_instead_of_a_mark_are_separate_words(
    text: str, words: str, printed: str, established: str
) -> None:
    compared = collate((Witness("S", text), Witness("A", text)), Settings())
    span = Span(text.index(words), text.index(words) + len(words))
    status = PlaceStatus("x", span, State.DECIDED, frozenset(), (), (), printed)

    assert _printed(Edition("", compared, Decisions((status,)))) == established


def test_printed_words_that_follow_each_other_are_separate_words() -> None:
    text = "我们停止，然后走。 They met.The end came."
    compared = collate((Witness("S", text), Witness("A", text)), Settings())
    changes = [
        ("停止", "stop"),
        ("，", "and so"),
        ("met", "parted"),
        (".", ""),
        ("The end", "dusk"),
    ]
    statuses = []
    for words, printed in changes:
        at = text.index(words)
        span = Span(at, at + len(words))
        statuses.append(PlaceStatus(words, span, State.DECIDED, frozenset(), (), (), printed))

    established = _printed(Edition("", compared, Decisions(tuple(statuses))))

    assert established == "我们stop and so然后走。 They parted dusk came."


def test_nothing_separates_characters_put_into_a_script_without_spaces() -> None:
    text = "我们停止然后走。"
    compared = collate((Witness("S", text), Witness("A", text)), Settings())
    status = PlaceStatus("x", Span(4, 4), State.DECIDED, frozenset(), (), (), "了")

    assert _printed(Edition("", compared, Decisions((status,)))) == "我们停止了然后走。"


def test_words_put_in_where_the_seed_has_none_stand_apart() -> None:
    plain = _edition()
    at = _span(plain, "your pilots").end
    edition = _edition((Span(at, at), "already"))

    assert "your pilots already are already ready" in _printed(edition)


def test_where_the_seed_has_nothing_and_nothing_is_printed_the_text_stays() -> None:
    plain = _edition()
    at = _span(plain, "your pilots").end

    assert _printed(_edition((Span(at, at), ""))) == _printed(plain)


@pytest.mark.parametrize(
    ("text", "left_out", "printed"),
    [
        ("Dr. Winter is late.", (".",), "Dr Winter is late."),
        ("On the 2nd inst. they came.", ("inst", "."), "On the 2nd they came."),
        ("They came.1 She left.", ("1",), "They came. She left."),
        ("Dear Sir, come.", ("Dear",), "Sir, come."),
        ("Dear old Sir, come.", ("Dear", "old"), "Sir, come."),
        ("Come (my dear friend).", ("my",), "Come (dear friend)."),
        ('"Dear Sir" is wrong.', ("Dear",), '"Sir" is wrong.'),
        ('The "Sir", he said.', (",",), 'The "Sir" he said.'),
        ("Then (slowly) he left.", ("(", ")"), "Then slowly he left."),
        ('He said "we must".', ('"',), 'He said we must".'),
        ("Then (“slowly”) he left.", ("(",), "Then “slowly”) he left."),
        ("It cost (£5).", ("(",), "It cost £5)."),
        ("He left —. We left —", ("—",), "He left. We left —"),
        ("He left at last —", ("—",), "He left at last"),
        ("He ( left.", ("(",), "He left."),
        ("A re-entry.", ("re-",), "A entry."),
        ("War\u2014the worst.", ("the",), "War\u2014worst."),
        ("One.\r\nTwo.\r\nThree.", ("Two.",), "One.\r\nThree."),
        ("One.\n\nTwo.\n\nThree.", ("Two.",), "One.\n\nThree."),
        ("One.\r\n\r\nTwo.\r\n\r\nThree.", ("Two.",), "One.\r\n\r\nThree."),
        ("One.\n\nTwo.\n\nThree.\n\nFour.", ("Two.", "Three."), "One.\n\nFour."),
        ("One.\r\nTwo.\r\n\r\nThree.", ("Two.",), "One.\r\n\r\nThree."),
        ("One.\n\nTwo.\nThree.", ("Two.",), "One.\n\nThree."),
        ("One.\nTwo. Three.", ("Two.",), "One.\nThree."),
    ],
)
def test_words_left_out_leave_one_blank_between_words(
    text: str, left_out: tuple[str, ...], printed: str
) -> None:
    compared = collate((Witness("S", text), Witness("A", text)), Settings())
    statuses = []
    for words in left_out:
        at = text.index(words)
        span = Span(at, at + len(words))
        statuses.append(PlaceStatus(words, span, State.DECIDED, frozenset(), (), (), ""))

    assert _printed(Edition("", compared, Decisions(tuple(statuses)))) == printed


@given(st.lists(st.integers(0, 2000), max_size=12), st.lists(st.text(max_size=5), min_size=6))
def test_runs_cover_the_seed_in_order(borders: list[int], words: list[str]) -> None:
    edition = _edition()
    text = edition.collation.seed.witness.text
    borders = sorted({min(border, len(text)) for border in borders})
    spans = [Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)]
    changed = _edition(*zip(spans, words, strict=False))

    runs = changed.runs()

    assert [run.seed.start for run in runs[1:]] == [run.seed.end for run in runs[:-1]]
    assert "".join(run.seed.of(text) for run in runs) == text
    assert all(run.text == run.seed.of(text) for run in runs if run.status is None)


def test_without_decisions_the_established_text_is_the_seed() -> None:
    edition = _edition()

    assert _printed(edition) == edition.collation.seed.witness.text
    assert set(edition.states().values()) == {State.UNDECIDED}
