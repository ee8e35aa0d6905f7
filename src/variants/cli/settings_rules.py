"""Rules of ``variants.toml``, and how much of the texts each applies to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variants.errors.lists import counted
from variants.types.sense import by_rule

if TYPE_CHECKING:
    from variants.settings import ClassificationRule
    from variants.types.edition import Edition

CLASSIFIES_NOTHING = (
    "classifies no reading. Compare its words with those of variants compare --layout readings."
)
IGNORES_NOTHING = "sets nothing aside. Copy its words from the text."


def classified_readings(
    rules: Sequence[ClassificationRule], editions: Sequence[Edition]
) -> dict[str, list[int]]:
    """Return by name of a classification rule how many readings of each edition name it."""
    counts = {rule.name: [0] * len(editions) for rule in rules}
    for number, edition in enumerate(editions):
        for reading in (one for entry in edition.collation.entries for one in entry.readings):
            for name, count in counts.items():
                named = reading.ruling is not None and reading.ruling.rule == name
                judged = reading.sense is not None and reading.sense.by == by_rule(name)
                count[number] += named or judged
    return counts


def ignored_passages(editions: Sequence[Edition]) -> dict[str, list[int]]:
    """Return by name of a rule ``[[ignore]]`` how many passages of each edition it sets aside."""
    counts: dict[str, list[int]] = {}
    for number, edition in enumerate(editions):
        for cut in (edition.collation.seed, *edition.collation.others):
            for rule in cut.witness.ignored_words:
                counts.setdefault(rule.name, [0] * len(editions))[number] += sum(
                    one.reason == rule.name for one in cut.witness.set_aside
                )
    return counts


def rule_lines(
    what: str, noun: str, counts: dict[str, list[int]], editions: Sequence[Edition]
) -> Iterator[str]:
    """Yield the rules of one table of ``variants.toml``, each with its counts by document."""
    for name, numbers in counts.items():
        yield f"{what} “{name}”"
        for edition, number in zip(editions, numbers, strict=True):
            yield f"  {edition.name}: {counted(number, noun)}"
