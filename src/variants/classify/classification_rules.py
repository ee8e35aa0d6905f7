"""Classification rules of an edition, applied to the words of a difference."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from variants.errors import RuleTooSlow
from variants.languages import fold
from variants.settings import ClassificationRule
from variants.types.sense import Sense, Tier, by_rule
from variants.types.variant import Flag, Kind, Ruling, class_of, is_substantive

if TYPE_CHECKING:
    import regex

_POSITION = frozenset({Kind.ADDED, Kind.OMITTED, Kind.MOVED, Kind.RECAST})
"""Kinds that depend on position, so that no rule about words changes them."""
_PATIENCE = 2.0  # Seconds for one pattern on the words of one difference.
_NO_FLAGS: frozenset[Flag] = frozenset()
Classified = tuple[Kind, frozenset[Flag], Ruling | None]
"""Kind, flags and ruling of a difference."""


class _CompiledRule:
    """A rule with its pairs folded and its patterns compiled."""

    def __init__(self, rule: ClassificationRule) -> None:
        self.rule = rule
        self._pairs = frozenset(_key(*pair) for pair in rule.pairs)
        self._pattern = None if rule.pairs else compile_patterns(rule.seed, rule.other)

    def fits(self, lemma: str, reading: str) -> bool:
        if self._pattern is None:
            keys = {_key(lemma, reading), _verbatim(lemma, reading)}
            return not self._pairs.isdisjoint(keys)
        try:
            return bool(self._pattern.fullmatch(f"{lemma}\n{reading}", timeout=_PATIENCE))
        except TimeoutError as error:
            raise RuleTooSlow(self.rule.name, f"{lemma} → {reading}") from error


class Rules:
    """Rules of an edition, in order; the first that matches applies."""

    def __init__(self, rules: Sequence[ClassificationRule] = ()) -> None:
        self._rules = [_CompiledRule(rule) for rule in rules]

    def __bool__(self) -> bool:
        return bool(self._rules)

    def apply(
        self,
        kind: Kind,
        flags: frozenset[Flag],
        wordings: Sequence[tuple[str, str]],
    ) -> Classified:
        """Return kind, flags and ruling by the first rule that matches, if any.

        Args:
            kind: Kind without rules.
            flags: Flags without rules.
            wordings: Pairs of lemma and reading, as for ``first_match``.
        """
        return classified(kind, flags, self.first_match(wordings))

    def first_match(self, wordings: Sequence[tuple[str, str]]) -> ClassificationRule | None:
        """Return the first rule that matches one of the wordings, if any.

        Args:
            wordings: Alternative pairs of lemma and reading, white space collapsed: the
                whole difference first, then parts of it to try as well.
        """
        for one in self._rules:
            if any(one.fits(*wording) for wording in wordings):
                return one.rule
        return None


def classified(kind: Kind, flags: frozenset[Flag], rule: ClassificationRule | None) -> Classified:
    """Return kind, flags and ruling of a difference that a rule matches.

    A difference whose class a rule decides has no flags.
    """
    if rule is None or (rule.kind is None and rule.variant_class is None):
        return kind, flags, None
    given = kind if rule.kind is None or kind in _POSITION else rule.kind
    of_kind = class_of(rule.kind or kind, _NO_FLAGS)
    return given, _NO_FLAGS, Ruling(rule.name, rule.variant_class or of_kind)


def verdict_of(rule: ClassificationRule | None) -> Sense | None:
    """Return the sense that a rule gives by itself, without words; ``None`` if it gives none."""
    if rule is None or rule.sense is None:
        return None
    tier = Tier.SENSE if rule.sense else Tier.WORDING
    return Sense(float(rule.sense), tier, None, "", "", by_rule(rule.name))


def overrule(estimate: Sense, verdict: Sense | None, found: Classified) -> Sense:
    """Return the sense of a difference after the edition's rules.

    A rule that makes it a difference of form puts it in that tier. A verdict of a rule replaces
    the estimate, but not the sort and the words unless it has its own. A rule that gives a
    difference of form another class puts it in the tier of other wording.

    Args:
        estimate: Sense without rules.
        verdict: Sense that a rule gives; ``None`` without one.
        found: Kind, flags and ruling.
    """
    ruling, substantive = found[2], is_substantive(*found)
    if ruling is not None and not substantive:
        by = by_rule(ruling.rule)
        return dataclasses.replace(estimate, probability=0.0, tier=Tier.FORM, by=by)
    if verdict is not None:
        if verdict.sort is not None:
            return verdict
        return dataclasses.replace(
            verdict, sort=estimate.sort, seed=estimate.seed, other=estimate.other
        )
    if ruling is not None and estimate.tier is Tier.FORM:
        return dataclasses.replace(estimate, tier=Tier.WORDING)
    return estimate


def compile_patterns(seed: str | None, other: str | None) -> regex.Pattern[str]:
    r"""Return one pattern that matches "SEED\nOTHER" for both sides of a difference.

    White space in each side is a single space, so the newline separates them: each pattern
    must match the whole of its side, and the second may refer to groups of the first.

    Raises:
        regex.error: One of them is not a regular expression.
    """
    import regex  # noqa: PLC0415 - only comparing needs it

    first, second = (".*" if side is None else side for side in (seed, other))
    regex.compile(first, regex.VERSION1)
    # Compiled without our brackets, so that an unbalanced one is an error.
    regex.compile(f"(?:{first})\n{second}", regex.VERSION1)
    return regex.compile(f"(?:{first})\n(?:{second})", regex.VERSION1)


def _key(lemma: str, reading: str) -> tuple[str, ...]:
    """Return the key of a pair: folded, unless its sides differ only in what folding removes."""
    sides = lemma.split(), reading.split()
    mine, theirs = (" ".join(map(fold, side)) for side in sides)
    return (mine, theirs) if mine != theirs else _verbatim(*map(" ".join, sides))


def _verbatim(lemma: str, reading: str) -> tuple[str, ...]:
    return "verbatim", lemma, reading
