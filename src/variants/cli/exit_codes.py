"""Exit codes of the program, documented in ``docs/reference/exit-codes.md``."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit code. As for diff, 1 means "different" and is never an error."""

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
