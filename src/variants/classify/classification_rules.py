"""Classification rules of an edition, applied to the words of a difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from variants.errors import RuleTooSlow
from variants.languages import fold
from variants.settings import ClassificationRule
from variants.types.variant import Flag, Kind, Ruling, class_of

if TYPE_CHECKING:
    import regex

_POSITION = frozenset({Kind.ADDED, Kind.OMITTED, Kind.MOVED, Kind.RECAST})
"""Kinds that say where words stand: no rule about words changes them."""
_PATIENCE = 2.0  # Seconds for one pattern on the words of one difference.
_NO_FLAGS: frozenset[Flag] = frozenset()
Classified = tuple[Kind, frozenset[Flag], Ruling | None]
"""What is said of a difference."""


class _Ready:
    """A rule, ready to be tried."""

    def __init__(self, rule: ClassificationRule) -> None:
        self.rule = rule
        self._pairs = frozenset(_key(*pair) for pair in rule.pairs)
        self._pattern = None if rule.pairs else compile_patterns(rule.seed, rule.other)

    def fits(self, lemma: str, reading: str) -> bool:
        if self._pattern is None:
            keys = {_key(lemma, reading), _as_it_stands(lemma, reading)}
            return not self._pairs.isdisjoint(keys)
        try:
            return bool(self._pattern.fullmatch(f"{lemma}\n{reading}", timeout=_PATIENCE))
        except TimeoutError as error:
            raise RuleTooSlow(self.rule.name, f"{lemma} → {reading}") from error


class Rules:
    """The rules of an edition in their order; the first that fits holds."""

    def __init__(self, rules: Sequence[ClassificationRule] = ()) -> None:
        self._rules = [_Ready(rule) for rule in rules]

    def __bool__(self) -> bool:
        return bool(self._rules)

    def apply(
        self,
        kind: Kind,
        flags: frozenset[Flag],
        wordings: Sequence[tuple[str, str]],
    ) -> Classified:
        """What is said of a difference, by the first rule that fits it if there is one.

        What a rule decides has no flags: the rule says what it touches.

        Args:
            kind: As it was found.
            flags: Likewise.
            wordings: Lemma and reading, runs of white space as one blank: of the whole
                difference, and of what else may be looked at instead of it.
        """
        for one in self._rules:
            if any(one.fits(*wording) for wording in wordings):
                rule = one.rule
                given = kind if rule.kind is None or kind in _POSITION else rule.kind
                of_kind = class_of(rule.kind or kind, _NO_FLAGS)
                return given, _NO_FLAGS, Ruling(rule.name, rule.variant_class or of_kind)
        return kind, flags, None


def compile_patterns(seed: str | None, other: str | None) -> regex.Pattern[str]:
    """One pattern for both sides of a difference: the seed's words, a line's end, the witness's.

    Neither side holds a line's end, since white space is one blank there; so each pattern
    has to fit the whole of its side, and the second may refer to groups of the first.

    Raises:
        regex.error: One of them is not a regular expression.
    """
    import regex  # noqa: PLC0415 - only comparing needs it

    first, second = (".*" if side is None else side for side in (seed, other))
    regex.compile(first, regex.VERSION1)
    # Alone, so that a bracket that closes ours is seen.
    regex.compile(f"(?:{first})\n{second}", regex.VERSION1)
    return regex.compile(f"(?:{first})\n(?:{second})", regex.VERSION1)


def _key(lemma: str, reading: str) -> tuple[str, ...]:
    """What a pair is compared by: folded, unless that is all that its sides differ in."""
    sides = lemma.split(), reading.split()
    mine, theirs = (" ".join(map(fold, side)) for side in sides)
    return (mine, theirs) if mine != theirs else _as_it_stands(*map(" ".join, sides))


def _as_it_stands(lemma: str, reading: str) -> tuple[str, ...]:
    return "as it stands", lemma, reading
