"""The page on formats agrees with the code."""

import re
from dataclasses import fields

import pytest

from tests.project.editions import ROOT
from variants.readers.formats import readable
from variants.readers.limits import Limits, variable_of

_PAGE = (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")
_COUNTED = re.compile(
    r'left_out\.count\(\s*"([a-z ]+)"|^\s+\("([a-z]+)", "[a-z]+", "[a-z]+"\),$', re.MULTILINE
)


@pytest.mark.parametrize("name", readable())
def test_each_format_has_a_row_with_its_suffixes(name: str) -> None:
    suffixes = ", ".join(f"`{suffix}`" for suffix in readable()[name].suffixes)

    assert f"| `{name}` | {suffixes} |" in _PAGE


@pytest.mark.parametrize("limit", [field.name for field in fields(Limits)])
def test_each_limit_has_a_row_with_its_default(limit: str) -> None:
    assert f"| `{variable_of(limit)}` | {getattr(Limits(), limit):,} |" in _PAGE


def test_all_that_is_left_out_has_a_row() -> None:
    sources = (ROOT / "src" / "variants" / "readers").glob("*.py")
    nouns = {
        noun
        for path in sources
        for found in _COUNTED.findall(path.read_text("utf-8"))
        for noun in found
        if noun
    }

    assert len(nouns) > 5
    assert {noun for noun in nouns if f"`{noun}`" not in _PAGE} == set()
