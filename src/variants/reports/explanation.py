"""Why sentences were brought together, in plain words with the figures beside them, and as JSON."""

from __future__ import annotations

import io
import json
import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from variants.types.explanation import Explanation, Origin, ScoreBreakdown, WordEvidence
from variants.types.segmentation import Segmentation
from variants.wording.sanitize import sanitize_line

if TYPE_CHECKING:
    from rich.console import Console

SCHEMA = "variants-explanation/1"
"""The number rises when a reader of the old schema would misunderstand the new one."""

_LITTLE = 0.2  # Evidence under which a shared word has no line of its own: ×1.2.
_LONGEST = 2_000  # Characters of a sentence that are shown.
_LARGE = 10.0  # Factors from here on are whole numbers.
_ENORMOUS = 1_000_000.0

_ORIGINS = {
    Origin.FORCED: "An editor laid it down.",
    Origin.WAY: "It is on the best way through both texts from beginning to end.",
    Origin.GROWN: "A bead on the best way through both texts took in neighbouring sentences that "
    "were left alone, since together they fit better.",
    Origin.SETTLED: "The best way through both texts had it otherwise. It was changed afterwards, "
    "by the order of the words, or because it was no more alike than strangers are.",
    Origin.FOUND: "The best way through both texts left its sentences alone. Among all that was "
    "left alone they were found to belong together.",
    Origin.PIECES: "A sentence far longer than those it faces was cut into pieces, and what "
    "belongs to its pieces was put together.",
}


def write_explanation_json(explanation: Explanation) -> str:
    """One JSON object, ending in a newline; ``docs/reference/commands.md`` tells of each field."""
    alignment, bead, rival = explanation.alignment, explanation.bead, explanation.rival
    fields = {
        "schema": SCHEMA,
        "seed": alignment.seed.witness.siglum,
        "other": alignment.other.witness.siglum,
        "bead": {
            "seed": list(bead.seed),
            "other": list(bead.other),
            "shape": bead.shape,
            "confidence": round(bead.confidence, 4),
            "moved": bead.moved,
            "forced": bead.forced,
        },
        "origin": explanation.origin.value,
        "weighing": _weighing_as_fields(explanation.weighing),
        "rival": None
        if rival is None
        else {
            "seed": list(rival.seed),
            "other": list(rival.other),
            "probability": round(rival.probability, 4),
            "weighing": _weighing_as_fields(explanation.rival_weighing),
        },
    }
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A text may hold a lone surrogate, which UTF-8 cannot.
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def write_explanation(explanation: Explanation, width: int) -> str:
    """For people."""
    from rich.console import Console  # noqa: PLC0415 - JSON does without it

    page = io.StringIO()
    console = Console(file=page, width=width, color_system=None, legacy_windows=False)
    alignment, bead = explanation.alignment, explanation.bead
    _say(console, f"{_sides(explanation, bead.seed, bead.other)} · sure {bead.confidence:.2f}")
    for cut, sentences in ((alignment.seed, bead.seed), (alignment.other, bead.other)):
        for sentence in sentences:
            words = sanitize_line(cut.text_of(sentence)[:_LONGEST])
            _say(console, f"{cut.witness.siglum} {sentence + 1}  {words}")
    _say(console, "")
    _say(console, _how(explanation))
    if explanation.weighing is not None:
        _weigh(console, explanation, explanation.weighing, (bead.seed, bead.other), "it")
    _say(console, "")
    _say(console, _next_best(explanation))
    if explanation.weighing is None and explanation.rival_weighing and explanation.rival:
        rival = explanation.rival
        sides = (rival.seed, rival.other)
        _weigh(console, explanation, explanation.rival_weighing, sides, "the next best")
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def _how(explanation: Explanation) -> str:
    """How the bead came about."""
    bead = explanation.bead
    if explanation.origin is Origin.WAY and not (bead.seed and bead.other):
        return "The best way through both texts from beginning to end leaves it alone."
    moved = " It stands elsewhere in the other text than its neighbours do." if bead.moved else ""
    return f"{_ORIGINS[explanation.origin]}{moved}"


def _next_best(explanation: Explanation) -> str:
    """The likeliest other bead."""
    rival = explanation.rival
    if explanation.origin is Origin.FORCED:
        return "Nothing else was looked at."
    if rival is None:
        return "Nothing else comes near."
    weighing = explanation.rival_weighing
    worth = f"; together {_factor(weighing.total)} ({weighing.total:+.2f})" if weighing else ""
    sides = _sides(explanation, rival.seed, rival.other)
    return f"Next best: {sides}, probability {rival.probability:.2f}{worth}"


def _weigh(
    console: Console,
    explanation: Explanation,
    weighing: ScoreBreakdown,
    bead: tuple[Sequence[int], Sequence[int]],
    title: str,
) -> None:
    """What speaks for sentences belonging together, and against it, a row each."""
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    seed, other = bead
    sides = ((explanation.alignment.seed, seed), (explanation.alignment.other, other))
    rows = [
        *_word_rows(weighing, sides),
        (_length(weighing, sides), weighing.length),
        (f"{len(seed)} : {len(other)} sentences in one bead", weighing.joined),
        ("paragraphs and numbers of the texts", weighing.divisions),
    ]
    said = [(text, worth) for text, worth in rows if round(worth, 2)]
    for heading, chosen in (
        (f"For {title}", [row for row in said if row[1] > 0]),
        (f"Against {title}", [row for row in said if row[1] < 0]),
    ):
        if not chosen:
            continue
        _say(console, "")
        _say(console, heading)
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column()  # Sets the words in.
        table.add_column(ratio=1)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        for text, worth in chosen:
            table.add_row("", Text(text), _factor(worth), f"{worth:+.2f}")
        console.print(table)
    _say(console, "")
    total, alone = weighing.total, weighing.alone
    _say(
        console,
        f"Together {_factor(total)} ({total:+.2f}); to leave all of them alone {_factor(alone)} "
        f"({alone:+.2f}). ×10 (+2.30) is: ten times likelier if they belong together; ÷10 "
        "(-2.30): if they do not.",
    )


def _word_rows(
    weighing: ScoreBreakdown, sides: Sequence[tuple[Segmentation, Sequence[int]]]
) -> Iterator[tuple[str, float]]:
    """A row for each shared word that says something, and one for all others of a sort."""
    first, second = (cut.witness.siglum for cut, _ in sides)
    told = [each for each in weighing.shared if abs(each.evidence) >= _LITTLE]
    for each in told:
        counts = f"in {each.seed_count} of {first}, {each.other_count} of {second}"
        yield f"{_pair(each)} ({counts})", each.evidence
    little = [each for each in weighing.shared if abs(each.evidence) < _LITTLE]
    if little:
        words = ", ".join(map(_pair, little))
        yield f"on both sides, but saying little: {words}", _sum(little)
    for siglum, missed in (
        (first, [each for each in weighing.missed if each.seed]),
        (second, [each for each in weighing.missed if not each.seed]),
    ):
        if missed:
            words = ", ".join(sanitize_line("/".join(each.seed or each.other)) for each in missed)
            yield f"only in {siglum}: {words}", _sum(missed)


def _pair(each: WordEvidence) -> str:
    """What both sides write: once where they write the same."""
    ours, theirs = (sanitize_line("/".join(words)) for words in (each.seed, each.other))
    return ours if ours.casefold() == theirs.casefold() else f"{ours} = {theirs}"


def _length(weighing: ScoreBreakdown, sides: Sequence[tuple[Segmentation, Sequence[int]]]) -> str:
    seed, other = (sum(cut.sentences[n].length for n in sentences) for cut, sentences in sides)
    return f"length: {seed} and {other} characters, where {weighing.usual:.0f} would be usual"


def _sum(words: Sequence[WordEvidence]) -> float:
    return sum(each.evidence for each in words)


def _factor(logarithm: float) -> str:
    """How many times likelier: ``"×60"``, ``"÷1.3"``."""
    factor = math.exp(min(abs(logarithm), 700.0))
    sign = "×" if logarithm >= 0 else "÷"
    if factor >= _ENORMOUS:
        return f"{sign}10^{abs(logarithm) / math.log(10):.0f}"
    return f"{sign}{factor:,.0f}" if factor >= _LARGE else f"{sign}{factor:.1f}"


def _sides(explanation: Explanation, seed: Sequence[int], other: Sequence[int]) -> str:
    """Sentences of both sides, counted from 1: ``"S 3–4 = A 5"``, ``"S 3 alone"``."""
    alignment = explanation.alignment
    named = [
        f"{cut.witness.siglum} {_numbers(numbers)}"
        for cut, numbers in ((alignment.seed, seed), (alignment.other, other))
        if numbers
    ]
    return " = ".join(named) if len(named) > 1 else f"{named[0]} alone"


def _numbers(numbers: Sequence[int]) -> str:
    first, last = numbers[0] + 1, numbers[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


def _say(console: Console, text: str) -> None:
    from rich.text import Text  # noqa: PLC0415 - as above

    console.print(Text(text))


def _weighing_as_fields(weighing: ScoreBreakdown | None) -> dict[str, Any] | None:
    if weighing is None:
        return None
    return {
        "shared": [_word_as_fields(each) for each in weighing.shared],
        "missed": [_word_as_fields(each) for each in weighing.missed],
        "words": round(weighing.words, 4),
        "length": round(weighing.length, 4),
        "joined": round(weighing.joined, 4),
        "divisions": round(weighing.divisions, 4),
        "total": round(weighing.total, 4),
        "alone": round(weighing.alone, 4),
    }


def _word_as_fields(each: WordEvidence) -> dict[str, Any]:
    return {
        "seed": list(each.seed),
        "other": list(each.other),
        "evidence": round(each.evidence, 4),
        "seed_count": each.seed_count,
        "other_count": each.other_count,
    }
