"""The log of decisions, its stores, and what is to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import DecisionError, SettingsError


class BadEditorKey(SettingsError):
    """A name cannot be the key of an editor."""

    hint = "A key is up to 32 small letters, digits and hyphens and begins with a letter, as in kl."

    def __init__(self, key: str) -> None:
        super().__init__(f"{key!r} cannot be the key of an editor.")
        self.key = key


class PasswordInSettings(SettingsError):
    """The address of a store holds a password."""

    hint = "Take it out; give it in the variable PGPASSWORD or in the file ~/.pgpass."

    def __init__(self) -> None:
        super().__init__("The address of the store holds a password, and the edition is shared.")


class BadStoreAddress(SettingsError):
    """The address of a store leads nowhere."""

    hint = "Possible: files, sqlite:///team.db, postgresql+psycopg://user@host/database."

    def __init__(self, address: str) -> None:
        super().__init__(f"{address!r} is no address of a store.")
        self.address = address


class ConcurrentDecision(DecisionError):
    """What was seen when a decision was made is no longer so."""

    hint = "Look at the place again, then decide."

    def __init__(self, ids: Sequence[str], *, by: Sequence[str]) -> None:
        whom = f" by {', '.join(by)}" if by else ""
        super().__init__(f"Nothing was recorded: the place has been decided on meanwhile{whom}.")
        self.ids = tuple(ids)


class UnknownEvent(DecisionError):
    """An id names nothing in the log that could be meant."""

    hint = "variants log shows the ids."

    def __init__(self, name: str, *, what: str) -> None:
        super().__init__(f"The log has no {what} {name}.")
        self.name = name


class OnlyInFiles(DecisionError):
    """A server's log is only ever added to."""

    hint = "Ask whoever keeps the database; the reference of the log's format tells how."

    def __init__(self) -> None:
        super().__init__("Only a log that lies in files can have a line erased.")


class LogDamaged(DecisionError):
    """A part of the log is not as it was written, so that nothing can be built on it."""

    hint = "variants log check lists all that is wrong."

    def __init__(self, problem: str) -> None:
        super().__init__(f"The log is damaged: {problem}.")
        self.problem = problem


class LogChanged(DecisionError):
    """A line of the log is not the one that was read."""

    hint = "Nothing was erased. Check the log with variants log check, then try again."

    def __init__(self, path: Path, *, line: int) -> None:
        super().__init__(f"Line {line} of {path} has changed since it was read.")
        self.path = path
        self.line = line


class LogShortened(DecisionError):
    """A file of the log has lost lines while it was in use."""

    hint = "Look at its history (git log), and run variants log check."

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is shorter than it was a moment ago.")
        self.where = where


class UnreadableLog(DecisionError):
    """The operating system does not let us read a part of the log."""

    hint = "Check that you are allowed to read it and that its disk is there."

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")
        self.path = path


class TextDamaged(DecisionError):
    """A stored text is not the one that its name says."""

    hint = "Take the file from an older state of the edition: it must never change."

    def __init__(self, where: Path | str) -> None:
        super().__init__(f"The stored text {where} is not the one that was decided on.")
        self.where = where


class DivergedLog(DecisionError):
    """One writer's part of the log goes on in two ways."""

    hint = "Two copies of the edition write under one name: delete .variants/writer in one of them."

    def __init__(self, writer: str, *, line: int) -> None:
        super().__init__(f"{writer} differs here and on the server from line {line} on.")
        self.writer = writer
        self.line = line


class StoreUnreachable(DecisionError):
    """The server that keeps the log does not answer, or refuses."""

    hint = "Check its address, the network and the password, and whether you may use it."

    def __init__(self, address: str, *, reason: str) -> None:
        super().__init__(f"The store {address} cannot be used: {reason}.")
        self.address = address


class NoSuchPlace(SettingsError):
    """Nothing in the edition is called so, and no words of it are these."""

    hint = "A place is a label such as 5.2, or words of the seed; variants compare shows both."

    def __init__(self, given: str) -> None:
        super().__init__(f"There is no place {given!r}.")
        self.given = given


class SeveralPlaces(SettingsError):
    """Words, or a label, that stand in several places."""

    def __init__(self, given: str, places: Sequence[str]) -> None:
        shown = "; ".join(places)
        super().__init__(f"{given!r} may be {len(places)} places: {shown}.")
        self.hint = (
            "Name one by its label, by more of its words, or by words after the number of their "
            "sentence: 17:words."
        )
        self.given = given


class NoReason(SettingsError):
    """A decision of this sort is recorded with its reason only."""

    hint = 'Say it with --why "…".'

    def __init__(self, what: str) -> None:
        super().__init__(f"A reason is needed: {what}.")


class NothingToAdopt(SettingsError):
    """A witness has no words of its own that could be taken at a place."""

    def __init__(self, siglum: str, problem: str, *, hint: str) -> None:
        super().__init__(f"{siglum} {problem}.")
        self.hint = hint
        self.siglum = siglum


class OneChoiceOnly(SettingsError):
    """A decision chooses one thing."""

    hint = "One of --keep, --adopt, --emend, --alternates, --reject, --query and --defer."

    def __init__(self, given: Sequence[str]) -> None:
        super().__init__(
            f"{' and '.join(given)} cannot be chosen together."
            if given
            else "Nothing was chosen for the place."
        )


class NoEditor(SettingsError):
    """Nobody said who decides."""

    hint = "Say it with --editor KEY, or once for all with VARIANTS_EDITOR=KEY."

    def __init__(self) -> None:
        super().__init__("A decision is recorded under an editor's key, and none is known here.")


class NotConfirmed(SettingsError):
    """Something that is done after a question only was asked for where nobody can answer."""

    hint = "Add --yes to do it without being asked, or --dry-run to see what would be done."

    def __init__(self, count: int) -> None:
        what = "1 decision" if count == 1 else f"{count} decisions"
        super().__init__(f"{what} would be recorded, and nobody is here to confirm it.")


class NoTerminal(SettingsError):
    """A round through the places needs somebody who presses keys."""

    hint = "Name the place: variants decide 5.2 --keep"

    def __init__(self) -> None:
        super().__init__("Without a place, decide asks for one after another on a terminal.")


class NothingDecided(SettingsError):
    """A folder without a log was asked for its log."""

    hint = "The first decision makes one: variants decide"

    def __init__(self) -> None:
        super().__init__("Nothing has been decided in this edition.")


class UnpushedLines(DecisionError):
    """A server keeps the log, and the files here have lines of this writer that it lacks."""

    hint = "Bring them there first: variants log push"

    def __init__(self, writer: str, *, count: int) -> None:
        super().__init__(
            f"Nothing was recorded: decisions/{writer}.jsonl has {count} lines that the server "
            "lacks."
        )
        self.writer = writer


class NoServer(SettingsError):
    """The log was to be brought to a server or from one, and none is named."""

    hint = "Name it: variants log push sqlite:///team.db, or as store under [log] in variants.toml."

    def __init__(self) -> None:
        super().__init__("The log of this edition lies in files, and no server is named.")


class EmptyComment(SettingsError):
    """A comment without words."""

    def __init__(self) -> None:
        super().__init__("A comment has to say something.")
