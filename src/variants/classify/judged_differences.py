"""Differences of all beads of a witness, with their sense."""

from __future__ import annotations

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
        differing: list[Differences] = []
        while words and len(differing) < _JUDGED_TOGETHER:
            some = [words.pop() for _ in range(min(_READ_TOGETHER, len(words)))]
            for differences, contrasts in find_contrasts(some, alignment, config):
                for variant, contrast in zip(differences.variants, contrasts, strict=True):
                    judge.add(variant, contrast)
                differing.append(differences)
        senses = iter(judge.take_senses())
        for each in differing:
            judged = tuple(_with_sense(one, next(senses)) for one in each.variants)
            found[each.bead.seed[0]] = Differences(each.bead, each.same, judged, each.parted)
    return found


def _with_sense(variant: Variant, estimate: Sense) -> Variant:
    """Return a variant with its estimate, or the verdict of a rule instead."""
    kind, flags, ruling = variant.kind, variant.flags, variant.ruling
    sense = overrule(estimate, variant.sense, (kind, flags, ruling))
    # Faster than dataclasses.replace.
    return Variant(variant.seed, variant.other, kind, flags, variant.confidence, ruling, sense)
