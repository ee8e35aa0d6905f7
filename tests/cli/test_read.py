from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run
from tests.readers.documents import docx
from variants.cli.exit_codes import ExitCode
from variants.readers import file_bytes


@pytest.fixture
def letter(tmp_path: Path) -> str:
    """Write a Word document with a note and a change, and return its name."""
    body = (
        "<w:p><w:r><w:t>We </w:t></w:r><w:ins><w:r><w:t>must</w:t></w:r></w:ins>"
        '<w:r><w:t> go</w:t><w:footnoteReference w:id="1"/><w:t>.</w:t></w:r></w:p>'
    )
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>On foot.\x1b</w:t></w:r></w:p></w:footnote>'
    (tmp_path / "letter.docx").write_bytes(docx(body, footnotes=note.replace("\x1b", "\u202e")))
    return "letter.docx"


def test_divisions_and_their_places_are_shown(run: Run, letter: str) -> None:
    ran = run("read", letter)

    assert ran.code == ExitCode.FINE
    assert ran.out.splitlines() == [
        "letter.docx",
        "5 words, 1 paragraph, 1 note",
        "",
        "[paragraph 1]",
        "We must go.",
        "",
        "[fn. 1, after “must go”]",
        "On foot.⟨U+202E⟩",
    ]
    assert ran.err == "note: letter.docx: 1 insertion accepted.\n"


def test_only_the_text_is_written(run: Run, letter: str) -> None:
    ran = run("read", letter, "--text", "--changes", "reject", "--notes", "leave-out")

    assert ran.out == "We  go.\n"


def test_everything_is_written_as_json(run: Run, letter: str) -> None:
    (text,) = json.loads(run("read", letter, "--json").out)

    assert text["source"] == "letter.docx"
    assert text["text"] == "We must go.\n\nOn foot.\u202e\n"
    assert text["divisions"][1] == {
        "kind": "note",
        "label": "",
        "span": [13, 22],
        "source": "fn. 1",
        "mark": 10,
    }


def test_a_file_that_is_missing_is_an_error(run: Run) -> None:
    ran = run("read", "none.docx")

    assert ran.code == ExitCode.INPUT
    assert ran.err.startswith("variants: There is no file none.docx.")


def test_a_name_in_a_file_with_one_text_is_an_error(run: Run, letter: str) -> None:
    ran = run("read", f"{letter}::Yang")

    assert ran.code == ExitCode.USAGE
    assert ran.err.splitlines() == [
        f"variants: {letter} has no text 'Yang': it is one text without a name.",
        f"hint: Name only the file: {letter}",
    ]


def test_documents_are_compared(run: Run, letter: str, tmp_path: Path) -> None:
    (tmp_path / "seed.txt").write_text("We should go.\n")

    ran = run("compare", "seed.txt", letter, "--notes", "leave-out")

    assert ran.code == ExitCode.FINE
    assert "must" in ran.out
    assert ran.err == "note: A: letter.docx: 1 insertion accepted.\n"


_TABLE = """no.,S,Yang,Li
1,We must go.,He was late.,We must leave.
2,It was late.,We should go.,
"""


def beads(found: str) -> list[tuple[list[int], list[int]]]:
    return [(bead["seed"], bead["other"]) for bead in json.loads(found)["witnesses"][1]["beads"]]


def test_a_table_is_compared_row_by_row(run: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(_TABLE)

    kept = run("compare", "table.csv", "--json")
    aligned = run("compare", "table.csv", "--realign", "--json")
    made = run("init", "table.csv", "--into", "made", "--name", "letter")

    assert [each["siglum"] for each in json.loads(kept.out)["witnesses"]] == ["S", "Yang", "Li"]
    assert beads(kept.out) == [([0], [0]), ([1], [1])]
    assert beads(aligned.out) != beads(kept.out)
    assert [line.removeprefix("Made made/") for line in made.out.splitlines()[:-1]] == [
        *("variants.toml", "seeds/letter.txt", "originals/letter/texts.csv"),
        *("originals/letter/S.places.tsv", "variants/letter/Yang.txt"),
        *("originals/letter/Yang.places.tsv", "variants/letter/Li.txt"),
        "originals/letter/Li.places.tsv",
    ]


def test_an_edition_of_a_table_keeps_its_rows(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text(_TABLE)
    first = run("compare", "table.csv", "--json")
    run("init", "table.csv", "--into", "made")
    monkeypatch.chdir(tmp_path / "made")

    again = run("compare", "--json")

    assert beads(again.out) == beads(first.out)


def test_one_column_is_compared_with_another_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(_TABLE)
    (tmp_path / "seed.txt").write_text("We must go. It was late.\n")

    ran = run("compare", "seed.txt", "table.csv::Yang", "--json")
    several = run("compare", "seed.txt", "table.csv")
    unknown = run("compare", "seed.txt", "table.csv::Yan")

    assert json.loads(ran.out)["witnesses"][1]["source"] == "table.csv::Yang"
    assert several.code == ExitCode.INPUT
    assert "hint: Name one of them: table.csv::S" in several.err
    assert "Did you mean Yang?" in unknown.err


@pytest.mark.parametrize("command", ["compare", "brief", "report", "align", "measures"])
def test_every_command_with_files_has_the_options_of_readers(
    run: Run, letter: str, tmp_path: Path, command: str
) -> None:
    (tmp_path / "b.txt").write_text("We must go.\n\nOn foot.\n")

    accepted = run(command, letter, "b.txt")
    rejected = run(command, letter, "b.txt", "--changes", "reject")

    assert "1 insertion accepted" in accepted.err
    assert "1 insertion rejected" in rejected.err
    assert rejected.out != accepted.out


def test_an_original_is_read_again_with_the_options_of_its_first_reading(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without its encoding, the page would be read by the one that it declares.
    page = '<!DOCTYPE html><meta charset="windows-1252"><p>Мы должны идти.</p>'
    (tmp_path / "a.html").write_bytes(page.encode("koi8-r"))
    (tmp_path / "b.html").write_bytes(page.replace("идти", "ждать").encode("koi8-r"))
    run("init", "a.html", "b.html", "--encoding", "koi8-r", "--into", "made")
    monkeypatch.chdir(tmp_path / "made")

    ran = run("read", "--check")

    assert (tmp_path / "made/seeds/a.txt").read_text("utf-8") == "Мы должны идти.\n"
    assert ran.code == ExitCode.FINE
    assert ran.out.count("gives its text") == 2


_MEMORY = "<tmx><header srclang='en'/><body>{}</body></tmx>".format(
    "".join(
        "<tu>{}</tu>".format(
            "".join(
                f"<tuv xml:lang='{name}'><seg>{text}</seg></tuv>"
                for name, text in (("fr", french), ("en", english))
                if text
            )
        )
        for english, french in (
            ("We <ph>x</ph>must go. It is late.", "Il faut partir. Il est tard."),
            ("It is late.", ""),
        )
    )
)


def test_segments_of_a_memory_are_compared_in_pairs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "memory.tmx").write_text(_MEMORY)

    kept = run("compare", "memory.tmx", "--json")
    aligned = run("compare", "memory.tmx", "--realign", "--json")
    other_seed = run("compare", "memory.tmx", "--seed", "fr", "--json")
    run("init", "memory.tmx", "--into", "made")
    monkeypatch.chdir(tmp_path / "made")
    again = run("compare", "--json")

    witnesses = json.loads(kept.out)["witnesses"]
    assert [(each["siglum"], each["language"]) for each in witnesses] == [
        ("en", "en"),
        ("fr", "fr"),
    ]
    assert [each["siglum"] for each in json.loads(other_seed.out)["witnesses"]] == ["fr", "en"]
    assert beads(kept.out) == beads(again.out) == [([0], [0]), ([1], [])]
    assert [each["language"] for each in json.loads(again.out)["witnesses"]] == ["en", "fr"]
    assert beads(aligned.out) != beads(kept.out)
    assert "note: en, fr: memory.tmx: 1 inline code left out." in kept.err
    assert "several languages: en, fr." in kept.err


def test_a_given_language_overrides_that_of_the_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text(_MEMORY)

    ran = run("compare", "memory.tmx", "--language", "de", "--json")

    assert [each["language"] for each in json.loads(ran.out)["witnesses"]] == ["de", "de"]
    assert "several languages" not in ran.err


def test_two_versions_with_the_same_sources_are_paired(run: Run, tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text(_MEMORY)
    later = _MEMORY.replace("Il faut partir. Il est tard.", "Partons. Il se fait tard.")
    (tmp_path / "later.tmx").write_text(later)

    ran = run("compare", "memory.tmx::fr", "later.tmx::fr", "--json")

    assert beads(ran.out) == [([0], [0])]
    assert [each["language"] for each in json.loads(ran.out)["witnesses"]] == ["fr", "fr"]


class Input:
    """A standard input with some bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_the_standard_input_is_a_file(
    run: Run, letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (tmp_path / letter).read_bytes()
    (tmp_path / "b.txt").write_text("We must leave.\n\nOn foot.\n")

    def given(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "stdin", Input(data))
        return run(*arguments)

    read = given("read", "-", "--text")
    compared = given("-", "b.txt", "--json")
    made = given("init", "-", "b.txt", "--into", "made")
    twice = given("compare", "-", "-")

    assert read.out == "We must go.\n\nOn foot.\u202e\n"
    assert json.loads(compared.out)["witnesses"][0]["source"] == "standard input"
    assert "Made made/originals/text/S.docx" in made.out
    assert (tmp_path / "made/originals/text/S.docx").read_bytes() == data
    assert twice.code == ExitCode.USAGE
    assert "only one text" in twice.err


def test_a_format_is_named_for_the_standard_input_or_for_all_files(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Input(b"We *must* go.\n"))
    (tmp_path / "b.txt").write_text("We *must* leave.\n")

    mixed = run("compare", "-", "b.txt", "--format", "markdown", "--json")
    named = run("read", "b.txt", "--input-format", "markdown", "--text")
    unknown = run("read", "b.txt", "--format", "mardown")

    assert [each["text"] for each in json.loads(mixed.out)["witnesses"]] == [
        "We must go.\n",
        "We *must* leave.\n",
    ]
    assert named.out == "We must leave.\n"
    assert "Did you mean markdown?" in unknown.err


def test_options_of_readers_are_in_the_signature_and_in_an_edition(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("<!DOCTYPE html><h1>Head</h1><p class='a b'>We must go.<p>No.")
    (tmp_path / "b.txt").write_text("HEAD\n\nWe may le-\nave.\n")
    options = ("--select", "p.a, .c > p", "--join-hyphens", "--drop-headings")
    cleaning = "--join-hyphens --drop-headings"
    reading = f"--select 'p.a, .c > p' {cleaning}"

    compared = run("compare", "a.html", "b.txt", *options, "--json")
    run("init", "a.html", "b.txt", *options, "--into", "made")
    monkeypatch.chdir(tmp_path / "made")
    again = run("compare", "--json")
    checked = run("read", "--check")

    first, second = (json.loads(ran.out) for ran in (compared, again))
    assert [each["text"] for each in first["witnesses"]] == ["We must go.\n", "We may leave.\n"]
    assert [each["text"] for each in second["witnesses"]] == ["We must go.\n", "We may leave.\n"]
    assert [each["reading"] for each in second["witnesses"]] == [reading, cleaning]
    for found in (first, second):
        assert found["signature"]["choices"]["reading"] == f"S: {reading}; A: {cleaning}"
    assert checked.code == ExitCode.FINE
    assert checked.out.count("gives its text") == 2


@pytest.mark.parametrize("option", [("--select", "p"), ("--from-page", "2"), ("--to-page", "1")])
def test_an_option_that_applies_to_no_file_is_refused(
    run: Run, tmp_path: Path, option: tuple[str, str]
) -> None:
    (tmp_path / "b.txt").write_text("We must leave.\n")

    ran = run("read", "b.txt", *option)

    assert ran.code == ExitCode.USAGE
    assert f"{option[0]} does not apply to these files" in ran.err


def test_each_file_is_opened_once(
    run: Run, letter: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.txt").write_text("We must leave.\n")
    opened: list[str] = []
    usual = file_bytes._read  # noqa: SLF001 - the one place that opens files

    def counted(path: Path) -> bytes:
        opened.append(path.name)
        return usual(path)

    monkeypatch.setattr(file_bytes, "_read", counted)

    run("init", letter, "b.txt", "--into", "made")
    by_init = [*opened]
    monkeypatch.chdir(tmp_path / "made")
    opened.clear()
    run("add", "../letter.docx")

    assert by_init == ["letter.docx", "b.txt"]
    assert opened == ["letter.docx"]


_TEI = (
    "<TEI><text><body><p>The <choice><orig>shippe</orig><reg>ship</reg></choice> <supplied>is"
    "</supplied> {}.</p></body></text></TEI>"
)


def test_forms_of_tei_documents_are_chosen_and_kept_in_an_edition(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = ("--choice", "orig", "--supplied", "leave-out")
    for name, word in (("a.xml", "late"), ("b.xml", "here")):
        (tmp_path / name).write_text(_TEI.format(word))

    ran = run("read", "a.xml", *options, "--text")
    run("init", "a.xml", "b.xml", *options, "--into", "made")
    monkeypatch.chdir(tmp_path / "made")
    checked = run("read", "--check")

    assert ran.out == "The shippe late.\n"
    assert "1 supplied word left out" in ran.err
    settings = (tmp_path / "made/variants.toml").read_text("utf-8")
    assert 'reader = "tei 1 --choice orig --supplied leave-out"' in settings
    assert checked.code == ExitCode.FINE


@pytest.mark.parametrize("option", [("--choice", "orig"), ("--supplied", "leave-out")])
def test_forms_are_refused_for_other_files(run: Run, letter: str, option: tuple[str, str]) -> None:
    ran = run("read", letter, *option)

    assert ran.code == ExitCode.USAGE
    assert "It applies to a TEI document." in ran.err


def test_an_edition_keeps_each_file_of_which_it_has_one_text(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("old", "new", "later"):
        (tmp_path / f"{name}.tmx").write_text(_MEMORY.replace("tard", f"tard, {name}"))
    made = run("init", "old.tmx::fr", "new.tmx::fr", "--into", "made", "--name", "letter")
    monkeypatch.chdir(tmp_path / "made")

    added = run("add", "../later.tmx::fr", "--siglum", "L")
    checked = run("read", "--check")

    originals = [line for line in (made.out + added.out).splitlines() if line.endswith(".tmx")]
    assert [line.rpartition("/")[2] for line in originals] == ["S.tmx", "A.tmx", "L.tmx"]
    settings = (tmp_path / "made/variants.toml").read_text("utf-8")
    assert [line for line in settings.splitlines() if line.startswith("title = ")][1:] == [
        *('title = "old"', 'title = "new"', 'title = "later, fr"'),
    ]
    assert (checked.code, checked.out.count("gives its text")) == (ExitCode.FINE, 3)
    assert "S  old " in run("compare").out


def test_a_file_of_which_a_part_was_read_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(_TABLE)

    ran = run("report", "table.csv::S", "table.csv::Yang", "-o", "table.csv")

    assert ran.code == ExitCode.OUTPUT
    assert (tmp_path / "table.csv").read_text() == _TABLE


@pytest.mark.parametrize("name", ["texts.csv", "S.places.tsv"])
def test_an_original_is_not_overwritten(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "table.csv").write_text(_TABLE)
    run("init", "table.csv", "--into", "made", "--name", "letter")
    monkeypatch.chdir(tmp_path / "made")
    path = tmp_path / "made/originals/letter" / name
    before = path.read_bytes()

    ran = run("report", "-f", "json", "-o", str(path))

    assert ran.code == ExitCode.OUTPUT
    assert path.read_bytes() == before


def test_what_is_set_aside_is_listed_with_the_word_around_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mill of [old Pell] went* on\n\n17\n\nfor years.\n")

    listed = [line for line in run("read", "a.txt").out.splitlines() if line.startswith(" ")]

    assert listed == [
        " editor's bracket “[old”",
        " editor's bracket “Pell]”",
        " note mark “went*”",
        " page number “17” (a sentence goes on over it)",
    ]


@pytest.mark.parametrize(
    ("files", "options", "said"),
    [
        (("plain.md", "noted.md"), (), "Only A has footnotes or endnotes"),
        (("noted.md", "plain.md", "noted.md"), (), "Only S, B have footnotes or endnotes"),
        (("noted.md", "noted.md"), (), ""),
        (("plain.md", "noted.md"), ("--notes", "leave-out"), ""),
    ],
)
def test_notes_in_some_files_only_are_stated(
    run: Run, tmp_path: Path, files: tuple[str, ...], options: tuple[str, ...], said: str
) -> None:
    (tmp_path / "plain.md").write_text("We must go.\n")
    (tmp_path / "noted.md").write_text("We must go.[^1]\n\n[^1]: To the mill.\n")

    ran = run("compare", *files, *options)

    assert said in ran.err
    assert ("--notes leave-out" in ran.err) == bool(said)
