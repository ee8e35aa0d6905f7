"""Explanation of the bead that a sentence is in."""

from __future__ import annotations

from variants.cli.console import new_console
from variants.cli.link_options import check_numbers, cut_sides, find_witness
from variants.errors import BadLink, InvalidValue
from variants.project.document_texts import DocumentTexts
from variants.project.links_table import sentences_in
from variants.types.explanation import Explanation

OPTION = "--explain"
_HINT = "Name one sentence: A:12 for the seed's, or A:=12 for A's own."


def explain_bead(texts: DocumentTexts, given: str) -> Explanation:
    """Explain the bead of a sentence: ``A:12`` of the seed, ``A:=12`` of A itself.

    Raises:
        UnknownName: No witness has the siglum.
        BadLink: The place names no sentence, or one of several witnesses.
        InvalidValue: The place names several sentences.
        NoSuchSentence: The text has no such sentence.
    """
    from variants.aligners import EXPLAINERS  # noqa: PLC0415 - imports heavy libraries

    siglum, sentences = find_witness(texts, given, option=OPTION)
    sides = _sides(sentences)
    if sum(map(len, sides)) != 1:
        raise InvalidValue(given, option=OPTION, hint=_HINT)
    side = 0 if sides[0] else 1
    cuts = cut_sides(texts, siglum)
    check_numbers(texts, cuts[side], sides[side])
    explain = EXPLAINERS[texts.settings.aligner]
    return explain(*cuts, texts.links, side, sides[side][0])


def _sides(sentences: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the sentences of both sides; without an equals sign they are the seed's."""
    try:
        return sentences_in(sentences if "=" in sentences else f"{sentences}=", option=OPTION)
    except BadLink as error:
        raise InvalidValue(sentences, option=OPTION, hint=_HINT) from error


def format_explanation(explanation: Explanation, *, as_json: bool) -> str:
    """Format an explanation as text or as JSON."""
    # Imported here because ``--help`` does not need them.
    if as_json:
        from variants.reports.explanation import write_explanation_json  # noqa: PLC0415

        return write_explanation_json(explanation)
    from variants.terminal.explanation import write_explanation  # noqa: PLC0415

    return write_explanation(explanation, new_console().width)
