"""Libraries and programs that something needs and that are not there."""

from __future__ import annotations

from collections.abc import Sequence

from variants.errors.families import MissingExtra, VariantsError


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

    def __init__(self, programs: Sequence[str], *, form: str, extra: str) -> None:
        super().__init__(f"The format {form} needs a program that is not here.")
        self.hint = (
            f"Install one of {', '.join(programs)}, or python3 -m pip install "
            f"'variants[{extra}]', or write another format."
        )
        self.programs = programs
