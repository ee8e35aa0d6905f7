"""The bead that a sentence is in, explained."""

from __future__ import annotations

from variants.cli.links import check_numbers, cut_sides, find_witness
from variants.cli.screen import new_console
from variants.cli.texts import Texts
from variants.edition.links import sentences_in
from variants.errors import BadLink
from variants.types import Explanation

OPTION = "--explain"


def explained(texts: Texts, given: str) -> Explanation:
    """Why a sentence is in its bead: the seed's in ``A:12``, that of A itself in ``A:=12``."""
    from variants.aligners import EXPLAINERS  # noqa: PLC0415 - they bring heavy libraries

    siglum, sentences = find_witness(texts, given, option=OPTION)
    sides = sentences_in(sentences if "=" in sentences else f"{sentences}=", option=OPTION)
    if sum(map(len, sides)) != 1:
        raise BadLink(given, option=OPTION, problem="one sentence is explained at a time, as in 12")
    side = 0 if sides[0] else 1
    cuts = cut_sides(texts, siglum)
    check_numbers(cuts[side], sides[side])
    explain = EXPLAINERS[texts.settings.aligner]
    return explain(*cuts, texts.settings.links, side, sides[side][0])


def written_explanation(explanation: Explanation, *, as_json: bool) -> str:
    """It for people, or for programs."""
    # ``--help`` does without it.
    from variants.writers.explanation import (  # noqa: PLC0415
        write_explanation,
        write_explanation_json,
    )

    if as_json:
        return write_explanation_json(explanation)
    return write_explanation(explanation, new_console().width)
