"""Edition: a collation and the decisions on it, the input of all reports."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from variants.types.collation import Collation, Entry
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State


@dataclass(frozen=True, slots=True)
class EstablishedRun:
    """Part of the established text.

    Attributes:
        text: The printed text.
        seed: The span of the seed that it represents.
        status: The decided place that it comes from; ``None`` for the seed's own text.
    """

    text: str
    seed: Span
    status: PlaceStatus | None


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class Edition:
    """Collation with the decisions on it.

    Attributes:
        name: Name of the document; empty for files compared outside an edition.
        collation: The collation.
        decisions: The decisions.
        left_out: ``Entry.place`` of entries that a selection leaves out of the collation.
    """

    name: str
    collation: Collation
    decisions: Decisions = field(default_factory=Decisions)
    left_out: frozenset[str] = frozenset()

    def statuses(self) -> Mapping[str, PlaceStatus]:
        """Return the status of each place that was decided or commented on, by place."""
        return self._statuses

    def states(self) -> Mapping[str, State]:
        """Return the state of each entry of the apparatus, by place.

        An entry that was not decided on, but whose words are inside others that were, has the
        state of those.
        """
        return self._states

    def enclosing(self) -> Mapping[str, PlaceStatus]:
        """Return the status of the decided words around each entry without a decision of its own.

        The keys are the places of the entries. Entries outside decided words are not included.
        """
        return self._enclosing

    def status_around(self, span: Span) -> PlaceStatus | None:
        """Return the status of the first decided words that contain a span, or ``None``."""
        return self._statuses_around([span]).get(span)

    def changes_overlapping(self, span: Span) -> list[PlaceStatus]:
        """Return the statuses that change some words of a span of the seed, in its order.

        Statuses in conflict that would otherwise change them follow.
        """
        first = bisect_right(self._changes, span.start, key=lambda change: change[0].end)
        after = (self._changes[at] for at in range(first, len(self._changes)))
        near = takewhile(lambda change: change[0].start < span.end, after)
        changing = [status for changed, status in near if changed.overlaps(span)]
        blocked = [status for changed, status in self._blocked if changed.overlaps(span)]
        return changing + blocked

    @cached_property
    def _changes(self) -> tuple[tuple[Span, PlaceStatus], ...]:
        """Spans of the seed that print other words, in order, with their statuses; disjoint."""
        return tuple(
            (status.span, status)
            for status in self.decisions.statuses
            if status.span is not None and status.printed is not None
        )

    @cached_property
    def _blocked(self) -> tuple[tuple[Span, PlaceStatus], ...]:
        """Spans that would print other words without a conflict, in order, with their statuses."""
        return tuple(
            (status.span, status)
            for status in self.decisions.statuses
            if status.span is not None
            and status.state is State.CONFLICT
            and any(decision.wording is not None for decision in status.live)
        )

    @cached_property
    def _statuses(self) -> dict[str, PlaceStatus]:
        return {status.place: status for status in self.decisions.statuses}

    @cached_property
    def _states(self) -> dict[str, State]:
        own = {status.place: status.state for status in self._decided}
        around = {place: status.state for place, status in self._enclosing.items()}
        states = around | own
        return {
            entry.place: states.get(entry.place, State.UNDECIDED)
            for entry in self.collation.entries
        }

    @cached_property
    def _decided(self) -> tuple[PlaceStatus, ...]:
        """Statuses of places with active decisions, not only comments or withdrawn decisions."""
        return tuple(s for s in self.decisions.statuses if s.state is not State.UNDECIDED)

    @cached_property
    def _enclosing(self) -> dict[str, PlaceStatus]:
        own = {status.place for status in self._decided}
        entries = [entry for entry in self.collation.entries if entry.place not in own]
        around = self._statuses_around([entry.lemma for entry in entries])
        return {entry.place: around[entry.lemma] for entry in entries if entry.lemma in around}

    def places_without_entry(self) -> tuple[PlaceStatus, ...]:
        """Return the statuses of decided places that are not entries of the apparatus.

        Places with comments or withdrawn decisions only are not included.
        """
        entries = {entry.place for entry in self.collation.entries} | self.left_out
        return tuple(
            status
            for status in self.decisions.statuses
            if status.live and status.place not in entries
        )

    @property
    def places_to_decide(self) -> tuple[Entry, ...]:
        """The entries, without undecided ones for which witnesses only have no text."""
        states = self.states()
        return tuple(
            entry
            for entry in self.collation.entries
            if not entry.missing or states[entry.place] is not State.UNDECIDED
        )

    def state_counts(self) -> Counter[State]:
        """Count the places by state.

        A decided place that is not an entry counts only if it contains no undecided entries,
        which have its state. Undecided places for which witnesses only have no text do not count.
        """
        counts = Counter(self.states()[entry.place] for entry in self.places_to_decide)
        counts.update(status.state for status in self.places_of_editors())
        return counts

    def places_of_editors(self) -> tuple[PlaceStatus, ...]:
        """Return the statuses of places without an entry that count as places of their own.

        They contain no undecided entries.
        """
        own = {status.place for status in self._decided}
        inner = sorted(e.lemma for e in self.collation.entries if e.place not in own)
        return tuple(
            status
            for status in self.places_without_entry()
            if status.span is None or not _covers_any(status.span, inner)
        )

    def _statuses_around(self, lemmas: Sequence[Span]) -> dict[Span, PlaceStatus]:
        """Return the statuses of decided words by the lemmas that are inside them."""
        spans = [
            (status.span, status)
            for status in self._decided
            if status.span is not None and status.span.length
        ]
        found: dict[Span, PlaceStatus] = {}
        first = 0
        for lemma in sorted(lemmas):
            while first < len(spans) and spans[first][0].end <= lemma.start:
                first += 1
            for span, status in (spans[at] for at in range(first, len(spans))):
                if span.start > lemma.start:
                    break
                if span.contains(lemma):
                    found.setdefault(lemma, status)
        return found

    def runs(self) -> tuple[EstablishedRun, ...]:
        """Return the established text: the seed with the active decisions applied.

        The runs cover the whole seed in order, so that every character is the seed's own or
        comes from a decision. Removed words take one adjacent space with them, and printed words
        have the line ends of the seed.
        """
        text = self.collation.seed.witness.text
        line_end = _LINE_END.search(text)
        runs: list[EstablishedRun] = []
        at = 0
        nexts = [*(changed.start for changed, _ in self._changes[1:]), len(text)]
        for (changed, status), until in zip(self._changes, nexts, strict=False):
            span, printed = changed, status.printed or ""
            if line_end is not None:
                printed = _LINE_END.sub(line_end[0], printed)
            if not printed:
                before = _end_of(runs, text[at : changed.start])
                span = _with_space(changed, text, (at, until), before)
            if at < span.start:
                runs.append(EstablishedRun(text[at : span.start], Span(at, span.start), None))
            follows = bool(runs) and runs[-1].status is not None
            fitted = _fitted(printed, span, text, _end_of(runs, ""), follows_change=follows)
            runs.append(EstablishedRun(fitted, span, status))
            at = span.end
        if at < len(text):
            runs.append(EstablishedRun(text[at:], Span(at, len(text)), None))
        return tuple(runs)


def _covers_any(span: Span, lemmas: Sequence[Span]) -> bool:
    """Return True if a span contains one of the lemmas, which are sorted."""
    if not span.length:
        return False
    first = bisect_left(lemmas, Span(span.start, span.start))
    for lemma in (lemmas[at] for at in range(first, len(lemmas))):
        if lemma.start >= span.end:
            return False
        if span.contains(lemma):
            return True
    return False


_LINE_ENDS = "\n\r"
_LINE_END = re.compile(r"\r\n|[\n\r]")
_TWO_LINE_ENDS = len("\r\n\r\n")


def _with_space(span: Span, text: str, free: tuple[int, int], before: str) -> Span:
    """Extend the span of removed words by the space before it, or else after it.

    The space before it stays if it separates the words around, for example if only an opening
    bracket was removed. A line that is removed takes its end with it, so that no new paragraph
    begins there, and a paragraph between empty lines also takes the empty line after it. The
    space after it stays if it separates the next word from ``before``, the end of the text
    printed so far, for example if only a full stop was removed. Nothing outside of ``free``, the
    text between the changes before and after, is taken.
    """
    at, until = free
    if span.length == 0:
        return span
    line_end = _LINE_END.match(text, span.end)
    ends_here = line_end is not None and line_end.end() <= until
    if line_end is not None and ends_here and before and before[-1] in _LINE_ENDS:
        empty_line = _LINE_END.match(text, line_end.end())
        if empty_line is not None and empty_line.end() <= until and _ends_in_empty_line(before):
            return Span(span.start, empty_line.end())
        return Span(span.start, line_end.end())  # A removed line leaves no empty line.
    if span.start > at and text[span.start - 1] == " ":
        separates = text[span.end : span.end + 1].isalnum() or _opens(span, text)
        return span if separates else Span(span.start - 1, span.end)
    if text[span.end : span.end + 1] == " " and span.end < until and _needs_no_space(before):
        return Span(span.start, span.end + 1)
    return span


def _opens(span: Span, text: str) -> bool:
    """Return True if a span ends in an opening mark of the word that follows it."""
    marks = span.of(text)
    ends_a_word = not text[span.end : span.end + 1].strip()
    is_dash = unicodedata.category(marks[-1]) == "Pd"
    return not ends_a_word and not is_dash and _needs_no_space(marks)


def _end_of(runs: Sequence[EstablishedRun], rest: str) -> str:
    """Return the last characters of the established text so far, enough for two line ends."""
    end = rest
    for run in reversed(runs):
        if len(end) >= _TWO_LINE_ENDS:
            break
        end = run.text + end
    return end[-_TWO_LINE_ENDS:]


def _ends_in_empty_line(end: str) -> bool:
    return len(_LINE_END.findall(end[len(end.rstrip(_LINE_ENDS)) :])) > 1


def _needs_no_space(end: str) -> bool:
    """Return True if no space follows such an end: at the beginning or after opening marks."""
    if not end or end[-1].isspace():
        return True
    if unicodedata.category(end[-1]) in {"Ps", "Pd"}:
        return True
    # Any quotation mark can close; it opens if white space is before it.
    quotes = end[-1] in "\"'" or unicodedata.category(end[-1]) in {"Pi", "Pf"}
    return quotes and _needs_no_space(end[:-1])


def _fitted(printed: str, span: Span, text: str, before: str, *, follows_change: bool) -> str:
    """Return printed words with the spaces needed between them and their neighbours.

    Words that replace a punctuation mark, or follow other printed words, need them as well as
    words inserted at a point.
    """
    if not printed:
        return printed
    after = text[span.end : span.end + 1]
    if span.length:
        own = span.of(text)
        is_new = follows_change or not own[0].isalnum()
        first = is_new and before[-1:].isalnum() and printed[0].isalnum()
        last = not own[-1].isalnum() and after.isalnum() and printed[-1].isalnum()
    else:
        separate = bool(span.start) and not text[span.start - 1].isspace()
        first = separate and (printed[0].isalnum() or printed[0] in "([“‘«")
        last = not separate and after.isalnum() and not printed[-1].isspace()
    first = first and not _has_no_spaces(before[-1:] + printed[0])
    last = last and not _has_no_spaces(printed[-1] + after)
    return f"{' ' if first else ''}{printed}{' ' if last else ''}"


def _has_no_spaces(characters: str) -> bool:
    """Return True if one of the characters belongs to a script that is written without spaces."""
    return any(
        unicodedata.east_asian_width(each) in {"W", "F"} or "\u0e00" <= each <= "\u0eff"
        for each in characters
    )
