from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.documents import parts_of, sources_of
from variants.errors import DamagedFile, EmptyFile
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
    assert sources_of(source) == ["line 10", "line 16", "line 16", "line 22"]
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
    (text,) = texts(rb'msgid "a\\n\x41\102\q\tb"' b'\nmsgstr ""\n')

    assert text.text == "a\\nABq\tb\n"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'msgid "a"\nmsgstr "b\n', "line 2 is not part of an entry"),
        (b'"a"\n', "line 1 is not part of an entry"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgid_plural "c"\n', "line 3 repeats msgid_plural"),
    ],
)
def test_damaged_files_are_errors(data: bytes, problem: str) -> None:
    with pytest.raises(DamagedFile, match=problem):
        texts(data)


def test_files_without_messages_are_errors() -> None:
    with pytest.raises(EmptyFile):
        texts(_HEADER.format("UTF-8").encode())
