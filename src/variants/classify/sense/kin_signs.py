"""Signs from the kin of words: near words, antonyms, and words without a counterpart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final, NamedTuple

from variants.classify.sense.contrast import Contrast, Indices, SideOfBead, count_missing
from variants.classify.sense.denials import denials_of
from variants.classify.sense.named_bodies import is_of_named_body
from variants.classify.sense.signs import Sign
from variants.languages.kin import EQUAL, kin_of, nearness
from variants.languages.word_cache import WORD_CACHE_SIZE
from variants.types.sense import SenseSort

ANTONYM: Final = "kin.antonym"  # Name of the sign of two opposed words.

_NEAR: Final = 0.7  # A synonym, a derived or similar word, or the next wider one.
_MID: Final = 0.2
_PAIRED_FROM: Final = 0.25
_FOUND_ELSEWHERE: Final = 0.4
_MOST_PAIRS: Final = 10_000
"""Pairs of words whose nearness is compared, such as of 100 words that face 100 others."""
_REACH: Final = 120  # Words in which a word is looked up on the other side, before and after.
_NO_PAIRS: Final = 0.5  # Mean of no pairs: neither near nor far.

_PARTS: Final = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb", "": "other"}
_NOUN_TOPICS: Final = frozenset({"person", "place", "time", "quantity", "act", "artifact", "group"})
_VERB_TOPICS: Final = {
    "communication": "say",
    "cognition": "think",
    "possession": "have",
    "social": "social",
    "motion": "move",
}


class WordKind(NamedTuple):
    """The facts about a word that depend on nothing else.

    Attributes:
        known: True if the index has it.
        part: Letter of its most common part of speech; "" if unknown.
        topic: Its topic as a noun or as a verb; "" for none.
    """

    known: bool
    part: str
    topic: str


class WordPair(NamedTuple):
    """Two content words that face each other.

    Attributes:
        near: How near they are: from -0.2 for antonyms to 1 for synonyms.
        seed: Index of the seed's word.
        other: Index of the other's word.
    """

    near: float
    seed: int
    other: int


def find_kin_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs from the nearness of the content words of a difference.

    Words that both sides have are ignored. The others are paired, nearest first; words that are
    left on one side have no counterpart. The signs are evidence, except that of antonyms. Languages
    without an index only have counts of words.
    """
    mine, theirs = contrast.seed_content, contrast.other_content
    yield from _count_signs(contrast, mine, theirs)
    if (mine or theirs) and kin_of(contrast.seed.language.tag) is not None:
        pairs = contrast.compare(pairs_of)
        yield from _pair_signs(contrast, mine, theirs, pairs)
        yield from _topic_signs(contrast, pairs)
        yield from _part_signs(contrast, mine, theirs)
        yield from _alone_signs(contrast, mine, theirs, pairs)


def pairs_of(contrast: Contrast) -> list[WordPair]:
    """Pair the content words that only one side has."""
    return pair_words(contrast, contrast.seed_content, contrast.other_content)


def pair_words(contrast: Contrast, mine: Sequence[int], theirs: Sequence[int]) -> list[WordPair]:
    """Pair words of both sides, nearest first; words without a near one are paired in order.

    Words of very long differences are all paired in order, since each is near to some other one.
    """
    seed, other = contrast.seed, contrast.other
    is_long = len(mine) * len(theirs) > _MOST_PAIRS
    candidates = sorted(
        (-abs(near), abs(n / len(seed.words) - m / len(other.words)), near, n, m)
        for n in (() if is_long else mine)
        for m in theirs
        for near in [_nearness_at(seed, n, other, m)]
        if near < 0 or near >= _PAIRED_FROM
    )
    pairs, used, used_other = [], set[int](), set[int]()
    for _, _, near, n, m in candidates:
        if n not in used and m not in used_other:
            pairs.append(WordPair(near, n, m))
            used.add(n)
            used_other.add(m)
    left = [n for n in mine if n not in used], [m for m in theirs if m not in used_other]
    return pairs + [WordPair(0.0, n, m) for n, m in zip(*left, strict=False)]


@lru_cache(maxsize=WORD_CACHE_SIZE)
def _kind_of(word: str, tag: str) -> WordKind:
    kin = kin_of(tag)
    if kin is None or not kin.known(word):
        return WordKind(known=False, part="", topic="")
    part = kin.parts_of_speech(word)[:1]
    topic = kin.topic(word, verb=part == "v") if part in {"n", "v"} else ""
    if part == "v" and topic:
        topic = _VERB_TOPICS.get(topic, f"{topic} verb")
    return WordKind(known=True, part=part, topic=topic)


def _nearness_at(side: SideOfBead, index: int, other: SideOfBead, other_index: int) -> float:
    return nearness(side.facts[index].key, other.facts[other_index].key, side.language.tag)


def _kind_at(side: SideOfBead, index: int) -> WordKind:
    return _kind_of(side.facts[index].key, side.language.tag)


def _count_signs(contrast: Contrast, mine: Sequence[int], theirs: Sequence[int]) -> Iterator[Sign]:
    """Yield how many content words there are, and on how many sides."""
    many, few = max(len(mine), len(theirs)), min(len(mine), len(theirs))
    function_words = len(contrast.seed_rest) + len(contrast.other_rest) - many - few
    if function_words:
        yield Sign("one.function", math.log1p(function_words))
    if not many:
        yield Sign("one.none")
        return
    yield Sign("one.content", math.log1p(many + few))
    if many > few:
        yield Sign("one.gap", math.log((1 + many) / (1 + few)))
    if not few:
        yield Sign("one.empty side")


def _pair_signs(
    contrast: Contrast, mine: Sequence[int], theirs: Sequence[int], pairs: Sequence[WordPair]
) -> Iterator[Sign]:
    """Yield how near the words of both sides are."""
    unknown = sum(
        not _kind_at(side, n).known
        for side, indices in ((contrast.seed, mine), (contrast.other, theirs))
        for n in indices
    )
    if unknown:
        yield Sign("kin.unknown", unknown)
    nears = [pair.near for pair in pairs] or [_NO_PAIRS]
    yield Sign("kin.mean", sum(nears) / len(nears))
    yield Sign("kin.least", min(nears))
    yield Sign("kin.best", max(nears))
    if not pairs:
        return
    far = sum(near == 0 for near in nears)
    if far:
        yield Sign("kin.far", far)
    if min(nears) >= _NEAR and len(mine) == len(theirs):
        yield Sign("kin.near all")
    yield from (
        _antonym_sign(contrast, pair)
        for pair in pairs
        if pair.near < 0
        if not (_is_turned_twice(contrast, pair) or _is_one_act(contrast, pair))
    )
    if len(mine) == len(theirs) == 1:
        yield Sign("kin.single")
        yield _single_sign(contrast, pairs[0])


def _is_turned_twice(contrast: Contrast, pair: WordPair) -> bool:
    """Return True if one of two antonyms is denied besides: "unarmed", "not armed"."""
    return _is_denied(contrast.seed, pair.seed) != _is_denied(contrast.other, pair.other)


def _is_one_act(contrast: Contrast, pair: WordPair) -> bool:
    """Return True if only the point of view differs: "went", "came"."""
    verbs = contrast.seed.language.verbs
    lemmas = contrast.seed.lemmas[pair.seed], contrast.other.lemmas[pair.other]
    return verbs is not None and frozenset(lemmas) in verbs.viewpoints


def _is_denied(side: SideOfBead, index: int) -> bool:
    """Return True if an odd number of denying words precede a word in its clause."""
    table = side.language.polarity
    if table is None:
        return False
    clause = index
    while clause and side.facts[clause - 1].is_word:
        clause -= 1
        if side.keys[clause] in table.clause_words:
            break
    denials = side.read(denials_of)
    return sum(each.is_negation and clause <= each.start < index for each in denials) % 2 == 1


def _antonym_sign(contrast: Contrast, pair: WordPair) -> Sign:
    """Return the sign of two antonyms: of degree for qualities, without a sort for all others."""
    kind = _kind_at(contrast.seed, pair.seed)
    sort = SenseSort.DEGREE if kind.part in {"a", "r"} else None
    return Sign(ANTONYM, 1.0, sort, *_words(contrast, pair))


def _single_sign(contrast: Contrast, pair: WordPair) -> Sign:
    """Return the sign of a difference between one content word and another."""
    near = "near" if pair.near >= _NEAR else "mid" if pair.near > _MID else "far"
    return Sign(f"kin.single {near}", 1.0, None, *_words(contrast, pair))


def _words(contrast: Contrast, pair: WordPair) -> tuple[str, str]:
    return contrast.seed.words[pair.seed], contrast.other.words[pair.other]


def _topic_signs(contrast: Contrast, pairs: Sequence[WordPair]) -> Iterator[Sign]:
    """Yield the topics that both words of a pair have, or only one of them."""
    topics = [
        (_kind_at(contrast.seed, pair.seed).topic, _kind_at(contrast.other, pair.other).topic)
        for pair in pairs
    ]
    known = [(one, other) for one, other in topics if one and other]
    same = [one for one, other in known if one == other]
    yield Sign("topic.same", len(same) / len(known) if known else _NO_PAIRS)
    if len(known) > len(same):
        yield Sign("topic.other", len(known) - len(same))
    changed = {topic for pair in known if pair[0] != pair[1] for topic in pair}
    for topic in sorted(changed):
        if _is_listed(topic):
            yield Sign(f"topic.{topic}")
    if len(pairs) == 1 and pairs[0].near < _NEAR and same and _is_listed(same[0]):
        yield Sign(f"topic.both {same[0]}")


def _is_listed(topic: str) -> bool:
    return topic in _NOUN_TOPICS or topic in _VERB_TOPICS.values()


def _part_signs(contrast: Contrast, mine: Sequence[int], theirs: Sequence[int]) -> Iterator[Sign]:
    """Yield the parts of speech that both sides have, or only one of them."""
    of_seed = {_kind_at(contrast.seed, n).part for n in mine}
    of_other = {_kind_at(contrast.other, n).part for n in theirs}
    for part, name in _PARTS.items():
        if part and part in of_seed | of_other:
            yield Sign(f"pos.{'both' if part in of_seed & of_other else 'one'} {name}")


def _alone_signs(
    contrast: Contrast, mine: Sequence[int], theirs: Sequence[int], pairs: Sequence[WordPair]
) -> Iterator[Sign]:
    """Yield the words without a counterpart, and how near the nearest word elsewhere is."""
    if len(mine) == len(theirs):
        return
    side, facing, facing_at = contrast.seed, contrast.other, contrast.other_at
    alone = [n for n in mine if n not in {pair.seed for pair in pairs}]
    if len(theirs) > len(mine):
        side, facing, facing_at = facing, side, contrast.seed_at
        alone = [n for n in theirs if n not in {pair.other for pair in pairs}]
    alone = [n for n in alone if not is_of_named_body(side, n, facing)]
    if not alone:
        return
    words = side.text(alone)
    both = ("", words) if side is contrast.other else (words, "")
    yield Sign("one.alone", math.log1p(len(alone)), None, *both)
    names = Counter("name" if _is_name(side, n) else _PARTS[_kind_at(side, n).part] for n in alone)
    for name, count in names.items():
        yield Sign(f"one.alone {name}", count)
    topics = {_kind_at(side, n).topic for n in alone} & _NOUN_TOPICS
    for topic in sorted(topics):
        yield Sign(f"topic.alone {topic}")
    yield from _elsewhere_signs(side, alone, facing, facing_at)
    if not (mine and theirs):
        free = count_missing(facing, side)  # A paraphrase may be there.
        if free:
            yield Sign("one.free", math.log1p(free))


def _elsewhere_signs(
    side: SideOfBead, alone: Iterable[int], facing: SideOfBead, facing_at: Indices
) -> Iterator[Sign]:
    """Yield how near the words without a counterpart are to words outside the difference."""
    outside = facing.content.difference(facing_at)
    nears = [_nearest(side, n, facing, outside) for n in alone]
    nearest = max(nears)
    if nearest > 0:
        yield Sign("one.near elsewhere", nearest)
    far = sum(near < _FOUND_ELSEWHERE for near in nears)
    if far:
        yield Sign("one.far elsewhere", far)


def _nearest(side: SideOfBead, word: int, facing: SideOfBead, outside: AbstractSet[int]) -> float:
    """Return the nearness of a word to the nearest of the other side's words that face it."""
    tag, key = side.language.tag, side.keys[word]
    place = word * len(facing.keys) // len(side.keys)
    keys = {facing.keys[m] for m in outside if abs(m - place) <= _REACH}
    if key in keys:
        return EQUAL  # Nothing is nearer.
    return max([nearness(key, other, tag) for other in keys], default=0.0)


def _is_name(side: SideOfBead, index: int) -> bool:
    """Return True if a capital inside a sentence marks a word as a name."""
    return (
        side.language.capitals_mark_names
        and index > 0
        and side.facts[index - 1].is_word
        and side.words[index][:1].isupper()
    )
