"""What was typed and cannot be done."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import SettingsError

_LISTED = 10  # Items that a message lists.


class BadSelection(SettingsError):
    """An option that chooses what to show names something that is not there."""

    def __init__(self, given: str, *, option: str, allowed: str) -> None:
        super().__init__(f"{option} {given!r} is not possible.")
        self.hint = f"Possible: {allowed}."
        self.option = option
        self.given = given


class SiglaDoNotMatch(SettingsError):
    """There are more or fewer sigla than files."""

    hint = "Give one for each file, the seed's first: --siglum S,A,B."

    def __init__(self, sigla: int, files: int) -> None:
        super().__init__(f"--siglum names {sigla}, but the number of files is {files}.")


class TooFewFiles(SettingsError):
    """A seed was named, and nothing to compare it with."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Only {path} was named, and a comparison needs two texts or more.")
        self.hint = f"Add the other renderings: {path} OTHER …"


class NoOtherWitness(SettingsError):
    """A document has a seed and nothing to compare it with."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The document {document} has a seed and no other text.")
        self.hint = f"Put the others in variants/{document}/A.txt, B.txt …"


class OptionNotApplicable(SettingsError):
    """An option was given where it says nothing."""

    def __init__(self, *, option: str, belongs: str, hint: str) -> None:
        super().__init__(f"{option} is for {belongs}.")
        self.hint = hint


class SingleDocumentRequired(SettingsError):
    """Something is said or written of one thing, and there are several."""

    def __init__(self, names: Sequence[str], *, form: str, what: str, option: str) -> None:
        super().__init__(
            f"{form} is for one {what}, and here are {len(names)}: {', '.join(names)}."
        )
        self.hint = f"Choose one with {option} {names[0]}."


class UnknownName(SettingsError):
    """A name was given that is not among those there are."""

    def __init__(self, name: str, known: Sequence[str], *, what: str) -> None:
        super().__init__(f"There is no {what} {name!r}.")
        near = difflib.get_close_matches(name, known, n=1)
        guess = f"Did you mean {near[0]}? " if near else ""
        self.hint = f"{guess}There is: {', '.join(known)}."
        self.name = name


class NotAFormat(SettingsError):
    """A file's name does not say which format of report it is to be."""

    def __init__(self, path: Path, suffixes: Sequence[str]) -> None:
        super().__init__(f"The name {path} does not say which format of report it is to be.")
        self.hint = f"Let it end in one of {', '.join(suffixes)}, or choose with --format."
        self.path = path


class OneFileForSeveral(SettingsError):
    """Several reports are to be written to one place."""

    hint = "Name a folder with a slash at its end, as in -o reports/"

    def __init__(self, place: Path | str, reports: Sequence[str]) -> None:
        super().__init__(
            f"There is one place to write to, {place}, and there are {len(reports)} reports: "
            f"{', '.join(reports)}."
        )


class ReportOnTerminal(SettingsError):
    """A report would be written to the terminal, where nobody can read it."""

    def __init__(self, suffix: str) -> None:
        super().__init__("A report is written to a file, not to the terminal.")
        self.hint = (
            f"Name the file, as in -o report{suffix}; for the terminal there is variants compare."
        )


class BadPair(SettingsError):
    """A pair of a house rule does not name two wordings."""

    hint = 'Write both with a sign of equality between: --pair "Gao Gang=Kao Kang".'

    def __init__(self, given: str) -> None:
        super().__init__(f"--pair {given!r} does not name two wordings.")


class BadLink(SettingsError):
    """What was to be said of sentences that belong together cannot be meant."""

    def __init__(self, given: str, *, option: str, problem: str) -> None:
        super().__init__(f"{option} {given!r}: {problem}.")
        self.hint = (
            "Sentences of the seed, =, and those of the other text, from 1: 3,4=5. "
            "What has no counterpart is forced with an empty side: 3= or =5."
        )
        self.given = given


class LinksContradict(SettingsError):
    """Two links were typed that cannot both be obeyed."""

    hint = "Leave one of them out."

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} contradicts {second}.")


class LinksNotRecorded(SettingsError):
    """Links of ``variants.toml`` cannot be moved into the log."""

    hint = "Remove each from the file with `variants align --doc DOCUMENT --unlink A:3=5`."

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        listed = "; ".join(problems[:_LISTED])
        more = f"; and {len(problems) - _LISTED} more" if len(problems) > _LISTED else ""
        super().__init__(f"No link of {path} was moved to the log. {listed}{more}.")
        self.path = path
        self.problems = tuple(problems)


class NoSuchSentence(SettingsError):
    """A sentence was named that a text does not have."""

    def __init__(self, siglum: str, number: int, *, count: int) -> None:
        super().__init__(f"{siglum} has {count} sentences, and no sentence {number}.")
        self.hint = "variants align shows the sentences with their numbers."
        self.siglum = siglum
        self.number = number


class NoSuchLink(SettingsError):
    """There is no link to remove."""

    def __init__(self, given: str, there: Sequence[str]) -> None:
        super().__init__(f"There is no link on {given}.")
        listed = ", ".join(there[:_LISTED])
        more = f" and {len(there) - _LISTED} more" if len(there) > _LISTED else ""
        self.hint = f"Choose from {listed}{more}." if there else "The document has no links."
        self.given = given
