"""Names of states, alliances, parties and armies: in full, cut short, and as adjectives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

_NO_PART_OF_A_WORD = re.compile(r"[\W_]+")


class _Body(NamedTuple):
    names: tuple[str, ...]
    derived: tuple[str, ...] = ()


_BODIES: Final = (
    _Body(("USSR", "Soviet Union", "Union of Soviet Socialist Republics"), ("Soviet", "Soviets")),
    _Body(
        ("USA", "US", "United States", "United States of America"),
        ("America", "American", "Americans"),
    ),
    _Body(("UK", "United Kingdom"), ("Great Britain", "Britain", "British", "Briton", "Britons")),
    _Body(("PRC", "People's Republic of China", "Chinese People's Republic")),
    _Body(("ROC", "Republic of China")),
    _Body(
        ("DPRK", "Democratic People's Republic of Korea", "Korean People's Democratic Republic"),
        ("North Korea", "North Korean", "North Koreans"),
    ),
    _Body(("ROK", "Republic of Korea"), ("South Korea", "South Korean", "South Koreans")),
    _Body(("GDR", "German Democratic Republic"), ("East Germany", "East German", "East Germans")),
    _Body(
        ("FRG", "Federal Republic of Germany", "German Federal Republic"),
        ("West Germany", "West German", "West Germans"),
    ),
    _Body(("DRV", "Democratic Republic of Vietnam"), ("North Vietnam", "North Vietnamese")),
    _Body(("RVN", "Republic of Vietnam"), ("South Vietnam", "South Vietnamese")),
    _Body(("RSFSR", "Russian Soviet Federative Socialist Republic")),
    _Body(
        ("UN", "UNO", "United Nations", "United Nations Organization"),
        ("United Nations Organisation",),
    ),
    _Body(("NATO", "North Atlantic Treaty Organization"), ("North Atlantic Treaty Organisation",)),
    _Body(("CPSU", "Communist Party of the Soviet Union")),
    _Body(("CCP", "CPC", "Chinese Communist Party", "Communist Party of China")),
    _Body(("PLA", "People's Liberation Army")),
    _Body(("KPA", "Korean People's Army")),
    _Body(("CPV", "Chinese People's Volunteers")),
)


def _letters(word: str) -> str:
    return _NO_PART_OF_A_WORD.sub("", word)


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(map(_letters, name.split()))


def _by_first_word() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the names by their first word, longest first, each with the number of its body."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for number, body in enumerate(_BODIES):
        for name in (*body.names, *body.derived):
            words = _words_of(name)
            found.setdefault(words[0], []).append((words, number))
    return {
        first: tuple(sorted(names, key=lambda name: -len(name[0])))
        for first, names in found.items()
    }


_NAMES: Final = _by_first_word()
SAME_STATES: Final = tuple(
    tuple("".join(_words_of(name)).lower() for name in body.names) for body in _BODIES
)
"""Names of the same body, letters only."""


def bodies_named(words: Sequence[str]) -> dict[int, int]:
    """Return the body that each word names, alone or with its neighbours, by the word's index.

    A body is a state, an alliance, a party or an army; it has a number. "Soviet" names the same
    as "Soviet Union" and "U.S.S.R.".

    Args:
        words: Words and marks of a sentence, with their capitals.

    Examples:
        >>> one = bodies_named(["The", "U.S.S.R.", "agreed"])
        >>> other = bodies_named(["The", "Soviet", "Union", "did", "not"])
        >>> list(one), list(other), {*one.values()} == {*other.values()}
        ([1], [1, 2], True)
    """
    found: dict[int, int] = {}
    for n, word in enumerate(words):
        if n in found or not word[:1].isupper():
            continue
        for name, number in _NAMES.get(_letters(word), ()):
            if tuple(map(_letters, words[n : n + len(name)])) == name:
                found.update(dict.fromkeys(range(n, n + len(name)), number))
                break
    return found
