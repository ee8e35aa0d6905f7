"""Differences of all beads of a witness, with their sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from variants.classify.classification_rules import overrule
from variants.classify.config import ClassificationConfig
from variants.classify.differences import Differences, find_contrasts
from variants.classify.sense.judge import Judge
from variants.classify.sense.sense_model import shipped_model
from variants.types.alignment import Alignment
from variants.types.sense import Sense
from variants.types.variant import Variant
from variants.types.words import WordAlignment

_JUDGED_TOGETHER = 1_000  # Beads; more would need more memory for their features.
_READ_TOGETHER = 200  # Beads; of each, much is kept until its differences are found.


def find_all_differences(
    words: list[WordAlignment], alignment: Alignment, config: ClassificationConfig
) -> dict[int, Differences]:
    """Return the differences of each bead with sentences on both sides, by first seed sentence.

    Their sense is judged many at a time, which is faster. The list of words is emptied meanwhile,
    because they need more memory than everything that is found in them.
    """
    judge = Judge(shipped_model())
    words.reverse()
    found = {}
    while words:
        differing: list[tuple[Differences, list[list[Variant]]]] = []
        while words and len(differing) < _JUDGED_TOGETHER:
            some = [words.pop() for _ in range(min(_READ_TOGETHER, len(words)))]
            for differences, parts in find_contrasts(some, alignment, config):
                for variant, contrast in chain.from_iterable(parts):
                    judge.add(variant, contrast)
                differing.append((differences, [[part for part, _ in each] for each in parts]))
        senses = iter(judge.take_senses())
        for each, parted in differing:
            judged = tuple(
                _with_sense(one, _heaviest(parts, senses))
                for one, parts in zip(each.variants, parted, strict=True)
            )
            found[each.bead.seed[0]] = Differences(each.bead, each.same, judged, each.parted)
    return found


def _heaviest(parts: Sequence[Variant], estimates: Iterator[Sense]) -> Sense:
    """Return the heaviest sense of some parts, each the next estimate or the verdict of a rule."""
    senses = (
        overrule(next(estimates), part.sense, (part.kind, part.flags, part.ruling))
        for part in parts
    )
    return max(senses, key=attrgetter("probability"))


def _with_sense(variant: Variant, sense: Sense) -> Variant:
    kind, flags, ruling = variant.kind, variant.flags, variant.ruling
    # Faster than dataclasses.replace.
    return Variant(variant.seed, variant.other, kind, flags, variant.confidence, ruling, sense)
