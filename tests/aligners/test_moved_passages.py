from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest

from tests.aligners.models import make_model, path_of
from tests.aligners.texts import FIRST, SECOND, cut
from tests.conftest import GoldenValues
from variants.aligners import align_likelihood
from variants.aligners.likelihood import moved_passages
from variants.aligners.likelihood.align import mark_moved
from variants.aligners.likelihood.dynamic_programming import Path
from variants.aligners.likelihood.free_beads import MovedBead
from variants.aligners.likelihood.moved_passages import find_moved, taken_from

_SHAPES = (8, 4, 4, 3, 1, 1, 1, 1)


@pytest.mark.parametrize("unmatched", [1, 2, 3, 5, 8, 12, 17, 25])
def test_pairs_found_among_unmatched_sentences_are_exactly_these(
    unmatched: int, golden_values: GoldenValues
) -> None:
    model = make_model(list(FIRST), list(SECOND))

    found = {}
    for sentence in range(25):
        others = np.arange(max(0, sentence - unmatched + 1), max(sentence + 1, unmatched))
        path = _path_without([sentence], others.tolist())
        moved = find_moved(model, path, ~path.paired & False, _SHAPES)
        found[str(sentence)] = [_listed(each) for each in moved]

    golden_values(f"aligners/moved/{unmatched}-sentences.json", found)


def test_passages_found_among_unmatched_sentences_are_exactly_these(
    golden_values: GoldenValues,
) -> None:
    model = make_model(list(FIRST), list(SECOND))

    found = {}
    for skipped, start, count in product((2, 3, 4, 5, 7), (0, 1, 3), (8, 16, 25)):
        seed = [n for n in range(start, count) if n % skipped]
        other = [n for n in range(count) if n % (skipped + start)]
        path = _path_without(seed, other)
        moved = find_moved(model, path, ~path.paired & False, _SHAPES)
        found[f"{seed} {other}"] = [_listed(each) for each in moved]

    golden_values("aligners/moved/passages.json", found)


def _path_without(seed: Sequence[int], other: Sequence[int]) -> Path:
    """Return a path on which these sentences are unmatched, and the others are in order."""
    sides = [
        [n for n in range(len(texts)) if n not in free]
        for texts, free in ((FIRST, seed), (SECOND, other))
    ]
    steps: list[tuple[int, int, int, int]] = []
    i = j = 0
    for row, column in [*zip(*sides, strict=False), (len(FIRST), len(SECOND))]:
        steps += [(n, n + 1, j, j) for n in range(i, row)]
        steps += [(row, row, n, n + 1) for n in range(j, column)]
        if row < len(FIRST):
            steps.append((row, row + 1, column, column + 1))
        i, j = row + 1, column + 1
    return path_of(steps, 1.0)


def _listed(bead: MovedBead) -> list[Any]:
    return [*bead.seed, "=", *bead.other, bead.confidence]


def test_two_halves_in_reverse_order_are_both_found() -> None:
    alignment = align_likelihood(cut(FIRST[:24]), cut((*SECOND[12:24], *SECOND[:12]), "A"))

    found = [bead for bead in alignment.beads if bead.seed and bead.other]
    assert {bead.shape for bead in found} == {"1:1"}
    assert len(found) >= 22
    assert all(bead.other[0] == (bead.seed[0] + 12) % 24 for bead in found)
    assert alignment.relatedness > 0.75


def test_two_long_halves_that_changed_places_are_found() -> None:
    letters = ("bdkmv", "aeiou", "nrst", "aeiou", "lpg")
    words = ["".join(each) for each in product(*letters)]
    sentences = [" ".join(words[at : at + 2]) + " came home." for at in range(0, len(words), 2)]
    half = len(sentences) // 2

    alignment = align_likelihood(cut(sentences), cut([*sentences[half:], *sentences[:half]], "A"))

    assert half == 375
    assert {len(bead.seed) for bead in alignment.beads} == {1}
    assert all(bead.other == ((bead.seed[0] + half) % 750,) for bead in alignment.beads)


def test_a_weak_bead_gives_way_to_better_ones() -> None:
    model = make_model(list(FIRST), list(SECOND))
    wrong = [(5, 5, 5, 6), (5, 6, 6, 7), (6, 7, 7, 7)]
    in_order = [(n, n + 1, n, n + 1) for n in range(len(FIRST)) if n not in (5, 6)]
    path = path_of(sorted([*in_order, *wrong]), -4.0)
    weak = path.other[:, 0] > path.seed[:, 0]

    found = find_moved(model, path, weak & path.paired, _SHAPES)

    assert [(bead.seed, bead.other) for bead in found] == [
        (range(5, 6), range(5, 6)),
        (range(6, 7), range(6, 7)),
    ]
    assert np.flatnonzero(taken_from(path, found)).tolist() == [5, 6, 7]
    assert find_moved(model, path, weak & ~path.paired, _SHAPES) == []


def test_a_bead_that_stays_on_the_path_does_not_hide_another_beside_it() -> None:
    model = make_model(list(FIRST), [*SECOND[:5], *SECOND[6:8], SECOND[5], *SECOND[8:]])
    in_order = [(n, n + 1, n, n + 1) for n in range(len(FIRST)) if not 5 <= n <= 7]
    near = [(5, 6, 5, 5), (6, 7, 5, 6), (7, 8, 6, 7), (8, 8, 7, 8)]
    path = path_of(sorted([*in_order, *near]), 8.0)
    weak = path.paired & (path.other[:, 0] < path.seed[:, 0])

    found = find_moved(model, path, weak, _SHAPES)

    assert [(bead.seed, bead.other) for bead in found] == [(range(5, 6), range(7, 8))]


@pytest.mark.parametrize("sentence", [4, 9, 14])
def test_in_a_nearly_equal_text_a_single_sentence_is_found_where_it_moved(sentence: int) -> None:
    moved = [*FIRST[:sentence], *FIRST[sentence + 1 :]]
    moved.insert(sentence + 4, FIRST[sentence])
    del moved[20:22]

    found = align_likelihood(cut(FIRST), cut(moved, "A"))

    assert [(b.seed, b.other) for b in found.beads if b.moved] == [((sentence,), (sentence + 4,))]


def test_the_more_has_moved_the_less_similar_a_moved_sentence_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    places = {2: 11, 11: 18, 14: 17, 15: 14, 17: 15, 18: 2}
    model = make_model(list(FIRST), [SECOND[places.get(n, n)] for n in range(len(SECOND))])
    path = _path_without(list(places), list(places))

    learned = find_moved(model, path, ~path.paired & False, _SHAPES)
    monkeypatch.setattr(moved_passages, "_PRIOR_FREE", 1e9)  # Nothing is learned.
    fixed = find_moved(model, path, ~path.paired & False, _SHAPES)

    assert {bead.other.start: bead.seed.start for bead in learned} == places
    assert {bead.other.start: bead.seed.start for bead in fixed} == {
        other: seed for other, seed in places.items() if other != 2
    }


def test_only_beads_that_cross_another_are_marked_as_moved() -> None:
    steps = [(0, 1, 0, 1), (1, 2, 1, 1), (2, 2, 1, 2), (2, 3, 2, 3), (3, 4, 3, 3), (4, 4, 3, 4)]
    path = path_of(steps, 1.0)
    inside, across = (
        MovedBead(range(1, 2), range(1, 2), 0.9),
        MovedBead(range(3, 4), range(1, 2), 0.9),
    )

    marked = [[bead.moved for bead in mark_moved([one], path)] for one in (inside, across)]

    assert marked == [[False], [True]]
