"""Sigla for texts that are named on the command line or given from Python."""

from __future__ import annotations

import string
from collections.abc import Collection, Iterator, Sequence
from itertools import count, islice

from variants.errors import NotASiglum, SiglaDoNotMatch, SiglumTwice
from variants.project.witness_files import SEED_SIGLUM
from variants.types.witness import is_siglum


def default_sigla(taken: Collection[str] = ()) -> Iterator[str]:
    """Yield A, B … Z, A2, B2 and so on, without the seed's S and sigla that are taken."""
    for turn in count(1):
        for letter in string.ascii_uppercase:
            siglum = f"{letter}{turn if turn > 1 else ''}"
            if letter != SEED_SIGLUM and siglum not in taken:
                yield siglum


def sigla_for(sources: Sequence[str], sigla: Sequence[str]) -> tuple[str, ...]:
    """Return a siglum for each text: the given ones, or S for the seed, then A, B and so on.

    Args:
        sources: Names of the texts for messages, the seed first.
        sigla: Sigla for all of them, or none.

    Raises:
        SettingsError: There is not one siglum for each text, one is invalid, or two are equal.
    """
    if not sigla:
        return (SEED_SIGLUM, *islice(default_sigla(), len(sources)))[: len(sources)]
    if len(sigla) != len(sources):
        raise SiglaDoNotMatch(len(sigla), len(sources))
    for index, siglum in enumerate(sigla):
        if not is_siglum(siglum):
            raise NotASiglum(siglum, where="--siglum")
        if siglum in sigla[:index]:
            raise SiglumTwice(siglum, sources[sigla.index(siglum)], sources[index])
    return tuple(sigla)
