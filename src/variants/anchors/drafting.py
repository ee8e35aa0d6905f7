"""Drafts of decisions: an editor's choice for a place, ready to be recorded."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from variants.anchors.anchoring import describe
from variants.errors import NoReason, NothingToAdopt, UnknownName
from variants.types.collation import Entry, Reading
from variants.types.decision import Action, Confidence, Decision, Evidence, Wording
from variants.types.edition import Edition
from variants.types.span import Span, line_break, squeeze
from variants.types.status import PlaceStatus, State
from variants.types.variant import Kind, VariantClass

_WEIGHTY = frozenset({VariantClass.MEANING, VariantClass.MODALITY, VariantClass.TERM})


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class DecisionTarget:
    """Words of the seed that an editor decides on.

    Attributes:
        edition: The document.
        span: The words; a point where witnesses have more than the seed.
        entry: The entry of the apparatus with these words, if there is one.
    """

    edition: Edition
    span: Span
    entry: Entry | None = None

    @classmethod
    def at(cls, edition: Edition, span: Span) -> DecisionTarget:
        """Return words of the seed as a target, with their first entry if there is one."""
        entries = edition.collation.entries_at(span)
        return cls(edition, span, entries[0] if entries else None)

    @property
    def words(self) -> str:
        """The seed's words, on one line."""
        return self.span.words_of(self.edition.collation.seed.witness.text)

    @property
    def label(self) -> str:
        """The entry's label; without an entry, the number of the sentence."""
        if self.entry is not None:
            return self.entry.label
        return str(self.edition.collation.seed.sentence_of(self.span) + 1)

    @cached_property
    def status(self) -> PlaceStatus | None:
        """Status of the place, if it was decided or commented on."""
        if self.entry is not None:
            return self.edition.statuses().get(self.entry.place)
        statuses = self.edition.decisions.statuses
        return next((status for status in statuses if status.span == self.span), None)

    @property
    def around(self) -> PlaceStatus | None:
        """Status of the decided words that contain these, if these have no own decision."""
        if self.status is not None and self.status.live:
            return None
        return self.edition.status_around(self.span)

    def entry_around(self, siglum: str = "") -> Entry | None:
        """Return the entry that the words are a part of, ``None`` for the words of an entry.

        With a witness, only an entry that it has a reading of counts.
        """
        if self.entry is not None:
            return None
        found = self.edition.collation.entries_overlapping(self.span)
        fitting = (one for one in found if one.lemma.contains(self.span))
        return next((one for one in fitting if not siglum or one.reading_of(siglum)), None)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Readings of the entry; without one, of all entries that share words with it."""
        if self.entry is not None:
            return self.entry.readings
        around = self.edition.collation.entries_overlapping(self.span)
        return tuple(reading for entry in around for reading in entry.readings)


@dataclass(frozen=True, slots=True)
class Choice:
    """Choice of an editor for a place, with reason and evidence.

    Attributes:
        action: The action chosen.
        adopt: Siglum of the witness whose words are taken.
        words: The editor's own words; "" removes the seed's.
        beside: Sigla of the witnesses whose words are printed beside the main reading.
        ask: Question of a query.
        why: The reason.
        category: One of ``CATEGORIES``, or empty.
        confidence: Confidence of the editor.
        evidence: Evidence for the choice.
        rule: Id of the rule that proposed it.
        batch: Id shared by decisions that are made together.
    """

    action: Action
    adopt: str = ""
    words: str = ""
    beside: tuple[str, ...] = ()
    ask: str = ""
    why: str = ""
    category: str = ""
    confidence: Confidence | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    batch: str = ""


def draft(target: DecisionTarget, choice: Choice) -> Decision:
    """Return the decision for a choice; recording adds id, time and editor.

    It replaces the active decisions on the same words and, if it changes the words, those that
    would change some of them too.

    Raises:
        NothingToAdopt: The witness has the seed's own words there, no words to adopt, or words
            that cannot replace the seed's by themselves or have others between them; or its words
            would be printed beside equal ones; or the editor's own words are the seed's.
        NoReason: The decision needs a reason (``reason_needed``), and none is given.
    """
    need = reason_needed(target, choice.action)
    if need and not choice.why.strip() and not choice.ask.strip():
        raise NoReason(need)
    made = draft_of(target, choice, _wording(target, choice))
    return dataclasses.replace(made, also=_beside(target, choice, made.wording))


def draft_of(target: DecisionTarget, choice: Choice, wording: Wording | None) -> Decision:
    """Return a decision that prints a wording, without alternatives; see ``draft``."""
    return Decision(
        id="",
        at="",
        by="",
        anchor=describe(target.edition.name, target.edition.collation.seed, target.span),
        action=choice.action,
        wording=wording,
        ask=choice.ask,
        saw=_seen(target),
        why=choice.why,
        category=choice.category,
        confidence=choice.confidence,
        evidence=choice.evidence,
        replaces=tuple(each.id for each in _replaced(target, changes=wording is not None)),
        rule=choice.rule,
        batch=choice.batch,
    )


def _beside(target: DecisionTarget, choice: Choice, printed: Wording | None) -> tuple[Wording, ...]:
    """Return the wordings beside the printed one, each once."""
    found: dict[str, Wording] = {}
    for siglum in choice.beside:
        wording = _reading_of(target, siglum)
        if printed is not None and squeeze(printed.text) == squeeze(wording.text):
            raise NothingToAdopt(
                siglum,
                f"has the words that are printed at {target.label}, so that there is no other",
                hint="Name a witness with other words, or leave out --adopt to print the seed's.",
            )
        found.setdefault(squeeze(wording.text), wording)
    return tuple(found.values())


def reason_needed(target: DecisionTarget, action: Action) -> str:
    """Return why such a decision needs a reason; empty if it needs none."""
    if action is Action.DEFER:
        return ""
    if action is Action.EMEND:
        return "the words are the editor's own"
    if action is Action.QUERY:
        return "a query needs a question"
    classes = {reading.variant_class for reading in target.readings}
    weighty = sorted(each.value for each in classes & _WEIGHTY)
    return f"the place is one of {' and '.join(weighty)}" if weighty else ""


def similar_places(target: DecisionTarget, choice: Choice) -> list[DecisionTarget]:
    """Return the other undecided places that the same choice fits.

    They have equal words in the seed, and the adopted reading or, if none is adopted, a reading
    with equal words and class.
    """
    text = target.edition.collation.seed.witness.text
    words = target.words
    similar = [
        entry
        for entry in open_entries(target.edition)
        if entry.lemma.length and entry.lemma != target.span and entry.lemma.words_of(text) == words
    ]
    fits = _has_reading(target, choice)
    return [DecisionTarget(target.edition, each.lemma, each) for each in similar if fits(each)]


def open_entries(edition: Edition) -> list[Entry]:
    """Return the undecided entries that share no words with a decided place."""
    states = edition.states()
    decided = {
        at
        for status in edition.decisions.statuses
        if status.live and status.span is not None
        for at in range(status.span.start, status.span.end)
    }
    return [
        entry
        for entry in edition.places_to_decide
        if states[entry.place] is State.UNDECIDED
        and decided.isdisjoint(range(entry.lemma.start, entry.lemma.end))
    ]


def _has_reading(target: DecisionTarget, choice: Choice) -> Callable[[Entry], bool]:
    """Return a test for entries with the adopted reading, or with one of the target's readings."""
    if choice.adopt:
        adopted = squeeze(_reading_of(target, choice.adopt).text)

        def has_adopted(entry: Entry) -> bool:
            reading = entry.reading_of(choice.adopt)
            return (
                reading is not None
                and reading.wording == adopted
                and reading.adoptable
                and reading.kind is not Kind.MOVED
                and not target.edition.collation.is_parted(reading, choice.adopt)
            )

        return has_adopted
    wanted = {(reading.wording, reading.variant_class) for reading in target.readings}
    return lambda entry: any((r.wording, r.variant_class) in wanted for r in entry.readings)


def _wording(target: DecisionTarget, choice: Choice) -> Wording | None:
    if choice.action is Action.EMEND:
        _refuse_own_words(target, choice.words)
        _refuse_gaps(target, choice.words)
        return Wording(choice.words)
    return _adoptable(target, choice.adopt) if choice.adopt else None


def _adoptable(target: DecisionTarget, siglum: str) -> Wording:
    """Return the wording of a witness, which must be able to replace the seed's by itself."""
    wording = _reading_of(target, siglum)
    reading = target.entry.reading_of(siglum) if target.entry is not None else None
    if reading is not None and not reading.adoptable:
        raise NothingToAdopt(
            siglum,
            f"has words at {target.label} that cannot be adopted alone, because it has a part of "
            "them elsewhere in the sentence",
            hint="Adopt the whole sentence: give the words of the sentence as PLACE, and the new "
            "ones with --emend. Or write only the words of this place with --emend.",
        )
    return wording


def _reading_of(target: DecisionTarget, siglum: str) -> Wording:
    """Return the wording that a witness has instead of the seed's."""
    known = [other.witness.siglum for other in target.edition.collation.others]
    if siglum not in known:
        raise UnknownName(siglum, known, what="witness")
    if target.entry is None:
        raise _no_reading_of_a_part(target, siglum)
    reading = target.entry.reading_of(siglum)
    if reading is None:
        raise NothingToAdopt(
            siglum,
            f"does not differ from the seed at {target.label}",
            hint="Keep the seed's words with --keep.",
        )
    if reading.kind is Kind.MOVED:
        raise NothingToAdopt(
            siglum,
            f"has the words of {target.label} in another position",
            hint="Ask for a change of order with --query, or write it with --emend.",
        )
    if target.edition.collation.is_parted(reading, siglum):
        raise NothingToAdopt(
            siglum,
            f"has other words between those of its reading “{reading.wording}”",
            hint="Write the words that should be printed with --emend.",
        )
    words = target.edition.collation.words_in_paragraphs(reading, siglum)
    before, after = _line_breaks(target, reading, siglum) if words else ("", "")
    return dataclasses.replace(_as_wording(reading), text=f"{before}{words}{after}")


def _line_breaks(target: DecisionTarget, reading: Reading, siglum: str) -> tuple[str, str]:
    """Return the line ends that separate sentences of a witness from the seed's around them.

    Before the first sentence of the seed they follow, elsewhere they precede, if the seed's line
    or paragraph ends there too. There are none for words within a sentence.
    """
    collation = target.edition.collation
    seed, at = collation.seed, target.span.start
    before, after = map(line_break, collation.gaps_around(reading, siglum))
    if target.span.length or not seed.sentences:
        return "", ""
    if at <= seed.sentences[0].start:
        return "", after
    sentence = seed.sentence_of(target.span)
    if at != seed.sentences[sentence].end:
        return "", ""
    if sentence + 1 == len(seed.sentences):
        return before, ""
    gap = Span(at, seed.sentences[sentence + 1].start).of(seed.witness.text)
    return min(before, line_break(gap)), ""


def _no_reading_of_a_part(target: DecisionTarget, siglum: str) -> NothingToAdopt:
    """Return the error for words inside a place, which it names, or outside of every place."""
    problem = f"has no reading of just “{target.words}”"
    around = target.entry_around(siglum)
    if around is None:
        hint = "Write the words yourself with --emend, or name the place by its label."
        return NothingToAdopt(siglum, problem, hint=hint)
    lemma = around.lemma.words_of(target.edition.collation.seed.witness.text)
    reading = around.reading_of(siglum)
    words = f"“{reading.wording}”" if reading is not None and reading.wording else "nothing"
    return NothingToAdopt(
        siglum,
        f"{problem}: it is inside place {around.label} “{lemma}”, for which {siglum} has {words}",
        hint=f"Decide the whole place: give {around.label} as PLACE. Or write the words that "
        f"should be printed for “{target.words}” with --emend.",
    )


def _refuse_own_words(target: DecisionTarget, words: str) -> None:
    """Refuse an emendation that changes no word and no line of the seed."""
    seed = target.edition.collation.seed.witness
    new, old = (text.strip().splitlines() for text in (words, target.span.of(seed.text)))
    if [squeeze(line) for line in new] == [squeeze(line) for line in old]:
        own = f"“{target.words}”" if target.words else "nothing"
        raise NothingToAdopt(
            seed.siglum,
            f"has {own} at {target.label} already",
            hint="Keep the seed's words with --keep.",
        )


def _refuse_gaps(target: DecisionTarget, words: str) -> None:
    """Refuse words that were copied from a reading in which "…" stands for words of a witness."""
    collation = target.edition.collation
    for reading in target.readings:
        if squeeze(words) == reading.wording and all(
            collation.is_parted(reading, siglum) for siglum in reading.sigla
        ):
            raise NothingToAdopt(
                reading.sigla[0],
                f"does not have “{reading.wording}”: the “…” shows that other words are between",
                hint="Write the words that should be printed.",
            )


def _seen(target: DecisionTarget) -> tuple[Wording, ...]:
    """Return the readings that the editor sees, the seed's first."""
    seed = target.edition.collation.seed.witness.siglum
    agreeing = target.entry.agreeing if target.entry is not None else ()
    own = Wording(target.words, (seed, *agreeing))
    return (own, *(_as_wording(reading) for reading in target.readings))


def _as_wording(reading: Reading) -> Wording:
    return Wording(reading.wording, reading.sigla, reading.variant_class.value)


def _replaced(target: DecisionTarget, *, changes: bool) -> Sequence[Decision]:
    """Return the active decisions that the new one replaces."""
    own = () if target.status is None else target.status.live
    overlapping = target.edition.changes_overlapping(target.span) if changes else ()
    others = (each for status in overlapping for each in status.live if each.wording is not None)
    return list({each.id: each for each in (*own, *others)}.values())
