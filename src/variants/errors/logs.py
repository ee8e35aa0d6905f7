"""Errors of the decision log and its stores."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import DecisionError, OutputError, SettingsError
from variants.errors.lists import counted, listed
from variants.errors.redaction import redact


class PasswordInSettings(SettingsError):
    """The address of a store contains a password."""

    hint = (
        "Remove it, and set the variable PGPASSWORD or write it into ~/.pgpass; "
        "the password of a key belongs in ~/.pg_service.conf."
    )

    def __init__(self) -> None:
        super().__init__(
            "The store address contains a password, which everyone with the edition could read."
        )


class BadStoreAddress(SettingsError):
    """The address of a store is invalid."""

    hint = (
        "Correct store under [log] in variants.toml, or the address that you typed: files, "
        "sqlite:///team.db or postgresql+psycopg://user@host/database."
    )

    def __init__(self, address: str) -> None:
        # A password may be anywhere behind the first colon of an address that cannot be parsed.
        kind, colon, _ = address.partition(":")
        super().__init__(f"Invalid store address {f'{kind}:…' if colon else address!r}.")
        self.address = redact(address)


class ConcurrentDecision(DecisionError):
    """The log has changed at the place since the editor looked at it."""

    hint = "Look at the place again, then decide."

    def __init__(self, ids: Sequence[str], *, by: Sequence[str]) -> None:
        whom = f" (by {listed(by)})" if by else ""
        super().__init__(
            f"Nothing was recorded: the decisions on the place have changed in the meantime{whom}."
        )
        self.ids = tuple(ids)


class UnknownEvent(DecisionError):
    """No event of the log has the given id."""

    hint = "List the ids with: variants log"

    def __init__(self, name: str, *, what: str = "event") -> None:
        super().__init__(f"The log has no {what} {name!r}.")
        self.name = name


class AmbiguousEvent(DecisionError):
    """Several events of the log have ids that match a shortened one."""

    hint = "Type more of the id."

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        super().__init__(f"The id {name!r} matches {counted(len(ids), 'event')}: {listed(ids)}.")
        self.name = name


class OnlyInFiles(DecisionError):
    """A line of a log on a server cannot be erased."""

    hint = "Ask the administrator of the database; see the reference of the log format."

    def __init__(self) -> None:
        super().__init__("Lines can be erased only from a log that is stored in files.")


class LogDamaged(DecisionError):
    """A part of the log was changed, so nothing can be appended to it."""

    hint = "List all problems with: variants log check"

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

    hint = "Check its history with git log, then run: variants log check"

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} has become shorter while it was in use.")
        self.where = where


class UnreadableLog(DecisionError):
    """The operating system refuses to read a part of the log."""

    hint = "Check its permissions and its disk."

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"Cannot read {path}: {reason}.")
        self.path = path


class TextDamaged(DecisionError):
    """A stored text does not match the digest in its name."""

    hint = "Restore it from an older copy of the edition: a stored text must never change."

    def __init__(self, where: Path | str) -> None:
        super().__init__(f"The stored text {where} does not match its SHA-256 digest.")
        self.where = where


class DivergedLog(DecisionError):
    """One writer's part of the log has different lines here and on the server."""

    hint = (
        "Two copies of the edition write under the same name: "
        "delete .variants/writer in one of them."
    )

    def __init__(self, writer: str, *, line: int) -> None:
        super().__init__(
            f"decisions/{writer}.jsonl differs from the server's copy from line {line} on."
        )
        self.writer = writer
        self.line = line


class StoreUnreachable(DecisionError):
    """The server with the log does not answer, or refuses."""

    hint = "Check the address, the network, the password and your permissions."

    def __init__(self, address: str, *, reason: str) -> None:
        super().__init__(f"Cannot use the store {address}: {reason}.")
        self.address = address


class StoreRefused(OutputError):
    """The server with the log refuses to take a line."""

    hint = (
        "Nothing was recorded. Your role needs the right to add rows; if another program locks the "
        "tables, wait until it has finished; a database file and its folder must be writable."
    )

    def __init__(self, address: str, *, reason: str) -> None:
        super().__init__(f"Cannot write to the store {address}: {reason}.")
        self.address = address


class NothingDecided(SettingsError):
    """The edition has no log."""

    hint = "Record the first decision with: variants decide"

    def __init__(self) -> None:
        super().__init__("This edition has no decisions yet.")


class LogEmptied(DecisionError):
    """The log has no lines, although texts are stored that decisions were made on."""

    hint = (
        "Restore the folder decisions from a copy, such as git. If no decision was ever "
        "confirmed here, record the first one with: variants decide"
    )

    def __init__(self) -> None:
        super().__init__(
            "The log has no lines, but the texts that decisions were made on: its lines were "
            "removed, or the first decision was interrupted."
        )


class UnpushedLines(DecisionError):
    """The log is on a server, and the files here have lines that it lacks."""

    hint = "Send them first: variants log push"

    def __init__(self, writer: str, *, count: int) -> None:
        super().__init__(
            f"Nothing was recorded: decisions/{writer}.jsonl has {counted(count, 'line')} that "
            "the server lacks."
        )
        self.writer = writer


class NoServer(SettingsError):
    """A transfer needs a server, and none is set."""

    hint = "Name it: variants log push sqlite:///team.db, or set store under [log] in variants.toml"

    def __init__(self) -> None:
        super().__init__("The log of this edition is stored in files, and no server is set.")
