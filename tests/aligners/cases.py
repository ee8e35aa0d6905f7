"""Pairs of texts that together reach every stage of aligning."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tests.aligners.texts import FIRST, SECOND, cut, forbid, force
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind

REFRAIN = "Have mercy on us."
LONG = (
    "The general ordered the old bridge over the river burnt, and so it was done.",
    "So the day was over, and it was evening; in boats the troops crossed the wide lake.",
)
SHORT = (
    "The general gave order that the old bridge over the river be burnt.",
    "And so it was.",
    "The day was over and evening fell.",
    "In boats the troops crossed the wide lake.",
)
CHINESE = (
    "你们五月三日的来信今天早上才收到。",
    "奥卡河上的桥秋天以前不能修好。",
    "两根桥柱被冰块冲走了。",
    "渡し船は毎日二往復する。",
    "แม่น้ำกว้างและลึก",
    "Мост через Оку до осени починить нельзя.",
    "وَصَلَتْ رِسَالَتُكُمْ",
)


@dataclass(frozen=True, slots=True)
class Case:
    """Two texts and the links between them."""

    seed: Segmentation
    other: Segmentation
    links: tuple[SentenceLink, ...] = ()


def divided(
    plain: Segmentation, begun: Sequence[int], labels: Mapping[int, str] | None = None
) -> Segmentation:
    """Return a text with divisions that begin at these sentences."""
    places = sorted({0, *(place for place in begun if place < len(plain.sentences))})
    starts = [plain.sentences[place].start for place in places if plain.sentences]
    bounds = pairwise([*starts, len(plain.witness.text)])
    divisions = tuple(
        Division(DivisionKind.PARAGRAPH, Span(*bound), (labels or {}).get(place, ""))
        for place, bound in zip(places, bounds, strict=False)
    )
    return replace(plain, witness=replace(plain.witness, divisions=divisions))


def _translated() -> Case:
    return Case(cut(FIRST), cut(SECOND, "A"))


def _joined() -> Case:
    """Return texts with joined, split, omitted and added sentences."""
    seed = (*FIRST[:9], "So be it.", *FIRST[9:13], *FIRST[14:])
    halves = ("The rye is tall.", "Drought has done the oats no harm.")
    joined = (f"{SECOND[4]} {SECOND[5]}", f"{SECOND[8]} All agreed to this.")
    other = (*SECOND[:4], joined[0], *SECOND[6:8], joined[1], *SECOND[9:14], *halves, *SECOND[15:])
    return Case(cut(seed), cut(other, "A"))


def _extended() -> Case:
    """Return a sentence that corresponds to more sentences than any shape has."""
    seed = (*FIRST[:4], " ".join(FIRST[4:13]), *FIRST[13:])
    return Case(cut(seed), cut(SECOND, "A"))


def _moved() -> Case:
    """Return texts with a moved passage and a moved sentence."""
    other = (*SECOND[:4], *SECOND[8:17], *SECOND[18:21], *SECOND[4:8], SECOND[17], *SECOND[21:])
    return Case(cut(FIRST), cut(other, "A"))


def _halves() -> Case:
    return Case(cut(FIRST[:24]), cut((*SECOND[12:24], *SECOND[:12]), "A"))


def _borders() -> Case:
    return Case(cut((*FIRST, *LONG)), cut((*SECOND, *SHORT), "A"))


def _cut() -> Case:
    """Return texts with sentences that are cut into pieces."""
    seed = (*FIRST[:3], " ".join(FIRST[3:15]), *FIRST[15:])
    other = (*SECOND[:12], " ".join(SECOND[12:]))
    return Case(cut(seed), cut(other, "A"))


def _divided() -> Case:
    """Return texts with a refrain whose place only the paragraphs show."""
    begun = (2, 4, 6, 8, 9, 11)
    seed = cut((*FIRST[:12], *[REFRAIN] * 6, *FIRST[12:]))
    other = cut((*SECOND[:12], *[REFRAIN] * 5, *SECOND[12:]), "A")
    later = (13, 16, 17, 19, 21, 22)
    return Case(
        divided(seed, (*begun, 12, 14, 16, *(place + 6 for place in later))),
        divided(other, (*begun, 12, 14, 15, *(place + 5 for place in later))),
    )


def _numbered() -> Case:
    """Return texts with numbered sentences, of which the other side lacks two."""
    numbers = range(1, len(FIRST) + 6)
    seed = (*FIRST[:12], *[REFRAIN] * 6, *FIRST[12:])
    lacking = [number for number in numbers if number not in {14, 20}]
    labels = {place: str(number) for place, number in enumerate(lacking, 1)}
    other = [SECOND[0], *(seed[number] for number in lacking)]
    return Case(
        divided(cut(seed), numbers, {place: str(place) for place in numbers}),
        divided(cut(other, "A"), list(labels), labels),
    )


def _linked() -> Case:
    """Return texts with forced beads on the path, across it and unmatched, and forbidden pairs."""
    seed, other = cut(FIRST), cut(SECOND, "A")
    links = (
        force(seed, other, (4,), (5, 6)),
        force(seed, other, (9,), (16,)),
        force(seed, other, (15,), (3,)),
        force(seed, other, (19,), ()),
        force(seed, other, (), (21,)),
        forbid(seed, other, (12, 13), (12, 13)),
    )
    return Case(seed, other, links)


def _linked_pieces() -> Case:
    """Return texts with pieces of sentences and links inside them."""
    seed = cut((" ".join(FIRST[:14]), *FIRST[14:]))
    other = cut((*SECOND[:20], " ".join(SECOND[20:])), "A")
    links = (force(seed, other, (), (8,)), forbid(seed, other, (0,), (11, 12)))
    return Case(seed, other, links)


def _refrains() -> Case:
    seed, other = ("Lord, have mercy upon us.",), ("O Lord, have mercy on us.",)
    return Case(cut((*seed * 9, *FIRST[:3])), cut((*other * 10, *SECOND[:3]), "A"))


def _scripts() -> Case:
    changed = [text[: 3 * len(text) // 4] for text in CHINESE]
    return Case(cut(CHINESE), cut((*changed[:2], *changed[3:], "渡"), "A"))


def _unrelated() -> Case:
    strangers = (
        "Heat the oven and butter a dish.",
        "Beat four eggs with sugar until pale.",
        "Fold in flour, then melted chocolate.",
        "Bake until a knife comes out clean.",
        "Let everything cool.",
        "Whip cream stiffly.",
        "Spread over cake.",
        "Decorate with cherries, almonds or grated peel.",
        "Serve cold.",
    )
    return Case(cut(FIRST), cut(strangers, "A"))


def _undecided() -> Case:
    return Case(cut(("He came home.", "She left.")), cut(("Он пришёл домой.", "Она ушла."), "A"))


def _drawn() -> Case:
    """Return long texts of drawn words: a wide band, and anchors far from one another."""
    draw = random.Random(11)  # noqa: S311 - equal words in every run
    words = ["".join(draw.choices("abcdefgh", k=5)) for _ in range(160)]
    common = ["the", "of", "and", "to", "in"]

    def sentence() -> list[str]:
        count = draw.randint(4, 14)
        return [draw.choice(words if draw.random() < 0.6 else common) for _ in range(count)]

    seed = [sentence() for _ in range(110)]
    other = [
        [word if draw.random() < 0.6 else draw.choice(words) for word in each] for each in seed
    ]
    added = [sentence() for _ in range(40)]
    other = [*other[:20], *other[34:60], *added, *other[60:84], *other[90:], *other[85:89]]
    other[5:7] = [[*other[5], *other[6]]]
    return Case(cut(list(map(" ".join, seed))), cut(list(map(" ".join, other)), "A"))


def _short() -> Case:
    return Case(cut(["Yes."] * 3), cut(["Yes.", "Yes."], "A"))


CASES = {
    "translated": _translated(),
    "joined": _joined(),
    "extended": _extended(),
    "moved": _moved(),
    "halves": _halves(),
    "borders": _borders(),
    "cut": _cut(),
    "divided": _divided(),
    "numbered": _numbered(),
    "linked": _linked(),
    "linked-pieces": _linked_pieces(),
    "refrains": _refrains(),
    "scripts": _scripts(),
    "unrelated": _unrelated(),
    "undecided": _undecided(),
    "drawn": _drawn(),
    "short": _short(),
}
