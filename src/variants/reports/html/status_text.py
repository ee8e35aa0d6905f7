"""How a place stands, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from variants.reports.editor_names import editor_names
from variants.reports.html.runs import shortened
from variants.reports.writer import ReportOptions
from variants.types.collation import Entry
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.status import PlaceStatus, State
from variants.wording.sanitize import sanitize_line
from variants.wording.states import SIGNS


@dataclass(frozen=True, slots=True)
class StatusRun:
    """A stretch of what is said of a decision.

    Attributes:
        text: It.
        quoted: Whether the text's words or an editor's, and not ours.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why something was decided, and by whom; or a comment on it."""

    by: str
    why: str
    rests_on: tuple[StatusRun, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place that is marked: an entry of the apparatus, or words only editors touched.

    Attributes:
        place: Its name in links.
        label: For people: "5.2".
        number: The superscript.
        state: Where it stands.
        sign: The state's.
        says: In short, what was decided and by whom; the class where nothing was.
        lemma: The seed's words, shortened.
        standing: Of the decisions on it; ``None`` where there are none.
        printed: What is printed instead of the seed's words.
        reasons: Of the decisions in force and what was remarked; empty where they are not told.
        former: What was decided before.
    """

    place: str
    label: str
    number: str
    state: State
    sign: str
    says: tuple[StatusRun, ...]
    lemma: str
    status: PlaceStatus | None = None
    printed: str = ""
    reasons: tuple[ReasonView, ...] = ()
    former: tuple[tuple[StatusRun, ...], ...] = ()


class StatusText:
    """Says in words how places stand; knows what editors and rules are called."""

    def __init__(self, edition: Edition, options: ReportOptions) -> None:
        self._text = edition.collation.seed.witness.text
        self._reasons = options.reasons
        self._statuses = edition.statuses()
        self.names: Mapping[str, str] = editor_names(edition.decisions, options)
        self._rules = {rule.id: rule.key for rule in edition.decisions.rules}

    def entry(self, entry: Entry, number: str) -> PlaceView:
        """An entry of the apparatus."""
        status = self._statuses.get(entry.place)
        lemma = entry.lemma.of(self._text)
        classes = dict.fromkeys(reading.variant_class.value for reading in entry.readings)
        if status is not None:
            told = self.status(status, entry.label, number, lemma)
            return told if status.live else replace(told, says=(StatusRun(", ".join(classes)),))
        return PlaceView(
            entry.place,
            entry.label,
            number,
            State.UNDECIDED,
            SIGNS[State.UNDECIDED],
            (StatusRun(", ".join(classes)),),
            shortened(lemma),
        )

    def status(self, status: PlaceStatus, label: str, number: str, lemma: str) -> PlaceView:
        """A place that somebody decided on."""
        return PlaceView(
            status.place,
            label,
            number,
            status.state,
            SIGNS[status.state],
            tuple(self._says(status, lemma)),
            shortened(lemma),
            status,
            sanitize_line(status.printed or ""),
            tuple(self._reasons_of(status)) if self._reasons else (),
            tuple(tuple(self._verdict(one, lemma)) for one in status.former),
        )

    def _says(self, status: PlaceStatus, lemma: str) -> Iterable[StatusRun]:
        if status.state in {State.STALE, State.LOST}:
            yield StatusRun(f"{status.state.value}; was decided on ")
            yield StatusRun(shortened(status.was or lemma), quoted=True)
            yield StatusRun(": ")
        said: list[list[StatusRun]] = []
        for decision in status.live:
            verdict = list(self._verdict(decision, lemma))
            if verdict not in said:
                said.append(verdict)
        for index, verdict in enumerate(said):
            if index:
                yield StatusRun(" | " if status.state is State.CONFLICT else "; ")
            yield from verdict
        remarks = sorted(remark.value for remark in status.remarks)
        if remarks:
            yield StatusRun(f" ({', '.join(remarks)})")

    def _verdict(self, decision: Decision, lemma: str) -> Iterable[StatusRun]:
        """What one decision chose, and by whom."""
        words = lemma if decision.wording is None else decision.wording.text
        by = self._by(decision)
        match decision.action:
            case Action.KEEP:
                yield StatusRun(shortened(lemma) or "nothing", quoted=bool(lemma))
                yield StatusRun(f" {by}")
            case Action.ADOPT:
                sigla = "" if decision.wording is None else " ".join(decision.wording.sigla)
                yield from _words(words)
                yield StatusRun(f" {f'with {sigla}, ' if sigla else ''}{by}")
            case Action.EMEND:
                yield from _words(words)
                yield StatusRun(f" emended, {by}" if words else f", {by}")
            case Action.ALTERNATES:
                yield from _words(words)
                for wording in decision.also:
                    yield StatusRun(" or ")
                    yield from _words(wording.text)
                yield StatusRun(f" {by}")
            case Action.REJECT:
                yield StatusRun(f"not a variant, {by}")
            case Action.QUERY:
                yield StatusRun(f"“{sanitize_line(decision.ask)}”", quoted=True)
                yield StatusRun(f" {by}")
            case Action.DEFER:
                yield StatusRun(f"put off, {by}")

    def _by(self, decision: Decision) -> str:
        if decision.rule:
            return f"rule {sanitize_line(self._rules.get(decision.rule, decision.rule))}"
        return sanitize_line(self.names[decision.by])

    def _reasons_of(self, status: PlaceStatus) -> Iterable[ReasonView]:
        for decision in status.live:
            facts = [
                decision.category,
                f"{decision.confidence.value} confidence" if decision.confidence else "",
            ]
            rests_on = [StatusRun(fact) for fact in facts if fact]
            for evidence in decision.evidence:
                said = f"{evidence.kind}: {evidence.reference}"
                rests_on.append(StatusRun(sanitize_line(f"{said} {evidence.url}".strip())))
                if evidence.quote:
                    rests_on.append(StatusRun(f"“{sanitize_line(evidence.quote)}”", quoted=True))
            if decision.why or rests_on:
                yield ReasonView(self._by(decision), sanitize_line(decision.why), tuple(rests_on))
        for comment in status.comments:
            yield ReasonView(sanitize_line(self.names[comment.by]), sanitize_line(comment.text))


def _words(words: str) -> Iterable[StatusRun]:
    if words:
        yield StatusRun(shortened(words), quoted=True)
    else:
        yield StatusRun("left out")
