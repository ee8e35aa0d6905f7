from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.readers.documents import parts_of, sources_of
from variants.errors import DamagedFile, EmptyFile, OverLimit
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content

_HEADER = r"""# A harbour.
msgid ""
msgstr ""
"Project-Id-Version: harbour 1\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language: pt_BR\n"
"Content-Type: text/plain; charset={}\n"

"""
_ENTRIES = r"""#: a.c:1
msgid "The ferry \"Ama\" leaves."
msgstr "A balsa parte é."

#, fuzzy, c-format
#| msgid "old"
msgctxt "menu"
msgid "%d ship"
msgid_plural "%d "
"ships\n"
msgstr[0] "%d barco"
msgstr[1] "%d barcos\tx"
msgstr[2] "%d"
msgid "Quay"
msgstr ""

#~ msgid "gone"
#~ msgstr "foi"
"""


def texts(data: bytes, name: str = "a.po") -> tuple[FileText, ...]:
    return read_content(Path(name), data, ReadOptions())


@pytest.mark.parametrize("charset", ["UTF-8", "ISO-8859-1", "CHARSET"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_messages_and_translations_are_paired(charset: str, newline: str) -> None:
    written = (_HEADER.format(charset) + _ENTRIES).replace("\n", newline)
    encoding = "utf-8" if charset == "CHARSET" else charset

    source, target = texts(written.encode(encoding), "a.txt")

    assert (source.name, source.language) == ("source", "")
    assert (target.name, target.language) == ("pt-BR", "pt-BR")
    assert parts_of(source) == ['The ferry "Ama" leaves.', "%d ship", "%d ships", "Quay"]
    assert parts_of(target) == ["A balsa parte é.", "%d barco", "%d barcos\tx"]
    assert [each.label for each in target.divisions] == ["1", "2", "3"]
    assert sources_of(source) == ["line 10", "line 13", "line 13", "line 22"]
    assert source.units == target.units != ""
    assert source.metadata == (("title", "harbour 1"),)
    assert source.notices == (
        "a.txt: 1 unfinished translation read.",
        "a.txt: 1 obsolete message, 1 plural form left out.",
    )


def test_a_wrong_header_and_comments_change_nothing() -> None:
    data = _HEADER.format("UTF-8") + '# A fuzzy one.\nmsgid "size"\nmsgstr "tamanho é"\n'

    _, target = texts(data.encode("cp1252"))

    assert target.text == "tamanho é\n"
    assert [each for each in target.notices if "unfinished" in each] == []


def test_escapes_are_characters() -> None:
    (text,) = texts(rb'msgid "a\\n\tb\nc\\"' b'\nmsgstr ""\n')

    assert text.text == "a\\n\tb\nc\\\n"


@pytest.mark.parametrize(
    "comment", ["#note", "#= sticky", "#|", "#,fuzzy", "#~| msgid", "#~", "#:"]
)
def test_no_comment_is_damage(comment: str) -> None:
    _, target = texts(
        f'msgid "a"\nmsgstr "b"\n\n{comment}\nmsgid"c"\nmsgstr "d"\n{comment}\n'.encode()
    )

    assert parts_of(target) == ["b", "d"]
    assert any("unfinished" in each for each in target.notices) == ("fuzzy" in comment)


@pytest.mark.parametrize("separator", ["\u2028", "\x85", "\x0b"])
def test_a_separator_of_lines_in_a_message_does_not_end_it(separator: str) -> None:
    source, target = texts(f'msgid "a{separator}b"\nmsgstr "c{separator}d"\n'.encode())

    assert (source.text, target.text) == (f"a{separator}b\n", f"c{separator}d\n")


def test_a_separator_of_lines_in_flags_does_not_end_them() -> None:
    _, target = texts('#, fuzzy\u2028c-format\nmsgid "a"\nmsgstr "b"\n'.encode())

    assert parts_of(target) == ["b"]


def test_long_files_are_read_in_parts() -> None:
    entries = "".join(
        f'msgctxt "{n}"\nmsgid "a{n}"\nmsgstr "b"\n"{n}"\n#~msgid "x"\n#~msgstr ""\n'
        for n in range(900)
    )

    source, target = texts(entries.encode())

    assert parts_of(source) == [f"a{n}" for n in range(900)]
    assert parts_of(target) == [f"b{n}" for n in range(900)]
    assert sources_of(source) == [f"line {6 * n + 1}" for n in range(900)]
    assert source.notices == ("a.po: 900 obsolete messages left out.",)


def test_the_time_for_a_file_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count(0, 40)
    monkeypatch.setattr("variants.readers.po.time.monotonic", lambda: next(clock))

    with pytest.raises(OverLimit, match="takes over 60 seconds"):
        texts(b'msgid "a"\nmsgstr "b"\n\n' * 1000)


def test_a_message_that_is_the_name_of_a_file_opens_none(tmp_path: Path) -> None:
    file = tmp_path / "other.po"
    file.write_text('msgid "outside"\nmsgstr "of the file"\n')

    with pytest.raises(DamagedFile, match="line 1 is not part of an entry"):
        read_content(Path("a.po"), str(file).encode(), ReadOptions())


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'msgid "a"\nmsgstr "b\n', "line 2 is not part of an entry"),
        (b'"a"\n', "line 1 is not part of an entry"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgid_plural "c"\n', "line 3 is not part of an entry"),
        (b'msgid "a"\nmsgstr[1234] "b"\n', "line 2 is not part of an entry"),
        (b'msgid "a"\n' + b'"b"\n' * 10_001, "a message has over 10,000 lines"),
    ],
)
def test_damaged_files_are_errors(data: bytes, problem: str) -> None:
    with pytest.raises(DamagedFile, match=problem):
        texts(data)


def test_files_without_messages_are_errors() -> None:
    with pytest.raises(EmptyFile):
        texts(_HEADER.format("UTF-8").encode())
