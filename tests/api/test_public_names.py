"""Public names: complete, typed, documented, and imported only when they are used."""

import ast
import doctest
import importlib
import re
import subprocess
import sys
from inspect import isfunction
from pathlib import Path
from typing import assert_type

import pytest

import variants
import variants.pipeline
from tests.project.editions import ROOT
from variants.types.collation import Collation
from variants.types.edition import Edition

_PAGE = ROOT / "docs" / "reference" / "python.md"
_HOW_TO = ROOT / "docs" / "how-to" / "use-in-scripts.md"


def test_the_page_on_python_is_true(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)

    assert doctest.testfile(str(_PAGE), module_relative=False).failed == 0


def test_the_page_on_python_has_a_row_for_every_public_name_and_no_other() -> None:
    named = re.findall(r"^\| `variants\.(\w+)", _PAGE.read_text("utf-8"), re.MULTILINE)

    assert sorted(named) == sorted(variants.__all__)


def test_the_python_of_the_how_to_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seed.txt").write_text("The ship is late.\n", encoding="utf-8")
    (tmp_path / "second.txt").write_text("The boat is late.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (code,) = re.findall(r"(?ms)^```python\n(.*?)^```", _HOW_TO.read_text("utf-8"))

    exec(compile(code, str(_HOW_TO), "exec"), {})  # noqa: S102 - our own page

    assert (tmp_path / "report.html").is_file()


def test_the_imports_for_type_checkers_are_those_of_the_program() -> None:
    """Mypy reads the first, Python the second."""
    tree = ast.parse(Path(variants.__file__).read_text("utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("variants.")
        for alias in node.names
    }

    assert typed == variants._MODULES  # noqa: SLF001 - compared with what it doubles
    assert sorted(typed) == variants.__all__


@pytest.mark.parametrize("name", variants.__all__)
def test_every_public_name_is_the_one_of_its_module(name: str) -> None:
    module = importlib.import_module(variants._MODULES[name])  # noqa: SLF001

    assert getattr(variants, name) is getattr(module, name)


def test_collate_is_the_function_after_its_module_is_imported() -> None:
    assert isfunction(variants.collate)
    assert variants.collate is variants.pipeline.collate


def test_the_package_lists_its_public_names() -> None:
    assert set(variants.__all__) <= set(dir(variants))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="link_sentences"):
        variants.link_sentences  # type: ignore[attr-defined]  # noqa: B018 - it must raise


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import variants", {"variants.pipeline", "variants.reports", "numpy", "jinja2"}),
        ("import variants; variants.Settings", {"variants.pipeline", "numpy", "jinja2"}),
        ("import variants; variants.read", {"numpy", "pydantic", "pandas"}),
    ],
)
def test_a_name_imports_only_what_it_needs(code: str, unwanted: set[str]) -> None:
    loaded = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert unwanted.isdisjoint(loaded)


def test_the_public_names_have_types() -> None:
    """Mypy checks this test; what it returns at run time is tested elsewhere."""
    seed, other = variants.Witness("S", "Ice."), variants.Witness("A", "Snow.")
    found = variants.compare(seed, other)

    assert_type(found, variants.Comparison)
    assert_type(found.places[0].sigla, tuple[str, ...])
    assert_type(variants.collate([seed, other], variants.Settings()), Collation)
    assert_type(variants.read_json(found.to_json()), Edition)
    assert_type(variants.link_words(["ice"], ["snow"]), list[tuple[int, int, float]])
    assert_type(variants.VariantsError().hint, str)
