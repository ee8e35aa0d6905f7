"""Commands as they are typed where the texts are: with file names outside an edition."""

from __future__ import annotations

from collections.abc import Sequence

from variants.errors.typed_words import typed
from variants.types.edition import Edition
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line

_MOST_FILES = 12


def typed_command(edition: Edition, command: str, *options: str) -> str:
    """Return a command on the texts of an edition; ``command_on`` describes it."""
    collation = edition.collation
    witnesses = [cut.witness for cut in (collation.seed, *collation.others)]
    return command_on(edition.name, witnesses, command, *options)


def command_on(name: str, witnesses: Sequence[Witness], command: str, *options: str) -> str:
    """Return a command on texts; "" if no command can name them.

    In the folder of an edition no files are named. Texts that are in no file, such as strings
    compared from Python, cannot be named, and very many are not.

    Args:
        name: Name of the document of an edition; "" for files.
        witnesses: The texts.
        command: Name of the command.
        options: Its options.
    """
    files = [] if name else [witness.source for witness in witnesses]
    if not all(files) or len(files) > _MOST_FILES:
        return ""
    return sanitize_line(typed("variants", command, *files, *options))
