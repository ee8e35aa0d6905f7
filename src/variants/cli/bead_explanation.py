"""The bead that a sentence is in, explained."""

from __future__ import annotations

from variants.cli.console import new_console
from variants.cli.link_options import check_numbers, cut_sides, find_witness
from variants.cli.sources import DocumentTexts
from variants.errors import BadLink, InvalidValue
from variants.project.links_table import sentences_in
from variants.types.explanation import Explanation

OPTION = "--explain"
_HINT = "Name one sentence: A:12 for the seed's, or A:=12 for A's own."


def explained(texts: DocumentTexts, given: str) -> Explanation:
    """Why a sentence is in its bead: the seed's in ``A:12``, that of A itself in ``A:=12``."""
    from variants.aligners import EXPLAINERS  # noqa: PLC0415 - they bring heavy libraries

    siglum, sentences = find_witness(texts, given, option=OPTION)
    sides = _sides(sentences)
    if sum(map(len, sides)) != 1:
        raise InvalidValue(given, option=OPTION, hint=_HINT)
    side = 0 if sides[0] else 1
    cuts = cut_sides(texts, siglum)
    check_numbers(cuts[side], sides[side])
    explain = EXPLAINERS[texts.settings.aligner]
    return explain(*cuts, texts.links, side, sides[side][0])


def _sides(sentences: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What was typed of the seed and of the other text; without a sign it is of the seed."""
    try:
        return sentences_in(sentences if "=" in sentences else f"{sentences}=", option=OPTION)
    except BadLink as error:
        raise InvalidValue(sentences, option=OPTION, hint=_HINT) from error


def written_explanation(explanation: Explanation, *, as_json: bool) -> str:
    """It for people, or for programs."""
    # ``--help`` does without it.
    from variants.reports.explanation import (  # noqa: PLC0415
        write_explanation,
        write_explanation_json,
    )

    if as_json:
        return write_explanation_json(explanation)
    return write_explanation(explanation, new_console().width)
