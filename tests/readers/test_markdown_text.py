import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import EmptyFile
from variants.types.witness import DivisionKind

_LETTER = """---
title: "A Telegram"
author: N. N.
---

# To *Mao*

We **must** go[^1] now,
and `x_y`.\\
So [it](https://example.org) is \\*here\\*.

- one
- two

[^1]: On foot.

    Or by ferry[^late].

[^late]: It runs late.

| a | b |
|---|---|
| c | I won't |

<div>Some <b>HTML</b></div>

    code  here
"""


def test_marks_are_no_text_and_notes_are_last() -> None:
    text = read(_LETTER.encode(), "a.md")

    assert parts_of(text) == [
        *("To Mao", "We must go now, and x_y.\nSo it is *here*.", "one", "two"),
        *("a", "b", "c", "I won't", "Some HTML", "code  here"),
        *("*On foot.\n\nOr by ferry.", "*It runs late."),
    ]
    assert text.divisions[0].kind is DivisionKind.HEADING
    assert sources_of(text)[:3] == ["line 6", "line 8", "line 12"]
    assert sources_of(text)[-2:] == ["fn. 1", "fn. 2"]
    assert text.divisions[-2].mark == text.text.index(" now")
    assert text.metadata == (("title", "A Telegram"), ("author", "N. N."))
    assert text.encoding == "utf-8"


def test_a_picture_is_counted() -> None:
    text = read(b"One![alt](x.png)<!-- no --> two.<br>Three.", "a.md")

    assert text.text == "One two.\nThree.\n"
    assert text.notices == ("a.md: 1 picture left out.",)


def test_a_file_without_words_is_an_error() -> None:
    with pytest.raises(EmptyFile):
        read(b"---\ntitle: x\n---\n\n***\n", "a.md")
