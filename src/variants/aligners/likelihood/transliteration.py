"""Latin letters for Cyrillic and Greek ones, so that names match in texts of two scripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

_PAIRS: Final = """
    а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts
    ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i є=ye ґ=g
    α=a β=b γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=ph
    χ=ch ψ=ps ω=o
    """
_LETTERS: Final = str.maketrans(
    {letter: latin for letter, _, latin in (pair.partition("=") for pair in _PAIRS.split())}
)
_LATIN: Final = re.compile("[A-Za-z]")
_OTHER: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_MOST_READ: Final = 1_000  # Sentences, from which the script of a text is known.


def differ_in_script(seed: Sequence[str], other: Sequence[str]) -> bool:
    """Return True if one text is in Latin letters and the other in Cyrillic or Greek ones."""
    return _is_latin(seed) is not _is_latin(other)


def _is_latin(sentences: Sequence[str]) -> bool:
    text = "".join(islice(sentences, _MOST_READ))
    return text.isascii() or len(_LATIN.findall(text)) >= len(_OTHER.findall(text))


def transliterated(word: str) -> str:
    """Return a word in small letters without marks in Latin letters.

    Examples:
        >>> transliterated("красовскии"), transliterated("αθηνα")
        ('krasovskii', 'athina')
    """
    return word.translate(_LETTERS)
