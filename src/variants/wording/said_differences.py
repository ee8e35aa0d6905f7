"""Differences of a passage in words, by witness, and those that several witnesses share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variants.types.collation import Collation, Passage
from variants.wording.margin_words import change_words, margin_words, sentence_words
from variants.wording.sanitize import sanitize_line
from variants.wording.text_runs import shortened

MANY = 4
"""Number of other witnesses from which common differences have one line."""
MISSING = "‸"
"""Sign of missing words."""
_SEVERAL = 3


class Said(NamedTuple):
    """A difference in words.

    Attributes:
        words: The words.
        of_sense: True if it is likely to touch the sense.
        place: ``Entry.place`` of its entry; "" for a sentence.
        label: Label of its entry, if it is named.
    """

    words: str
    of_sense: bool
    place: str = ""
    label: str = ""


class SharedDifferences(NamedTuple):
    """Differences that several of many witnesses share, and those of each alone.

    Attributes:
        common: The witnesses ("all", or sigla) and their difference.
        own: Differences of each witness, by siglum.
    """

    common: Sequence[tuple[str, Said]]
    own: Mapping[str, Sequence[Said]]


def said_of(
    passage: Passage, collation: Collation, *, numbered: bool = False, listed: bool = False
) -> dict[str, list[Said]]:
    """Return the differences of sense of each witness in words, each once.

    Args:
        passage: The passage.
        collation: The collation.
        numbered: True to name their places.
        listed: True to list all other differences too.
    """
    said: dict[str, dict[tuple[str, str], Said]] = defaultdict(dict)
    whole = set()
    for rendering in passage.renderings:
        words = sentence_words(passage, rendering)
        if words:
            whole.add(rendering.siglum)
            said[rendering.siglum][words, ""] = Said(words, of_sense=True)
    for entry in passage.entries:
        lemma = sanitize_line(collation.seed.witness.wording(entry.lemma))
        label = entry.label if numbered else ""
        for reading in entry.readings:
            words = margin_words(reading, lemma)
            if not words and not listed:
                continue
            other = shortened(sanitize_line(reading.wording))
            said_here = words or change_words(shortened(lemma), other, reading)
            for siglum in set(reading.sigla) - whole:
                said[siglum].setdefault(
                    (said_here, label), Said(said_here, bool(words), entry.place, label)
                )
    return {siglum: list(lines.values()) for siglum, lines in said.items()}


def shared_differences(
    said: Mapping[str, Sequence[Said]], collation: Collation
) -> SharedDifferences:
    """Return the differences that three of many witnesses share, and those of each alone."""
    order = [other.witness.siglum for other in collation.others]
    sigla: dict[Said, list[str]] = defaultdict(list)
    for siglum in order:
        for one in said.get(siglum, ()):
            sigla[one].append(siglum)
    many = len(order) >= MANY
    common = {one: who for one, who in sigla.items() if many and len(who) >= _SEVERAL}
    own = {siglum: [one for one in found if one not in common] for siglum, found in said.items()}
    return SharedDifferences(
        [("all" if len(who) == len(order) else ", ".join(who), one) for one, who in common.items()],
        own,
    )
