"""``[[classify]]`` and ``[settings] names`` of ``variants.toml``."""

from __future__ import annotations

from enum import Enum
from typing import TypeVar

from variants.project.pattern_bounds import problem_of_pattern
from variants.project.toml_tables import Table
from variants.settings import ClassificationRule
from variants.types.variant import Kind, VariantClass, class_of

_KINDS = {each.value: each for each in Kind}
_CLASSES = {each.value: each for each in VariantClass}
_OF_POSITION = {Kind.ADDED, Kind.OMITTED, Kind.MOVED, Kind.RECAST}
_PAIR = 2

_Known = TypeVar("_Known", bound=Enum)


def read_names(settings: Table) -> tuple[tuple[str, ...], ...]:
    """Return the lists of forms of one name in ``[settings]``.

    Raises:
        BadSettingsFile: A list has fewer than two forms.
    """
    key = "names"
    names = settings.lists(key)
    for forms in names:
        if len(forms) < _PAIR or not all(form.strip() for form in forms):
            raise settings.error(
                key,
                problem=f"{list(forms)} is not a list of forms of one name.",
                hint='List two forms or more: names = [["Gao Gang", "Kao Kang"]]',
            )
    return names


def read_ignored_kinds(settings: Table) -> tuple[Kind, ...]:
    """Return the kinds in ``[settings] ignore``, in the order of the kinds.

    Raises:
        BadSettingsFile: A name is not a kind of difference.
    """
    key = "ignore"
    names = [name.replace("-", " ") for name in settings.texts(key)]
    for name in names:
        if name not in _KINDS:
            raise settings.error(
                key,
                problem=f"“{name}” is not a kind of difference.",
                hint=f"Choose from {', '.join(_KINDS)}.",
            )
    return tuple(kind for kind in Kind if kind.value in names)


def read_rule(table: Table) -> ClassificationRule:
    """Return the classification rule in a table ``[[classify]]``, checked."""
    table.allow("name", "pairs", "seed", "other", "kind", "class", "sense")
    rule = ClassificationRule(
        name=table.text("name").strip(),
        pairs=_pairs(table),
        seed=table.text("seed") if "seed" in table.content else None,
        other=table.text("other") if "other" in table.content else None,
        kind=_known(table, "kind", _KINDS),
        variant_class=_known(table, "class", _CLASSES),
        sense=table.flag("sense"),
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
            'Name it for the reports: name = "house style: okay"',
        ),
        (
            not (rule.pairs or by_pattern),
            "",
            f"the rule {rule.name!r} has no words.",
            'Give pairs = [["okay", "OK"]], or patterns: seed = … and other = …',
        ),
        (
            bool(rule.pairs) and by_pattern,
            "pairs",
            f"the rule {rule.name!r} has pairs and patterns.",
            "Write two rules.",
        ),
        (
            rule.kind is None and rule.variant_class is None and rule.sense is None,
            "",
            f"the rule {rule.name!r} has neither a class nor a kind nor sense.",
            f"Add sense = true or false, or class = … and choose from {', '.join(_CLASSES)}.",
        ),
        (
            rule.sense is True and _class_given(rule) is VariantClass.FORM,
            "sense",
            f"the rule {rule.name!r} gives a difference of form that touches the sense.",
            "Leave out sense, or give another class.",
        ),
        (
            rule.kind in _OF_POSITION,
            "kind",
            f"a rule cannot set the kind {rule.kind.value if rule.kind else ''!r}.",
            'Set a class instead: class = "form"',
        ),
    ):
        if wrong:
            raise table.error(key, problem=problem, hint=hint)
    if by_pattern:
        _check_patterns(table, rule)


def _class_given(rule: ClassificationRule) -> VariantClass | None:
    """Return the class that a rule gives; ``None`` if it keeps the class found."""
    if rule.variant_class is not None or rule.kind is None:
        return rule.variant_class
    return class_of(rule.kind, frozenset())


def _pairs(table: Table) -> tuple[tuple[str, str], ...]:
    key, pairs = "pairs", []
    for pair in table.lists(key):
        if len(pair) != _PAIR or pair[0].split() == pair[1].split():
            raise table.error(
                key,
                problem=f"{list(pair)} is not a pair of different words.",
                hint='Write the seed\'s words, then a witness\'s: pairs = [["okay", "OK"]]',
            )
        pairs.append((pair[0], pair[1]))
    return tuple(pairs)


def _known(table: Table, key: str, known: dict[str, _Known]) -> _Known | None:
    name = table.text(key)
    if name and name not in known:
        raise table.error(
            key, problem=f"unknown {key} {name!r}.", hint=f"Choose from {', '.join(known)}."
        )
    return known.get(name)


def _check_patterns(table: Table, rule: ClassificationRule) -> None:
    """Raise an error for an invalid regular expression, at its line."""
    # Imported here because a list of documents does not need these libraries.
    import regex  # noqa: PLC0415

    from variants.classify.classification_rules import compile_patterns  # noqa: PLC0415

    for key, pattern in (("seed", rule.seed), ("other", rule.other)):
        problem = problem_of_pattern(pattern or "")
        if problem:
            raise table.error(
                key,
                problem=f"the pattern {key} is refused: {problem}.",
                hint="List the words instead, with | between them, or write several rules.",
            )
    for key, seed, other in (("seed", rule.seed, None), ("other", rule.seed, rule.other)):
        try:
            compile_patterns(seed, other)
        # Flags that contradict each other are a ValueError.
        except (regex.error, ValueError, RecursionError, OverflowError) as error:
            reason = str(error).partition(" at position")[0]
            raise table.error(
                key,
                problem=f"{key} is not a regular expression: {reason}.",
                hint="Use single quotation marks to write a backslash as it is: '\\d+'",
            ) from error
