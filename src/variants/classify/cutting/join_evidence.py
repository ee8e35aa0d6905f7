"""Evidence that two neighbouring differences are one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from variants.classify.cutting.areas import Cut
from variants.classify.cutting.word_traits import SORTS, WordTraits
from variants.types.words import CONTENT, FUNCTION, MARK, Token, WordAlignment

MOST_BETWEEN = 3
"""Equal words and marks between two differences that can be one."""

_NONE = "none"
_LINKED = (0.05, 0.6, 0.9, 1.5)  # Bounds of the sum of the links inside a difference.
_CROSSING = (0.05, 0.3, 0.7)  # Bounds of the sum of the links from one to the other.

_SEED_OF = attrgetter("seed")

_Words: TypeAlias = list[Token]


class _Difference(NamedTuple):
    """A difference: its words on both sides, without marks, and its shape."""

    sides: tuple[_Words, _Words]
    shape: str
    cut: Cut

    @property
    def sizes(self) -> tuple[int, int]:
        """Number of words of each side."""
        return len(self.sides[0]), len(self.sides[1])


def join_evidence(
    words: WordAlignment, first: Cut, second: Cut, traits: WordTraits
) -> dict[str, float]:
    """Return the values of the features of two neighbouring differences, by name.

    Args:
        words: The words of the bead, and their links.
        first: The first difference.
        second: The second, after at most ``MOST_BETWEEN`` equal words and marks.
        traits: Traits of the words of the language.
    """
    one, two = (_difference(words, cut) for cut in (first, second))
    between = words.seed[first.j : second.i]
    gap = [_sort(token, traits) for token in _words(between)]
    found: dict[str, float] = {}
    for name in (
        *_sizes(one, two, between),
        *_seams(one, two, gap, traits),
        *_links(words, one, two),
    ):
        found[name] = found.get(name, 0.0) + 1.0
    total = sum(one.sizes) + sum(two.sizes) + 2 * len(gap)
    found["share"] = total / max(1, len(_words(words.seed)) + len(_words(words.other)))
    found["kin of first"] = _kin(*one.sides, traits)
    found["kin of second"] = _kin(*two.sides, traits)
    across = (one.sides[0], two.sides[1]), (two.sides[0], one.sides[1])
    found["kin across"] = max(_kin(mine, theirs, traits) for mine, theirs in across)
    found["equal across"] = float(sum(_share_a_word(mine, theirs) for mine, theirs in across))
    return found


def _difference(words: WordAlignment, cut: Cut) -> _Difference:
    i, j, k, last = cut
    sizes = j - i, last - k
    if not all(sizes):
        shape = "added" if last > k else "omitted"
    else:
        shape = "1:1" if sizes == (1, 1) else "1:n" if min(sizes) == 1 else "n:m"
    return _Difference((_words(words.seed[i:j]), _words(words.other[k:last])), shape, cut)


def _words(tokens: Iterable[Token]) -> _Words:
    return [token for token in tokens if token.kind is not MARK]


def _content(tokens: Iterable[Token]) -> int:
    return sum(token.kind is not FUNCTION for token in tokens)


def _sort(token: Token, traits: WordTraits) -> str:
    return SORTS[traits.of(token)[0]]


def _sizes(one: _Difference, two: _Difference, between: Sequence[Token]) -> Iterator[str]:
    """Yield how many words there are, and how many between."""
    gap = _words(between)
    few = min(len(gap), 1)
    yield f"gap {len(gap)} {_content(gap)} {int(len(gap) < len(between))}"
    yield f"shapes {one.shape} {two.shape}"
    yield f"shapes {one.shape} {two.shape} {len(gap)}"
    for name, each in (("first", one), ("second", two)):
        mine, theirs = each.sizes
        content = [_content(side) for side in each.sides]
        yield f"words of {name} {min(mine, 4)} {min(theirs, 4)}"
        yield f"content of {name} {min(content[0], 2)} {min(content[1], 2)} {few}"
        some = f"{min(content[0], 1)} {min(content[1], 1)}"
        yield f"words and content of {name} {min(mine, 2)} {min(theirs, 2)} {some}"
    mine, theirs = (sum(pair) for pair in zip(one.sizes, two.sizes, strict=True))
    yield f"words {min(mine, 6)} {min(theirs, 6)}"
    yield f"words {min(mine + theirs, 12)}"


def _seams(
    one: _Difference, two: _Difference, gap: Sequence[str], traits: WordTraits
) -> Iterator[str]:
    """Yield the classes of the words at the borders and between, for each side."""
    before, after = (gap[0], gap[-1]) if gap else ("no word", "no word")
    few = min(len(gap), 2)
    for each in gap:
        yield f"between {each}"
    for mine, theirs in zip(one.sides, two.sides, strict=True):
        start, stop = _ends(mine, traits)
        begin, end = _ends(theirs, traits)
        yield f"seam {stop} {begin}"
        yield f"first begins {start}"
        yield f"first ends {stop}"
        yield f"second begins {begin}"
        yield f"second ends {end}"
        yield f"first ends {stop} before {before}"
        yield f"second begins {begin} after {after}"
        parts = _part(mine[-1:], traits), _part(theirs[:1], traits)
        yield f"parts of speech {parts[0]} {parts[1]} {few}"


def _ends(tokens: _Words, traits: WordTraits) -> tuple[str, str]:
    return (_sort(tokens[0], traits), _sort(tokens[-1], traits)) if tokens else (_NONE, _NONE)


def _part(tokens: _Words, traits: WordTraits) -> str:
    return str(traits.of(tokens[0])[1]) if tokens else _NONE


def _links(words: WordAlignment, one: _Difference, two: _Difference) -> Iterator[str]:
    """Yield how surely the words of each difference are linked, and across the two."""
    inside, across = [], 0.0
    for each, facing in ((one.cut, two.cut), (two.cut, one.cut)):
        start, stop = (bisect_left(words.links, n, key=_SEED_OF) for n in (each.i, each.j))
        links = words.links[start:stop]
        inside.append(sum(one.probability for one in links if each.k <= one.other < each.l))
        across += sum(one.probability for one in links if facing.k <= one.other < facing.l)
    bins = [_bin(value, _LINKED) for value in inside]
    yield f"links of first {bins[0]} {one.shape}"
    yield f"links of second {bins[1]} {two.shape}"
    yield f"links {bins[0]} {bins[1]}"
    yield f"links across {_bin(across, _CROSSING)}"


def _bin(value: float, limits: tuple[float, ...]) -> int:
    return sum(value >= limit for limit in limits)


def _kin(mine: _Words, theirs: _Words, traits: WordTraits) -> float:
    """Return the nearest relation of two different words; 0 without one."""
    kin = traits.kin
    if kin is None:
        return 0.0
    return max(
        (
            kin.relation(one.key, other.key) or 0.0
            for one in mine
            if one.kind is CONTENT
            for other in theirs
            if other.kind is CONTENT and one.key != other.key
        ),
        default=0.0,
    )


def _share_a_word(mine: _Words, theirs: _Words) -> bool:
    return not {token.key for token in mine}.isdisjoint(token.key for token in theirs)
