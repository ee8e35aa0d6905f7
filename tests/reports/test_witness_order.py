"""Reports list the witnesses in the order of the collation, sorted or not."""

import io
import re
import zipfile

import pytest

from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.edition import Edition
from variants.types.witness import Witness

_ORDER = ["S", "C", "A", "B"]
_TEXTS = {
    "S": "We waited at the gate for an hour. The old ship sails at dawn.",
    "C": "We waited at the gate for an hour. The new ship sails at dawn.",
    "A": "We waited at the gate for an hour. The new ship sails at dawn.",
    "B": "We waited at the gate for an hour. The old ship departs at dawn.",
}
_EDITION = Edition("", collate([Witness(s, _TEXTS[s]) for s in _ORDER], Settings()))


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("html", r'<tr><td rowspan="2"><b class="sig[ s]*">(\w)<'),
        ("html", r'<input type="checkbox" checked data-witness="(\w)"|class="sig (s)"'),
        ("markdown", r"^- (\w) "),
        ("docx", r'"ApparatusItem"/></w:pPr><w:r.*?>(\w)</w:t>'),
        ("latex", r"\\item\{\} \\vSiglum\{(\w)\}"),
        ("json", r'"siglum":"(\w)","title"'),
        ("tei", r'<witness [^>]*n="(\w)"'),
        ("collatex", r'\["(S)","(C)","(A)","(B)"\]'),
        ("tmx", r'<header.*srclang="en-x-(s)"|<prop type="x-siglum">(\w)<'),
    ],
)
def test_the_witnesses_are_listed_in_the_order_given(form: str, pattern: str) -> None:
    found = re.findall(pattern, _text(form), re.MULTILINE)

    listed = [siglum.upper() for one in found for siglum in one]
    assert list(dict.fromkeys(filter(None, listed)))[:4] == _ORDER


@pytest.mark.parametrize(
    ("form", "pattern"),
    [
        ("html", r'class="(?:sg|sigs)">(.*?)(?=<span class="muted|</span></span>)'),
        ("markdown", r" ([ABC](?: [ABC])+)(?=;| ▲|$)"),
        ("docx", r"<w:t [^>]*>([ABC](?: [ABC])+)<"),
        ("latex", r"\\vSiglum\{([\w ]+)\}"),
        ("json", r'"agreeing":\[(.*?)\]'),
        ("tei", r'wit="(.*?)"'),
        ("csv", r"\{([\w ]+)\}"),
        ("xlsx", r"\{([\w ]+)\}"),
    ],
)
def test_witnesses_that_agree_are_listed_in_the_order_given(form: str, pattern: str) -> None:
    found = re.findall(pattern, _text(form), re.MULTILINE)

    lists = [re.findall(r"\b[SABC]\b", one) for one in found]
    assert {len(sigla) for sigla in lists} >= {2}
    assert lists == [sorted(sigla, key=_ORDER.index) for sigla in lists]


def _text(form: str) -> str:
    file = io.BytesIO()
    WRITERS[form].write(_EDITION, ReportOptions(), file)
    if not zipfile.is_zipfile(file):
        return file.getvalue().decode()
    with zipfile.ZipFile(file) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())
