"""What the program ends with; ``docs/reference/exit-codes.md`` tells users."""

from enum import IntEnum


class ExitCode(IntEnum):
    """Nothing that goes wrong ends with 1: that means "they differ", as it does for diff."""

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
