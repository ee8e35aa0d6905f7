"""Corrections of sentences that an edition has, applied after any segmenter."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variants.segmenters.lines import trimmed
from variants.segmenters.punctuation import OPENING, SURELY_OPENING
from variants.segmenters.segmenter import Segmenter
from variants.types.correction import Join, Split
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.span import Span, squeeze
from variants.types.witness import Witness

_SHOWN = 60  # Characters of the words in a notice.
_DASHES = "—–―"
_INSIDE_WORD = "'’‑-"  # Between two letters they do not separate words.
# Scripts that do not separate words.
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


def with_corrections(cut: Segmenter) -> Segmenter:
    """Return a segmenter that also applies ``Witness.corrections``.

    A correction that matches no place, or several, is not applied; the witness of the segmentation
    gets a notice about it.
    """

    def cut_and_correct(witness: Witness) -> Segmentation:
        found = cut(witness)
        return _corrected(found) if witness.corrections else found

    return cut_and_correct


def _corrected(cut: Segmentation) -> Segmentation:
    """Apply the splits, then the joins, which may name sentences that a split made."""
    witness = cut.witness
    splits = [each for each in witness.corrections if isinstance(each, Split)]
    joins = [each for each in witness.corrections if isinstance(each, Join)]
    sentences, begun, messages = _split(witness.text, cut.sentences, splits)
    sentences, more = _joined(witness.text, sentences, joins, begun)
    notices = tuple(Notice(witness.siglum, message) for message in (*messages, *more))
    if notices:
        witness = dataclasses.replace(witness, notices=(*witness.notices, *notices))
    return Segmentation(witness, tuple(sentences))


def _split(
    text: str, sentences: Sequence[Span], splits: Sequence[Split]
) -> tuple[list[Span], set[int], list[str]]:
    """Return the sentences after all splits, the starts of new ones, and error messages."""
    begun: set[int] = set()
    messages = []
    for split in splits:
        places = list(_places(text, split.before))
        if len(places) == 1:
            begun.update(places)
        else:
            words = _quoted(split.before)
            problem = f"occur {len(places)} times in the text" if places else "are not in the text"
            messages.append(
                f"the split before {words} is not made: these words {problem}. {_advice(places)}"
            )
    borders = sorted({sentence.start for sentence in sentences} | begun)
    parts = [trimmed(text, Span(*both)) for both in pairwise([*borders, len(text)])]
    return parts, begun, messages


def _joined(
    text: str, sentences: Sequence[Span], joins: Sequence[Join], begun: set[int]
) -> tuple[list[Span], list[str]]:
    """Return the sentences after all joins, and error messages."""
    number = {sentence.start: at for at, sentence in enumerate(sentences)}
    inner: set[int] = set()
    messages = []
    for join in joins:
        found = [[at for at in _places(text, words) if at in number] for words in join.beginnings]
        problem = _problem(join, found, number, begun)
        if not problem:
            inner.update(places[0] for places in found[1:])
        elif not _already_one(text, sentences, join, found[0]):
            beginnings = " and ".join(_quoted(words) for words in join.beginnings)
            messages.append(f"the sentences that begin with {beginnings} are not joined: {problem}")
    parts: list[Span] = []
    for sentence in sentences:
        if sentence.start in inner:
            parts[-1] = Span(parts[-1].start, sentence.end)
        else:
            parts.append(sentence)
    return parts, messages


def _problem(
    join: Join, found: Sequence[Sequence[int]], number: dict[int, int], begun: set[int]
) -> str:
    """Return why a join cannot be made, and what to do; empty if it can."""
    for words, places in zip(join.beginnings, found, strict=True):
        if len(places) != 1:
            how_many = f"{len(places)} sentences begin" if places else "no sentence begins"
            return f"{how_many} with {_quoted(words)}. {_advice(places)}"
    first, *others = [places[0] for places in found]
    if [number[at] for at in others] != [number[first] + n for n in range(1, len(found))]:
        return (
            "they are not consecutive. Name each sentence from the first to the last in "
            "[segments] of variants.toml."
        )
    if begun.intersection(others):
        return "[segments] of variants.toml also has a split between them. Remove one of the two."
    return ""


def _already_one(text: str, sentences: Sequence[Span], join: Join, first: Sequence[int]) -> bool:
    """Return True if the segmenter itself left the sentences of a join as one."""
    if len(first) != 1:
        return False
    (sentence,) = (each for each in sentences if each.start == first[0])
    inside = (
        any(sentence.start < at < sentence.end for at in _places(text, words))
        for words in join.beginnings[1:]
    )
    return all(inside)


def _advice(places: Sequence[int]) -> str:
    """Return a hint for words that occur at these places."""
    if places:
        return "Write more of the words into [segments] of variants.toml."
    return "Copy them from the text into [segments] of variants.toml."


def _quoted(words: str) -> str:
    """Return words in quotation marks, truncated for a notice."""
    shown = squeeze(words)
    return f"“{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}”"


def _places(text: str, words: str) -> Iterator[int]:
    """Yield the starts of sentences with these first words, before their opening marks.

    White space matches any white space, and only whole words match.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    for found in re.finditer(f"(?=({pattern}))", text):
        if not _in_word(text, found.start(1)) and not _in_word(text, found.end(1)):
            yield _before_marks(text, found.start(1))


def _before_marks(text: str, at: int) -> int:
    """Return the offset before the opening marks of the sentence whose words begin at ``at``."""
    start = at
    while start > 0 and text[start - 1] in OPENING:
        start -= 1
    if start == 0 or text[start - 1].isspace() or text[start - 1] in _DASHES:
        return start
    # Without a space, only some marks are known to open.
    start = at
    while text[start - 1] in SURELY_OPENING:
        start -= 1
    return start


def _in_word(text: str, at: int) -> bool:
    """Return True if ``at`` is inside a word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    if not before or not after or _SPACELESS.match(before) or _SPACELESS.match(after):
        return False
    if unicodedata.category(after).startswith("M"):
        return not before.isspace()
    if before in _INSIDE_WORD:
        return after.isalnum() and text[max(0, at - 2) : at - 1].isalnum()
    if after in _INSIDE_WORD:
        return before.isalnum() and text[at + 1 : at + 2].isalnum()
    return _of_word(before) and _of_word(after)


def _of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"
