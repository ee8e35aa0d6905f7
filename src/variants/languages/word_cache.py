"""Size of the caches whose keys are words."""

from typing import Final

WORD_CACHE_SIZE: Final = 50_000
"""Words that a cache remembers; Genesis has 3,000 distinct ones, a whole Bible 15,000.

A word of 12 letters takes about 2 kB in all caches together, a word of 500 letters 3 kB. So the
caches of a process have at most 100 MB of ordinary words, and at most about four times the size of
a text that consists of very long ones. Words beyond the limit are processed again.
"""
