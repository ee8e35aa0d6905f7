"""The sheet of a brief as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from variants.reports.markdown import escape, escape_line_start, line_in_markdown
from variants.reports.sheet.brief_sheet import BriefSheet, brief_sheet
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition


def sheet_markdown(edition: Edition, _options: ReportOptions) -> str:
    """Return the sheet, with each paragraph on one line."""
    return "".join(f"{block}\n\n" for block in _blocks(brief_sheet(edition)))


def _blocks(sheet: BriefSheet) -> Iterator[str]:
    yield f"# {escape(sheet.title)}"
    yield escape(sheet.facts)
    yield "\n".join(_witnesses(sheet))
    yield f"**{sheet.head}**"
    for group in sheet.groups:
        yield f"## {group.title}"
        yield "\n".join(f"- {escape_line_start(line_in_markdown(line))}" for line in group.items)
    if sheet.notes:
        yield "\\\n".join(escape(note) for note in sheet.notes)


def _witnesses(sheet: BriefSheet) -> Iterator[str]:
    for one in sheet.witnesses:
        counts = one.counts
        tiers = f"▲ {counts.sense} · wording {counts.wording} · form {counts.form}"
        name = " ".join(filter(None, (escape(one.siglum), escape(one.name))))
        yield f"- {escape_line_start(name)}{f' {tiers}' if sheet.judged else ''}"
    if sheet.more_witnesses:
        yield f"- and {sheet.more_witnesses} more"
