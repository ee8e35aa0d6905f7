"""Rules that every error of the program follows."""

from __future__ import annotations

import inspect
import pickle
import re
from collections.abc import Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import get_args, get_origin, get_type_hints

import pytest

from variants import errors
from variants.errors import DecisionError, InputError, OutputError, SettingsError, VariantsError

FAMILIES = {VariantsError, SettingsError, InputError, OutputError, DecisionError}
ERRORS = [
    each
    for name in errors.__all__
    if isinstance(each := getattr(errors, name), type) and each not in FAMILIES
]
LONG = [f"name{number}" for number in range(2239)]


VALUES: dict[object, object] = {str: "word", int: 3, Path: Path("folder/file.txt")}


def argument(kind: object, items: Sequence[str]) -> object:
    """Return a value of an annotated type."""
    if isinstance(kind, UnionType):
        kind = next(each for each in get_args(kind) if each is not NoneType)
    return items if get_origin(kind) is Sequence else VALUES[kind]


def build(error: type[VariantsError], items: Sequence[str]) -> VariantsError:
    """Return an error whose arguments have the annotated types."""
    return error(**{name: argument(kind, items) for name, kind in parameters(error).items()})


def parameters(error: type[VariantsError]) -> dict[str, object]:
    """Return the annotations of the parameters, by name."""
    kinds = get_type_hints(error.__init__)
    return {name: kinds[name] for name in inspect.signature(error).parameters if name in kinds}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_no_message_lists_more_than_ten_of_anything(error: type[VariantsError]) -> None:
    made = build(error, LONG)

    text = f"{made} {made.hint}"
    takes_a_list = any(get_origin(kind) is Sequence for kind in parameters(error).values())
    assert len(set(re.findall(r"name\d+", text))) <= 10
    assert ("name9 … and 2,229 more" in text) == takes_a_list
    assert len(text) < 600


@pytest.mark.parametrize("items", [["one"], ["one", "two"]], ids=len)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_a_message_is_one_line(error: type[VariantsError], items: list[str]) -> None:
    made = build(error, items)

    assert str(made).endswith("word" if error is errors.BadSettingsFile else ".")
    for text in filter(None, (str(made), made.hint)):
        assert text.isprintable()
        assert not re.search(r"^ |  | \.$|\.\.$| $", text)


def test_a_message_has_no_empty_list() -> None:
    assert errors.UnknownName("R1", [], what="rule").hint == "There is no rule."
    assert errors.NoSuchLink("A:1", []).hint == "The document has no links."
    assert str(errors.OneChoiceOnly([])) == "No decision was given for the place."
    assert str(errors.ConcurrentDecision(["1"], by=[])).endswith("in the meantime.")


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_of_another_process_has_its_message_and_facts(error: type[VariantsError]) -> None:
    made = build(error, ["1", "2"])

    copy = pickle.loads(pickle.dumps(made))  # noqa: S301 - of this test

    assert type(copy) is error
    assert (str(copy), copy.hint, copy.args) == (str(made), made.hint, made.args)
    assert vars(copy) == vars(made)
