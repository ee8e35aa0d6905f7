"""Limits on the shape of the package: depth of imports, names, sizes."""

import sys
from functools import cache

import pytest

from tests.project.editions import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from structure import (
    Module,
    functions_of,
    imports_of,
    longest_chain,
    read_modules,
    repeated_classes,
    shared_stems,
    unused_names,
)

SOURCE = ROOT / "src" / "variants"

# Module names in two packages, each for the same idea in both.
SHARED = {
    "align": "the command, and the aligner that it calls",
    "beads": "tables of beads, for files and on the screen",
    "collation": "the type, and its JSON",
    "decisions": "errors about decisions, and their JSON",
    "edition": "the type, its JSON, and its printed form",
    "explanation": "the type, its report, and its view",
    "formats": "tables of formats, to read and to write",
    "measures": "the command, its report, and its view",
    "options": "options of commands, and errors about them",
    "patterns": "patterns found, and their view",
    "places": "places of decisions, and their printed form",
    "status": "the type, how it is computed, and the command that shows it",
    "witness": "the type, and its JSON",
}


@cache
def _modules() -> dict[str, Module]:
    return read_modules(SOURCE)


@pytest.mark.parametrize(("inside", "most"), [(False, 14), (True, 24)])
def test_no_chain_of_imports_is_longer_than_its_limit(*, inside: bool, most: int) -> None:
    chain = longest_chain(imports_of(_modules(), inside=inside))

    assert chain.depth <= most, chain.steps


def test_no_module_imports_itself_by_way_of_others() -> None:
    chain = longest_chain(imports_of(_modules(), inside=True))

    assert [step for step in chain.steps if len(step) > 1] == []


def test_no_class_name_is_defined_twice() -> None:
    assert repeated_classes(_modules()) == {}


def test_every_private_name_at_the_top_of_a_module_is_used() -> None:
    unused = {name: names for name, one in _modules().items() if (names := unused_names(one.tree))}

    assert unused == {}


def test_a_module_name_is_in_two_packages_only_for_a_reason() -> None:
    assert {name: at for name, at in shared_stems(_modules()).items() if name not in SHARED} == {}


def test_the_pipeline_is_read_on_one_page() -> None:
    assert _modules()["variants.pipeline"].lines < 100


def test_only_commands_have_long_functions() -> None:
    long = [one.place for one in functions_of(_modules()) if one.lines > 60]

    assert [place for place in long if not place.startswith("variants.cli.commands.")] == []


def test_no_module_is_named_after_nothing() -> None:
    stems = {module.path.stem for module in _modules().values()}

    assert stems.isdisjoint({"utils", "helpers", "common", "misc", "base"})
