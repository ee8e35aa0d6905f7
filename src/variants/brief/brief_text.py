"""Items and titles of a brief in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variants.brief.brief_values import (
    Brief,
    BriefGroup,
    BriefItem,
    BriefShare,
    Change,
    SentenceRange,
)
from variants.types.sense import SenseSort
from variants.wording.passage_notes import count
from variants.wording.terms import LIKELY
from variants.wording.text_runs import (
    Line,
    Style,
    TextRun,
    editorial,
    in_quotes,
    joined,
    shorten_runs,
    sigla,
)

_TITLES: Mapping[SenseSort | None, str] = {
    SenseSort.NUMBER: "Numbers",
    SenseSort.DATE: "Dates",
    SenseSort.UNIT: "Units",
    SenseSort.NEGATION: "Not and opposites",
    SenseSort.NOT_MERELY: "Not and merely",
    SenseSort.FORCE: "Must and should",
    SenseSort.CERTAINTY: "Certainty",
    SenseSort.WHO_ACTS: "Who acts",
    SenseSort.WHOSE: "Whose",
    SenseSort.HOW_MANY: "How many",
    SenseSort.TIME: "Time",
    SenseSort.PLACE: "Place",
    SenseSort.CONDITION: "Conditions",
    SenseSort.DEGREE: "Degree",
    SenseSort.NAME: "Names",
    SenseSort.TERM: "Terms",
    SenseSort.LEFT_OUT: "Left out",
    SenseSort.ADDED: "Added",
    SenseSort.MOVED: "Moved",
    None: "Other",
}
_SENTENCES = "Sentences"
_RUN = 3  # Two sentences in a row are listed.
_MOST_SENTENCES = 8  # More numbers of sentences of one difference are counted.


def head_line(brief: Brief, *, is_part: bool) -> str:
    """Return the number of readings that are likely to touch the sense.

    Args:
        brief: The brief.
        is_part: True if it is only of the readings that a selection shows.
    """
    if brief.hidden is None:
        return "Readings without an estimate"
    if not brief.readings:
        return f"Nothing {'shown ' if is_part else ''}was recognised as {LIKELY}"
    readings, places = count(brief.readings, "reading"), count(brief.places, "place")
    return f"{LIKELY.capitalize()}: {readings} at {places}"


def title_of(group: BriefGroup) -> str:
    """Return the title of a group."""
    return _SENTENCES if group.whole else _TITLES[group.sort]


def item_line(item: BriefItem) -> Line:
    """Return an item as a sentence without a full stop: B has “sixty” for “sixteen” (10)."""
    several = sum(len(share.sigla) for share in item.shares) > 1
    if item.whole:
        (share,) = item.shares
        names = _names(share.sigla)
        return (*names, *editorial(" "), *_of_sentence(item.change, share, several=several))
    where: Line = ()
    if len(item.shares) == 1:
        names = _names(item.shares[0].sigla)
        where = _in_sentences(item.shares[0].sentences)
    else:
        names = _and([_with_sentences(share) for share in item.shares])
    seed = shorten_runs(in_quotes(item.seed, Style.LEMMA))
    other = shorten_runs(in_quotes(item.other, Style.READING))
    match item.change:
        case Change.LEFT_OUT:
            return (*names, *editorial(" leave out " if several else " leaves out "), *seed, *where)
        case Change.PERHAPS:
            leaves = " perhaps leave out " if several else " perhaps leaves out "
            return (*names, *editorial(leaves), *seed, *where)
        case Change.ADDED:
            return (*names, *editorial(" add " if several else " adds "), *other, *where)
        case Change.MOVED:
            moved = other or seed
            return (*names, *editorial(" move " if several else " moves "), *moved, *where)
        case _:
            has = editorial(" have " if several else " has ")
            return (*names, *has, *other, *editorial(" for "), *seed, *where)


def _of_sentence(change: Change, share: BriefShare, *, several: bool) -> Line:
    match change:
        case Change.ADDED:
            after = dict.fromkeys(label.partition("+")[0] for label in share.sentences)
            number = len(share.sentences)
            added = "a sentence" if number == 1 else f"{number} sentences"
            verb = "add" if several else "adds"
            return (*editorial(f"{verb} {added} after "), *_listed(list(after)))
        case Change.MOVED:
            return _sentences("move" if several else "moves", share.sentences)
        case Change.MISSING:
            verb = "have no text for" if several else "has no text for"
            return (*editorial(f"{verb} sentences "), *_listed_ranges(share.parts))
        case Change.BEGINS | Change.ENDS | Change.WITHIN:
            return _part(change, share.parts[0], several=several)
        case _:
            return _sentences("leave out" if several else "leaves out", share.sentences)


def _part(change: Change, part: SentenceRange, *, several: bool) -> Line:
    """Return the beginning and the end of witnesses that have only a part of the seed."""
    begin, end = ("begin", "end") if several else ("begins", "ends")
    begins = (*editorial(f"{begin} at sentence "), TextRun(str(part.first), Style.REFERENCE))
    ends = (*editorial(f"{end} at sentence "), TextRun(str(part.last), Style.REFERENCE))
    match change:
        case Change.BEGINS:
            return (*begins, *editorial(" (no text before)"))
        case Change.ENDS:
            return (*ends, *editorial(" (no text after)"))
        case _:
            return (*begins, *editorial(" and "), *ends, *editorial(" (no text before and after)"))


def _names(witnesses: Sequence[str]) -> Line:
    """Return sigla: A, B and C."""
    return _and([sigla([siglum]) for siglum in witnesses])


def _and(lines: Sequence[Line]) -> Line:
    *most, last = lines
    return joined(" and ", (joined(", ", most), last))


def _with_sentences(share: BriefShare) -> Line:
    """Return witnesses with their own sentences: A, C (12, 15)."""
    names = joined(", ", (sigla([siglum]) for siglum in share.sigla))
    return (*names, *_in_sentences(share.sentences))


def _in_sentences(labels: Sequence[str]) -> Line:
    return (*editorial(" ("), *_listed(labels), *editorial(")"))


def _sentences(verb: str, labels: Sequence[str]) -> Line:
    noun = "sentences" if len(labels) > 1 or "–" in labels[0] else "sentence"
    return (*editorial(f"{verb} {noun} "), *_listed_runs(_runs(labels)))


def _listed(labels: Sequence[str]) -> Line:
    """Return labels between commas; of many the first ones and the number of the rest."""
    return _listed_runs([(label,) for label in labels])


def _listed_runs(runs: Sequence[Sequence[str]]) -> Line:
    """Return runs of labels between commas; of many the first ones and the number of the rest."""
    lines = []
    for run in runs[:_MOST_SENTENCES]:
        ends = (run[0], run[-1]) if len(run) > 1 else run
        lines.append(joined("–", ((TextRun(end, Style.REFERENCE),) for end in ends)))
    more = sum(len(run) for run in runs[_MOST_SENTENCES:])
    shown = joined(", ", lines)
    return (*shown, *editorial(f" and {more} more")) if more else shown


def _listed_ranges(parts: Sequence[SentenceRange]) -> Line:
    """Return parts of the seed between commas; of many the first ones and how many follow."""
    shown = _listed_runs([tuple(map(str, part)) for part in parts[:_MOST_SENTENCES]])
    more = len(parts) - _MOST_SENTENCES
    return (*shown, *editorial(f" and {more} more parts")) if more > 0 else shown


def _runs(labels: Sequence[str]) -> list[tuple[str, ...]]:
    """Return labels of sentences, three or more that follow each other together.

    Examples:
        >>> _runs(["2", "3", "7", "8", "9", "9+1"])
        [('2',), ('3',), ('7', '8', '9'), ('9+1',)]
    """
    runs: list[tuple[str, ...]] = []
    for label in labels:
        last = runs[-1][-1] if runs else ""
        follows = label.isdecimal() and last.isdecimal() and int(label) == int(last) + 1
        runs[-1:] = [(*runs[-1], label)] if follows else [*runs[-1:], (label,)]
    return [
        part for run in runs for part in ([run] if len(run) >= _RUN else [(one,) for one in run])
    ]
