"""``[[ignore]]`` of ``variants.toml``: words of the texts that are not compared."""

from __future__ import annotations

from variants.project.pattern_bounds import problem_of_pattern
from variants.project.toml_tables import Table
from variants.types.ignored_words import IgnoredWords

_EXAMPLE = "Example: name = \"stamps\" and pattern = 'Registry No\\. \\d+'"


def read_ignored_words(table: Table) -> IgnoredWords:
    """Return the rule in a table ``[[ignore]]``, checked.

    Raises:
        BadSettingsFile: The rule is incomplete or contradicts itself.
    """
    table.allow("name", "pattern", "from", "to")
    rule = IgnoredWords(
        name=table.text("name").strip(),
        pattern=table.text("pattern"),
        begin=table.text("from").strip(),
        end=table.text("to").strip(),
    )
    for wrong, key, problem in (
        (
            not rule.name,
            "name" if "name" in table.content else "",
            "a rule for ignored words has no name.",
        ),
        (
            not (rule.pattern or rule.begin),
            "to" if rule.end else "",
            f"the rule {rule.name!r} has neither a pattern nor first words (from).",
        ),
        (
            bool(rule.pattern and (rule.begin or rule.end)),
            "pattern",
            f"the rule {rule.name!r} has a pattern and the words of a region. Write two rules.",
        ),
    ):
        if wrong:
            raise table.error(key, problem=problem, hint=_EXAMPLE)
    if rule.pattern:
        _check_pattern(table, rule)
    return rule


def _check_pattern(table: Table, rule: IgnoredWords) -> None:
    """Raise an error for an invalid regular expression, at its line."""
    # Imported here because a list of documents does not need this library.
    import regex  # noqa: PLC0415

    key = "pattern"
    problem = problem_of_pattern(rule.pattern)
    if problem:
        raise table.error(
            key,
            problem=f"the pattern is refused: {problem}.",
            hint="Write several rules instead.",
        )
    try:
        regex.compile(rule.pattern, regex.VERSION1)
    # Flags that contradict each other are a ValueError.
    except (regex.error, ValueError, RecursionError, OverflowError) as error:
        reason = str(error).partition(" at position")[0]
        raise table.error(
            key,
            problem=f"pattern is not a regular expression: {reason}.",
            hint="Use single quotation marks to write a backslash as it is: '\\d+'",
        ) from error
