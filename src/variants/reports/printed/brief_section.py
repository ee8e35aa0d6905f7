"""The brief of a printed edition, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from variants.brief import BriefGroup, make_brief
from variants.brief.brief_text import head_line, item_line, title_of
from variants.brief.leftover_text import as_sentence, leftover_lines
from variants.brief.paper_lines import fit_on_paper
from variants.brief.passage_runs import PassageRun, folded_note
from variants.reports.printed.sections import Section
from variants.types.edition import Edition
from variants.wording.text_runs import Line, editorial, joined, label
from variants.wording.typed_command import typed_command

_LINES = 40


def brief_section(edition: Edition, runs: Sequence[PassageRun], suffix: str) -> Section | None:
    """Return the brief, with notes on all that it and the apparatus leave out.

    Args:
        edition: The edition.
        runs: Its passages, folded or not.
        suffix: Suffix of the file, for the command that writes all notes.
    """
    brief = make_brief(edition.collation)
    if brief.hidden is None:
        return None
    fitted = fit_on_paper(brief, _LINES)
    folded = folded_note(runs)
    notes = [as_sentence(line) for line in leftover_lines(fitted.left, len(brief.sense))]
    command = typed_command(edition, "report", "--all", "-o", f"all-notes{suffix}")
    notes += [f"{folded} · their notes: {command}" if command else folded] if folded else []
    return Section(
        head_line(brief, is_part=bool(edition.left_out)),
        (*map(_line, fitted.shown), *map(editorial, notes)),
    )


def _line(group: BriefGroup) -> Line:
    items = joined(" · ", map(item_line, group.items))
    return (*label(title_of(group)), *editorial(": "), *items)
