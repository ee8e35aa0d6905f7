import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from variants.wording.xml_text import xml_safe

_any_text = st.one_of(
    texts,
    st.text(st.characters(exclude_categories=())),
    st.text("\x00\x08\x0b\x0c\x1f\ufffe\uffff\ud800\udfffa"),
)


@given(_any_text)
def test_what_is_safe_goes_through_an_xml_parser(text: str) -> None:
    element = ET.Element("a")
    element.text = safe = xml_safe(text)

    read = ET.fromstring(ET.tostring(element, encoding="utf-8"))  # noqa: S314 - our own

    assert (read.text or "").replace("\r\n", "\n") == safe.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    "text", ["\t\n\r", "<&>]]>", "\x7f\x85\u2028\u202e\ufdd0", "停😀é\U0010ffff"]
)
def test_what_xml_allows_is_left_alone(text: str) -> None:
    assert xml_safe(text) == text


@given(_any_text)
def test_only_what_xml_forbids_becomes_a_sign(text: str) -> None:
    safe = xml_safe(text)

    assert safe.count("⟨U+") - text.count("⟨U+") == len(text) - len(
        [
            c
            for c in text
            if c in "\t\n\r" or " " <= c < "\ud800" or "\udfff" < c < "\ufffe" or c > "\uffff"
        ]
    )
