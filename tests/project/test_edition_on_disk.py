import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project.editions import ROOT
from variants.errors import (
    AlreadyThere,
    BadDocumentName,
    BadSettingsFile,
    NoSeed,
    NotAnEdition,
    NotASiglum,
    OutputError,
    OutsideEdition,
    SeveralSeeds,
    SiglumTwice,
)
from variants.project.documents import EditionOnDisk, find_edition, read_document, read_edition
from variants.project.scaffold import GivenText, make_edition
from variants.project.toml_tables import line_of
from variants.readers.file_text import ReadOptions
from variants.readers.opened_file import open_file
from variants.settings import ClassificationRule, Settings
from variants.types.correction import Join, Split
from variants.types.variant import Kind, VariantClass


def write(root: Path, files: dict[str, str]) -> Path:
    """Write files below ``root``, with their folders."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return root


LETTER = {
    "seeds/letter.txt": "Dear friend. The ship is late.",
    "variants/letter/A.txt": "Dear friend. The boat is late.",
    "variants/letter/B.txt": "Dear comrade. The ship is delayed.",
}


def test_the_folders_alone_make_an_edition(tmp_path: Path) -> None:
    write(tmp_path, LETTER)

    (letter,) = read_edition(tmp_path).documents

    assert letter.name == "letter"
    assert [(file.siglum, file.source) for file in (letter.seed, *letter.others)] == [
        ("S", "seeds/letter.txt"),
        ("A", "variants/letter/A.txt"),
        ("B", "variants/letter/B.txt"),
    ]


def test_witnesses_have_the_order_of_the_settings_and_then_of_their_sigla(tmp_path: Path) -> None:
    texts = {f"variants/letter/{siglum}.txt": "Ice." for siglum in ("A", "A10", "A2", "B", "C")}
    settings = """
        [documents.letter.witnesses]
        C.title = "Chen"
        B.title = "Bao"
        """
    write(tmp_path, {"seeds/letter.txt": "Ice.", **texts, "variants.toml": settings})

    (letter,) = read_edition(tmp_path).documents

    assert [file.siglum for file in letter.others] == ["C", "B", "A", "A2", "A10"]


def test_an_edition_by_convention_is_the_same_as_one_by_settings(tmp_path: Path) -> None:
    by_convention = read_edition(write(tmp_path / "folders", LETTER))
    by_settings = read_edition(
        write(
            tmp_path / "settings",
            {
                "one.txt": LETTER["seeds/letter.txt"],
                "two.txt": LETTER["variants/letter/A.txt"],
                "deep/down/three.txt": LETTER["variants/letter/B.txt"],
                "variants.toml": """
                    [documents.letter]
                    seed = "one.txt"
                    witnesses.A.file = "two.txt"
                    [documents.letter.witnesses.B]
                    file = "deep/down/three.txt"
                    """,
            },
        )
    )

    def texts(edition: EditionOnDisk) -> list[tuple[str, str, str]]:
        (document,) = edition.documents
        return [(each.siglum, each.text, each.language) for each in read_document(document)]

    assert sorted(texts(by_convention)) == sorted(texts(by_settings))
    assert by_convention.settings == by_settings.settings


def test_an_edition_is_found_from_a_folder_deep_inside(tmp_path: Path) -> None:
    write(tmp_path, LETTER)

    assert find_edition(tmp_path / "variants" / "letter") == tmp_path
    assert find_edition(tmp_path) == tmp_path


def test_a_folder_in_no_edition_is_refused(tmp_path: Path) -> None:
    (tmp_path / "variants").mkdir()

    with pytest.raises(NotAnEdition):
        find_edition(tmp_path)


def test_the_settings_have_corrections_of_each_text(tmp_path: Path) -> None:
    write(
        tmp_path,
        LETTER
        | {
            "variants.toml": """
                settings.abbreviations = ["Kor.", "Dok"]
                [segments.letter.S]
                split = ["the ship", "is late"]
                [segments.letter.B]
                join = [["Dear comrade", "The ship"]]
                """
        },
    )

    seed, a, b = read_document(read_edition(tmp_path).documents[0])

    assert {each.abbreviations for each in (seed, a, b)} == {("Kor.", "Dok")}
    assert seed.corrections == (Split("the ship"), Split("is late"))
    assert a.corrections == ()
    assert b.corrections == (Join(("Dear comrade", "The ship")),)


def test_the_settings_have_details_about_the_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        LETTER
        | {
            "variants.toml": """
                title = "Letters"
                language = "fr"
                settings.segmenter = "lines"
                settings.aligner = "length"
                [documents.letter]
                title = "The late ship"
                note = "Written for a test."
                siglum = "W"
                [documents.letter.witnesses.W]
                translator = "Ann Winter"
                [documents.letter.witnesses.A]
                title = "Second"
                date = 1951-06-13
                language = "en"
                encoding = "ascii"
                note = "Not published."
                """
        },
    )

    edition = read_edition(tmp_path)
    (letter,) = edition.documents
    seed, second, third = read_document(letter)

    assert (edition.title, letter.title) == ("Letters", "The late ship")
    assert (edition.settings.segmenter, edition.settings.aligner) == ("lines", "length")
    assert (seed.siglum, seed.translator, seed.language) == ("W", "Ann Winter", "fr")
    assert (second.title, second.date, second.language) == ("Second", "1951-06-13", "en")
    assert (second.encoding, third.language) == ("ascii", "fr")
    assert [(each.siglum, each.message) for each in (*seed.notices, *second.notices)] == [
        ("", "Written for a test."),
        ("A", "Not published."),
    ]


def test_a_witness_names_its_file_as_the_edition_sees_it(tmp_path: Path) -> None:
    write(tmp_path, LETTER)

    (letter,) = read_edition(tmp_path).documents

    assert [each.source for each in read_document(letter)] == list(LETTER)


def test_a_file_with_a_siglum_of_its_own_is_not_taken_by_its_name_as_well(tmp_path: Path) -> None:
    write(
        tmp_path,
        LETTER
        | {"variants.toml": '[documents.letter.witnesses.Z]\nfile = "variants/letter/./A.txt"'},
    )

    (letter,) = read_edition(tmp_path).documents

    assert [file.siglum for file in letter.others] == ["Z", "B"]


def test_the_seed_may_be_one_of_the_renderings(tmp_path: Path) -> None:
    write(
        tmp_path,
        LETTER
        | {"variants.toml": '[documents.letter]\nseed = "variants/letter/B.txt"\nsiglum = "B"'},
    )

    (letter,) = read_edition(tmp_path).documents

    assert (letter.seed.siglum, letter.seed.source) == ("B", "variants/letter/B.txt")
    assert [file.siglum for file in letter.others] == ["A"]


def test_a_seed_that_a_document_names_makes_no_document_of_its_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "seeds/first.txt": "x",
            "seeds/other.txt": "x",
            "variants/letter/A.txt": "x",
            "variants.toml": '[documents.letter]\nseed = "./seeds/first.txt"',
        },
    )

    assert [document.name for document in read_edition(tmp_path).documents] == ["letter", "other"]


def test_files_that_are_not_read_are_named_in_a_notice(tmp_path: Path) -> None:
    ignored = ("variants/letter/._A.txt", "variants/letter/A.txt~", "seeds/README.md")
    unread = ("variants/letter/C.md", "variants/letter/D", "variants/letter/E.docx", "seeds/f.pdf")
    write(tmp_path, LETTER | dict.fromkeys((*ignored, *unread), "x"))

    edition = read_edition(tmp_path)
    (letter,) = edition.documents

    assert [file.siglum for file in letter.others] == ["A", "B"]
    assert [(each.siglum, each.message) for each in read_document(letter)[0].notices] == [
        ("", "Not read in variants/letter: C.md, D, E.docx. Names of texts end in .txt.")
    ]
    assert [each.message for each in edition.notices] == [
        "Not read in seeds: f.pdf. Names of texts end in .txt."
    ]


def test_at_most_ten_files_that_are_not_read_are_named(tmp_path: Path) -> None:
    write(tmp_path, LETTER | {f"variants/letter/{number}.md": "x" for number in range(1, 13)})

    (notice,) = read_edition(tmp_path).documents[0].notices

    assert "1.md, 2.md, 3.md" in notice.message
    assert "10.md … and 2 more." in notice.message


def test_a_file_of_another_format_that_the_settings_name_is_read(tmp_path: Path) -> None:
    settings_file = '[documents.letter.witnesses.C]\nfile = "variants/letter/C.md"'
    write(tmp_path, LETTER | {"variants/letter/C.md": "x", "variants.toml": settings_file})

    (letter,) = read_edition(tmp_path).documents

    assert [file.siglum for file in letter.others] == ["C", "A", "B"]
    assert letter.notices == ()


def test_suffixes_count_in_lower_case(tmp_path: Path) -> None:
    seed, *others = LETTER.values()
    files = {"seeds/letter.TXT": seed, "variants/letter/A.Txt": others[0]}
    table = {"variants.toml": '[documents.letter.witnesses.A]\ntitle = "Second"'}
    write(tmp_path, files | {"variants/letter/B.txt": others[1]} | table)

    (letter,) = read_edition(tmp_path).documents

    assert [each.text for each in read_document(letter)] == [seed, *others]
    assert letter.others[0].title == "Second"


def test_two_seeds_of_one_document_are_refused(tmp_path: Path) -> None:
    write(tmp_path, LETTER | {"seeds/letter.TXT": "x"})
    if len(list((tmp_path / "seeds").iterdir())) == 1:
        pytest.skip("the file system does not distinguish upper and lower case")

    with pytest.raises(SeveralSeeds, match=r"seeds/letter\.TXT, seeds/letter\.txt"):
        read_edition(tmp_path)


def test_witnesses_are_in_the_order_of_the_settings_then_of_their_numbers(tmp_path: Path) -> None:
    sigla = ["A", "A2", "A10", "B"]
    write(tmp_path, {f"variants/letter/{siglum}.txt": "x" for siglum in reversed(sigla)})
    write(tmp_path, {"seeds/letter.txt": "x"})
    by_number = read_edition(tmp_path).documents[0]
    table = "[documents.letter.witnesses.B]\n[documents.letter.witnesses.A2]\n"
    write(tmp_path, {"variants.toml": table})

    by_settings = read_edition(tmp_path).documents[0]

    assert [file.siglum for file in by_number.others] == sigla
    assert [file.siglum for file in by_settings.others] == ["B", "A2", "A", "A10"]


def test_a_seed_that_is_not_read_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"seeds/letter.docx": "x", "variants/letter/A.txt": "x"})

    with pytest.raises(NoSeed) as caught:
        read_edition(tmp_path)

    assert "seeds/letter.docx is not in a format" in caught.value.hint


def test_renderings_without_a_seed_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {"seeds/other.txt": "x", "variants/letter/A.txt": "x"})

    with pytest.raises(NoSeed, match="letter"):
        read_edition(tmp_path)


def test_a_rendering_that_is_called_like_the_seed_is_refused(tmp_path: Path) -> None:
    write(tmp_path, LETTER | {"variants/letter/S.txt": "x"})

    with pytest.raises(SiglumTwice, match=r"seeds/letter\.txt and variants/letter/S\.txt"):
        read_edition(tmp_path)


def test_a_file_whose_name_is_no_siglum_is_refused(tmp_path: Path) -> None:
    write(tmp_path, LETTER | {"variants/letter/my copy.txt": "x"})

    with pytest.raises(NotASiglum, match="'my copy'"):
        read_edition(tmp_path)


def test_the_settings_say_how_differences_are_classified(tmp_path: Path) -> None:
    settings_file = """
        [settings]
        linker = "semantic"
        names = [["Gao Gang", "Kao Kang"]]

        [[classify]]
        name = "okay"
        pairs = [["okay", "OK"]]
        class = "form"

        [[classify]]
        name = "ranks"
        pairs = [["General", "Colonel"]]
        sense = true

        [[classify]]
        name = "hundreds"
        seed = '[0-9]+ hundred'
        other = ""
        kind = "numeral"
        """
    write(tmp_path, LETTER | {"variants.toml": settings_file})

    laid_down = read_edition(tmp_path).settings

    assert laid_down == Settings(
        linker="semantic",
        names=(("Gao Gang", "Kao Kang"),),
        rules=(
            ClassificationRule("okay", (("okay", "OK"),), variant_class=VariantClass.FORM),
            ClassificationRule("ranks", (("General", "Colonel"),), sense=True),
            ClassificationRule("hundreds", (), "[0-9]+ hundred", "", kind=Kind.NUMERAL),
        ),
    )


RULE = '[[classify]]\nname = "house style"\n'
WRONG = [
    ('title = "x', 1, "line 1: this is not TOML: unterminated string."),
    ("\ntitle = x", 2, "line 2: this is not TOML: invalid value."),
    ("a = [1,\n\n\n", 1, "not TOML"),
    ('title = "x"\n\n\ntitle = "y"', 4, "not TOML"),
    ("[documents.letter", 1, "not TOML"),
    ('titel = "x"', 1, "'titel' at the top of the file."),
    ("[settings]\ntitel = 3", 2, "'titel' in [settings]."),
    ("# one\n\n[settings]\nsegmenter = 3", 4, "segmenter must be a text"),
    ('[settings]\nsegmenter = "sentnces"', 2, "Unknown segmenter 'sentnces'"),
    ('settings.aligner = "x"', 1, "Unknown aligner 'x'"),
    ('[settings]\nlinker = "x"', 2, "Unknown linker 'x'"),
    ('[settings]\nterms = []\nnames = ["Gao", "Kao"]', 3, "names must be a list of lists"),
    ('[settings]\nnames = [["Gao"]]', 2, "not a list of forms"),
    ('classify = "x"', 1, "classify must be a list of tables"),
    (f'{RULE}pairs = [["a", "b"]]\nclas = "form"', 4, "'clas' in [[classify]]"),
    (f'{RULE}pairs = [["a", "b"]]\nclass = "for"', 4, "unknown class 'for'"),
    (f'{RULE}pairs = [["a", "b"]]\nkind = "moved"', 4, "cannot set the kind 'moved'"),
    (f'{RULE}pairs = [["a", "b"]]', 1, "neither a class nor a kind nor sense"),
    (f'{RULE}pairs = [["a", "b"]]\nsense = "yes"', 4, "sense must be true or false"),
    (f'{RULE}pairs = [["a", "b"]]\nsense = true\nclass = "form"', 4, "of form that touches"),
    (f'{RULE}pairs = [["a", "b"]]\nsense = true\nkind = "spelling"', 4, "of form that touches"),
    (f'{RULE}class = "form"', 1, "has no words"),
    (f'{RULE}pairs = [["a", " a"]]\nclass = "form"', 3, "not a pair of different words"),
    (f'{RULE}pairs = [["a", "b", "c"]]\nclass = "form"', 3, "not a pair of different words"),
    (f'{RULE}class = "form"\nseed = "a"\npairs = [["a", "b"]]', 5, "pairs and patterns"),
    (f"{RULE}class = 'form'\nother = 'a'\nseed = '(a'", 5, "seed is not a regular expression"),
    (f"{RULE}class = 'form'\nseed = 'a'\nother = 'b)|(c'", 5, "other is not a regular"),
    (f"{RULE}class = 'form'\nseed = 'a'\nother = '\\1'", 5, "other is not a regular"),
    ('[[classify]]\nclass = "form"\npairs = [["a", "b"]]', 1, "has no name"),
    (f'{RULE}pairs = [["a", "b"]]\nclass = "form"\n\n{RULE}class = "x"', 8, "unknown class 'x'"),
    ("[documents]\nletter = 1", 2, "letter must be a table"),
    ('[documents.letter]\ntitle = """\n"""\nnot = 1', 4, "'not'"),
    ('[documents.letter]\nseed = """\\\n  x"""', 2, "x does not exist"),
    ('[documents.letter]\nseed = "seeds"', 2, "seeds is a folder"),
    ('[documents.letter]\nsiglum = "a b"', 2, "'a b' cannot be a siglum"),
    ("[documents.other]", 1, "other has no seed"),
    ("[documents.letter.witnesses.A]\n[documents.letter.witnesses.D]", 2, "D.txt does not exist"),
    ('[documents.letter.witnesses."a b"]', 1, "'a b' cannot be a siglum"),
    ('title = ""\nlanguage = "english"', 2, "'english' is not a language tag"),
    ('[documents.letter.witnesses.A]\nlanguage = "en_GB"', 2, "'en_GB' is not a language tag"),
    ("[documents.letter.witnesses.A]\ndate = true", 2, "date must be a date"),
    ('# A\ndocuments.letter.witnesses.A = {file = "no"}', 2, "no does not exist"),
    ('documents = {letter = {seed = "seeds/letter.txt", witnesses = {S = {file = "x"}}}}', 1, "S"),
    ('[log]\nstor = "x"', 2, "'stor' in [log]."),
    ('[settings]\nabbreviations = ["Kor.", "."]', 2, "letters"),
    ('segments = ["the ship"]', 1, "a table"),
    ('[segments.letter]\nsplit = ["the ship"]', 2, "split must be a table"),
    ("[segments.letter.S]\nsplit = 3", 2, "a list"),
    ("[segments.letter.S]\nsplit = ['the ship', ' ']", 2, "first words of sentences"),
    ("[segments.letter.S]\njoin = ['Dear', 'The']", 2, "a list of lists"),
    ("[segments.letter.S]\n\njoin = [['Dear']]", 3, "two or more sentences"),
    ("[segments.letter.S]\njoin = [['Dear', '']]", 2, "two or more sentences"),
    ("[segments.letter.S]\njoins = []", 2, "joins"),
    ("[segments.letter.A]\n[segments.letter.X]", 2, "'X'"),
    ("[segments.letter.A]\n[segments.ltter.A]", 2, "'ltter'"),
]


@pytest.mark.parametrize(("settings_file", "line", "problem"), WRONG)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_error_in_the_settings_has_its_line(
    tmp_path: Path, settings_file: str, line: int, problem: str, newline: str
) -> None:
    write(tmp_path, LETTER | {"variants.toml": settings_file.replace("\n", newline)})

    with pytest.raises(BadSettingsFile) as caught:
        read_edition(tmp_path)

    assert caught.value.line == line
    assert problem in str(caught.value)


def test_a_table_whose_file_was_renamed_can_get_its_name(tmp_path: Path) -> None:
    table = "[documents.letter.witnesses.A]\n[documents.letter.witnesses.D]\n"
    write(tmp_path, LETTER | {"variants.toml": table})

    with pytest.raises(BadSettingsFile) as caught:
        read_edition(tmp_path)

    assert caught.value.hint.startswith("If the file has a new name, give it to this table too")
    assert caught.value.hint


def test_settings_that_are_not_utf8_are_refused_with_the_line(tmp_path: Path) -> None:
    write(tmp_path, LETTER)
    (tmp_path / "variants.toml").write_bytes(b'title = "x"\n# caf\xe9\n')

    with pytest.raises(BadSettingsFile, match="line 2: this is not UTF-8"):
        read_edition(tmp_path)


def test_a_byte_order_mark_before_the_settings_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, LETTER | {"variants.toml": '\ufefftitle = "x"'})

    assert read_edition(tmp_path).title == "x"


@given(st.lists(st.sampled_from(["", "# note", 'b = """\n\n"""', "c = [\n1,\n]"]), max_size=8))
def test_the_line_of_a_key_is_where_it_is_written(before: list[str]) -> None:
    # Keys must be unique, so each gets a number.
    lines = "\n".join(
        f"k{place}{line}" if "=" in line else line for place, line in enumerate(before)
    )
    source = f"{lines}\n[a]\nkey = [\n  1,\n]\nafter = 1"

    assert line_of(source, ("a", "key")) == source[: source.index("key = ")].count("\n") + 1


def given_text(siglum: str, path: Path, *, encoding: str = "", language: str = "") -> GivenText:
    return GivenText(siglum, open_file(path, ReadOptions()), encoding, language)


def given_texts(folder: Path) -> list[GivenText]:
    write(folder, {"seed.txt": "The ship.\r\n", "other.txt": "\ufeffThe boat."})
    return [given_text("S", folder / "seed.txt"), given_text("A", folder / "other.txt")]


@settings(max_examples=30)
@given(title=st.text(), name=st.text(min_size=1, max_size=20))
def test_an_edition_that_was_made_is_read_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, title: str, name: str
) -> None:
    root = tmp_path_factory.mktemp("edition")
    texts = given_texts(tmp_path_factory.mktemp("texts"))

    try:
        made = make_edition(root, name=name, title=title, texts=texts)
    except BadDocumentName:
        assert list(root.iterdir()) == []
        return
    (document,) = read_edition(root).documents

    assert (document.name, document.title) == (name, title.encode(errors="replace").decode())
    assert [path.read_bytes() for path in made[1:]] == [text.file.data for text in texts]


@pytest.mark.parametrize("name", ["", ".a", "a\n", "a/b", "a\\b", "a:b"])
def test_a_document_has_a_name_that_files_may_have(tmp_path: Path, name: str) -> None:
    texts = given_texts(tmp_path / "given")

    with pytest.raises(BadDocumentName):
        make_edition(tmp_path / "root", name=name, title="", texts=texts)

    assert not (tmp_path / "root").exists()


def test_details_about_the_files_are_written_into_the_settings(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes("Le café.".encode("cp1252"))
    texts = [
        given_text(siglum, tmp_path / "one", encoding="cp1252", language="fr")
        for siglum in ("X", "B.1")
    ]

    make_edition(tmp_path / "made", name="a", title="", texts=texts)
    (document,) = read_edition(tmp_path / "made").documents

    assert [(each.siglum, each.text, each.language) for each in read_document(document)] == [
        ("X", "Le café.", "fr"),
        ("B.1", "Le café.", "fr"),
    ]


@pytest.mark.parametrize("place", ["variants.toml", "seeds/a.txt", "variants/a/A.txt"])
def test_making_an_edition_overwrites_nothing(tmp_path: Path, place: str) -> None:
    texts = given_texts(tmp_path / "given")
    root = write(tmp_path / "root", {place: "mine"})

    with pytest.raises(AlreadyThere):
        make_edition(root, name="a", title="", texts=texts)

    assert [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()] == [place]
    assert (root / place).read_text() == "mine"


def test_an_edition_that_cannot_be_made_whole_leaves_nothing(tmp_path: Path) -> None:
    texts = given_texts(tmp_path)
    # A file where a folder is needed, found only when the rest is already written.
    root = write(tmp_path / "root", {"variants": "a file"})

    with pytest.raises(OutputError):
        make_edition(root, name="a", title="", texts=texts)

    assert [path.name for path in root.iterdir()] == ["variants"]


@pytest.mark.parametrize("program", ["killed_init", "killed_add"])
def test_a_killed_run_leaves_an_edition_or_an_addition_whole_or_not_at_all(
    tmp_path: Path, program: str
) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", f"tests.project.{program}", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stdout.split())
    assert before > 20
    assert after > 10


def test_an_interrupted_addition_keeps_what_was_written_into_the_settings_since(
    tmp_path: Path,
) -> None:
    root = write(tmp_path / "sent", LETTER | {"variants.toml": "title = 'Old'\n"})
    added = '[documents.letter.witnesses.C]\ntitle = "New"\n'
    write(
        root, {".variants-add/variants/letter/C.txt": "New.", ".variants-add/variants.toml": added}
    )
    (root / "variants.toml").write_text("# Mine.\ntitle = 'Changed'\n", encoding="utf-8")

    (document,) = read_edition(find_edition(root)).documents

    assert ("C", "New") in [(one.siglum, one.title) for one in document.others]
    settings = (root / "variants.toml").read_text("utf-8")
    assert settings.startswith("# Mine.\ntitle = 'Changed'\n")
    assert not (root / ".variants-add").exists()


def test_an_interrupted_addition_waits_for_settings_that_can_be_read(tmp_path: Path) -> None:
    added = {".variants-add/variants.toml": '[documents.letter]\nnote = "New"\n'}
    root = write(tmp_path / "sent", LETTER | added | {"variants.toml": "title = \n"})

    with pytest.raises(BadSettingsFile, match="line 1"):
        read_edition(find_edition(root))
    (root / "variants.toml").write_text("title = 'Mended'\n", encoding="utf-8")
    (document,) = read_edition(find_edition(root)).documents

    assert document.note == "New"


def test_an_addition_changes_no_settings_outside_the_edition(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("a = 1\n", encoding="utf-8")
    added = {".variants-add/variants.toml": '[documents.letter]\nnote = "New"\n'}
    root = write(tmp_path / "sent", LETTER | added)
    (root / "variants.toml").unlink(missing_ok=True)
    (root / "variants.toml").symlink_to(tmp_path / "mine.toml")

    find_edition(root)

    assert (tmp_path / "mine.toml").read_text("utf-8") == "a = 1\n"


def test_completing_an_edition_keeps_other_files_and_writes_none_outside(tmp_path: Path) -> None:
    root = write(tmp_path / "sent", {f".variants-init/{k}": v for k, v in LETTER.items()})
    write(root, {"seeds/letter.txt": "mine", ".variants-init/variants.toml": ""})
    (tmp_path / "elsewhere").mkdir()
    (root / "variants").symlink_to(tmp_path / "elsewhere")

    assert find_edition(root) == root

    assert (root / "seeds/letter.txt").read_text() == "mine"
    assert (root / "variants.toml").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_texts_that_are_in_their_places_stay_there(tmp_path: Path) -> None:
    write(tmp_path, LETTER)
    texts = [
        given_text("S", tmp_path / "seeds/letter.txt"),
        given_text("A", tmp_path / "variants/letter/A.txt"),
        given_text("B", tmp_path / "variants/letter/B.txt"),
    ]

    made = make_edition(tmp_path, name="letter", title="", texts=texts)

    assert made == [tmp_path / "variants.toml"]
    assert [(tmp_path / name).read_text() for name in LETTER] == list(LETTER.values())


@pytest.mark.parametrize(
    "name", ["../up", "/up", "..", ".hidden", "a/b", "a\\b", "c:up", "a\0b", "a\nb", "", "a" * 201]
)
def test_a_document_cannot_be_called_like_a_path(tmp_path: Path, name: str) -> None:
    settings = f'[documents.{json.dumps(name)}]\nseed = "seeds/letter.txt"\n'
    write(tmp_path, {**LETTER, "variants.toml": settings})

    with pytest.raises(BadSettingsFile, match=r"line 1: A document cannot be called"):
        read_edition(tmp_path)


@pytest.mark.parametrize("key", ["seed", "witnesses.A.file", "witnesses.S.file"])
@pytest.mark.parametrize("where", ["../secret.txt", "seeds/../../secret.txt", "{}/secret.txt"])
def test_a_witness_outside_the_edition_is_refused(tmp_path: Path, key: str, where: str) -> None:
    (tmp_path / "secret.txt").write_text("A key.")
    name = where.format(tmp_path)
    settings = f"[documents.letter]\n{key} = {json.dumps(name)}\n"
    root = write(tmp_path / "sent", {**LETTER, "variants.toml": settings})

    with pytest.raises(BadSettingsFile, match=r"line 2: .* is outside the folder of the edition"):
        read_edition(root)


@pytest.mark.parametrize("link", ["seeds/letter.txt", "variants/letter/A.txt", "variants/letter"])
def test_a_link_that_leaves_the_edition_is_not_followed(tmp_path: Path, link: str) -> None:
    outside = write(tmp_path / "outside", LETTER)
    root = write(tmp_path / "sent", {k: v for k, v in LETTER.items() if not k.startswith(link)})
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside / link)

    with pytest.raises(OutsideEdition, match="a link to a file outside"):
        read_edition(root)


def test_a_link_inside_the_edition_is_followed(tmp_path: Path) -> None:
    write(tmp_path, {**LETTER, "originals/C.txt": "Dear friend. The ship is late, I fear."})
    (tmp_path / "variants/letter/C.txt").symlink_to("../../originals/C.txt")

    (letter,) = read_edition(tmp_path).documents

    assert [file.siglum for file in letter.others] == ["A", "B", "C"]


HOSTILE = {
    "arrays": ("x = " + "[" * 20_000, "more than 50 brackets are open"),
    "lines of arrays": ("x = " + "[\n" * 20_000, "line 51: more than 50 brackets"),
    "tables": ("x = " + "{a=" * 5_000, "more than 50 brackets are open"),
    "number": ('title = "a"\nx = ' + "9" * 10_000, "line 2: a number has more than 400 digits"),
    "hexadecimal number": ("date = 0x" + "f" * 5_000, "a number has more than"),
    "parts": (
        'title = "a"\n\n' + ".".join("a" * 20_000) + " = 1",
        "line 3: a key has more than 20",
    ),
    "parts in quotes": (".".join(['"a"'] * 20_000) + " = 1", "a key has more than 20 parts"),
    "parts of a header": ("[" + ".".join("a" * 20_000) + "]", "a key has more than 20 parts"),
    "parts inside": ("x = {" + ".".join("a" * 20_000) + " = 1}", "a key has more than 20 parts"),
    "size": ("#" * 1_000_001, "more than 1000000 characters"),
    "date": ("date = 1951-02-30", "this is not TOML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_settings_file_is_refused_at_once(tmp_path: Path, name: str) -> None:
    settings, problem = HOSTILE[name]
    write(tmp_path, {**LETTER, "variants.toml": settings})

    with pytest.raises(BadSettingsFile, match=problem):
        read_edition(tmp_path)


def test_brackets_and_full_stops_in_texts_and_comments_do_not_count(tmp_path: Path) -> None:
    marks = "[" * 99 + "." * 99
    settings = f"""
        title = "{marks}"  # {marks}
        [documents.letter]
        title = '{marks}'
        note = '''{marks}
        {marks}'''
        """
    write(tmp_path, {**LETTER, "variants.toml": settings})

    assert read_edition(tmp_path).title == marks


def test_the_line_of_an_error_after_a_long_list_is_not_searched_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = "".join(f'  ["a{n}", "b{n}"],\n' for n in range(9_000))
    settings = f'[[classify]]\nname = "x"\npairs = [\n{pairs}]\nclass = "wrong"\n'
    write(tmp_path, {**LETTER, "variants.toml": settings})
    parsed = []
    loads = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        parsed.append(len(text))
        return loads(text)

    monkeypatch.setattr(tomllib, "loads", counted)

    with pytest.raises(BadSettingsFile, match="unknown class 'wrong'"):
        read_edition(tmp_path)

    assert sum(parsed) < 4_000_000


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("((((a{100}){100}){100}){100})", "its repetitions are too many"),
        ("(a{100}b{,100}){,101}", "its repetitions are too many"),
        ("a{100000}", "its repetitions are too many"),
        ("a{9999999999}", "its repetitions are too many"),
        ("[ab]{30000}", "its repetitions are too many"),
        ("(?R)?x", "it calls itself"),
        ("(a(?1)?)", "it calls itself"),
        ("(?<x>a(?&x)?)", "it calls itself"),
        ("(?P<x>a(?P>x)?)", "it calls itself"),
        ("(" * 5_000 + "a" + ")" * 5_000, "it has more than 10000 characters"),
        ("(" * 100 + "a" + ")" * 100, "it is nested too deeply"),
        ("[" * 100 + "a" + "]" * 100, "it is nested too deeply"),
        ("(?V0)a", "flags"),
        ("a**", "multiple repeat"),
    ],
)
@pytest.mark.parametrize("key", ["seed", "other"])
def test_a_hostile_pattern_is_refused_before_it_is_compiled(
    tmp_path: Path, key: str, pattern: str, problem: str
) -> None:
    settings = f"[[classify]]\nname = 'x'\nclass = 'form'\n{key} = '{pattern}'\n"
    write(tmp_path, {**LETTER, "variants.toml": settings})

    with pytest.raises(BadSettingsFile, match=problem):
        read_edition(tmp_path)


@pytest.mark.parametrize(
    "pattern",
    [r"\d{1,3}(,\d{3})*", r"(.{0,100}) (\w{3,20})", r"[[a-z]--[aeiou]]{2}", r"\({1,200}", "(a|b)+"],
)
def test_an_ordinary_pattern_is_compiled(tmp_path: Path, pattern: str) -> None:
    settings = f"[[classify]]\nname = 'x'\nclass = 'form'\nseed = '{pattern}'\n"
    write(tmp_path, {**LETTER, "variants.toml": settings})

    assert read_edition(tmp_path).settings.rules[0].seed == pattern
