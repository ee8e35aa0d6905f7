"""Places that a house rule applies to, and those with its wordings that it does not decide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from variants.anchors.drafting import Choice, DecisionTarget, open_entries
from variants.types.collation import Entry, Reading
from variants.types.decision import Action
from variants.types.edition import Edition
from variants.types.span import squeeze
from variants.types.status import Rule
from variants.types.variant import Kind


def places_of_rule(
    edition: Edition, rule: Rule, *, batch: str = ""
) -> list[tuple[DecisionTarget, Choice]]:
    """Return the undecided places that a house rule applies to, with the proposed choice.

    A pair applies in both directions, to whole words, case-sensitively, and must be the only
    difference of the reading. A rule without pairs applies where all readings are of its class. Of
    overlapping places the first is taken.
    """
    text = edition.collation.seed.witness.text
    found: list[tuple[DecisionTarget, Choice]] = []
    taken: set[int] = set()
    for entry in open_entries(edition):
        lemma = entry.lemma.words_of(text)
        fitting = [r for r in entry.readings if _is_about(rule, lemma, r)]
        if not rule.pairs and len(fitting) < len(entry.readings):
            continue
        siglum = next((r.sigla[0] for r in fitting if _can_choose(edition, rule, r)), "")
        words = set(range(entry.lemma.start, entry.lemma.end))
        if siglum and not words & taken:
            taken |= words
            choice = Choice(
                rule.action,
                adopt=siglum if rule.action is Action.ADOPT else "",
                why=rule.why or rule.title,
                category="house-style",
                rule=rule.id,
                batch=batch,
            )
            found.append((DecisionTarget(edition, entry.lemma, entry), choice))
    return found


def places_beside_rule(edition: Edition, rule: Rule) -> list[tuple[DecisionTarget, Reading]]:
    """Return the places with the wordings of a house rule that it does not decide.

    There the wordings are one place with their neighbours or in another form, the place shares
    words with one that is decided, or an editor has decided it without the rule. With each place
    comes the reading that has the wording.
    """
    taken = {target.span for target, _ in places_of_rule(edition, rule)}
    taken |= {
        status.span
        for status in edition.decisions.statuses
        if status.span is not None and any(one.rule == rule.id for one in status.live)
    }
    recurring = {
        (one.place, one.siglum)
        for pattern in edition.collation.patterns
        if {(pattern.lemma, pattern.reading), (pattern.reading, pattern.lemma)} & {*rule.pairs}
        for one in pattern.occurrences
    }
    text = edition.collation.seed.witness.text

    def has_wording(entry: Entry, reading: Reading) -> bool:
        lemma = entry.lemma.words_of(text)
        return rule.variant_class in ("", reading.variant_class.value) and (
            any((entry.place, siglum) in recurring for siglum in reading.sigla)
            or _has_pair(rule, lemma, squeeze(reading.wording))
            or _is_about(rule, lemma, reading)
        )

    found = []
    for entry in edition.collation.entries:
        readings = (each for each in entry.readings if has_wording(entry, each))
        reading = None if entry.lemma in taken else next(readings, None)
        if reading is not None:
            found.append((DecisionTarget(edition, entry.lemma, entry), reading))
    return found


def _has_pair(rule: Rule, lemma: str, wording: str) -> bool:
    """Return True if one side has a wording of the rule's only, and the other its counterpart."""
    return any(
        _occurs(one, lemma)
        and _occurs(other, wording)
        and not (_occurs(other, lemma) or _occurs(one, wording))
        for pair in rule.pairs
        for one, other in (pair, pair[::-1])
    )


def _occurs(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _can_choose(edition: Edition, rule: Rule, reading: Reading) -> bool:
    """Return True if the action of a rule can be chosen for a reading."""
    return rule.action is not Action.ADOPT or (
        reading.kind is not Kind.MOVED
        and not edition.collation.is_parted(reading, reading.sigla[0])
    )


def _is_about(rule: Rule, lemma: str, reading: Reading) -> bool:
    if rule.variant_class not in ("", reading.variant_class.value):
        return False
    if rule.action is Action.ADOPT and not reading.adoptable:
        return False
    if not rule.pairs:
        return bool(rule.variant_class)
    there = squeeze(reading.wording)
    backwards = [(other, one) for one, other in rule.pairs]
    return lemma != there and there in (
        _substitute(lemma, rule.pairs),
        _substitute(lemma, backwards),
    )


def _substitute(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Replace the first wording of each pair in a text by the second."""
    for one, other in pairs:
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", other.replace("\\", r"\\"), text)
    return text
