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
from variants.types.status import Standing, State
from variants.wording.sanitize import visible
from variants.wording.states import SIGNS


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of what is said of a decision.

    Attributes:
        text: It.
        quoted: Whether the text's words or an editor's, and not ours.
    """

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided, and by whom; or a comment on it."""

    by: str
    why: str
    rests_on: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
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
    says: tuple[Said, ...]
    lemma: str
    standing: Standing | None = None
    printed: str = ""
    reasons: tuple[Reason, ...] = ()
    former: tuple[tuple[Said, ...], ...] = ()


class Teller:
    """Says in words how places stand; knows what editors and rules are called."""

    def __init__(self, edition: Edition, options: ReportOptions) -> None:
        self._text = edition.collation.base.witness.text
        self._reasons = options.reasons
        self._standings = edition.standings()
        self.names: Mapping[str, str] = editor_names(edition.decisions, options)
        self._rules = {rule.id: rule.key for rule in edition.decisions.rules}

    def entry(self, entry: Entry, number: str) -> Place:
        """An entry of the apparatus."""
        standing = self._standings.get(entry.place)
        lemma = entry.lemma.of(self._text)
        classes = dict.fromkeys(reading.variant_class.value for reading in entry.readings)
        if standing is not None:
            told = self.standing(standing, entry.label, number, lemma)
            return told if standing.live else replace(told, says=(Said(", ".join(classes)),))
        return Place(
            entry.place,
            entry.label,
            number,
            State.UNDECIDED,
            SIGNS[State.UNDECIDED],
            (Said(", ".join(classes)),),
            shortened(lemma),
        )

    def standing(self, standing: Standing, label: str, number: str, lemma: str) -> Place:
        """A place that somebody decided on."""
        return Place(
            standing.place,
            label,
            number,
            standing.state,
            SIGNS[standing.state],
            tuple(self._says(standing, lemma)),
            shortened(lemma),
            standing,
            visible(standing.printed or ""),
            tuple(self._reasons_of(standing)) if self._reasons else (),
            tuple(tuple(self._verdict(one, lemma)) for one in standing.former),
        )

    def _says(self, standing: Standing, lemma: str) -> Iterable[Said]:
        if standing.state in {State.STALE, State.LOST}:
            yield Said(f"{standing.state.value}; was decided on ")
            yield Said(shortened(standing.was or lemma), quoted=True)
            yield Said(": ")
        said: list[list[Said]] = []
        for decision in standing.live:
            verdict = list(self._verdict(decision, lemma))
            if verdict not in said:
                said.append(verdict)
        for index, verdict in enumerate(said):
            if index:
                yield Said(" | " if standing.state is State.CONFLICT else "; ")
            yield from verdict
        remarks = sorted(remark.value for remark in standing.remarks)
        if remarks:
            yield Said(f" ({', '.join(remarks)})")

    def _verdict(self, decision: Decision, lemma: str) -> Iterable[Said]:
        """What one decision chose, and by whom."""
        words = lemma if decision.wording is None else decision.wording.text
        by = self._by(decision)
        match decision.action:
            case Action.KEEP:
                yield Said(shortened(lemma) or "nothing", quoted=bool(lemma))
                yield Said(f" {by}")
            case Action.ADOPT:
                sigla = "" if decision.wording is None else " ".join(decision.wording.sigla)
                yield from _words(words)
                yield Said(f" {f'with {sigla}, ' if sigla else ''}{by}")
            case Action.EMEND:
                yield from _words(words)
                yield Said(f" emended, {by}" if words else f", {by}")
            case Action.ALTERNATES:
                yield from _words(words)
                for wording in decision.also:
                    yield Said(" or ")
                    yield from _words(wording.text)
                yield Said(f" {by}")
            case Action.REJECT:
                yield Said(f"not a variant, {by}")
            case Action.QUERY:
                yield Said(f"“{visible(decision.ask)}”", quoted=True)
                yield Said(f" {by}")
            case Action.DEFER:
                yield Said(f"put off, {by}")

    def _by(self, decision: Decision) -> str:
        if decision.rule:
            return f"rule {visible(self._rules.get(decision.rule, decision.rule))}"
        return visible(self.names[decision.by])

    def _reasons_of(self, standing: Standing) -> Iterable[Reason]:
        for decision in standing.live:
            facts = [
                decision.category,
                f"{decision.confidence.value} confidence" if decision.confidence else "",
            ]
            rests_on = [Said(fact) for fact in facts if fact]
            for evidence in decision.evidence:
                said = f"{evidence.kind}: {evidence.reference}"
                rests_on.append(Said(visible(f"{said} {evidence.url}".strip())))
                if evidence.quote:
                    rests_on.append(Said(f"“{visible(evidence.quote)}”", quoted=True))
            if decision.why or rests_on:
                yield Reason(self._by(decision), visible(decision.why), tuple(rests_on))
        for comment in standing.comments:
            yield Reason(visible(self.names[comment.by]), visible(comment.text))


def _words(words: str) -> Iterable[Said]:
    if words:
        yield Said(shortened(words), quoted=True)
    else:
        yield Said("left out")
