"""The survey of a comparison is computed when it is first asked for."""

from __future__ import annotations

import pickle
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import NoReturn

import pytest

from tests.project.editions import telegram
from tests.terminal.screens import plain
from variants import pipeline
from variants.brief.selected_edition import Order, selected_edition
from variants.brief.selection import Selection
from variants.settings import Settings
from variants.types.collation import NO_SURVEY
from variants.types.edition import Edition
from variants.types.pattern import NOTHING_RECURS, Recurrences
from variants.types.survey import Survey, survey_of
from variants.types.variant import Kind


class _AskedError(Exception):
    """The survey was computed."""


def _ask(*_of_anything: object) -> NoReturn:
    raise _AskedError


def test_each_half_is_computed_once() -> None:
    asked: list[str] = []

    def find() -> Recurrences:
        asked.append("recurrences")
        return NOTHING_RECURS

    def measure() -> None:
        asked.append("measures")

    survey = Survey(find, measure)
    assert asked == []
    assert survey.recurrences == survey.recurrences == NOTHING_RECURS
    assert asked == ["recurrences"]
    assert survey.measures is None is survey.measures
    assert asked == ["recurrences", "measures"]


def test_what_it_is_computed_from_is_forgotten() -> None:
    class Texts:
        """Anything that a survey is computed from."""

    texts = Texts()
    known = weakref.ref(texts)
    survey = Survey(partial(lambda _: NOTHING_RECURS, texts), partial(lambda _: None, texts))
    del texts

    assert known() is not None
    assert survey == NO_SURVEY
    assert known() is None


def test_two_threads_may_ask_for_it_at_once() -> None:
    begun = threading.Barrier(2)

    def find() -> Recurrences:
        begun.wait(timeout=10)
        return NOTHING_RECURS

    def measure() -> None:
        begun.wait(timeout=10)

    survey = Survey(find, measure)
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(lambda: (survey.recurrences, survey.measures)) for _ in range(2)]

    assert [one.result() for one in both] == [(NOTHING_RECURS, None)] * 2


@pytest.mark.parametrize("ignore", [(), (Kind.CASE,)], ids=["all kinds", "without case"])
def test_no_stage_and_no_list_of_passages_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, ignore: tuple[Kind, ...]
) -> None:
    for stage in ("find_recurrences", "measure_all"):
        monkeypatch.setattr(pipeline, stage, _ask)

    collation = pipeline.collate(telegram(), Settings(ignore=ignore))

    assert plain(collation, 80)
    assert selected_edition(Edition("", collation), Selection(), Order.WEIGHT).collation.passages
    with pytest.raises(_AskedError):
        _ = collation.patterns
    with pytest.raises(_AskedError):
        _ = collation.measures


def test_overviews_of_equal_contents_are_equal_also_in_other_processes() -> None:
    collation = pipeline.collate(telegram(), Settings())
    again = pipeline.collate(telegram(), Settings())

    assert collation.usages
    assert collation == again
    assert hash(collation.survey) == hash(again.survey)
    assert pickle.loads(pickle.dumps(collation)) == collation  # noqa: S301 - of this test
    assert collation != replace(collation, survey=survey_of(NOTHING_RECURS, again.measures))
    assert collation != replace(collation, survey=NO_SURVEY)
    assert NO_SURVEY != NOTHING_RECURS


def test_the_repr_of_a_comparison_has_no_texts_and_computes_no_survey(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for stage in ("find_recurrences", "measure_all"):
        monkeypatch.setattr(pipeline, stage, _ask)
    collation = pipeline.collate(telegram(), Settings(), title="Telegram")

    shown = repr(Edition("telegram", collation))

    assert shown.startswith("Edition(name='telegram', collation=Collation(title='Telegram', ")
    assert collation.seed.text_of(0) not in shown
    assert len(shown) < 1500
