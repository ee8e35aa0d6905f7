import io
import re
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Golden
from tests.reports.decided import DECIDED, decided_editions, hostile
from tests.reports.small_editions import small_edition
from tests.strategies import texts
from variants.pipeline import collate
from variants.reports.formats import WRITERS
from variants.reports.latex import escape, write_latex
from variants.reports.latex_scripts import LATIN, runs_of
from variants.reports.printed.edition import printed_edition
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.collation import Reading
from variants.types.edition import Edition
from variants.types.sense import MODEL, Sense, Tier
from variants.types.witness import Witness
from variants.wording.sanitize import sanitize_line

_MEANS = {
    r"\textbackslash{}": "\\",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\allowbreak{}": "",
    r"\vSenseSign{}": "▲",
    r"$\to$": "→",
    "~": "\u00a0",
    r"\,": "\u202f",
    **{f"\\{character}": character for character in "{}$&#%_"},
}
_COMMAND = re.compile("|".join(re.escape(command) for command in _MEANS))


def _written(edition: Edition, options: ReportOptions = ReportOptions()) -> str:  # noqa: B008 - it is frozen
    file = io.BytesIO()
    write_latex(edition, options, file)
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


@given(texts | st.lists(hostile, max_size=4).map("".join))
def test_runs_of_scripts_are_the_whole_text(text: str) -> None:
    runs = runs_of(text)

    assert "".join(run.text for run in runs) == text
    assert all(one.script is not other.script for one, other in pairwise(runs))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("naïve “Łódź” – 5 €", [("naïve “Łódź” – 5 €", "Latin")]),
        ("слово и word", [("слово и", "Cyrillic"), (" word", "Latin")]),
        ("мир, ἀγάπη", [("мир", "Cyrillic"), (", ", "Latin"), ("ἀγάπη", "Greek")]),
        ("a שלום, עולם 12.", [("a ", "Latin"), ("שלום, עולם", "Hebrew"), (" 12.", "Latin")]),
        ("我们，走 now", [("我们，走", "Han"), (" now", "Latin")]),
        ("и\u0301 e\u0301", [("и\u0301", "Cyrillic"), (" e\u0301", "Latin")]),
        ("→", [("→", "Symbols")]),
        ("ᚠ", [("ᚠ", "Other")]),
    ],
)
def test_each_script_has_a_run_of_its_own(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.text, run.script.name) for run in runs_of(text)] == runs


@settings(max_examples=30)
@given(decided_editions())
def test_a_font_is_chosen_for_every_character_that_is_printed(edition: Edition) -> None:
    preamble, body = _written(edition).split(r"\begin{document}")

    chosen = {
        name: {int(code, 16) for code in codes.split(",") if code}
        for name, codes in re.findall(r"\\vChooseFont\{(\w+)\}\{.*\}%\n  \{(.*)\}", preamble)
    }
    for run in runs_of(body):
        printed = {ord(c) for c in run.text if unicodedata.category(c)[0] not in "ZC"}
        assert {code for code in printed if code > 0x7F} <= chosen[run.script.name]
        if run.script is not LATIN:
            assert f"\\newcommand*{{\\v{run.script.name}}}" in preamble


def test_words_of_other_scripts_are_in_the_command_for_their_font_and_a_note_names_it() -> None:
    edition = small_edition(["Он сказал мир 我们。\n", "Он сказал да 我们。\n"], {})

    latex = _written(edition)

    assert r"\vCyrillic{Он сказал} \vCyrillic{\vWording{мир}}" in latex
    assert r" \vHan{我\allowbreak{}们。}" in latex
    (note,) = WRITERS["latex"].lacks(edition, ReportOptions())
    assert r"fonts for Cyrillic, Han." in note
    assert r"\vChooseFont{Cyrillic}, \vChooseFont{Han}" in note


def test_letters_in_japanese_have_a_japanese_font_and_in_chinese_another() -> None:
    kinds = ["我々の港。\n", "我々の道。\n"], ["我们的港。\n", "我们的路。\n"]

    first = [
        re.search(r"\\vChooseFont\{Han\}\{([^,]*),", _written(small_edition(texts, {})))
        for texts in kinds
    ]

    assert [found and found[1] for found in first] == ["Noto Serif CJK JP", "Noto Serif CJK SC"]


@pytest.mark.parametrize(
    ("language", "hyphenated"), [("en-GB", True), ("enm", False), ("de", False)]
)
def test_words_are_divided_as_in_english_in_english_only(
    language: str, *, hyphenated: bool
) -> None:
    seed, other = (Witness(siglum, "Tea.\n", language=language) for siglum in "SA")

    latex = _written(Edition("tea", collate([seed, other], Settings())))

    assert ("\\hyphenpenalty=10000\n" not in latex) is hyphenated
    assert "\n\\begin{document}\n" in latex


def test_the_number_of_an_occurrence_needs_no_sign_of_the_font() -> None:
    texts = "The mole and the mole were old.", "The mole and the pier were old."

    assert r"\lemma{1.1 \vLemma{mole}\textsuperscript{2}}" in _written(small_edition(texts, {}))


def test_a_text_in_latin_letters_has_no_note_about_fonts() -> None:
    edition = small_edition(["Łódź was “naïve”.\n", "Łódź was naïve.\n"], {})

    assert WRITERS["latex"].lacks(edition, ReportOptions()) == ()


def _marked(others: Sequence[str], tiers: Sequence[Tier], *, seed: str) -> Edition:
    """Return an edition in which the readings are of these tiers, in their order."""
    edition = small_edition([seed, *others], {})
    waiting = iter(tiers)
    passages = [
        replace(
            passage,
            entries=tuple(
                replace(
                    entry, readings=tuple(_in_tier(one, next(waiting)) for one in entry.readings)
                )
                for entry in passage.entries
            ),
        )
        for passage in edition.collation.passages
    ]
    return replace(edition, collation=replace(edition.collation, passages=tuple(passages)))


def _in_tier(reading: Reading, tier: Tier) -> Reading:
    return replace(reading, sense=Sense(0.5, tier, None, "", "", MODEL))


def test_each_tier_has_a_command_inside_that_of_the_script() -> None:
    seed = "It is мир today, and the colour 我们 is red.\n"
    edition = _marked(
        ["It is да today, and the color 你们 is blue.\n"],
        [Tier.SENSE, Tier.FORM, Tier.WORDING, Tier.WORDING],
        seed=seed,
    )

    plain, formed = _written(edition), _written(edition, ReportOptions(form=True))

    assert r"It is \vCyrillic{\vSense{мир}}\edtext" in plain
    assert r"\vHan{\vWording{我}}" in plain
    assert r"\vWording{red}" in plain
    assert "the colour " in plain
    assert r"the \vForm{colour} " in formed


@pytest.mark.system
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_marked_words_break_into_lines_and_are_all_in_the_pdf(engine: str, tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(60))
    tiers = {Tier.SENSE: "sense", Tier.WORDING: "wording", Tier.FORM: "form"}
    lines = [rf"\v{name.capitalize()}{{{words} {name}}}" for name in tiers.values()]
    edition = small_edition(["Zero.\n", "One.\n"], {})
    head, body = _written(edition).split(r"\begin{document}")
    body = "\n\n".join([r"\begin{document}", *lines, body])
    (tmp_path / "report.tex").write_text(head + body)

    subprocess.run(  # noqa: S603 - the program is named above
        [engine, "-interaction=nonstopmode", "-halt-on-error", "report.tex"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    pdf = subprocess.run(
        ["pdftotext", "-layout", "report.pdf", "-"],  # noqa: S607 - wherever it is installed
        cwd=tmp_path,
        check=True,
        capture_output=True,
    ).stdout.decode()

    found = pdf.split()
    assert [found.count(f"word{number}") for number in range(60)] == [3] * 60
    assert "Overfull" not in (tmp_path / "report.log").read_text(errors="replace")


@pytest.mark.system
def test_the_notes_above_the_list_of_emendations_stay_on_their_page(tmp_path: Path) -> None:
    noted = r"\edtext{ship}{\Afootnote{vessel}} " * 24
    text = _written(DECIDED).replace(
        r"\endnumbering", f"\\pstart\n{noted}\n\\pend\n\\endnumbering", 1
    )
    assert r"\subsection*{Emendations}" in text
    (tmp_path / "report.tex").write_text(text)

    for _ in range(2):  # reledmac counts the lines in the first run.
        subprocess.run(
            ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"],  # noqa: S607 - wherever it is installed
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    assert r"Overfull \vbox" not in (tmp_path / "report.log").read_text(errors="replace")


@pytest.mark.system
def test_a_mark_that_continues_on_the_next_page_does_not_colour_the_notes(tmp_path: Path) -> None:
    words = " ".join(["ship"] * 900)
    head, body = _written(small_edition(["Zero.\n", "One.\n"], {})).split(r"\begin{document}")
    first = rf"\begin{{document}}Begin\footnote{{Note.}} \vSense{{{words}}}"
    (tmp_path / "report.tex").write_text(f"{head}\\pdfvariable compresslevel=0\n{first}{body}")

    subprocess.run(
        ["lualatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"],  # noqa: S607 - wherever it is installed
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    streams = re.findall(
        rb"stream\n(.*?)endstream", (tmp_path / "report.pdf").read_bytes(), re.DOTALL
    )
    pages = [one for one in streams if b" Tf" in one]
    assert len(pages) > 1
    # The last colour of a page, before its note and number, is black.
    assert all(re.findall(rb"[\d.]+ g\b|[\d. ]+ rg\b", page)[-1] == b"0 g" for page in pages[:1])


@pytest.mark.system
@pytest.mark.parametrize("engine", ["lualatex", "xelatex"])
def test_words_of_any_script_are_in_the_pdf(engine: str, tmp_path: Path) -> None:
    text = "The word «мир» is old; ἀγάπη too → so it is.\n\nThe word שלום is Hebrew.\n"
    edition = small_edition([text, text.replace("old", "new")], {"«мир»": "«покой»"})
    (tmp_path / "report.tex").write_text(_written(edition))

    for _ in range(2):
        subprocess.run(  # noqa: S603 - the program is named above
            [engine, "-interaction=nonstopmode", "-halt-on-error", "report.tex"],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )
    pdf = subprocess.run(
        ["pdftotext", "report.pdf", "-"],  # noqa: S607 - wherever it is installed
        cwd=tmp_path,
        check=True,
        capture_output=True,
    ).stdout.decode()

    assert all(word in pdf for word in ("«покой»", "«мир»", "ἀγάπη", "→", "שלום"))
    assert "Missing character" not in (tmp_path / "report.log").read_text(errors="replace")


def test_a_word_that_never_ends_can_be_broken() -> None:
    pieces = escape("x" * 10_000).split(r"\allowbreak{}")

    assert max(map(len, pieces)) == 10


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
