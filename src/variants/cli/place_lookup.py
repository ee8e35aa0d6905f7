"""Places as people name them: by label, by document and label, by id, or by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variants.anchors.drafting import DecisionTarget
from variants.errors import NoSuchPlace, SeveralPlaces, UnknownName
from variants.types.edition import Edition
from variants.types.span import Span, squeeze
from variants.types.status import PlaceStatus

_AROUND = 20
"""Characters that are shown on each side of a candidate."""


def find_place(given: str, editions: Sequence[Edition]) -> DecisionTarget:
    """The place that is meant by ``5.2``, ``DOC:5.2``, a place's id, words, or ``5:words``.

    Words are looked for in the seed, then among the readings of witnesses, and have to stand in
    one place only, or in one place of the sentence whose number is before them.

    Raises:
        NoSuchPlace: There is none.
        SeveralPlaces: There are several; they are named.
    """
    named = [edition for edition in editions if given.startswith(f"{edition.name}:")]
    if named:
        return find_place(given.removeprefix(f"{named[0].name}:"), named)
    sentence, _, words = given.partition(":") if re.match(r"\d+:", given) else ("", "", given)
    for candidates in (_by_label(given, editions), _by_words(words, editions)):
        found = [each for each in candidates if sentence in ("", sentence_of(each))]
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralPlaces(given, [_told(each, len(editions) > 1) for each in found])
    document = re.match(r"([^:\s]+):[\d+.]+$", given)
    if document:
        raise UnknownName(document[1], [edition.name for edition in editions], what="document")
    raise NoSuchPlace(given)


def target_at(edition: Edition, span: Span) -> DecisionTarget:
    """Words of the seed as a target, with their entry if there is one."""
    return DecisionTarget.at(edition, span)


def sentence_of(target: DecisionTarget) -> str:
    """The number of the sentence that a place belongs to, as labels have it."""
    return target.label.partition(".")[0]


def _by_label(given: str, editions: Sequence[Edition]) -> Iterator[DecisionTarget]:
    for edition in editions:
        entries = [e for e in edition.collation.entries if given in (e.label, e.place)]
        yield from (DecisionTarget(edition, entry.lemma, entry) for entry in entries)
        for status in edition.decisions.statuses:
            if given == status.place and status.span is not None and not entries:
                yield target_at(edition, status.span)


def _by_words(given: str, editions: Sequence[Edition]) -> Iterator[DecisionTarget]:
    words = given.split()
    if not words:
        return
    # Whole words; a mark at either end has no border to keep.
    first, last = (
        (r"(?<!\w)" if words[0][0].isalnum() else ""),
        (r"(?!\w)" if words[-1][-1].isalnum() else ""),
    )
    pattern = re.compile(first + r"\s+".join(map(re.escape, words)) + last)
    found = False
    for edition in editions:
        for match in pattern.finditer(edition.collation.seed.witness.text):
            found = True
            yield target_at(edition, Span(*match.span()))
    if not found:
        yield from (
            DecisionTarget(edition, entry.lemma, entry)
            for edition in editions
            for entry in edition.collation.entries
            if any(reading.wording.split() == words for reading in entry.readings)
        )


def _told(target: DecisionTarget, with_document: bool) -> str:  # noqa: FBT001 - a part of the text or not
    """A candidate as it can be named, with what stands around it."""
    text = target.edition.collation.seed.witness.text
    before = text[max(0, target.span.start - _AROUND) : target.span.start]
    after = text[target.span.end : target.span.end + _AROUND]
    shown = squeeze(f"{before}{target.span.of(text)}{after}")
    document = f"{target.edition.name}:" if with_document else ""
    where = target.label if target.entry is not None else f"{target.label}:{target.words}"
    return f"{document}{where} (…{shown}…)"


def label_of(edition: Edition, status: PlaceStatus) -> str:
    """The label of the entry that a standing is of, or the number of its sentence."""
    for entry in edition.collation.entries:
        if entry.place == status.place:
            return entry.label
    if status.span is None:
        return f"{edition.name}:{status.live[0].anchor.sentence}" if status.live else "?"
    return target_at(edition, status.span).label
