"""Measure where the segmenter ends sentences, in ten kinds of text.

    python benchmarks/borders.py                     the halves that may be looked at
    python benchmarks/borders.py --show              likewise, with each border that is wrong
    python benchmarks/borders.py --half last --peers

The texts in ``benchmarks/borders`` were written for this measure. Each begins with a line such as
"= first en": its half and its language. Each other line is a paragraph. A bar ends a sentence; a
broken bar is a border that may be found or not. The ends of paragraphs are given to every segmenter
and are not counted. The rules of the segmenter are made on the first halves only, so the last
halves are shown as figures, never border by border.

The other segmenters (sentencex, pysbd, syntok, and punkt with its trained models) are measured if
they are installed. A language that one of them lacks is read as English.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold import signature
from variants.segmenters import cut_sentences
from variants.types.witness import Witness

TEXTS = Path(__file__).parent / "borders"
HALVES = ("first", "last")
_SHOWN = 30  # Characters on both sides of a border that is shown.
_PUNKT = {"de": "german", "fr": "french", "pl": "polish", "ru": "russian"}

Cut = Callable[[str, str], Sequence[str]]
"""Function from a language and a paragraph to its sentences."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its borders.

    Attributes:
        kind: Name of its file.
        half: Half that it is in.
        language: Code of its language.
        paragraphs: Its paragraphs, each with bars.
    """

    kind: str
    half: str
    language: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Numbers of borders that are found and right, only found, and only right."""

    both: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        """Return the sum of two counts."""
        return Count(self.both + other.both, self.found + other.found, self.right + other.right)

    @property
    def gold(self) -> int:
        """Number of borders of the gold."""
        return self.both + self.right

    @property
    def score(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.both / max(1, 2 * self.both + self.found + self.right)


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=HALVES, default="first")
    parser.add_argument("--peers", action="store_true", help="measure other segmenters as well")
    parser.add_argument("--show", action="store_true", help="print the borders that are wrong")
    arguments = parser.parse_args()
    if arguments.show and arguments.half == "last":
        parser.error("the last halves are not shown border by border")
    chosen = [text for text in read_texts() if text.half == arguments.half]
    ways: dict[str, Callable[[Text], list[list[str]]]] = {"variants": _ours}
    if arguments.peers:
        ways |= {name: _by_paragraph(cut) for name, cut in _peers().items()}
    print(signature(), end="\n\n")
    print(f"| {arguments.half} halves | borders | {' | '.join(ways)} |")
    print("|---" * (2 + len(ways)) + "|")
    total = dict.fromkeys(ways, Count())
    for kind in sorted({text.kind for text in chosen}):
        texts = [text for text in chosen if text.kind == kind]
        counts = {name: sum(map(_counter(cut), texts), Count()) for name, cut in ways.items()}
        print(_line(kind, counts))
        total = {name: total[name] + counts[name] for name in ways}
        if arguments.show:
            print("".join(f"{line}\n" for text in texts for line in _wrong(text)), end="")
    print(_line("all", total))


def read_texts() -> Iterator[Text]:
    """Yield the texts of all kinds."""
    for path in sorted(TEXTS.glob("*.txt")):
        head, *parts = path.read_text(encoding="utf-8").split("= ")
        if head:
            msg = f"{path.name} does not begin with a half and a language"
            raise ValueError(msg)
        for part in parts:
            first, *paragraphs = part.splitlines()
            half, language = first.split()
            yield Text(path.stem, half, language, tuple(paragraphs))


def _line(kind: str, counts: Mapping[str, Count]) -> str:
    scores = " | ".join(f"{count.score:.3f}" for count in counts.values())
    return f"| {kind} | {next(iter(counts.values())).gold} | {scores} |"


def _bare(paragraph: str) -> str:
    return paragraph.replace("|", "").replace("¦", "")


def _ours(text: Text) -> list[list[str]]:
    """Return the sentences of each paragraph, cut as one witness."""
    bare = [_bare(each) for each in text.paragraphs]
    witness = Witness("S", "\n\n".join(bare), language=text.language)
    found: list[list[str]] = [[] for _ in bare]
    ends, at = [], 0
    for paragraph in bare:
        at += len(paragraph) + 2
        ends.append(at)
    for sentence in cut_sentences(witness).sentences:
        number = next(n for n, end in enumerate(ends) if sentence.start < end)
        found[number].append(sentence.of(witness.text))
    return found


def _by_paragraph(cut: Cut) -> Callable[[Text], list[list[str]]]:
    return lambda text: [list(cut(text.language, _bare(each))) for each in text.paragraphs]


def _counter(cut: Callable[[Text], list[list[str]]]) -> Callable[[Text], Count]:
    """Return the function that counts the borders of a text."""

    def count(text: Text) -> Count:
        result = Count()
        for paragraph, sentences in zip(text.paragraphs, cut(text), strict=True):
            right = _borders(paragraph.split("|"))
            either = _borders(paragraph.replace("|", "").split("¦"))
            found = _borders(sentences) - either
            result += Count(len(found & right), len(found - right), len(right - found))
        return result

    return count


def _borders(parts: Sequence[str]) -> set[int]:
    """Return the borders between parts, each as the number of visible characters before it."""
    lengths = [len("".join(_bare(part).split())) for part in parts]
    return {sum(lengths[:number]) for number in range(1, len(lengths))}


def _wrong(text: Text) -> Iterator[str]:
    """Yield a line for each border of ours that is missed or not right."""
    for paragraph, sentences in zip(text.paragraphs, _ours(text), strict=True):
        right = _borders(paragraph.split("|"))
        either = _borders(paragraph.replace("|", "").split("¦"))
        found = _borders(sentences) - either
        bare = _bare(paragraph)
        places = [at for at, character in enumerate(bare) if not character.isspace()]
        for border in sorted(found ^ right):
            at = places[border]
            sign = "+" if border in found else "-"
            yield f"    {sign} {bare[max(0, at - _SHOWN) : at]}|{bare[at : at + _SHOWN]}"


def _peers() -> dict[str, Cut]:
    """Return the other segmenters that are installed."""
    makers = {"sentencex": _sentencex, "pysbd": _pysbd, "syntok": _syntok, "punkt": _punkt}
    return {name: make() for name, make in makers.items() if importlib.util.find_spec(name)}


def _library(name: str) -> Any:  # noqa: ANN401 - a library that may be missing has no types here
    return importlib.import_module(name)


def _sentencex() -> Cut:
    segment = _library("sentencex").segment
    return lambda language, paragraph: list(segment(language, paragraph))


def _pysbd() -> Cut:
    pysbd = _library("pysbd")
    known = _library("pysbd.languages").LANGUAGE_CODES

    def cut(language: str, paragraph: str) -> Sequence[str]:
        code = language if language in known else "en"
        return list(pysbd.Segmenter(language=code, clean=False).segment(paragraph))

    return cut


def _syntok() -> Cut:
    tokenizer, segmenter = _library("syntok.tokenizer"), _library("syntok.segmenter")

    def cut(_language: str, paragraph: str) -> Sequence[str]:
        tokens = tokenizer.Tokenizer(replace_not_contraction=False).tokenize(paragraph)
        sentences = segmenter.split(tokens)
        return ["".join(f"{token.spacing}{token.value}" for token in each) for each in sentences]

    return cut


def _punkt() -> Cut:
    punkt = _library("punkt")

    def cut(language: str, paragraph: str) -> Sequence[str]:
        model = punkt.load_model(_PUNKT.get(language, "english"))
        return list(punkt.PunktSentenceTokenizer(model).tokenize(paragraph))

    return cut


if __name__ == "__main__":
    main()
