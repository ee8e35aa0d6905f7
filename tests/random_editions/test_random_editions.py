"""Random editions: the texts in every report are right.

``benchmarks/random_editions.py`` checks thousands of them.
"""

import random
from pathlib import Path

import pytest

from tests.random_editions.checks import check_edition
from tests.random_editions.programs import check_in_programs
from tests.random_editions.workshop import Workshop


@pytest.mark.parametrize("seed", range(100))
def test_every_report_on_a_random_edition_is_true(seed: int) -> None:
    check_edition(Workshop(random.Random(seed)))  # noqa: S311 - repeatable, not secret


@pytest.mark.system
def test_libreoffice_and_latex_show_the_established_text(tmp_path: Path) -> None:
    assert check_in_programs(range(1, 4), tmp_path) > 0
