"""Errors about the choices of an editor: the place, the decision, its reason and its editor."""

from __future__ import annotations

from collections.abc import Sequence

from variants.errors.families import SettingsError
from variants.errors.lists import counted, listed


class BadEditorKey(SettingsError):
    """An editor key has characters that are not allowed."""

    hint = "Use up to 32 lower-case letters, digits and hyphens, starting with a letter: kl."

    def __init__(self, key: str) -> None:
        super().__init__(f"Invalid editor key {key!r}.")
        self.key = key


class NoSuchPlace(SettingsError):
    """Neither a place of the edition nor words of its texts match."""

    hint = "Use a label such as 5.2, or words of the seed. List the places with: variants compare"

    def __init__(self, given: str) -> None:
        super().__init__(f"There is no place {given!r}.")
        self.given = given


class SeveralPlaces(SettingsError):
    """Words, or a label, match several places."""

    hint = "Use one of these names, more of the words, or the number of their sentence: 17:words."

    def __init__(self, given: str, places: Sequence[str]) -> None:
        super().__init__(
            f"{given!r} matches {counted(len(places), 'place')}: {listed(places, '; ')}."
        )
        self.given = given


class NoReason(SettingsError):
    """A decision of this kind requires a reason."""

    hint = 'Add --why "…".'

    def __init__(self, what: str) -> None:
        super().__init__(f"A reason is needed: {what}.")


class NothingToAdopt(SettingsError):
    """A choice at a place has no words of its own to print."""

    def __init__(self, siglum: str, problem: str, *, hint: str) -> None:
        super().__init__(f"{siglum} {problem}.")
        self.hint = hint
        self.siglum = siglum


class NoReadingToJudge(SettingsError):
    """A verdict on the sense is about words without a reading.

    Args:
        place: Label of the place; without ``siglum``, words of the seed.
        siglum: The witness that has no reading there; empty if no witness has one.
        around: Label of the place that the words are a part of; empty for none.
    """

    def __init__(self, place: str, siglum: str = "", *, around: str = "") -> None:
        if siglum:
            super().__init__(f"{siglum} does not differ from the seed at {place}.")
            self.hint = "Leave out --reading to judge all readings of the place."
        elif around:
            super().__init__(
                f"No witness has a reading of just “{place}”: it is inside place {around}."
            )
            self.hint = f"Judge the whole place: give {around} as PLACE."
        else:
            super().__init__(f"No witness has a reading of just “{place}”.")
            self.hint = "Name the place by its label. List the places with: variants compare"


class NothingToWithdraw(SettingsError):
    """No event is named that can be withdrawn, or no decision is without a place."""

    hint = "Name events by their ids. List them with: variants log"

    def __init__(self, problem: str, *, hint: str = "") -> None:
        super().__init__(f"{problem}.")
        self.hint = hint or self.hint


class NothingRenamed(SettingsError):
    """A new name is for nothing that the log and the edition have."""

    hint = "Rename the files first. List the names in the log with: variants log"

    def __init__(self, old: str, new: str) -> None:
        super().__init__(
            f"The log has no document or witness {old!r}, or the edition has no {new!r}."
        )


class RenamedTwice(SettingsError):
    """A new name could be that of a document or of a witness."""

    hint = "Add --doc with the name of the document if a witness is meant."

    def __init__(self, old: str, new: str) -> None:
        super().__init__(f"{old!r} and {new!r} are names of documents and of witnesses.")


class NothingToAgreeWith(SettingsError):
    """There is no decision of another editor on a place to agree with."""

    hint = "Look at it with variants log show, and decide it with variants decide."

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(f"There is nothing to agree with: {place} {problem}.")


class OneChoiceOnly(SettingsError):
    """A decision was given no choice, or several."""

    hint = (
        "Use one of --keep, --adopt, --emend, --alternates, --reject, --query, --defer, --agree "
        "and --touches-sense."
    )

    def __init__(self, given: Sequence[str]) -> None:
        super().__init__(
            f"{listed(given, ' and ')} cannot be combined."
            if given
            else "No decision was given for the place."
        )


class NoEditor(SettingsError):
    """The editor's key is not known."""

    hint = "Use --editor KEY, or set VARIANTS_EDITOR=KEY once."

    def __init__(self) -> None:
        super().__init__("Decisions are recorded under an editor's key, and no key is set.")


class NotConfirmed(SettingsError):
    """Decisions need a confirmation, and there is no terminal to ask for it."""

    hint = "Add --yes to record them without asking, or --dry-run to only show them."

    def __init__(self, count: int) -> None:
        super().__init__(
            f"Recording {counted(count, 'decision')} needs confirmation, and there is no terminal "
            "to ask on."
        )


class NoTerminal(SettingsError):
    """The interactive round was started without a terminal."""

    hint = "Name a place: variants decide 5.2 --keep"

    def __init__(self) -> None:
        super().__init__(
            "Without a place, variants decide asks about each open place and needs a terminal."
        )


class EmptyComment(SettingsError):
    """A comment has no text."""

    hint = 'Write the text after the place: variants log comment 5.2 "…"'

    def __init__(self) -> None:
        super().__init__("The comment is empty.")
