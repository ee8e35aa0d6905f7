"""The program that reads damaged files finds nothing in a few of them, and fails when it must."""

import random
import sys
from pathlib import Path

import pytest

from tests.project.editions import ROOT

sys.path.append(str(ROOT / "benchmarks"))

import fuzz_readers
import hostile_readers
from variants.errors import DamagedFile, OverLimit
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_file, readable


def test_all_formats_that_need_no_other_program_are_read() -> None:
    assert set(fuzz_readers.sound_files()) == set(readable()) - {"doc", "rtf"}


@pytest.mark.parametrize("name", fuzz_readers.sound_files())
def test_damaged_files_give_a_text_or_a_user_error(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    failures = fuzz_readers.measure(name, fuzz_readers.sound_files()[name], 60, 1)

    assert failures == []
    assert capsys.readouterr().out.startswith(f"| {name} | 60 |")


def test_each_format_with_elements_has_hostile_files() -> None:
    of_elements = {*hostile_readers.ARCHIVES, *hostile_readers.SINGLE}

    assert set(readable()) - of_elements == {
        *("plain", "doc", "rtf", "pdf", "csv", "json", "usfm", "po", "srt", "vtt")
    }


@pytest.mark.parametrize("name", [*hostile_readers.ARCHIVES, *hostile_readers.SINGLE])
def test_small_hostile_files_are_refused(name: str, tmp_path: Path) -> None:
    sorts = ("levels",) if name == "markdown" else ("entities", "levels", "file")
    paths = [path for *_, path in hostile_readers.files(tmp_path, [name], sorts)]

    assert len(paths) == len(sorts)
    for path in paths:
        with pytest.raises((DamagedFile, OverLimit)):
            read_file(path, ReadOptions())


def test_the_damage_depends_on_the_seed_only() -> None:
    data = fuzz_readers.sound_files()["docx"]

    first, again, other = (
        fuzz_readers.damaged(data, random.Random(seed))  # noqa: S311 - no secrets
        for seed in ("1", "1", "2")
    )

    assert (first == again, first == other) == (True, False)
