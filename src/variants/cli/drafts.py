"""Comparison of drafts: changes from one to the next."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from variants.cli.edition_access import edition_of
from variants.errors import SingleDocumentRequired

if TYPE_CHECKING:
    from rich.console import Console

    from variants.brief.selection import Selection
    from variants.project.document_texts import DocumentTexts
    from variants.terminal import View
    from variants.terminal.changed_view import TakenBack
    from variants.types.collation import Collation


def show_changed(texts: DocumentTexts, view: View, console: Console) -> Collation:
    """Print the changes from the seed to the only other witness that is chosen.

    Raises:
        SingleDocumentRequired: Several other witnesses are chosen.
    """
    from variants.terminal.changed_view import write_changed  # noqa: PLC0415 - not for ``--help``

    chosen = _chosen(texts, view.selection)
    if len(chosen.witnesses) > 2:  # noqa: PLR2004 - two drafts
        sigla = [witness.siglum for witness in chosen.witnesses[1:]]
        raise SingleDocumentRequired(
            sigla, form="--changed", what="witness", option="--witness", instead="--steps"
        )
    collation = edition_of(chosen).collation
    write_changed(collation, view, console)
    return collation


def show_steps(texts: DocumentTexts, view: View, console: Console) -> list[Collation]:
    """Print the changes from each draft to the next, in the order of the texts."""
    from variants.terminal.changed_view import write_steps  # noqa: PLC0415 - not for ``--help``

    chosen = _chosen(texts, view.selection)
    pairs = zip(chosen.witnesses, chosen.witnesses[1:], strict=False)
    steps = [
        edition_of(dataclasses.replace(chosen, witnesses=pair, links=(), root=None)).collation
        for pair in pairs
    ]
    write_steps(
        [(step, _taken_back(step, steps[:n])) for n, step in enumerate(steps)], view, console
    )
    return steps


def _chosen(texts: DocumentTexts, selection: Selection) -> DocumentTexts:
    """Return the texts with the chosen witnesses only."""
    if selection.witnesses is None:
        return texts
    seed, *others = texts.witnesses
    kept = [one for one in others if one.siglum in selection.witnesses]
    return dataclasses.replace(texts, witnesses=(seed, *kept))


def _taken_back(step: Collation, earlier: list[Collation]) -> list[TakenBack]:
    """Return the changes of a step that undo one of an earlier step, by their words."""
    from variants.terminal.changed_view import TakenBack  # noqa: PLC0415 - not for ``--help``

    known: dict[tuple[str, str], str] = {}
    for one in earlier:
        for _, before, after in _changes(one):
            known[after, before] = one.seed.witness.siglum
    return [
        TakenBack(place, known[before, after])
        for place, before, after in _changes(step)
        if (before, after) in known
    ]


def _changes(step: Collation) -> list[tuple[str, str, str]]:
    """Return place, words before and words after of each change; those of words on both sides."""
    text = step.seed.witness.text
    found = []
    for entry in step.entries:
        before = " ".join(entry.lemma.of(text).split())
        found += [(entry.place, before, one.wording) for one in entry.readings]
    return [change for change in found if change[1] and change[2]]
