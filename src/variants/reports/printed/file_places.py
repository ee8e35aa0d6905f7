"""Places of the texts in the files that they were read from, for sentences and as a list."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from variants.types.collation import Attestation, Collation, Passage
from variants.wording.source_places import SourcePlaces
from variants.wording.text_runs import Line, editorial, joined, sigla

_NUMBERED = re.compile(r"([^\d–]*)(\d+)")


class FilePlaces:
    """Finds the places of all texts in their files; those of plain text are empty."""

    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        cuts = (collation.seed, *collation.others)
        self._cuts = {cut.witness.siglum: cut for cut in cuts}
        self._places = {siglum: SourcePlaces(cut) for siglum, cut in self._cuts.items()}

    def with_sentences(self, siglum: str, sentences: Sequence[int]) -> Line:
        """Return a siglum with the place of sentences of its text."""
        place = self._places[siglum].of(sentences)
        return _with_place(siglum, place)

    def with_readings(self, attestations: Iterable[Attestation]) -> Line:
        """Return sigla, with the places of readings that are whole sentences.

        An omission has the place at which the sentence would be.
        """
        lines: list[Line] = []
        plain: list[str] = []
        for one in attestations:
            place = self._place_of(one)
            if not place:
                plain.append(one.siglum)
                continue
            lines += [sigla(plain), _with_place(one.siglum, place)]
            plain = []
        return joined(" ", [*lines, sigla(plain)])

    def _place_of(self, one: Attestation) -> str:
        cut = self._cuts[one.siglum]
        if not cut.sentences:
            return ""
        if not one.span.length:
            place = self._places[one.siglum].at(cut.sentence_of(one.span))
            return place and f"near {place}"
        if not cut.is_whole(one.span):
            return ""
        return self._places[one.siglum].of(cut.sentences_of(one.span))

    def concordance(self) -> Iterator[Line]:
        """Yield lines with the places of sentences in each file.

        A line has the sentences from one place of the seed, or more as long as the places go on
        by one in all files. There are no lines if only the seed has places, since its text has
        them. Moved sentences are left out, since notes and a list have their places.
        """
        if not any(each.source for cut in self._collation.others for each in cut.witness.divisions):
            return
        lines = list(self._blocks())
        start = 0
        for end in range(1, len(lines) + 1):
            if end == len(lines) or not self._goes_on(lines[end - 1], lines[end]):
                yield self._line(lines[start:end])
                start = end

    def _blocks(self) -> Iterator[dict[str, list[int]]]:
        """Yield the sentences of each witness for those from one place or division of the seed."""
        seed = self._collation.seed
        passages = [passage for passage in self._collation.passages if passage.sentences]
        starts = [each.span.start for each in seed.witness.divisions]

        def block_of(passage: Passage) -> str | int:
            first = passage.sentences[0]
            place = self._places[seed.witness.siglum].at(first)
            return place or bisect_right(starts, seed.sentences[first].start)

        for _, members in groupby(passages, key=block_of):
            found: dict[str, list[int]] = {siglum: [] for siglum in self._cuts}
            for passage in members:
                found[seed.witness.siglum] += passage.sentences
                for rendering in passage.renderings:
                    beads = (bead for bead in rendering.beads if not bead.moved)
                    found[rendering.siglum] += (one for bead in beads for one in bead.other)
            yield {siglum: sorted(numbers) for siglum, numbers in found.items() if numbers}

    def _goes_on(
        self, one: Mapping[str, Sequence[int]], other: Mapping[str, Sequence[int]]
    ) -> bool:
        """Return True if the places of all files go on by one, also those of the seed."""
        if one.keys() != other.keys():
            return False
        pairs = [
            (self._places[siglum].of(one[siglum]), self._places[siglum].of(other[siglum]))
            for siglum in one
        ]
        # The seed is the first; without its places a line would not state which belong together.
        return any(pairs[0]) and all(_is_next(*pair) for pair in pairs if any(pair))

    def _line(self, blocks: Sequence[Mapping[str, Sequence[int]]]) -> Line:
        first = blocks[0][self._collation.seed.witness.siglum][0] + 1
        last = blocks[-1][self._collation.seed.witness.siglum][-1] + 1
        numbers = f"{first}" if first == last else f"{first}–{last}"
        places = (
            (siglum, self._places[siglum].of([blocks[0][siglum][0], blocks[-1][siglum][-1]]))
            for siglum in blocks[0]
        )
        named = [(*sigla([siglum]), *editorial(f" {place}")) for siglum, place in places if place]
        return (*editorial(f"{numbers} "), *joined(" · ", named))


def _with_place(siglum: str, place: str) -> Line:
    return (*sigla([siglum]), *(editorial(f" [{place}]") if place else ()))


def _is_next(before: str, after: str) -> bool:
    """Return True if a place has the number after that of another.

    Examples:
        >>> _is_next("p. 3", "p. 4"), _is_next("p. 3", "p. 5"), _is_next("p. 3", "fn. 4")
        (True, False, False)
    """
    one, other = _NUMBERED.fullmatch(before), _NUMBERED.fullmatch(after)
    if one is None or other is None or one[1] != other[1]:
        return False
    return int(other[2]) - int(one[2]) == 1
