import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Golden
from tests.reports.decided import DECIDED, decided_editions, hostile
from variants.reports.latex import escape, write_latex
from variants.reports.printed.edition import printed_edition
from variants.reports.writer import ReportOptions
from variants.types.edition import Edition
from variants.wording.sanitize import sanitize_line

_MEANS = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\allowbreak{}": "",
    **{f"\\{character}": character for character in "{}$&#%_"},
}
_COMMAND = re.compile("|".join(re.escape(command) for command in _MEANS))


def _written(edition: Edition) -> str:
    file = io.BytesIO()
    write_latex(edition, ReportOptions(), file)
    return file.getvalue().decode()


def _read(latex: str) -> str:
    """Return the text that LaTeX prints, and fail if a command is left in it."""
    left = _COMMAND.sub("", latex)
    assert not re.search(r"[\\{}$&#%_^~]", left)
    return _COMMAND.sub(lambda found: _MEANS[found[0]], latex)


def test_the_report_of_the_harbour_reads_as_a_person_has_read_it(golden: Golden) -> None:
    golden("reports/harbour.tex", _written(DECIDED))


@given(st.lists(hostile | st.text(max_size=90), max_size=4).map("".join))
def test_escaped_text_is_printed_as_it_was(text: str) -> None:
    shown = sanitize_line(text)

    assert _read(escape(shown)) == shown


def test_a_word_that_never_ends_can_be_broken() -> None:
    pieces = escape("x" * 10_000).split(r"\allowbreak{}")

    assert max(map(len, pieces)) == 20


@settings(max_examples=30)
@given(decided_editions())
def test_every_group_closes_and_every_note_stands_in_the_text(edition: Edition) -> None:
    document = printed_edition(edition, ReportOptions())

    latex = _written(edition)

    depth = 0
    for brace in re.findall(r"\\.|[{}]", latex, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        assert depth >= 0
    assert depth == 0
    assert latex.count(r"\Afootnote{") == len(document.notes)
