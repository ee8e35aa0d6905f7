import re

import pytest

from variants.languages import language_of
from variants.languages.substitutes import SubstituteList, listed_grades, substitutes_of

_LINE = re.compile(r"[a-z'-]+ [0-3]:[a-z' -]*;[a-z' -]*;[a-z' -]*")


@pytest.fixture(scope="module")
def text() -> str:
    read = language_of("en").substitutes
    assert read is not None
    return read().decode("utf-8")


@pytest.fixture(scope="module")
def entries(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def known() -> SubstituteList:
    found = substitutes_of("en-GB")
    assert found is not None
    return found


@pytest.mark.parametrize("tag", ["de", "fr", "ru", "tlh"])
def test_other_languages_have_no_substitutes(tag: str) -> None:
    assert substitutes_of(tag) is None


def test_the_list_is_sorted_and_has_a_word_once(entries: list[str]) -> None:
    words = [line.partition(" ")[0] for line in entries]
    assert words == sorted(set(words))


def test_every_line_has_a_weight_and_three_lists(entries: list[str]) -> None:
    assert [line for line in entries if not _LINE.fullmatch(line)] == []


def test_a_word_is_in_one_of_the_lists_of_an_entry(entries: list[str]) -> None:
    for line in entries:
        word, _, lists = line.partition(" ")
        words = [word, *lists[2:].replace(";", " ").split()]
        assert len(words) == len(set(words)), line


def test_the_entry_of_a_form_is_that_of_its_lemma(known: SubstituteList) -> None:
    assert known.of("abbeys").near == known.of("abbey").near
    assert known.of("abbeys").forms == ("abbeys", "abbey")


def test_a_word_without_an_entry_has_no_weight(known: SubstituteList) -> None:
    found = known.of("zyzzyva")
    assert (found.is_listed, found.weight, found.same) == (False, -1, frozenset())


@pytest.mark.parametrize("word", ["a", "bar", "cab", "d", "", "#", "ba", "\ud800"])
def test_a_word_between_others_is_not_found(word: str) -> None:
    known = SubstituteList(b"# A comment.\nb 1: x;;\nba-r 1: y;;\nc 1: z;;\n", str)
    assert [known.of(each).is_listed for each in ("b", "ba-r", "c", word)] == [True] * 3 + [False]


def test_every_word_is_found(entries: list[str], known: SubstituteList) -> None:
    words = [line.partition(" ")[0] for line in entries]
    assert [word for word in words if not known.of(word).is_listed] == []


def test_a_line_is_read_into_its_lists() -> None:
    read = SubstituteList(b"# A comment.\nford 3: wade; cross;bridge ferry\n", str).of("ford")
    assert (read.weight, sorted(read.same), sorted(read.near)) == (3, ["wade"], ["cross"])
    assert sorted(read.other) == ["bridge", "ferry"]


def test_both_entries_grade_a_pair() -> None:
    known = SubstituteList(b"ford 3: wade; cross; bridge\nwade 2:; ford;\n", str)
    assert listed_grades(known.of("ford"), known.of("wade")) == [0, 1]
    assert listed_grades(known.of("bridge"), known.of("ford")) == [2]
    assert listed_grades(known.of("bridge"), known.of("wade")) == []
