"""What ``variants.toml`` says of names and of how differences are classified."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from variants.project.toml_tables import Table
from variants.settings import ClassificationRule
from variants.types.variant import Kind, VariantClass

_KINDS = {each.value: each for each in Kind}
_CLASSES = {each.value: each for each in VariantClass}
_OF_POSITION = {Kind.ADDED, Kind.OMITTED, Kind.MOVED, Kind.RECAST}
_PAIR = 2

_Known = TypeVar("_Known", bound=Enum)


def read_names(settings: Table) -> tuple[tuple[str, ...], ...]:
    """What ``[settings] names`` says: lists of two or more forms of one name."""
    key = "names"
    names = settings.lists(key)
    for forms in names:
        if len(forms) < _PAIR or not all(form.strip() for form in forms):
            raise settings.complaint(
                key,
                problem=f"{list(forms)} is no list of forms of one name.",
                hint='Two forms or more: names = [["Gao Gang", "Kao Kang"]]',
            )
    return names


def read_rule(table: Table) -> ClassificationRule:
    """What one ``[[classify]]`` says; it has a name, something to fit and something to give."""
    table.allow("name", "pairs", "seed", "other", "kind", "class")
    rule = ClassificationRule(
        name=table.text("name").strip(),
        pairs=_pairs(table),
        seed=table.text("seed") if "seed" in table.content else None,
        other=table.text("other") if "other" in table.content else None,
        kind=_known(table, "kind", _KINDS),
        variant_class=_known(table, "class", _CLASSES),
    )
    _check(table, rule)
    return rule


def _check(table: Table, rule: ClassificationRule) -> None:
    by_pattern = rule.seed is not None or rule.other is not None
    for wrong, key, problem, hint in (
        (
            not rule.name,
            "name" if "name" in table.content else "",
            "a classification rule has no name.",
            'Name it, for reports say which rule decided: name = "house style: okay"',
        ),
        (
            not (rule.pairs or by_pattern),
            "",
            f"the rule {rule.name!r} says of no words that it is about them.",
            'Give pairs = [["okay", "OK"]], or patterns: seed = … and other = …',
        ),
        (
            bool(rule.pairs) and by_pattern,
            "pairs",
            f"the rule {rule.name!r} has pairs and patterns.",
            "Make two rules of it.",
        ),
        (
            rule.kind is None and rule.variant_class is None,
            "",
            f"the rule {rule.name!r} gives neither a class nor a kind.",
            f"Give one: class = … with one of {', '.join(_CLASSES)}.",
        ),
        (
            rule.kind in _OF_POSITION,
            "kind",
            "added, omitted, moved and recast say where words stand, so no rule can give them.",
            'Give a class instead: class = "form"',
        ),
    ):
        if wrong:
            raise table.complaint(key, problem=problem, hint=hint)
    if by_pattern:
        _check_patterns(table, rule)


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    key, pairs = "pairs", []
    for pair in table.lists(key):
        if len(pair) != _PAIR or pair[0].split() == pair[1].split():
            raise table.complaint(
                key,
                problem=f"{list(pair)} is no pair of different words.",
                hint='The seed\'s words, then a witness\'s: pairs = [["okay", "OK"]]',
            )
        pairs.append((pair[0], pair[1]))
    return tuple(pairs)


def _known(table: Table, key: str, known: dict[str, _Known]) -> _Known | None:
    name = table.text(key)
    if name and name not in known:
        raise table.complaint(
            key, problem=f"there is no {key} {name!r}.", hint=f"There is: {', '.join(known)}."
        )
    return known.get(name)


def _check_patterns(table: Table, rule: ClassificationRule) -> None:
    """Refuse what is no regular expression, at the line of the pattern that is wrong."""
    # Here, since they bring libraries that a list of documents does without.
    import regex  # noqa: PLC0415

    from variants.classify.classification_rules import compile_patterns  # noqa: PLC0415

    for key, seed, other in (("seed", rule.seed, None), ("other", rule.seed, rule.other)):
        try:
            compile_patterns(seed, other)
        except regex.error as error:
            reason = str(error).partition(" at position")[0]
            raise table.complaint(
                key,
                problem=f"{key} is no regular expression: {reason}.",
                hint="Between single quotation marks a backslash is itself: '\\d+'",
            ) from error
