"""Docstrings, comments, messages and pages are written in plain English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain_english import (
    BANNED_WORDS,
    EXEMPTIONS,
    ROOT,
    Exemption,
    Violation,
    check,
    files_in,
    main,
    unused_exemptions,
    violations_in,
)


@pytest.mark.parametrize("path", files_in(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_of_the_repository_is_in_plain_english(path: Path) -> None:
    found = violations_in(path)

    assert "\n".join(map(str, found)) == ""


def test_tests_and_benchmarks_are_checked_but_not_golden_reports() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in files_in()}

    assert {"tests/conftest.py", "benchmarks/gold.py", "seeds/README.md"} <= names
    assert (ROOT / "tests/golden/reports/harbour.md").exists()
    assert "tests/golden/reports/harbour.md" not in names


def test_every_exemption_is_used() -> None:
    assert unused_exemptions(files_in()) == []


def test_every_exemption_has_a_reason() -> None:
    assert all(exemption.reason for exemption in EXEMPTIONS)


_REJECTED_WORDS = {
    "tell": "The log is told of new texts.",
    "say": "A note says which rule decided.",
    "stand": "The word stands once in the seed.",
    "lay down": "The order is laid down in a file.",
    "lie": "Another lemma lies in this one.",
    "as usual": "The witness is read as usual.",
    "bring": "Sentences are brought together by their words.",
    "take away": "A line was taken away.",
    "part": "The blocks are parted by commas.",
    "blank": "Join the words with a blank.",
    "apart": "Keep both names apart.",
    "go before": "The option goes before the file.",
    "no more": "A decision counts no more.",
    "nobody": "It is for a text that nobody has read.",
    "so as to": "Sort them so as to compare.",
    "in sight": "Only the row in sight is drawn.",
    "such as differ": "Keep such as differ.",
    "as it were": "It is, as it were, a star.",
    "likelier": "The likelier bead comes first.",
    "thereof": "A text and the parts thereof.",
    "house": "A homeless sentence.",
    "hold fast": "Lines that hold each other fast.",
    "confetti": "Marks would be confetti.",
    "wish": "It keeps the wish of a user.",
    "is to be": "The note is to be shown.",
    "one after another": "Read the files one after another.",
    "put out": "The text is put out.",
    "taken for": "A suffix is taken for a name.",
    "also at all": "Also at all like places.",
    "give way": "The link gives way to another.",
    "look at as": "It is looked at as one word.",
    "stretch": "A stretch of text.",
    "is no": "The name is no siglum.",
    "anew": "Write the line anew.",
    "alike": "Readings that look alike.",
    "rising": "The numbers are rising.",
    "mend": "A list that people mend.",
    "not possible": "The value is not possible.",
}


@pytest.mark.parametrize(("term", "sentence"), _REJECTED_WORDS.items())
def test_a_banned_word_is_reported_on_a_page(term: str, sentence: str) -> None:
    found = list(check(f"Good.\n\n{sentence}\n", "page.md"))

    assert [(each.term, each.line) for each in found] == [(term, 3)]


def test_every_banned_word_has_a_sample() -> None:
    assert list(_REJECTED_WORDS) == [word.name for word in BANNED_WORDS]


@pytest.mark.parametrize(
    "sentence",
    [
        "A long-standing rule, stand-off markup and a stand-alone file.",
        "`S` stands for the seed.",
        "No more than three, no more often than that, and no longer.",
        "There is no other witness.",
        "A blank line separates paragraphs, apart from the last.",
        "A house rule follows the house style.",
        "It is not possible to undo this.",
        "The standard layout lays out columns; the substance of a department is underlying.",
        "The result is no longer used, and no less exact.",
        'The seed has "he told them", and a witness has “he said so”.',
        "Run `variants say told`, or see [the page](told/said.md).",
    ],
)
def test_good_english_passes(sentence: str) -> None:
    found = list(check(f"{sentence}\n", "page.md"))

    assert found == []


@pytest.mark.parametrize(
    "sentence",
    [
        "What is left over.",
        "Whether it is open.",
        "The same without marks.",
        "Those of a text.",
        "That of a bead.",
        "Here it ends.",
        "Of the document.",
        "That the words match.",
    ],
)
@pytest.mark.parametrize(
    ("template", "path"),
    [
        ("{}\n", "page.md"),
        ("A page. {}\n", "page.md"),
        ("- A list.\n- **{}**\n", "page.md"),
        ("| a | b |\n|---|---|\n| c | {} |\n", "page.md"),
        ("# {}\n", "page.md"),
        ('"""{}"""\n', "module.py"),
        ('"""A module. {}"""\n', "module.py"),
        ('class A:\n    """A class.\n\n    Attributes:\n        a: {}\n    """\n', "module.py"),
        ("# {}\n", "module.py"),
        ("x = 1  # noqa: E741 - {}\n", "module.py"),
        ("x = 1\n# A comment.\n# {}\n", "module.py"),
        ('raise ValueError("{}")\n', "module.py"),
        ('raise ValueError(f"A {{x}} is. {}")\n', "module.py"),
        ('HELP = """Show a text.\n\n{}\n"""\n', "module.py"),
    ],
)
def test_a_sentence_with_a_banned_opening_is_reported(
    sentence: str, template: str, path: str
) -> None:
    found = list(check(template.format(sentence), path))

    assert [(each.rule.value, each.sentence.strip("*")) for each in found] == [
        ("opening", sentence)
    ]


@pytest.mark.parametrize("sentence", ["How it works.", "Where it begins.", "Nothing at first."])
def test_some_openings_are_reported_only_in_the_summary_of_a_docstring(sentence: str) -> None:
    summary = list(check(f'"""{sentence}"""\n', "module.py"))
    later = list(check(f'"""A module.\n\n{sentence}\n"""\n', "module.py"))

    assert [each.rule.value for each in summary] == ["opening"]
    assert later == []


@pytest.mark.parametrize("sentence", ["Usually the width.", "Possible: A or B."])
def test_a_message_does_not_begin_with_a_default_or_a_choice(sentence: str) -> None:
    in_message = list(check(f'help = "Layout of it. {sentence}"\n', "module.py"))
    on_page = list(check(f"{sentence}\n", "page.md"))

    assert [each.rule.value for each in in_message] == ["opening"]
    assert on_page == []


@pytest.mark.parametrize("heading", ["What is a bead?", "Whether to decide?"])
def test_a_heading_may_ask_a_question(heading: str) -> None:
    assert list(check(f"## {heading}\n", "page.md")) == []


def _function(docstring: str, *, returns: str = "str", decorator: str = "") -> str:
    return f'{decorator}\ndef f() -> {returns}:\n    """{docstring}"""\n'


@pytest.mark.parametrize(
    "docstring",
    [
        "The text of a page.",
        "All sentences.",
        "Its witnesses.",
        "Returns the text.",
        "Making of a page.",
        "Words of a page.",
        "Name of a page.",
        "Label, number and text.",
        "Mark and lemma of a note.",
        "``None`` for a page.",
        "Return what a page has.",
        "Return whether it is open.",
        "Return how many there are.",
    ],
)
def test_the_summary_of_a_function_without_a_verb_is_reported(docstring: str) -> None:
    found = list(check(_function(docstring), "module.py"))

    assert [(each.rule.value, each.line) for each in found] == [("summary", 3)]


@pytest.mark.parametrize(
    "docstring",
    [
        "Return the text.",
        "Yield pages in order.",
        "Recursively list the files.",
        "Read and decode a file.",
        "Re-read a file.",
        "Mark the differing words.",
        "Align.",
        "Process a page. The rest is free. Words are sorted.",
    ],
)
def test_the_summary_of_a_function_begins_with_a_verb(docstring: str) -> None:
    assert list(check(_function(docstring), "module.py")) == []


@pytest.mark.parametrize("decorator", ["@property", "@functools.cached_property"])
def test_the_summary_of_a_property_may_be_a_noun(decorator: str) -> None:
    assert list(check(_function("The text.", decorator=decorator), "module.py")) == []


def test_a_test_needs_no_verb() -> None:
    source = 'def test_a() -> None:\n    """A page has words."""\n'

    assert list(check(source, "module.py")) == []


@pytest.mark.parametrize(
    ("docstring", "decorator", "wanted"),
    [
        ("Check a page.", "", "Return True if"),
        ("State of being open.", "@property", "True if"),
    ],
)
def test_a_predicate_states_when_it_is_true(docstring: str, decorator: str, wanted: str) -> None:
    found = list(check(_function(docstring, returns="bool", decorator=decorator), "module.py"))

    assert [(each.rule.value, each.term) for each in found] == [("boolean", wanted)]


@pytest.mark.parametrize(
    ("docstring", "decorator"),
    [
        ("Return True if a page is open.", ""),
        ("Return False if it is closed.", ""),
        ("Ask the user.\n\n    Returns:\n        True if the answer is yes.\n    ", ""),
        ("True if it is open.", "@property"),
    ],
)
def test_a_predicate_with_its_condition_passes(docstring: str, decorator: str) -> None:
    source = _function(docstring, returns="bool", decorator=decorator)

    assert list(check(source, "module.py")) == []


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("```\nWhat is told.\n```\n", "page.md"),
        ("Text:\n\n    What is told.\n", "page.md"),
        ("<!-- What is told. -->\n", "page.md"),
        ('"""A module::\n\n    What is told.\n\nIt ends.\n"""\n', "module.py"),
        (_function("Return it.\n\n    >>> f()\n    'What is told.'\n    "), "module.py"),
        ('WORDS = "what is told by somebody".split()\n', "module.py"),
        ('P = re.compile("what is told by somebody")\n', "module.py"),
        ('P = "what is told by\\\\b"\n', "module.py"),
        ('T = "<p>what is told</p> to us"\n', "module.py"),
        ('T = "Told away"\n', "module.py"),
        ('HELP = """Show.\n\n\\b\nExamples:\n  What is told\n"""\n', "module.py"),
        ("x = 1  # type: ignore[no-what-told]\n", "module.py"),
    ],
)
def test_code_data_and_examples_are_not_prose(source: str, path: str) -> None:
    assert list(check(source, path)) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('"""A module.\n\nIt has words,\nas it was told.\n"""\n', 4),
        ('x = (\n    "A file has words "\n    "as it was told."\n)\n', 2),
        ('HELP = """Show it.\n\nIt is told.\n"""\n', 3),
        ("# Words,\n# as was told.\n", 2),
    ],
)
def test_a_violation_has_the_line_of_the_words_or_of_their_string(source: str, line: int) -> None:
    (found,) = check(source, "module.py")

    assert found.line == line


def _violation(source: str, path: str = "docs/page.md") -> Violation:
    (found,) = check(source, path)
    return found


@pytest.mark.parametrize(
    ("paths", "phrase", "covered"),
    [
        ("docs/*.md", "the telegram says", True),
        ("**", "the telegram says", True),
        ("src/*", "the telegram says", False),
        ("docs/*.md", "the telegram", False),
        ("docs/*.md", "a telegram says", False),
    ],
)
def test_an_exemption_covers_its_phrase_in_its_files(
    paths: str, phrase: str, *, covered: bool
) -> None:
    violation = _violation("It is what the telegram says.\n")

    assert violation.is_covered_by(Exemption(paths, phrase, "a quotation")) is covered


def test_an_unused_exemption_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("It is what the telegram says.\n", "utf-8")
    used = Exemption("*", "the telegram says", "a text")
    unused = Exemption("*", "the treaty says", "a text")

    assert unused_exemptions([page], [used, unused]) == [unused]


def test_the_program_prints_place_rule_and_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text("It is told.\n", "utf-8")

    code = main([str(tmp_path)])

    advice = "not 'told' but report, show, distinguish"
    assert code == 1
    assert capsys.readouterr().out == f"{page}:1: word: {advice}: It is told.\n"


def test_the_program_counts_violations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.md").write_text("It is told. It tells.\n", "utf-8")

    main(["--count", str(tmp_path)])

    assert capsys.readouterr().out == "    2 word: tell\n"


def test_the_program_succeeds_on_plain_english(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("A page.\n", "utf-8")

    assert main([str(tmp_path)]) == 0
