"""Exit codes; ``docs/reference/exit-codes.md`` describes them for users."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the program. No error has 1, which means "they differ", as in diff."""

    FINE = 0
    DIFFERENT = 1
    USAGE = 2
    INPUT = 3
    LOG = 4
    EXTRA = 5
    OUTPUT = 6
    BUG = 70
    INTERRUPTED = 130
    READER_GONE = 141
