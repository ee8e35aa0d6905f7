from __future__ import annotations

import re

import pytest

from tests.project.editions import ROOT
from variants.wording.terms import TERMS

_GLOSSARY = ROOT / "docs" / "explanation" / "glossary.md"


def _definitions() -> dict[str, str]:
    """Return the terms of the glossary with their meanings; a row may define several."""
    found: dict[str, str] = {}
    for line in _GLOSSARY.read_text("utf-8").splitlines():
        if not (row := re.fullmatch(r"\| (.+) \| (.+) \|", line)) or row[1] == "term":
            continue
        terms, meanings = row[1].split(", "), row[2].split("; ")
        if len(terms) == len(meanings):
            found |= dict(zip(terms, meanings, strict=True))
        else:
            found |= dict.fromkeys(terms, row[2])
    return found


@pytest.mark.parametrize("term", TERMS)
def test_the_glossary_defines_a_term_as_the_views_mean_it(term: str) -> None:
    assert _definitions().get(term) == TERMS[term]
