"""Elements that the user selects, by a CSS selector or an XPath."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from variants.errors import InvalidValue
from variants.readers.safe_xml import Element, local_name

_HINT = (
    "Give a CSS selector of names, .class, #id and [attribute=value], such as div.text > p, or an "
    'XPath, such as "//div[@id=1]".'
)
_XPATH = re.compile(r"\s*(?:[/(]|\.+/)")
_STRING = r"\"[^\"]*\"|'[^']*'"
_NAME = r"[\w-]+"
_SIMPLE = re.compile(
    rf"(?P<name>{_NAME}|\*)|\.(?P<class>{_NAME})|\#(?P<id>{_NAME})"
    rf"|\[\s*(?P<key>{_NAME})\s*(?:(?P<sign>[~^*]?=)\s*(?P<value>{_STRING}|{_NAME})\s*)?\]"
)
_COMBINATOR = re.compile(r"\s*(?P<child>>)\s*|\s+")
_GROUPS = re.compile(rf"(?:{_STRING}|[^,\"'])+")
_TESTS = {
    "=": "@*[local-name()='{key}']={value}",
    "~=": (
        "contains(concat(' ',normalize-space(@*[local-name()='{key}']),' '),"
        "concat(' ',{value},' '))"
    ),
    "^=": "starts-with(@*[local-name()='{key}'],{value})",
    "*=": "contains(@*[local-name()='{key}'],{value})",
}


def selected_elements(roots: Iterable[Element], selector: str) -> frozenset[Element]:
    """Return the elements below roots that a selector matches; namespaces do not matter.

    Raises:
        InvalidValue: It is neither a selector nor an XPath.
    """
    is_xpath = bool(_XPATH.match(selector))
    path = selector if is_xpath else _xpath_of(selector)
    found: set[Element] = set()
    for root in roots:
        if is_xpath:
            _remove_namespaces(root)
        try:
            matches = root.xpath(path)
        except etree.XPathError as error:
            raise InvalidValue(selector, option="--select", hint=_HINT) from error
        for each in matches if isinstance(matches, list) else ():
            if isinstance(each, etree._Element):  # noqa: SLF001 - lxml has no public name for it
                found.add(each)
    return frozenset(found)


def _remove_namespaces(root: Element) -> None:
    """Give elements their local names, by which an XPath finds them."""
    for element in root.iter("{*}*"):
        name = local_name(element)
        # A faulty page may have elements whose names cannot be given.
        if name != element.tag:
            with contextlib.suppress(ValueError):
                element.tag = name


def _xpath_of(selector: str) -> str:
    """Return the XPath for a CSS selector."""
    groups = _GROUPS.findall(selector)
    if not groups or ",".join(groups) != selector:
        raise InvalidValue(selector, option="--select", hint=_HINT)
    return " | ".join("".join(_steps(group.strip(), selector)) for group in groups)


def _steps(group: str, selector: str) -> Iterator[str]:
    """Yield the steps of a path for one of the groups between commas."""
    axis, at = "descendant-or-self", 0
    while True:
        tests: list[str] = []
        while found := _SIMPLE.match(group, at):
            if found["name"] and tests:
                break
            tests.append(_test(found))
            at = found.end()
        if not tests:
            raise InvalidValue(selector, option="--select", hint=_HINT)
        yield f"{axis}::*{''.join(f'[{test}]' for test in tests)}"
        if at == len(group):
            return
        combinator = _COMBINATOR.match(group, at)
        if combinator is None:
            raise InvalidValue(selector, option="--select", hint=_HINT)
        axis = "/child" if combinator["child"] else "/descendant"
        at = combinator.end()


def _test(found: re.Match[str]) -> str:
    """Return the condition of an XPath for a simple selector."""
    if found["name"]:
        return "true()" if found["name"] == "*" else f"local-name()='{found['name']}'"
    if found["class"]:
        return _TESTS["~="].format(key="class", value=f"'{found['class']}'")
    if found["id"]:
        return _TESTS["="].format(key="id", value=f"'{found['id']}'")
    key, sign, value = found["key"], found["sign"], found["value"]
    if not sign:
        return f"@*[local-name()='{key}']"
    quoted = value if value[0] in "\"'" else f"'{value}'"
    return _TESTS[sign].format(key=key, value=quoted)
