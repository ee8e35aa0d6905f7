from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.editions import telegram
from tests.readers.documents import parts_of, sources_of
from variants import compare, write
from variants.errors import DamagedFile, EmptyFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.formats import read_content


def tmx(body: str, language: str = "en") -> bytes:
    return (
        '<?xml version="1.0"?><!-- made --><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
        f'<header srclang="{language}" segtype="sentence"/><body>{body}</body></tmx>'
    ).encode()


def texts(data: bytes, name: str = "a.tmx") -> tuple[FileText, ...]:
    return read_content(Path(name), data, ReadOptions())


_UNITS = (
    '<tu tuid="no 7"><tuv xml:lang="fr"><seg>Il faut partir.</seg></tuv><tuv xml:lang="en_GB"><seg>'
    'We <bpt i="1">&lt;b></bpt>must<ept i="1">&lt;/b></ept>\n go.</seg></tuv><tuv xml:lang="zh">'
    "<seg>走吧。</seg></tuv></tu><tu><note>no</note><prop type='x'>no</prop><tuv xml:lang='en-gb'>"
    "<seg>It is <hi>late</hi>.</seg></tuv><tuv lang='FR'><seg>Il est tard.</seg></tuv></tu>"
)


def test_each_language_is_a_text_with_that_of_the_source_first() -> None:
    seed, french, chinese = texts(tmx(_UNITS), "a.xml")

    assert [each.name for each in (seed, french, chinese)] == ["en-GB", "fr", "zh"]
    assert [each.language for each in (seed, french, chinese)] == ["en-GB", "fr", "zh"]
    assert parts_of(seed) == ["We must go.", "It is late."]
    assert parts_of(french) == ["Il faut partir.", "Il est tard."]
    assert parts_of(chinese) == ["走吧。"]
    assert sources_of(seed) == ["unit no 7", "unit 2"]
    assert [each.label for each in seed.divisions] == ["1", "2"]
    assert seed.units == french.units == chinese.units != ""
    assert seed.notices == ("a.xml: 2 inline codes left out.",)


@pytest.mark.parametrize(
    ("stated", "first"), [("*all*", "fr"), ("zh", "zh"), ("en", "en-GB"), ("", "fr"), ("pt", "fr")]
)
def test_the_header_names_the_source(stated: str, first: str) -> None:
    assert texts(tmx(_UNITS, stated))[0].name == first


def test_several_segments_of_a_unit_in_one_language_are_several_texts() -> None:
    unit = "<tu>{}</tu>".format(
        "".join(f'<tuv xml:lang="en"><seg>{each}</seg></tuv>' for each in ("One.", "Two.", "Three"))
    )

    found = texts(tmx(unit))

    assert [(each.name, each.text) for each in found] == [
        *(("en", "One.\n"), ("en-2", "Two.\n"), ("en-3", "Three\n")),
    ]


def test_translations_of_one_segment_into_several_languages_are_one_unit() -> None:
    units = (
        ("Yes.", "fr", "Oui."),
        ("Yes.", "fr", "Si."),
        ("Yes.", "de", "Ja."),
        ("No.", "de", ""),
    )
    body = "".join(
        f"<tu><tuv xml:lang='en'><seg>{source}</seg></tuv><tuv xml:lang='{language}'><seg>{words}"
        "</seg></tuv></tu>"
        for source, language, words in units
    )

    seed, french, german = texts(tmx(body))

    assert parts_of(seed) == ["Yes.", "Yes.", "No."]
    assert parts_of(french) == ["Oui.", "Si."]
    assert [(each.label, parts_of(german)) for each in german.divisions] == [("1", ["Ja."])]


def test_a_repeated_source_is_paired_in_order() -> None:
    rows = [
        ("Yes.", "fr", "Oui."),
        ("No.", "fr", "Non."),
        ("Yes.", "fr", "Si."),
        ("Yes.", "de", "Ja."),
    ]
    unit = "<tu><tuv xml:lang='en'><seg>{}</seg></tuv><tuv xml:lang='{}'><seg>{}</seg></tuv></tu>"

    _, french, german = texts(tmx("".join(unit.format(*row) for row in (*rows, rows[-1]))))

    assert [each.label for each in french.divisions] == ["1", "2", "3"]
    assert [each.label for each in german.divisions] == ["1", "3"]


def test_a_file_with_very_many_texts_is_refused() -> None:
    variants = "".join(f"<tuv xml:lang='x{n}'><seg>a</seg></tuv>" for n in range(1_001))
    same = "<tuv xml:lang='en'><seg>a</seg></tuv>" * 1_001

    for body in (variants, same):
        with pytest.raises(DamagedFile, match="it has over 1,000 texts"):
            texts(tmx(f"<tu>{body}</tu>"))


def test_our_own_translation_memories_are_read_back(tmp_path: Path) -> None:
    witnesses = telegram()
    write(compare(*witnesses), tmp_path / "telegram.tmx")

    found = texts((tmp_path / "telegram.tmx").read_bytes())

    assert [each.name for each in found] == ["S", "A", "B", "C"]
    assert found[1].text.split() == witnesses[1].text.split()


def test_a_line_break_separates_words() -> None:
    (text,) = texts(
        tmx('<tu><tuv xml:lang="en"><seg>One<ph type="lb">br</ph>two<it>no</it>.</seg></tuv></tu>')
    )

    assert (text.text, text.name, text.units) == ("One\ntwo.\n", "", "")
    assert text.notices == ("a.tmx: 2 inline codes left out.",)


def test_other_files_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        texts(b"<letter>One.</letter>")
    with pytest.raises(EmptyFile):
        texts(tmx("<tu><tuv xml:lang='en'><seg> </seg></tuv></tu>"))


_STORY = (
    "The ship left the harbour in the night.",
    "Nobody saw the captain on the bridge.",
    "The crew slept below.",
    "A storm came up from the south.",
    "The cargo of timber was lost near the cape.",
    "In the morning a fisherman found the wreck.",
)


def test_a_memory_of_this_program_gives_its_texts_with_gaps_and_joined_and_moved_sentences(
    tmp_path: Path,
) -> None:
    joined = f"{_STORY[1].rstrip('.')}, and {_STORY[2].lower()}"
    versions = {
        "Q": [*_STORY],
        "Yang": [*_STORY[1:], _STORY[0]],
        "B": [_STORY[0], joined, "Seven passengers were aboard.", *_STORY[4:]],
    }
    written = compare(*(" ".join(each) for each in versions.values()), sigla=[*versions])
    write(written, tmp_path / "memory.tmx")

    found = compare(tmp_path / "memory.tmx")

    cuts = (found.collation.seed, *found.collation.others)
    assert {cut.witness.siglum: " ".join(cut.witness.text.split()) for cut in cuts} == {
        siglum: " ".join(each) for siglum, each in versions.items()
    }
    assert {cut.witness.language for cut in cuts} == {"en"}
    beads = {
        rendering.siglum: [(bead.seed, bead.other, bead.moved) for bead in rendering.beads]
        for rendering in found.collation.passages[0].renderings
    }
    assert beads == {"Yang": [((0,), (4,), True)], "B": [((0,), (0,), False)]}
