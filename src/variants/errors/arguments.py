"""Errors about arguments and options that cannot be used as given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from variants.errors.families import SettingsError
from variants.errors.lists import choices, counted, listed


class InvalidValue(SettingsError):
    """The value of an option does not have the form that the option needs."""

    def __init__(self, given: str, *, option: str, hint: str) -> None:
        super().__init__(f"Invalid value for {option}: {given!r}.")
        self.hint = hint
        self.option = option
        self.given = given


class OptionNeedsValue(SettingsError):
    """An option was typed without its value."""

    def __init__(self, option: str, *, form: str, purpose: str) -> None:
        super().__init__(f"{option} needs a value.")
        self.hint = f"Write {form}. {purpose}"
        self.option = option


class SiglaDoNotMatch(SettingsError):
    """The number of sigla differs from the number of files."""

    hint = "Give one siglum for each file, the seed's first: --siglum S,A,B"

    def __init__(self, sigla: int, files: int) -> None:
        super().__init__(f"--siglum has {counted(sigla, 'name')} for {counted(files, 'file')}.")


class StandardInputTwice(SettingsError):
    """Two texts should be read from the standard input, which ends after the first."""

    hint = "Name a file instead of one of them."

    def __init__(self) -> None:
        super().__init__("The standard input (-) is only one text.")


class TooFewFiles(SettingsError):
    """Only a seed was named, without a text to compare it with."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"A comparison needs at least two texts, and only {path} was named.")
        self.hint = f"Add the other texts: {path} OTHER…"


class TooFewWitnesses(SettingsError):
    """A comparison was asked for with fewer than two witnesses."""

    hint = "Give the seed first, then the other texts."

    def __init__(self, count: int) -> None:
        super().__init__(f"A comparison needs at least two texts, and there are {count}.")


class NoOtherWitness(SettingsError):
    """A document has a seed and no other witness."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The document {document} has a seed and no other text.")
        self.hint = f"Put the others into variants/{document}/A.txt, B.txt …"


class OptionNotApplicable(SettingsError):
    """An option has no meaning together with the other arguments.

    Args:
        option: The option, for example ``--layout``.
        to: Option, kind of input or output that excludes it.
        hint: Advice in one sentence.
    """

    def __init__(self, *, option: str, to: str, hint: str) -> None:
        super().__init__(f"{option} does not apply to {to}.")
        self.hint = hint


class SingleDocumentRequired(SettingsError):
    """An option or format is limited to one document or witness, and there are several.

    Args:
        names: The documents or witnesses that were selected.
        form: The option or format.
        what: ``"document"`` or ``"witness"``.
        option: The option that selects one of them.
        instead: The option that shows all of them in a similar way, if there is one.
    """

    def __init__(
        self, names: Sequence[str], *, form: str, what: str, option: str, instead: str = ""
    ) -> None:
        super().__init__(f"{form} needs one {what}, and there are {len(names):,}: {listed(names)}.")
        all_of_them = f", or see all of them: {instead}" if instead else ""
        self.hint = f"Choose one: {option} {names[0]}{all_of_them}"


class UnknownName(SettingsError):
    """A name is not among the known ones."""

    def __init__(self, name: str, known: Sequence[str], *, what: str) -> None:
        super().__init__(f"Unknown {what} {name!r}.")
        self.hint = choices(name, known) if known else f"There is no {what}."
        self.name = name


class NotAFormat(SettingsError):
    """The format of a report cannot be derived from its file name."""

    def __init__(self, path: Path, suffixes: Sequence[str]) -> None:
        super().__init__(f"The ending of {path} does not name a report format.")
        self.hint = f"Use one of {listed(suffixes)}, or choose a format with --format."
        self.path = path


class OneFileForSeveral(SettingsError):
    """Several reports would be written to one file."""

    hint = "Name a folder, with a slash at its end: -o reports/"

    def __init__(self, place: Path | str, reports: Sequence[str]) -> None:
        super().__init__(
            f"{place} can hold one report, and there are {len(reports):,}: {listed(reports)}."
        )


class ReportOnTerminal(SettingsError):
    """A report would be written to the terminal."""

    def __init__(self, suffix: str, *, command: str = "") -> None:
        super().__init__("Reports are not written to a terminal.")
        reading = f" To read on the terminal: {command}" if command else ""
        self.hint = f"Name a file: -o report{suffix}.{reading}"


class BadPair(SettingsError):
    """A pair of a house rule does not have two wordings."""

    hint = 'Write both, separated by an equals sign: --pair "Gao Gang=Kao Kang"'

    def __init__(self, given: str) -> None:
        super().__init__(f"--pair {given!r} does not have two wordings.")


class BadLink(SettingsError):
    """A link between sentences is malformed or impossible."""

    def __init__(self, given: str, *, option: str, problem: str) -> None:
        super().__init__(f"{option} {given!r}: {problem}.")
        self.hint = (
            "Write the seed's sentences, =, and the other text's, counted from 1: 3,4=5. "
            "An empty side forces a sentence to have no counterpart: 3= or =5."
        )
        self.given = given


class LinksContradict(SettingsError):
    """Two links that were given contradict each other."""

    hint = "Leave one of them out."

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} contradicts {second}.")


class LinksNotRecorded(SettingsError):
    """Links of ``variants.toml`` cannot be moved into the log."""

    hint = "Remove each from the file with: variants align --doc DOCUMENT --unlink A:3=5"

    def __init__(self, path: Path, problems: Sequence[str]) -> None:
        super().__init__(f"No link of {path} was moved to the log. {listed(problems, '; ')}.")
        self.path = path
        self.problems = tuple(problems)


class NoSuchSentence(SettingsError):
    """A text does not have a sentence of the given number."""

    def __init__(self, siglum: str, number: int, *, count: int, command: str = "") -> None:
        super().__init__(f"{siglum} has no sentence {number}: it has {counted(count, 'sentence')}.")
        self.hint = f"Show the sentences with their numbers: {command}" if command else ""
        self.siglum = siglum
        self.number = number


class NoSuchLink(SettingsError):
    """There is no link to remove."""

    def __init__(self, given: str, there: Sequence[str]) -> None:
        super().__init__(f"There is no link on {given}.")
        self.hint = f"Choose from {listed(there)}." if there else "The document has no links."
        self.given = given


class NoFileNamed(SettingsError):
    """A command that reads a file was called without one."""

    hint = "Name a file: variants read letter.docx"

    def __init__(self) -> None:
        super().__init__("No file was named.")
