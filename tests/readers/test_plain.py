from pathlib import Path

import pytest

from variants.errors import (
    EmptyFile,
    FolderInsteadOfFile,
    MissingFile,
    UnreadableFile,
    UnsupportedFormat,
)
from variants.readers.formats import read_witness
from variants.types.witness import DivisionKind

_SEEDS = Path(__file__).parents[2] / "seeds"


def test_a_witness_holds_the_file_untouched(tmp_path: Path) -> None:
    path = tmp_path / "A.txt"
    path.write_bytes("\ufeffOne.\r\n\r\nTwo.\r\n".encode())

    witness = read_witness(
        path, siglum="A", language="ru", title="Letter", translator="N. N.", date="1953"
    )

    assert witness.text == "One.\r\n\r\nTwo.\r\n"
    assert [division.span.of(witness.text) for division in witness.divisions] == ["One.", "Two."]
    assert (witness.siglum, witness.language, witness.title) == ("A", "ru", "Letter")
    assert (witness.translator, witness.date) == ("N. N.", "1953")
    assert witness.source == path.as_posix()
    assert witness.encoding == "utf-8"
    assert witness.notices == ()


def test_a_guess_is_reported_with_the_name_of_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "A.txt"
    path.write_bytes("We don’t.".encode("cp1252"))

    witness = read_witness(path, siglum="A")

    assert witness.encoding == "cp1252"
    (notice,) = witness.notices
    assert notice.siglum == "A"
    assert "read as cp1252" in notice.message
    assert "--encoding" in notice.message


def test_a_named_encoding_is_no_guess(tmp_path: Path) -> None:
    path = tmp_path / "A.txt"
    path.write_bytes("мир".encode("koi8_r"))

    witness = read_witness(path, siglum="A", encoding="KOI8-R")

    assert (witness.text, witness.encoding, witness.notices) == ("мир", "koi8-r", ())


def test_the_telegram_has_three_headings() -> None:
    telegram = read_witness(_SEEDS / "telegram-302sh.txt", siglum="S")

    headings = [d.span for d in telegram.divisions if d.kind is DivisionKind.HEADING]

    assert len(telegram.divisions) == 15
    assert [span.of(telegram.text) for span in headings] == [
        "BEIJING, TO ROSHCHIN",
        "FILIPPOV",
        "No. 302/sh",
    ]


@pytest.mark.parametrize("name", ["letter", "letter.final", "letter.TXT", "letter.old"])
def test_an_unknown_suffix_is_part_of_a_plain_text_s_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("One.")

    assert read_witness(path, siglum="A").text == "One."


@pytest.mark.parametrize("name", ["letter.pages", "letter.ZIP", "letter.png"])
def test_a_format_that_is_not_read_yet_says_so(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("One.")

    with pytest.raises(UnsupportedFormat, match="does not read yet") as caught:
        read_witness(path, siglum="A")

    assert "plain text" in caught.value.hint


@pytest.mark.parametrize("asked", ["lettre.txt", "LETTER.TXT", "letter", "letter.manuscript"])
def test_a_missing_file_is_answered_with_one_of_a_like_name(tmp_path: Path, asked: str) -> None:
    (tmp_path / "letter.txt").write_text("One.")
    (tmp_path / "other.txt").write_text("One.")

    with pytest.raises(MissingFile) as caught:
        read_witness(tmp_path / asked, siglum="A")

    assert caught.value.near == tmp_path / "letter.txt"
    assert "letter.txt" in caught.value.hint


def test_names_that_share_only_a_suffix_are_not_similar(tmp_path: Path) -> None:
    (tmp_path / "end.txt").write_text("One.")

    with pytest.raises(MissingFile) as caught:
        read_witness(tmp_path / "nope.txt", siglum="A")

    assert caught.value.near is None


def test_a_missing_folder_has_no_like_name(tmp_path: Path) -> None:
    with pytest.raises(MissingFile) as caught:
        read_witness(tmp_path / "nowhere" / "letter.txt", siglum="A")

    assert caught.value.near is None
    assert caught.value.hint


def test_a_file_taken_for_a_folder_is_missing(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("One.")

    with pytest.raises(MissingFile):
        read_witness(tmp_path / "letter.txt" / "one.txt", siglum="A")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FolderInsteadOfFile):
        read_witness(tmp_path, siglum="A")


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_what_the_system_does_not_open_is_unreadable(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_witness(tmp_path / name, siglum="A")


def test_a_file_that_may_not_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.symlink_to(path)  # A circle: unlike a permission, it stops the administrator too.

    with pytest.raises(UnreadableFile, match="symbolic links"):
        read_witness(path, siglum="A")


@pytest.mark.parametrize("text", ["", " \r\n\t\u00a0\n", "\ufeff"])
def test_a_file_without_text_is_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(text.encode())

    with pytest.raises(EmptyFile):
        read_witness(path, siglum="A")
