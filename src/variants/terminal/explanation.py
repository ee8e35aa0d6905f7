"""Explanation of a bead for people: plain words, with the figures beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from rich.table import Table
from rich.text import Text

from variants.terminal.plain_page import PlainPage
from variants.types.explanation import Explanation, Origin, ScoreBreakdown, WordEvidence
from variants.types.segmentation import Segmentation
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, OMITTED

_LITTLE = 0.2  # Evidence below this (a factor of 1.2) gets no row of its own.
_LONGEST = 2_000  # Characters of a sentence that are shown.
_LARGE = 10.0  # Factors from this one on are printed as whole numbers.
_ENORMOUS = 1_000_000.0  # And from this one on as powers of ten.

_ORIGINS = {
    Origin.FORCED: "An editor forced it.",
    Origin.WAY: "It is on the best path through both texts.",
    Origin.GROWN: "A bead on the best path through both texts took in neighbouring sentences that "
    "had no counterpart, because together they fit better.",
    Origin.SETTLED: "The best path through both texts grouped its sentences otherwise. The bead "
    "was changed afterwards because of the order of the words, or because the sentences were no "
    "more similar than unrelated ones.",
    Origin.FOUND: "The best path through both texts left its sentences without a counterpart. "
    "They were found to belong together among all sentences without a counterpart.",
    Origin.PIECES: "A sentence far longer than its counterparts was cut into pieces, and the "
    "counterparts of the pieces were put together.",
}

_Sides: TypeAlias = tuple[Sequence[int], Sequence[int]]


def write_explanation(explanation: Explanation, width: int) -> str:
    """Return the bead with its sentences, its origin, the evidence and the next best bead."""
    page = PlainPage(width)
    alignment, bead = explanation.alignment, explanation.bead
    sides = (bead.seed, bead.other)
    page.add(f"{_named(explanation, sides)} · confidence {bead.confidence:.2f}")
    for cut, sentences in zip((alignment.seed, alignment.other), sides, strict=True):
        for sentence in sentences:
            words = sanitize_line(cut.text_of(sentence)[:_LONGEST])
            page.add(f"{cut.witness.siglum} {sentence + 1}  {words}")
    page.add("", _origin(explanation))
    if explanation.weighing is not None:
        _add_evidence(page, explanation, explanation.weighing, sides, "it")
    page.add("", _next_best(explanation))
    rival = explanation.rival
    if explanation.weighing is None and explanation.rival_weighing and rival:
        sides = (rival.seed, rival.other)
        _add_evidence(page, explanation, explanation.rival_weighing, sides, "the next best")
    return page.text()


def _named(explanation: Explanation, sides: _Sides) -> str:
    """Return the sentences of a bead, counted from 1: ``"S 3–4 = A 5"``, ``"S 3 omitted in A"``."""
    alignment = explanation.alignment
    seed, other = alignment.seed.witness.siglum, alignment.other.witness.siglum
    if not sides[1]:
        return f"{seed} {_numbers(sides[0])} {OMITTED} in {other}"
    if not sides[0]:
        return f"{other} {_numbers(sides[1])} {ADDED}"
    return f"{seed} {_numbers(sides[0])} = {other} {_numbers(sides[1])}"


def _numbers(numbers: Sequence[int]) -> str:
    first, last = numbers[0] + 1, numbers[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


def _origin(explanation: Explanation) -> str:
    """Return the origin of the bead in words."""
    bead = explanation.bead
    if explanation.origin is Origin.WAY and not (bead.seed and bead.other):
        return "The best path through both texts leaves it without a counterpart."
    moved = " It has moved: its neighbours are elsewhere in the other text." if bead.moved else ""
    return f"{_ORIGINS[explanation.origin]}{moved}"


def _next_best(explanation: Explanation) -> str:
    """Return the most probable other bead with the sentence."""
    rival = explanation.rival
    if explanation.origin is Origin.FORCED:
        return "No other bead was considered."
    if rival is None:
        return "No other bead is probable."
    scores = explanation.rival_weighing
    worth = f"; together {_factor(scores.total)} ({scores.total:+.2f})" if scores else ""
    named = _named(explanation, (rival.seed, rival.other))
    return f"Next best: {named}, probability {rival.probability:.2f}{worth}"


def _add_evidence(
    page: PlainPage,
    explanation: Explanation,
    scores: ScoreBreakdown,
    sides: _Sides,
    title: str,
) -> None:
    """Add a table of the evidence for a bead, and one of the evidence against it."""
    cuts = (explanation.alignment.seed, explanation.alignment.other)
    with_texts = list(zip(cuts, sides, strict=True))
    rows = [
        *_word_rows(scores, with_texts),
        (_length(scores, with_texts), scores.length),
        (f"{len(sides[0])} : {len(sides[1])} sentences in one bead", scores.joined),
        ("paragraphs and numbers of the texts", scores.divisions),
    ]
    shown = [(text, worth) for text, worth in rows if round(worth, 2)]
    for heading, chosen in (
        (f"For {title}", [row for row in shown if row[1] > 0]),
        (f"Against {title}", [row for row in shown if row[1] < 0]),
    ):
        if chosen:
            page.add("", heading)
            page.add_table(_table(chosen))
    total, alone = scores.total, scores.alone
    page.add(
        "",
        f"Together {_factor(total)} ({total:+.2f}); without counterparts {_factor(alone)} "
        f"({alone:+.2f}). ×10 (+2.30) means ten times more probable if the sentences belong "
        "together, ÷10 (-2.30) if they do not.",
    )


def _table(rows: Sequence[tuple[str, float]]) -> Table:
    """Return indented rows of evidence, with factor and logarithm."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column()  # Indents the rows.
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for text, worth in rows:
        table.add_row("", Text(text), _factor(worth), f"{worth:+.2f}")
    return table


def _word_rows(
    scores: ScoreBreakdown, sides: Sequence[tuple[Segmentation, Sequence[int]]]
) -> Iterator[tuple[str, float]]:
    """Yield a row for each shared word with enough evidence, and one for the others of a kind."""
    first, second = (cut.witness.siglum for cut, _ in sides)
    for each in scores.shared:
        if abs(each.evidence) >= _LITTLE:
            counts = f"in {each.seed_count} of {first}, {each.other_count} of {second}"
            yield f"{_pair(each)} ({counts})", each.evidence
    little = [each for each in scores.shared if abs(each.evidence) < _LITTLE]
    if little:
        words = ", ".join(map(_pair, little))
        yield f"on both sides, with little evidence: {words}", _sum(little)
    for siglum, missed in (
        (first, [each for each in scores.missed if each.seed]),
        (second, [each for each in scores.missed if not each.seed]),
    ):
        if missed:
            words = ", ".join(sanitize_line("/".join(each.seed or each.other)) for each in missed)
            yield f"only in {siglum}: {words}", _sum(missed)


def _pair(each: WordEvidence) -> str:
    """Return the spelling of both sides, once if they agree."""
    seed, other = (sanitize_line("/".join(words)) for words in (each.seed, each.other))
    return seed if seed.casefold() == other.casefold() else f"{seed} = {other}"


def _length(scores: ScoreBreakdown, sides: Sequence[tuple[Segmentation, Sequence[int]]]) -> str:
    seed, other = (sum(cut.sentences[n].length for n in sentences) for cut, sentences in sides)
    return f"length: {seed} and {other} characters; {scores.usual:.0f} expected"


def _sum(words: Sequence[WordEvidence]) -> float:
    return sum(each.evidence for each in words)


def _factor(logarithm: float) -> str:
    """Format a natural logarithm of odds as a factor, such as ``"×60"`` or ``"÷1.3"``."""
    factor = math.exp(min(abs(logarithm), 700.0))
    sign = "×" if logarithm >= 0 else "÷"
    if factor >= _ENORMOUS:
        return f"{sign}10^{abs(logarithm) / math.log(10):.0f}"
    return f"{sign}{factor:,.0f}" if factor >= _LARGE else f"{sign}{factor:.1f}"
