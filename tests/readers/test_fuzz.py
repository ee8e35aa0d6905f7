"""The program that reads damaged files finds nothing in a few of them, and fails when it must."""

import random
import sys

import pytest

from tests.project.editions import ROOT

sys.path.append(str(ROOT / "benchmarks"))

import fuzz_readers
from variants.readers.formats import readable


def test_all_formats_that_need_no_other_program_are_read() -> None:
    assert set(fuzz_readers.sound_files()) == set(readable()) - {"doc", "rtf"}


@pytest.mark.parametrize("name", fuzz_readers.sound_files())
def test_damaged_files_give_a_text_or_a_user_error(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    failures = fuzz_readers.measure(name, fuzz_readers.sound_files()[name], 60, 1)

    assert failures == []
    assert capsys.readouterr().out.startswith(f"| {name} | 60 |")


def test_the_damage_depends_on_the_seed_only() -> None:
    data = fuzz_readers.sound_files()["docx"]

    first, again, other = (
        fuzz_readers.damaged(data, random.Random(seed))  # noqa: S311 - no secrets
        for seed in ("1", "1", "2")
    )

    assert (first == again, first == other) == (True, False)
