"""Errors for a person: what is wrong, where, and what to do.

They are grouped by what that person can do, and each group has its exit code.
``cli.main`` is the one place that turns them into text and a code.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar


class VariantsError(Exception):
    """Anything that a person can put right.

    Attributes:
        hint: What to do, in one sentence; empty when the message says it.
        exit_code: What the command ends with.
    """

    hint: str = ""
    exit_code: ClassVar[int] = 70


class SettingsError(VariantsError):
    """An option or a setting has to be changed."""

    exit_code = 2


class BadSelection(SettingsError):
    """An option that chooses what to show names something that is not there."""

    def __init__(self, given: str, *, option: str, allowed: str) -> None:
        super().__init__(f"{option} {given!r} is not possible.")
        self.hint = f"Possible: {allowed}."
        self.option = option
        self.given = given


class InputError(VariantsError):
    """A file has to be repaired or named rightly."""

    exit_code = 3


class MissingFile(InputError):
    """There is no file of that name."""

    def __init__(self, path: Path, *, near: Path | None = None) -> None:
        super().__init__(f"There is no file {path}.")
        self.path = path
        self.near = near
        self.hint = "Check the name and the folder." if near is None else f"Did you mean {near}?"


class FolderInsteadOfFile(InputError):
    """A folder was named where a file is needed."""

    hint = "Name one file in it."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder, not a file.")
        self.path = path


class UnreadableFile(InputError):
    """The operating system does not let us read a file."""

    hint = "Check that you are allowed to read it and that its disk is there."

    def __init__(self, path: Path, *, reason: str) -> None:
        super().__init__(f"{path} cannot be read: {reason}.")
        self.path = path
        self.reason = reason


class EmptyFile(InputError):
    """A file holds nothing but white space."""

    hint = "Put the text into it, or leave it out."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} holds no text.")
        self.path = path


class UnreadFormat(InputError):
    """A file is in a known format that no reader reads yet."""

    hint = "Save it as plain text (.txt, UTF-8) and name that file."

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path} is {what}, which variants does not read yet.")
        self.path = path
        self.what = what


class BinaryFile(InputError):
    """A file's bytes are no text."""

    hint = "Save it as plain text (.txt, UTF-8), or name its encoding with --encoding."

    def __init__(self, path: Path, *, offset: int) -> None:
        super().__init__(
            f"{path} is no plain text: it holds control characters, the first at byte {offset}."
        )
        self.path = path
        self.offset = offset


class UndecodableText(InputError):
    """A text file is not in the encoding it was read with."""

    hint = "Save the file as UTF-8, or name its encoding with --encoding."

    def __init__(
        self,
        path: Path,
        *,
        encoding: str,
        byte: int | None = None,
        offset: int = 0,
        line: int = 1,
    ) -> None:
        where = (
            ""
            if byte is None
            else f": byte 0x{byte:02X} in line {line} (offset {offset}) cannot be decoded"
        )
        super().__init__(f"{path} is not {encoding}{where}.")
        self.path = path
        self.encoding = encoding
        self.byte = byte
        self.offset = offset
        self.line = line


class UnknownEncoding(SettingsError):
    """A name is no encoding of text."""

    hint = "Names are for instance utf-8, cp1252, latin-1, koi8-r, gb18030."

    def __init__(self, encoding: str) -> None:
        super().__init__(f"{encoding!r} is no encoding of text.")
        self.encoding = encoding


class UnknownSchema(InputError):
    """A JSON file follows another schema than this program reads."""

    hint = "Read it with the version of variants that wrote it, or compare the texts again."

    def __init__(self, found: str, *, known: str) -> None:
        says = f"follows the schema {found!r}" if found else "names no schema"
        super().__init__(f"The JSON {says}; this program reads {known!r}.")
        self.found = found
        self.known = known


class BrokenJson(InputError):
    """A JSON file is not what ``write_json`` writes."""

    hint = "Write it again with `variants compare --json`."

    def __init__(self, reason: str) -> None:
        super().__init__(f"The JSON cannot be read as a comparison: {reason}.")
        self.reason = reason


class BadSheet(InputError):
    """A table that a person filled in cannot be read as one."""

    hint = "Write it anew with `variants report -f xlsx`, and change only what stands in its cells."

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"The table {path} {problem}.")
        self.path = path
        self.problem = problem


class OutputError(VariantsError):
    """A result could not be written: the disk is full, or writing is not allowed."""

    exit_code = 6


class DecisionError(VariantsError):
    """The log of decisions has to be looked at."""

    exit_code = 4


class BadSettingsFile(SettingsError):
    """Something in variants.toml does not say what it should."""

    def __init__(self, path: Path, *, line: int, problem: str, hint: str = "") -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path = path
        self.line = line
        self.hint = hint


class CannotReadEdition(SettingsError):
    """variants.toml or a folder of an edition cannot be opened."""

    hint = "Look whether it is what it should be, and whether you may read it."

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Cannot read {path}: {reason}.")
        self.path = path


class NotAnEdition(SettingsError):
    """No files were named, and the folder belongs to no edition."""

    hint = (
        "Name the files: variants compare SEED OTHER. "
        "Or make an edition of them: variants init SEED OTHER."
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"No texts were named, and {folder} is in no edition: neither it nor a folder above "
            "has a variants.toml, or seeds/ and variants/."
        )
        self.folder = folder


class EmptyEdition(SettingsError):
    """An edition has no document that could be compared."""

    hint = "Put a seed in seeds/NAME.txt and its other renderings in variants/NAME/A.txt, B.txt …"

    def __init__(self, root: Path) -> None:
        super().__init__(f"The edition in {root} has no document with a seed and another text.")
        self.root = root


class NoSeed(SettingsError):
    """A folder of renderings has no seed."""

    def __init__(self, document: str) -> None:
        super().__init__(f"variants/{document}/ holds texts, but their seed is nowhere.")
        self.hint = (
            f"Put it in seeds/{document}.txt, or name it in variants.toml: "
            f'seed = "…" under [documents.{document}].'
        )
        self.document = document


class NotASiglum(SettingsError):
    """A name cannot be the short name of a witness."""

    hint = "A siglum is letters and digits, perhaps with . * ' or -, as in A, Yang2, B.1."

    def __init__(self, name: str, *, where: str) -> None:
        super().__init__(f"{where}: {name!r} cannot be a siglum.")
        self.name = name


class SiglumTwice(SettingsError):
    """One siglum stands for two texts."""

    hint = "Give each text a siglum of its own."

    def __init__(self, siglum: str, first: str, second: str) -> None:
        super().__init__(f"The siglum {siglum} stands for {first} and for {second}.")
        self.siglum = siglum


class SiglaDoNotMatch(SettingsError):
    """There are more or fewer sigla than files."""

    hint = "Give one for each file, the seed's first: --siglum S,A,B."

    def __init__(self, sigla: int, files: int) -> None:
        super().__init__(f"--siglum names {sigla}, but the number of files is {files}.")


class LoneFile(SettingsError):
    """A seed was named, and nothing to compare it with."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Only {path} was named, and a comparison needs two texts or more.")
        self.hint = f"Add the other renderings: {path} OTHER …"


class SeedAlone(SettingsError):
    """A document has a seed and nothing to compare it with."""

    def __init__(self, document: str) -> None:
        super().__init__(f"The document {document} has a seed and no other text.")
        self.hint = f"Put the others in variants/{document}/A.txt, B.txt …"


class OptionOutOfPlace(SettingsError):
    """An option was given where it says nothing."""

    def __init__(self, *, option: str, belongs: str, hint: str) -> None:
        super().__init__(f"{option} is for {belongs}.")
        self.hint = hint


class OneOnly(SettingsError):
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


class BadDocumentName(SettingsError):
    """A name cannot be that of a document."""

    hint = "Choose another with --name, such as --name letter-1."

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} cannot name a document: its files have to be called so.")


class MissingExtra(VariantsError):
    """Something was asked for that needs libraries which are not installed."""

    exit_code = 5

    def __init__(self, extra: str, *, purpose: str, missing: str = "a library") -> None:
        super().__init__(f"{purpose} needs {missing}, which is not installed.")
        self.hint = f"Install it: python3 -m pip install 'variants[{extra}]'"
        self.extra = extra
        self.missing = missing


class NoVectors(MissingExtra):
    """The linker that looks at what words mean has no vectors of words."""

    def __init__(self, missing: str) -> None:
        super().__init__("semantic", purpose="The linker semantic", missing=missing)


class NoScores(MissingExtra):
    """Scores of machine translation were asked for, and what counts them is not there."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__("measures", purpose=f"Counting {' and '.join(names)}", missing="sacrebleu")


class NoDatabaseLibraries(MissingExtra):
    """The log lies in a database, and what talks to databases is not there."""

    def __init__(self) -> None:
        super().__init__("server", purpose="A log in a database", missing="SQLAlchemy")


class MissingProgram(VariantsError):
    """A format needs a program beside this one."""

    exit_code = 5

    def __init__(self, programs: Sequence[str], *, form: str) -> None:
        super().__init__(f"The format {form} needs a program that is not here.")
        self.hint = f"Install one of {', '.join(programs)}, or write another format."
        self.programs = programs


class ProgramFailed(OutputError):
    """A program that a format needs did not do its work."""

    hint = "Try it by hand, or write another format."

    def __init__(self, program: str, *, reason: str) -> None:
        super().__init__(f"{program} did not write what it should: {reason}.")
        self.program = program


class CannotWrite(OutputError):
    """A file or the standard output does not take what is written."""

    hint = "Is the folder there, may you write in it, and has its disk room left?"

    def __init__(self, where: Path | str, reason: str) -> None:
        super().__init__(f"Cannot write {where}: {reason}.")


class OverwritesInput(OutputError):
    """A result would take the place of a file that it is made from."""

    hint = "Nothing was changed. Choose another name for the result."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is one of the files that are read.")
        self.path = path


class UnwritableCharacter(OutputError):
    """A format has no way to hold a character that stands in a text."""

    hint = "Take it out of the text or the log, or choose another format."

    def __init__(self, character: str, *, form: str) -> None:
        named = " ".join(f"U+{ord(each):04X}" for each in character)
        super().__init__(f"{form} cannot hold the character {named}.")
        self.character = character


class AlreadyThere(OutputError):
    """A file would have to be overwritten."""

    hint = "Nothing was changed. Move it away, or choose another folder or name."

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is already there.")
        self.path = path


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


class DecidedMeanwhile(DecisionError):
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


class ChainsApart(DecisionError):
    """One writer's part of the log goes on in two ways."""

    hint = "Two copies of the edition write under one name: delete .variants/writer in one of them."

    def __init__(self, writer: str, *, line: int) -> None:
        super().__init__(f"{writer} differs here and on the server from line {line} on.")
        self.writer = writer
        self.line = line


class StoreUnreachable(DecisionError):
    """The server that keeps the log does not answer, or refuses."""

    hint = "Check its address in variants.toml, the network and the password."

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
        self.hint = "Name one by its label, or words after the number of their sentence: 17:words."
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
        super().__init__(f"{count} decisions would be recorded, and nobody is here to confirm it.")


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


class BadPair(SettingsError):
    """A pair of a house rule does not name two wordings."""

    hint = 'Write both with a sign of equality between: --pair "Gao Gang=Kao Kang".'

    def __init__(self, given: str) -> None:
        super().__init__(f"--pair {given!r} does not name two wordings.")
