"""Differences of sense in words, for the margin of a view."""

from __future__ import annotations

from variants.types.collation import Passage, Reading, Rendering
from variants.types.sense import Sense, SenseSort, Tier
from variants.types.variant import Kind
from variants.wording.passage_notes import absence_of
from variants.wording.sanitize import sanitize_line
from variants.wording.terms import ADDED, MOVED, NOT_FOUND, OMITTED, TOUCHES
from variants.wording.text_runs import kept_in_place, shortened

SENSE_SIGN = "▲"
"""Sign of readings that are likely to touch the sense."""
_SAID_ANYWAY = frozenset({SenseSort.LEFT_OUT, SenseSort.ADDED, SenseSort.MOVED})


def margin_words(reading: Reading, lemma: str) -> str:
    """Return the difference of sense of a reading, in words; "" if it is not likely to have one.

    The sort comes first, then the words of the seed and of the witness, then the editors of a
    verdict: ``"number: sixteen → sixty"``, ``"negation: “not” omitted (editor kl)"``. If the same
    words make the difference on both sides, all words of the reading are named.

    Args:
        reading: The reading.
        lemma: The seed's words at its place.
    """
    sense = reading.sense
    if sense is None or sense.tier is not Tier.SENSE:
        return ""
    seed, other = sides_of(sense, reading, lemma)
    return _with_sort(sense, change_words(_quoted(seed), _quoted(other), reading))


def sides_of(sense: Sense, reading: Reading, lemma: str) -> tuple[str, str]:
    """Return the words of the seed and the witness that make a difference of sense.

    They are those of the whole reading if no words make it, as when only marks differ, or the same
    words on both sides, unless they were moved.
    """
    seed, other = (sanitize_line(words).strip() for words in (sense.seed, sense.other))
    if seed.casefold() == other.casefold() and (not seed or reading.kind is not Kind.MOVED):
        return sanitize_line(lemma).strip(), sanitize_line(reading.wording).strip()
    return seed, other


def sort_words(reading: Reading, lemma: str) -> str | None:
    """Return the sort of a difference of sense that is all of a reading, such as ``"number"``.

    It is for notes that have the words of both already, and "" for a difference without a sort.

    Args:
        reading: The reading.
        lemma: The seed's words.

    Returns:
        ``None`` if some of the words make the difference, so that they need to be named.
    """
    sense = reading.sense
    if sense is None or sense.tier is not Tier.SENSE or reading.kind is Kind.MOVED:
        return None
    parts = ((sense.seed, lemma), (sense.other, reading.wording))
    is_all = all(sanitize_line(part).split() == whole.split() for part, whole in parts)
    return _with_sort(sense, "") if is_all else None


def _with_sort(sense: Sense, said: str) -> str:
    sort = "" if sense.sort is None or sense.sort in _SAID_ANYWAY else sense.sort.value
    by = f"({sanitize_line(sense.by)})" if sense.editors else ""
    return " ".join(filter(None, (": ".join(filter(None, (sort, said))), by)))


def sentence_words(passage: Passage, rendering: Rendering) -> str:
    """Return that a witness omits or adds a whole passage, in words; "" if it does neither.

    A passage in a missing part of the witness is not omitted.
    """
    if not passage.sentences:
        return _sentences(len(rendering.sentences), ADDED)
    if not rendering.sentences and rendering.siglum not in passage.missing:
        return _sentences(len(passage.sentences), absence_of(rendering.siglum, passage))
    return ""


def _sentences(number: int, what: str) -> str:
    if what == NOT_FOUND:
        what = "without counterpart"
    return f"sentence {what}" if number == 1 else f"{number} sentences {what}"


def _quoted(words: str) -> str:
    return kept_in_place(shortened(sanitize_line(words).strip())) if words.strip() else ""


def change_words(seed: str, other: str, reading: Reading) -> str:
    """Return the change of a reading in words: "sixteen → sixty", "“not” omitted".

    Words that may have a counterpart are not called omitted: "“not”: no counterpart found".

    Args:
        seed: Words of the seed, empty if there are none.
        other: Words of the witness, empty if there are none.
        reading: The reading.
    """
    if seed and other and reading.kind is not Kind.MOVED:
        return f"{seed} → {other}"
    if reading.kind is Kind.MOVED and (seed or other):
        return f"“{other or seed}” {MOVED}"
    if seed:
        return f"“{seed}”: {NOT_FOUND}" if reading.maybe_missed else f"“{seed}” {OMITTED}"
    return f"“{other}” {ADDED}" if other else TOUCHES
