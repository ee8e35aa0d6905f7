"""Names of the segmenters, aligners and linkers, from the tables of their packages."""

from __future__ import annotations

from variants.errors import InvalidValue, UnknownName
from variants.settings import ClassificationRule, Settings

STAGES = ("segmenter", "aligner", "linker")
"""The stages with a choice of ways: attributes of ``Settings``."""


def ways_of(stage: str) -> list[str]:
    """Return the names of the ways to do a stage.

    Raises:
        ValueError: There is no such stage.
    """
    # Inside, since the packages import heavy libraries, and an error needs only one of them.
    match stage:
        case "segmenter":
            from variants.segmenters import SEGMENTERS  # noqa: PLC0415

            return list(SEGMENTERS)
        case "aligner":
            from variants.aligners import ALIGNERS  # noqa: PLC0415

            return list(ALIGNERS)
        case "linker":
            from variants.words import LINKERS  # noqa: PLC0415

            return list(LINKERS)
    msg = f"not a stage: {stage!r}"
    raise ValueError(msg)


def check_settings(settings: Settings) -> None:
    """Check the names of the ways in settings, and the patterns of their rules.

    Raises:
        UnknownName: A stage has no way of this name.
        InvalidValue: A pattern is not a regular expression.
    """
    for stage in STAGES:
        check_way(stage, getattr(settings, stage))
    for rule in settings.rules:
        _check_patterns(rule)


def _check_patterns(rule: ClassificationRule) -> None:
    if rule.seed is None and rule.other is None:
        return
    import regex  # noqa: PLC0415

    from variants.classify.classification_rules import compile_patterns  # noqa: PLC0415

    for option, seed, other in (("seed", rule.seed, None), ("other", rule.seed, rule.other)):
        try:
            compile_patterns(seed, other)
        # Flags that contradict each other are a ValueError.
        except (regex.error, ValueError, RecursionError, OverflowError) as error:
            reason = str(error).partition(" at position")[0]
            hint = f"The rule {rule.name!r} needs a regular expression: {reason}."
            raise InvalidValue(str(other or seed), option=option, hint=hint) from error


def check_way(stage: str, name: str) -> None:
    """Check the name of a way; an empty name means the default.

    Raises:
        UnknownName: The stage has no way of this name.
    """
    if name and name not in (known := ways_of(stage)):
        raise UnknownName(name, known, what=stage)
