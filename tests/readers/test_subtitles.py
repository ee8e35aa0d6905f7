from __future__ import annotations

import pytest

from tests.readers.documents import parts_of, read, sources_of
from variants.errors import DamagedFile, EmptyFile

_SRT = """1
00:00:01,000 --> 00:00:02,500 X1:40 X2:600
<i>We must</i>
{\\an8}go at

2
00:00:02,600 --> 00:00:04,000
once to the & harbour.

3
00:00:05,000 --> 00:00:06,000
- Where?
- <font color="red">There.</font>

40
00:00:07,000 --> 00:00:08,000
NORTH QUAY

41
00:00:08,100 --> 00:00:09,000
Sixteen
16

42
0:01:09.1 --> 0:01:10.2
ships left.
"""
_VTT = """WEBVTT - A film
Kind: captions
Language: en-GB

NOTE
a comment --> x

STYLE
::cue {color: red}

intro
00:01.000 --> 00:02.500 align:start
<v Ann>We &lt;must&gt; <c.loud>go</c></v>

NOTE another

00:02.600 --> 00:04.000
<00:02.700>at once&nbsp;to <ruby>Kyoto<rt>x</rt></ruby>.

01:00:05.000 --> 01:00:06.000
It is late.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_words_up_to_the_end_of_a_sentence_are_a_division(newline: str) -> None:
    text = read(_SRT.replace("\n", newline).encode("utf-8-sig"), "a.txt")

    assert parts_of(text) == [
        *("We must go at once to the & harbour.", "- Where?", "- There.", "NORTH QUAY"),
        "Sixteen 16 ships left.",
    ]
    assert sources_of(text) == [
        *("cues 1-2, 00:00:01", "cue 3, 00:00:05", "cue 3, 00:00:05", "cue 40, 00:00:07"),
        "cues 41-42, 00:00:08",
    ]
    assert text.notices == ()


def test_tags_and_comments_of_webvtt_are_not_text() -> None:
    text = read(_VTT.encode(), "a.vtt")

    assert parts_of(text) == ["We <must> go at once\xa0to Kyoto.", "It is late."]
    assert sources_of(text) == ["cues 1-2, 00:01", "cue 3, 01:00:05"]
    assert text.language == "en-GB"
    assert text.notices == ("a.vtt: 2 comments, 1 speaker name left out.",)


def test_the_last_line_may_be_a_number() -> None:
    text = read(b"1\n00:00:01,0 --> 00:00:02,0\nIt is\n16", "a.srt")

    assert text.text == "It is 16\n"


def test_a_hyphen_at_the_end_of_a_line_is_inside_a_word() -> None:
    text = read(b"1\n00:00:01,0 --> 00:00:02,0\nThe Anglo-\nAmericans - and -\nwe.\n", "a.srt")

    assert text.text == "The Anglo-Americans - and - we.\n"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("We must", "go.", True),
        ("He saw the", "House.", True),
        ("We must go.", "He too.", False),
        ("Wait…", "…for me.", True),
        ("I thought-", "Stop.", False),
        ("PARIS", "Now we go.", False),
        ("We must", "- Go!", False),
        ("We must", "[door opens]", False),
        ("We must", "♪ and so ♪", False),
    ],
)
def test_a_sentence_goes_on_in_the_next_cue(first: str, second: str, *, joined: bool) -> None:
    cues = (first, second, "End.", "End.")
    data = "\n\n".join(f"{n}\n00:00:0{n},0 --> 00:00:0{n},9\n{cue}" for n, cue in enumerate(cues))

    text = read(data.encode(), "a.srt")

    assert len(text.divisions) == len(cues) - joined


def test_words_without_a_time_are_counted() -> None:
    data = (
        "WEBVTT\n\nfirst\n00:01.000 --> 00:02.000\nOne.\n\nNOTE\nremark\n\nLost\nwords.\n\n"
        "00:02.000 --> 00:0x.000\nLost too.\n\nSTYLE\n::cue {}\n\nlast\n00:03.000 --> 00:04.000\n"
        "Two.\n\nLost at the end.\n"
    )

    text = read(data.encode(), "a.vtt")

    assert parts_of(text) == ["One.", "Two."]
    assert text.notices == ("a.vtt: 1 comment, 3 untimed cues left out.",)


def test_a_sentence_does_not_go_on_after_a_pause_or_without_marks() -> None:
    cue = "{}\n00:00:0{},0 --> 00:00:0{},9\n{}\n\n"
    pause = "".join(cue.format(n, n, n, each) for n, each in ((1, "He saw"), (4, "Her."), (5, "!")))
    no_marks = "".join(cue.format(n, n, n, each) for n, each in enumerate(["停战", "有利"], 1))

    assert parts_of(read(pause.encode(), "a.srt")) == ["He saw", "Her.", "!"]
    assert parts_of(read(no_marks.encode(), "a.srt")) == ["停战", "有利"]


def test_lines_that_stay_on_the_screen_are_read_once() -> None:
    lines = [" \nwe must<00:00:01.5><c> go</c>", "we must go\n ", "we must go\nto the<c> quay</c>"]
    lines += ["to the quay\n ", "to the quay\nat once"]
    data = "WEBVTT\n" + "".join(
        f"\n00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{each}\n" for n, each in enumerate(lines)
    )

    text = read(data.encode(), "a.vtt")

    assert text.text == "we must go to the quay at once\n"
    assert text.notices == ("a.vtt: 4 repeated lines left out.",)


def test_words_that_are_said_twice_are_read_twice() -> None:
    cue = "{}\n00:00:0{},0 --> 00:00:0{},9\n{}\n\n"
    words = ("No.", "No.", "Why?", "Go.", "Go.")

    text = read(
        "".join(cue.format(n, n, n, each) for n, each in enumerate(words)).encode(), "a.srt"
    )

    assert parts_of(text) == [*words]


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="it has no times"):
        read(b"WEBVTT\n\nOne.", "a.vtt")
    with pytest.raises(EmptyFile):
        read(b"1\n00:00:01,000 --> 00:00:02,000\n<i> </i>\n", "a.srt")
