"""Signs in words that moved: they modify another word than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from variants.classify.sense.attachments import Attachment, attachments_of, enclosed_words
from variants.classify.sense.contrast import RECENT, Contrast, SideOfBead
from variants.classify.sense.denials import is_delay_on_one_side
from variants.classify.sense.signs import Sign
from variants.languages.known import language_of
from variants.types.sense import SenseSort

_SORTS = {"focus": SenseSort.NOT_MERELY, "denial": SenseSort.NEGATION}
"""Sorts of sense that are touched besides ``moved``."""


class Reattached(NamedTuple):
    """A word that modifies another word in the other text.

    Attributes:
        seed: The word in the seed.
        other: The word in the other side.
    """

    seed: Attachment
    other: Attachment


def find_move_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs of words that modify another word on the other side of the bead.

    "The young widow of the merchant" against "the widow of the young merchant". Only words that
    moved are compared, and small words such as "only" that a difference has on one side.
    """
    if not _may_have_moved(contrast):
        return
    for seed, other in reattached(contrast.seed, contrast.other):
        if seed.kind == "focus" and is_delay_on_one_side(contrast):
            continue  # "Only today" is "not until today"; the other "only" is another one.
        touched = seed.at in contrast.seed_range or other.at in contrast.other_range
        if touched or _touches_heads(contrast, seed, other):
            words = contrast.seed.words[seed.at], contrast.other.words[other.at]
            sort = _SORTS.get(seed.kind, SenseSort.MOVED)
            yield Sign(f"attached.{seed.kind}", 1.0, sort, *words)
    if _enters_clause(contrast):
        words = contrast.seed.text(contrast.seed_at), contrast.other.text(contrast.other_at)
        yield Sign("attached.clause", 1.0, SenseSort.MOVED, *words)


@lru_cache(maxsize=RECENT)
def reattached(seed: SideOfBead, other: SideOfBead) -> list[Reattached]:
    """Return the words that both sides have once, with other heads that both sides have too."""
    mine, theirs = seed.read(attachments_of), other.read(attachments_of)
    counts = [Counter((one.kind, one.word) for one in side) for side in (mine, theirs)]
    by_word = {(one.kind, one.word): one for one in theirs}
    found = []
    for one in mine:
        key = one.kind, one.word
        two = by_word.get(key)
        if two is None or counts[0][key] != 1 or counts[1][key] != 1:
            continue
        if seed.lemmas.count(one.word) > 1 or other.lemmas.count(one.word) > 1:
            continue
        if one.heads & two.heads or not _has_heads(other, one) or not _has_heads(seed, two):
            continue
        if one.kind == "denial" and (one.heads | two.heads) & _raising(seed):
            continue
        found.append(Reattached(one, two))
    return found


def _has_heads(side: SideOfBead, one: Attachment) -> bool:
    """Return True if a side has a word that the other side's word modifies.

    For a phrase it has all of them, since an absent verb may have another word: "throw", "hurl".
    """
    found = [head in side.lemmas or head in side.keys for head in one.heads]
    return all(found) if one.kind == "phrase" else any(found)


def _raising(side: SideOfBead) -> frozenset[str]:
    return side.language.roles.raising if side.language.roles else frozenset()


def _may_have_moved(contrast: Contrast) -> bool:
    """Return True if a difference is of equal words, or has a small word that moves alone."""
    if (contrast.seed_at or contrast.other_at) and not (contrast.seed_rest or contrast.other_rest):
        return True
    seed, other = contrast.seed, contrast.other
    small = _words_that_move_alone(seed.language.tag)
    return not (
        small.isdisjoint([seed.keys[n] for n in contrast.seed_at])
        and small.isdisjoint([other.keys[n] for n in contrast.other_at])
        and {seed.lemmas[n] for n in contrast.seed_content}.isdisjoint(other.lemmas)
        and {other.lemmas[n] for n in contrast.other_content}.isdisjoint(seed.lemmas)
    )


@cache
def _words_that_move_alone(tag: str) -> frozenset[str]:
    roles, verbs = language_of(tag).roles, language_of(tag).verbs
    if roles is None or verbs is None:
        return frozenset()
    return roles.focus | roles.focus_after | roles.repetitions | verbs.negations


def _touches_heads(contrast: Contrast, seed: Attachment, other: Attachment) -> bool:
    """Return True if the heads moved, not the word itself."""
    heads = seed.heads | other.heads
    return not (contrast.seed_rest or contrast.other_rest) and any(
        contrast.seed.facts[n].is_content and contrast.seed.facts[n].lemma in heads
        for n in contrast.seed_at
    )


def _enters_clause(contrast: Contrast) -> bool:
    """Return True if moved words are in a relative clause on one side only."""
    if contrast.seed_rest or contrast.other_rest or not (contrast.seed_at and contrast.other_at):
        return False
    seed, other = contrast.seed.read(enclosed_words), contrast.other.read(enclosed_words)
    mine = {seed.get(n) for n in contrast.seed_at}
    theirs = {other.get(n) for n in contrast.other_at}
    if mine == theirs or len(mine) > 1 or len(theirs) > 1:
        return False
    verbs = (mine | theirs) - {None}
    return len(verbs) == 1 and verbs <= {*seed.values()} & {*other.values()}
