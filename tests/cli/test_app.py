from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.conftest import Run
from variants.cli.exit_codes import ExitCode
from variants.project.sigla import sigla_for
from variants.types.witness import is_siglum
from variants.version import VERSION

HEAVY = ["numpy", "rich", "regex", "sentencex", "rapidfuzz", "charset_normalizer", "tomlkit"]


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "--help"], ["align", "--help"], ["--version"]]
)
def test_what_is_asked_of_the_program_itself_loads_no_heavy_library(
    command: Run, arguments: list[str]
) -> None:
    program = (
        "import sys; from variants.cli import main; code = main(); "
        f"sys.exit(' '.join(sorted(set(sys.modules) & set({HEAVY!r}))) or code)"
    )

    ran = command(*arguments, python=["-c", program])

    assert (ran.code, ran.err) == (ExitCode.FINE, "")


def test_the_version_is_told(command: Run) -> None:
    assert command("--version").out == f"variants {VERSION}\n"


def test_without_a_command_the_help_is_shown_as_an_error(run: Run) -> None:
    ran = run()

    assert (ran.code, ran.out) == (ExitCode.USAGE, "")
    assert "variants compare seed.txt" in ran.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("variants com", "compare"),
        ("variants compare --layout st", "stacked"),
        ("variants compare --class mo", "modality"),
        ("variants compare --kind fun", "function-word"),
        ("variants align --segmenter l", "lines"),
        ("variants align --aligner le", "length"),
        ("variants report --linker se", "semantic"),
        ("variants compare --doc le", "letter"),
    ],
)
def test_the_shell_completes(command: Run, tmp_path: Path, words: str, expected: str) -> None:
    for name in ("seeds/letter.txt", "variants/letter/A.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    env = {
        "_VARIANTS_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }

    assert command(env=env).out.split() == [expected]


@given(st.integers(2, 200))
def test_sigla_are_distinct_and_begin_with_that_of_the_seed(count: int) -> None:
    sigla = sigla_for(["x"] * count, ())

    assert len(set(sigla)) == count
    assert sigla[0] == "S"
    assert all(map(is_siglum, sigla))
    assert sigla[:20] == tuple("SABCDEFGHIJKLMNOPQRT")[:count]
