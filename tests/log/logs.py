"""Small editions and logs to try decisions on."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from variants.anchors.resolution import Found, Lost, Method, Resolution, Stale
from variants.anchors.status import compute_status
from variants.log.history import History
from variants.log.journal import Journal, open_journal
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.decision import Action, Anchor, Decision, Quote, Wording
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus
from variants.types.verdict import SenseVerdict
from variants.types.witness import Witness

DOCUMENT = "letter"
SEED = (
    "Comrade Gao Gang arrived here today. We consider that an armistice is now advantageous. "
    "They will be not paper pilots, but battle pilots. Inform us of your opinion."
)
A = (
    "Comrade Kao Kang arrived here today. We consider that an armistice is now advantageous. "
    "They will be not paper pilots, but combat pilots. Inform us of your opinion."
)
B = (
    "Comrade Gao Gang arrived here today. We consider that a truce is now advantageous. "
    "They will be not paper pilots, but fighting pilots. Inform us of your opinion."
)
_AROUND = 32


@cache
def compared(seed: str = SEED, a: str = A, b: str = B) -> Collation:
    """Return the comparison of three renderings of a letter, without empty ones."""
    texts = {"S": seed, "A": a, "B": b}
    witnesses = [Witness(siglum, text) for siglum, text in texts.items() if text]
    return collate(witnesses, Settings())


def remember(words: str, collation: Collation | None = None, document: str = DOCUMENT) -> Anchor:
    """Return the anchor of words that occur once; ``a|b`` is the point between a and b."""
    seed = (collation or compared()).seed
    text = seed.witness.text
    before, point, after = words.partition("|")
    start = text.index(before + after) + (len(before) if point else 0)
    span = Span(start, start if point else start + len(words))
    number = max(i for i, each in enumerate(seed.sentences) if each.start <= span.start)
    sentence = seed.sentences[number]
    return Anchor(
        document,
        "S",
        seed.witness.digest,
        number + 1,
        hashlib.sha256(sentence.of(text).encode()).hexdigest()[:16],
        Span(span.start - sentence.start, span.end - sentence.start),
        Quote(
            span.of(text),
            text[max(0, span.start - _AROUND) : span.start],
            text[span.end : span.end + _AROUND],
        ),
        span,
    )


@dataclass(frozen=True, slots=True)
class PlainResolver:
    """Resolver by position, by the only occurrence, or by the words around."""

    collation: Collation

    def resolve(self, anchor: Anchor) -> Resolution:
        """Return the current position of the words."""
        witness = self.collation.seed.witness
        if anchor.text == witness.digest:
            return Found(anchor.position, Method.POSITION)
        text, quote = witness.text, anchor.quote
        if quote.exact and text.count(quote.exact) == 1:
            start = text.index(quote.exact)
            span = Span(start, start + len(quote.exact))
            number = max(i for i, s in enumerate(self.collation.seed.sentences) if s.start <= start)
            sentence = self.collation.seed.text_of(number)
            hash_now = hashlib.sha256(sentence.encode()).hexdigest()[:16]
            return Found(span, Method.WORDS, carried=hash_now != anchor.sentence_hash)
        before, after = quote.prefix[-9:], quote.suffix[:9]
        if text.count(before) == 1 and text.count(after) == 1:
            start = text.index(before) + len(before)
            return Stale(Span(start, max(start, text.index(after))), quote.exact)
        return Lost()


def decide(  # noqa: PLR0913 - a decision has many fields
    words: str,
    action: Action = Action.KEEP,
    wording: str | None = None,
    *,
    of: Iterable[str] = (),
    saw: Iterable[str] = (),
    replaces: Iterable[str] = (),
    collation: Collation | None = None,
    why: str = "",
    rule: str = "",
    document: str = DOCUMENT,
) -> Decision:
    """Return a decision that is not recorded yet."""
    return Decision(
        "",
        "",
        "",
        remember(words, collation, document),
        action,
        None if wording is None else Wording(wording, tuple(of)),
        saw=tuple(Wording(each) for each in saw),
        replaces=tuple(replaces),
        why=why,
        rule=rule,
    )


def judge(  # noqa: PLR0913 - a verdict has many fields
    words: str,
    reading: str,
    *,
    touches_sense: bool = True,
    of: Iterable[str] = ("B",),
    replaces: Iterable[str] = (),
    collation: Collation | None = None,
    why: str = "",
) -> SenseVerdict:
    """Return a verdict that is not recorded yet."""
    return SenseVerdict(
        "",
        "",
        "",
        remember(words, collation),
        Wording(reading, tuple(of)),
        touches_sense,
        why,
        replaces=tuple(replaces),
    )


def clock() -> Callable[[], dt.datetime]:
    """Return a clock that advances by a second with each call."""
    times = (dt.datetime(2026, 11, 22, 14, 0, n % 60, tzinfo=dt.UTC) for n in range(10_000))
    return lambda: next(times)


def journal_in(root: Path, editor: str = "kl") -> Journal:
    """Open a journal on the files in a folder."""
    return open_journal(root, editor=editor)


def statuses(history: History, collation: Collation | None = None) -> Decisions:
    """Return the status of the letter."""
    today = collation or compared()
    return compute_status(history, DOCUMENT, today, PlainResolver(today))


def only(decisions: Decisions) -> PlaceStatus:
    """Return the status of the only place with a decision."""
    (status,) = decisions.statuses
    return status


def write_lines(root: Path, writer: str, lines: Sequence[bytes]) -> None:
    """Write a file of the log with these lines."""
    folder = root / "decisions"
    folder.mkdir(exist_ok=True, parents=True)
    (folder / f"{writer}.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
