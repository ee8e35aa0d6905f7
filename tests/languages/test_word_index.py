import sys
from pathlib import Path

from tests.project.editions import ROOT
from variants.languages.word_index import WordIndex, read_word_index

sys.path.append(str(ROOT / "benchmarks"))

from make_kin import make_index, read_licence, read_senses, read_synsets, relate

_NOUNS = """  1 The licence of
  2 the data.
00000010 17 n 01 vessel 0 002 ~ 00000020 n 0000 ~ 00000030 n 0000 | for water
00000020 17 n 02 boat 0 small_boat 0 002 @ 00000010 n 0000 + 00000040 v 0101 | small
00000030 17 n 01 ship 0 001 @ 00000010 n 0000 | large
"""
_VERBS = "00000040 38 v 01 boat 0 01 + 00000020 n 0101 00 | go by boat\n"
_ADJECTIVES = """00000050 00 s 01 big(p) 0 001 ! 00000060 a 0101 | not small
00000060 00 a 01 small 0 002 ! 00000050 s 0101 & 00000070 s 0000 | not big
00000070 00 s 01 tiny 0 001 & 00000060 a 0000 | very small
"""
_SENSES = """big%5:00:00:: 00000050 1 3
boat%1:17:00:: 00000020 1 9
boat%2:38:00:: 00000040 1 0
small_boat%1:17:00:: 00000020 1 0
"""


def _dictionary(folder: Path) -> Path:
    texts = {"noun": _NOUNS, "verb": _VERBS, "adj": _ADJECTIVES, "adv": ""}
    for name, text in texts.items():
        (folder / f"data.{name}").write_text(text, "latin-1")
    (folder / "index.sense").write_text(_SENSES, "latin-1")
    return folder


def _bytes(folder: Path) -> bytes:
    synsets = read_synsets(folder)
    words = ["big", "boat", "ship", "small", "tiny", "vessel"]
    return make_index(words, relate(words, synsets), read_senses(folder, words))


def _index(folder: Path) -> WordIndex:
    path = folder / "kin.bin"
    path.write_bytes(_bytes(_dictionary(folder)))
    return read_word_index(path)


def test_words_are_found_by_their_numbers(tmp_path: Path) -> None:
    index = _index(tmp_path)

    words = ("", "a", "big", "boat", "boats", "small_boat", "vessel", "vest")

    assert [index.number_of(word) for word in words] == [None, None, 0, 1, None, None, 5, None]


def test_a_word_has_the_weights_and_topics_of_its_parts_of_speech(tmp_path: Path) -> None:
    index = _index(tmp_path)

    noun, verb, adjective, adverb = index.weights_of(1)

    assert noun > verb > adjective == adverb == 0
    assert (index.topics_of(1), index.topics_of(0)) == ((17, 38), (0, 0))


def test_meanings_lead_to_wider_and_similar_ones(tmp_path: Path) -> None:
    index = _index(tmp_path)

    assert index.up_from(index.senses_of(1)) == index.senses_of(5)
    assert index.up_from(index.senses_of(5)) == frozenset()
    assert index.similar_to(index.senses_of(3)) == index.senses_of(4)


def test_derived_words_and_antonyms_are_found(tmp_path: Path) -> None:
    index = _index(tmp_path)

    assert index.derived_from(1) == (1,)
    assert index.opposed_to(0) == (3,)
    assert not index.opposed_to(3)
    assert index.are_opposed(0, 3)
    assert index.are_opposed(3, 0)
    assert not index.are_opposed(3, 4)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    assert _bytes(_dictionary(tmp_path)) == _bytes(tmp_path)


def test_the_licence_is_read_without_the_numbers_of_its_lines(tmp_path: Path) -> None:
    assert read_licence(_dictionary(tmp_path)) == "The licence of\nthe data.\n"
