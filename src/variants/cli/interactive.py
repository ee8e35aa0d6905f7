"""The interactive round through the open places: one a screen, one key a decision."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from variants.anchors.anchoring import describe
from variants.anchors.consent import agreeing, draft_agreement
from variants.anchors.drafting import Choice, DecisionTarget, draft, reason_needed
from variants.cli.errors import log_line
from variants.cli.event_text import decision_summary
from variants.cli.exit_codes import ExitCode
from variants.cli.keyboard import Keyboard, keyboard
from variants.cli.log_access import journal_of
from variants.cli.wrapped_lines import items_in_line, wrapped
from variants.errors import VariantsError
from variants.errors.lists import counted
from variants.log.journal import Journal
from variants.project.load import load_edition
from variants.types.decision import Action, Decision
from variants.types.edition import Edition
from variants.types.sense import Tier
from variants.types.span import squeeze
from variants.types.status import State
from variants.wording.hidden_wording import HiddenWording, hidden_line, hidden_wording
from variants.wording.passage_notes import adoption_note
from variants.wording.sense_text import sense_note

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"  # For Python they are not printable.
_OPEN = (State.UNDECIDED, State.CONFLICT, State.STALE)
_KEYS = items_in_line(
    *("k keep", "1-9 adopt", "e emend", "l print both", "x not a variant", "? query", "d later"),
    *("a agree", "c comment", "s skip", "b back", "u undo", "q quit"),
)


def go_round(
    editions: Sequence[tuple[Path, Edition]],
    editor: str,
    *,
    sense: bool = False,
    agree: bool = False,
) -> ExitCode:
    """Ask an editor about each open place of the documents in turn.

    Each decision is recorded at once, so the editor can leave at any place; the next round shows
    the places that are still open.

    Args:
        editions: The documents, each with the folder of its edition.
        editor: Key of the editor; empty to ask for it.
        sense: True to ask only about places that are likely to touch the sense, and to state how
            much wording the round leaves out.
        agree: True to ask about the places that only other editors have decided instead.
    """
    count = 0
    left_out = HiddenWording(0, 0.0)
    (root,) = {root for root, _ in editions}
    # The log first: it may ask for the editor's key, which needs whole lines.
    with journal_of(root, editor) as journal, keyboard() as keys:
        for _, edition in editions:
            scope = _Scope((Tier.SENSE,) if sense else tuple(Tier), root, agree)
            document = _Round(journal, edition, keys, scope)
            left_out += document.left_out()
            left = document.run()
            count += document.count
            if left:
                break
    _write(f"\n{counted(count, 'decision')} recorded.\n")
    if sense:
        _write(f"{hidden_line(left_out)}\n")
    return ExitCode.FINE


@dataclasses.dataclass(frozen=True, slots=True)
class _Done:
    """A decision of this round, and the earlier one of this round that it replaced."""

    number: int
    decision: Decision
    before: Decision | None


@dataclasses.dataclass(frozen=True, slots=True)
class _Scope:
    """Places that a round asks about.

    Attributes:
        tiers: Tiers of their entries.
        root: Folder of the edition.
        agree: True for places that only other editors have decided, False for open ones.
    """

    tiers: Sequence[Tier]
    root: Path
    agree: bool


class _Round:
    """The open places of one document, and the decisions of this round."""

    def __init__(
        self,
        journal: Journal,
        edition: Edition,
        keys: Keyboard,
        scope: _Scope,
    ) -> None:
        self._journal = journal
        self._root = scope.root
        self._keys = keys
        self._edition = edition
        entries = edition.collation.entries
        wanted = self._by_others() if scope.agree else self._open_places()
        self._open = [entry for entry in entries if entry.place in wanted]
        self._asked = [
            entry for entry in self._open if entry.sense is None or entry.sense.tier in scope.tiers
        ]
        targets = [DecisionTarget(edition, entry.lemma, entry) for entry in self._asked]
        # Decided words that are not a place of the current comparison may be open too.
        targets += [
            DecisionTarget(edition, status.span)
            for status in edition.places_without_entry()
            if status.place in wanted and status.span is not None
        ]
        self._targets = sorted(targets, key=lambda target: target.span)
        self._made: dict[int, Decision] = {}
        self._done: list[_Done] = []
        self._comments: dict[int, list[tuple[str, str]]] = {}

    def _open_places(self) -> set[str]:
        """Return the places that are undecided, in conflict or stale."""
        states = self._edition.states()
        own = {
            status.place
            for status in self._edition.places_without_entry()
            if status.state in (State.CONFLICT, State.STALE)
        }
        asked = (entry.place for entry in self._edition.places_to_decide)
        return own | {place for place in asked if states[place] in _OPEN}

    def _by_others(self) -> set[str]:
        """Return the places that other editors have decided, and this one has not."""
        return {
            status.place
            for status in self._edition.decisions.statuses
            if status.state in (State.DECIDED, State.QUERY, State.DEFERRED)
            and self._journal.editor not in {decision.by for decision in status.live}
        }

    def left_out(self) -> HiddenWording:
        """Return the wording at open places that the round does not ask about."""
        return hidden_wording(self._open, self._asked) or HiddenWording(0, 0.0)

    @property
    def count(self) -> int:
        """Number of active decisions of this round."""
        return len(self._made)

    def run(self) -> bool:
        """Ask about each place; return True if the editor left before the end."""
        at = 0
        while at < len(self._targets):
            self._show(at)
            key = self._keys.key()
            if key in ("q", ""):
                return True
            try:
                at = self._after(at, key)
            except VariantsError as error:
                log_line("variants", str(error))
                if error.hint:
                    log_line("hint", error.hint)
                self._keys.line("Press Enter to continue. ")
                self._refresh()
        return False

    def _after(self, at: int, key: str) -> int:
        """Carry out the command of a key, and return the place to show next."""
        match key:
            case "s":
                return at + 1
            case "b":
                return max(0, at - 1)
            case "u":
                return self._undo(at)
            case "c":
                self._comment(at)
                return at
            case _:
                return at + 1 if self._decide(at, key) else at

    def _refresh(self) -> None:
        """Resolve the log again, in which others may have recorded decisions."""
        log = self._journal.history, self._journal.store
        self._edition = load_edition(self._edition.name, self._edition.collation, self._root, log)
        self._targets = [
            dataclasses.replace(target, edition=self._edition) for target in self._targets
        ]
        self._comments.clear()  # They are in the log.
        is_active = self._journal.history.is_active
        self._made = {at: made for at, made in self._made.items() if is_active(made.id)}

    def _show(self, at: int) -> None:
        """Print a place: its sentence, the seed's words and the readings."""
        target = self._targets[at]
        _clear()
        name = f"{self._edition.name}  " if self._edition.name else ""
        _write(f"{name}{target.label}   {at + 1} of {len(self._targets)}\n\n")
        _write(f"{_sentence(target)}\n\n")
        seed = self._edition.collation.seed.witness.siglum
        agreeing = target.entry.agreeing if target.entry is not None else ()
        _write(f"   {' '.join((seed, *agreeing))}: {target.words or '(nothing)'}\n")
        for number, reading in enumerate(target.readings, start=1):
            facts = filter(
                None,
                (reading.variant_class.value, sense_note(reading.sense), adoption_note(reading)),
            )
            words = f"{reading.wording or '(nothing)'}   {', '.join(facts)}"
            _write(f" {number} {' '.join(reading.sigla)}: {words}\n")
        for line in (*self._decision_lines(at), *self._comment_lines(at)):
            _write(f"{line}\n")
        _write(f"\n{_KEYS}\n")

    def _decision_lines(self, at: int) -> Iterator[str]:
        """Yield the decisions on a place, of this round or earlier."""
        if at in self._made:
            yield f"\ndecided: {decision_summary(self._made[at])}"
            return
        status = self._targets[at].status
        if status is not None and status.live:
            yield f"\n{status.state.value}:"
            for decision in status.live:
                why = f": {decision.why}" if decision.why else ""
                yield f"   {decision_summary(decision)}, {decision.by}{why}"

    def _comment_lines(self, at: int) -> Iterator[str]:
        """Yield the comments on a place, earlier ones first."""
        status = self._targets[at].status
        before = [(each.by, each.text) for each in status.comments] if status else []
        for by, text in (*before, *self._comments.get(at, ())):
            yield f"   {by}, comment: {text}"

    def _comment(self, at: int) -> None:
        """Ask for a comment on a place, and record it unless it is empty."""
        text = self._keys.line("Comment: ")
        if not text:
            return
        target = self._targets[at]
        seed = target.edition.collation.seed
        anchor = describe(target.edition.name, seed, target.span)
        event = self._journal.comment(text, on=anchor, seed=seed.witness)
        self._comments.setdefault(at, []).append((event.by, text))

    def _decide(self, at: int, key: str) -> bool:
        """Record the decision of a key; return True if one was recorded."""
        if key == "a":
            agreed = Choice(Action.KEEP)
            return self._record(
                at, draft_agreement(self._targets[at], agreed, self._journal.editor)
            )
        choice = _choice(self._targets[at], key, self._keys)
        if choice is None:
            return False
        need = reason_needed(self._targets[at], choice.action)
        if need and not choice.ask:
            why = self._keys.line(f"Reason ({need}): ")
            if not why:
                return False
            choice = dataclasses.replace(choice, why=why)
        made = draft(self._targets[at], choice)
        return self._record(at, agreeing(made, self._targets[at], self._journal.editor))

    def _record(self, at: int, made: Decision) -> bool:
        """Record a decision instead of one of this round; return True when it is done."""
        before = self._made.get(at)
        if before is not None:
            made = dataclasses.replace(made, replaces=(before.id,))
        (recorded,) = self._journal.record([made], self._edition.collation)
        self._made[at] = recorded
        self._done.append(_Done(at, recorded, before))
        return True

    def _undo(self, at: int) -> int:
        """Withdraw the last decision of this round, and return its place.

        The decision that it replaced is recorded again, since a withdrawal does not restore it.
        """
        if not self._done:
            return at
        last = self._done.pop()
        self._journal.withdraw([last.decision.id])
        if last.before is None:
            del self._made[last.number]
        else:
            again = dataclasses.replace(last.before, id="", at="", by="", replaces=())
            (self._made[last.number],) = self._journal.record([again], self._edition.collation)
        return last.number


def _choice(target: DecisionTarget, key: str, keys: Keyboard) -> Choice | None:
    """Return the choice of a key; ``None`` for other keys and if the words are not given."""
    simple = {"k": Action.KEEP, "x": Action.REJECT, "d": Action.DEFER}
    if key in simple:
        return Choice(simple[key])
    if key.isdecimal() and 1 <= int(key) <= len(target.readings):
        return Choice(Action.ADOPT, adopt=target.readings[int(key) - 1].sigla[0])
    if key == "e":
        words = keys.line("Your words (a dot removes the seed's; Enter cancels): ")
        return Choice(Action.EMEND, words="" if words == "." else words) if words else None
    if key == "l" and target.readings:
        sigla = tuple(reading.sigla[0] for reading in target.readings if reading.wording)
        return Choice(Action.ALTERNATES, beside=sigla) if sigla else None
    if key == "?":
        ask = keys.line("Question: ")
        return Choice(Action.QUERY, ask=ask) if ask else None
    return None


def _sentence(target: DecisionTarget) -> str:
    """Return the seed's sentence, with the words in brackets."""
    seed = target.edition.collation.seed
    inside = [s for s in seed.sentences if s.start <= target.span.start <= s.end]
    around = inside[-1] if inside else target.span
    text = seed.witness.text
    end = max(around.end, target.span.end)
    before = text[around.start : target.span.start]
    marked = f"{before}[{target.span.of(text)}]{text[target.span.end : end]}"
    return squeeze(marked)


def _clear() -> None:
    sys.stdout.write("\x1b[2J\x1b[H")


def _write(text: str) -> None:
    # A text may contain control characters, and the terminal would obey them.
    shown = "".join(c if c.isprintable() or c in {"\n", *_SPACES} else "�" for c in text)
    sys.stdout.write(wrapped(shown))
    sys.stdout.flush()
