"""A collation made by hand, with every sort of difference."""

from __future__ import annotations

from dataclasses import dataclass

from variants.types.bead import Bead
from variants.types.collation import (
    Attestation,
    Collation,
    Entry,
    Passage,
    Reading,
    Rendering,
    Signature,
)
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import Flag, Kind
from variants.types.witness import Witness


def cut(siglum: str, title: str, sentences: list[str], gap: str = " ") -> Segmentation:
    """Return the segmentation of a witness with the given sentences."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + len(gap)
    text = gap.join(sentences)
    witness = Witness(siglum, text, title=title, source=f"{siglum}.txt", encoding="utf-8")
    return Segmentation(witness, tuple(spans))


@dataclass(frozen=True)
class Place:
    """Words of a sentence, or the point before or after them."""

    sentence: int
    words: str
    point: str = ""

    def within(self, segmentation: Segmentation) -> Span:
        """Return the span in a segmentation."""
        text = segmentation.witness.text
        sentence = segmentation.sentences[self.sentence]
        start = text.index(self.words, sentence.start, sentence.end)
        end = start + len(self.words)
        return {"": Span(start, end), "before": Span(start, start), "after": Span(end, end)}[
            self.point
        ]


def reading(kind: Kind, places: dict[Segmentation, Place], *flags: Flag) -> Reading:
    """Return a reading at the given places, with the wording of the first."""
    spans = {one: place.within(one) for one, place in places.items()}
    first = next(iter(spans))
    return Reading(
        " ".join(spans[first].of(first.witness.text).split()),
        kind,
        frozenset(flags),
        tuple(Attestation(one.witness.siglum, span, (span,), 0.95) for one, span in spans.items()),
    )


SEED = cut(
    "S",
    "Seed",
    [
        "The council met on Monday [in the old hall].",
        "Three ships must sail before the ice comes, because the harbour will close.",
        "Their captains are not dreamers, but seasoned sailors.",
        "Send sixteen barrels of oil.",
        "The crews have been told nothing.",
        "It is possible that these are merely rumours.",
        "The envoy Li Wei (李伟) will bring the letters — and the word שלום with them.",
        "Burn this note.",
    ],
)
A = cut(
    "A",
    "Second translation, older conventions",
    [
        "The council met on Monday [bold]in the old hall[/bold].",
        "Three ships should sail before the ice comes because the harbor will close.",
        "Their captains are not dreamers but experienced seamen.",
        "Send 16 barrels of oil.",
        "The crews have been told nothing.",
        "It is possible that these are rumors.",
        "The envoy Li Wei (李偉) will bring the letters — and the word سلام with them.",
        "Burn this note.",
    ],
)
B = cut(
    "B",
    "Literal crib",
    [
        "On Monday met the council [in the old hall].",
        "Before the ice comes, three ships must sail.",
        "The harbour will close.",
        "Their captains — not dreamers, but hardened sailors; send sixty barrels of oil.",
        "It is possible that these are merely rumours.",
        "The envoy Li Wei (李伟) will bring the letters — and the word שלום with them.",
        "To the crews nothing has been told.",
        "Burn this note.",
    ],
)
C = cut(
    "C",
    "Free rendering",
    [
        "The council met on Monday [in the old hall].",
        "Get three ships out ahead of the ice, or they will be locked in all winter.",
        "Their captains are real sailors and no dreamers.",
        "The whole town talks of it.",
        "Send sixteen barrels of the best oil.",
        "Nobody has told the crews anything.",
        "These may not be rumours at all.",
        "Our envoy Li Wei (李伟) brings the letters — and the word שלום with them.",
    ],
)


def _one(siglum: str, seed: int, other: int, confidence: float = 0.97) -> Rendering:
    return Rendering(siglum, (other,), (Bead((seed,), (other,), confidence),))


def _passages() -> tuple[Passage, ...]:
    kind, flag = Kind, Flag
    return (
        Passage(
            "1",
            (0,),
            (_one("A", 0, 0), _one("B", 0, 0), _one("C", 0, 0)),
            (
                Entry(
                    "1.1",
                    "k3f9q2aa",
                    Place(0, "The council met on Monday").within(SEED),
                    ("A", "C"),
                    (reading(kind.MOVED, {B: Place(0, "On Monday met the council")}),),
                ),
                Entry(
                    "1.2",
                    "k3f9q2ab",
                    Place(0, "[in the old hall]").within(SEED),
                    ("B", "C"),
                    (reading(kind.PUNCTUATION, {A: Place(0, "[bold]in the old hall[/bold]")}),),
                ),
            ),
        ),
        Passage(
            "2",
            (1,),
            (
                _one("A", 1, 1),
                Rendering("B", (1, 2), (Bead((1,), (1, 2), 0.91),)),
                _one("C", 1, 1, 0.41),
            ),
            (
                Entry(
                    "2.1",
                    "k3f9q2ba",
                    SEED.sentences[1],
                    ("A", "B"),
                    (
                        reading(
                            kind.RECAST,
                            {
                                C: Place(
                                    1,
                                    "Get three ships out ahead of the ice, or they will be "
                                    "locked in all winter.",
                                )
                            },
                        ),
                    ),
                ),
                Entry(
                    "2.2",
                    "k3f9q2bb",
                    Place(1, "must").within(SEED),
                    ("B",),
                    (reading(kind.FUNCTION_WORD, {A: Place(1, "should")}, flag.MODALITY),),
                ),
                Entry(
                    "2.3",
                    "k3f9q2bc",
                    Place(1, "before the ice comes").within(SEED),
                    ("A",),
                    (reading(kind.MOVED, {B: Place(1, "Before the ice comes")}),),
                ),
                Entry(
                    "2.4",
                    "k3f9q2bd",
                    Place(1, ",").within(SEED),
                    ("B",),
                    (reading(kind.PUNCTUATION, {A: Place(1, "comes", "after")}),),
                ),
                Entry(
                    "2.5",
                    "k3f9q2be",
                    Place(1, "because").within(SEED),
                    ("A",),
                    (reading(kind.OMITTED, {B: Place(2, "The harbour", "before")}),),
                ),
                Entry(
                    "2.6",
                    "k3f9q2bf",
                    Place(1, "harbour").within(SEED),
                    ("B",),
                    (reading(kind.SPELLING, {A: Place(1, "harbor")}),),
                ),
            ),
        ),
        Passage(
            "3–4",
            (2, 3),
            (
                Rendering("A", (2, 3), (Bead((2,), (2,), 0.99), Bead((3,), (3,), 0.99))),
                Rendering("B", (3,), (Bead((2, 3), (3,), 0.9),)),
                Rendering("C", (2, 4), (Bead((2,), (2,), 0.9), Bead((3,), (4,), 0.9))),
            ),
            (
                Entry(
                    "3.1",
                    "k3f9q2ca",
                    Place(2, "not dreamers, but seasoned sailors").within(SEED),
                    (),
                    (
                        reading(kind.WORDING, {A: Place(2, "not dreamers but experienced seamen")}),
                        reading(kind.WORDING, {B: Place(3, "not dreamers, but hardened sailors")}),
                        reading(kind.MOVED, {C: Place(2, "real sailors and no dreamers")}),
                    ),
                ),
                Entry(
                    "4.1",
                    "k3f9q2cb",
                    Place(3, "sixteen").within(SEED),
                    ("C",),
                    (
                        reading(kind.WORDING, {B: Place(3, "sixty")}, flag.NUMBER),
                        reading(kind.NUMERAL, {A: Place(3, "16")}),
                    ),
                ),
                Entry(
                    "4.2",
                    "k3f9q2cc",
                    Place(3, "oil", "before").within(SEED),
                    ("A", "B"),
                    (reading(kind.ADDED, {C: Place(4, "the best")}),),
                ),
            ),
        ),
        Passage(
            "4+1",
            (),
            (Rendering("C", (3,), (Bead((), (3,), 0.93),)),),
            (
                Entry(
                    "4.3",
                    "k3f9q2da",
                    Place(3, "oil.", "after").within(SEED),
                    ("A", "B"),
                    (reading(kind.ADDED, {C: Place(3, "The whole town talks of it.")}),),
                ),
            ),
        ),
        Passage(
            "5",
            (4,),
            (
                _one("A", 4, 4),
                Rendering("B", (6,), (Bead((4,), (6,), 0.88, moved=True),)),
                _one("C", 4, 5),
            ),
            (
                Entry(
                    "5.1",
                    "k3f9q2ea",
                    SEED.sentences[4],
                    ("A",),
                    (
                        reading(kind.MOVED, {B: Place(6, "To the crews nothing has been told.")}),
                        reading(kind.RECAST, {C: Place(5, "Nobody has told the crews anything.")}),
                    ),
                ),
            ),
        ),
        Passage(
            "6",
            (5,),
            (_one("A", 5, 5), _one("B", 5, 4), _one("C", 5, 6)),
            (
                Entry(
                    "6.1",
                    "k3f9q2fa",
                    Place(5, "It is possible that these are merely").within(SEED),
                    ("A", "B"),
                    (reading(kind.WORDING, {C: Place(6, "These may not be")}, flag.NEGATION),),
                ),
                Entry(
                    "6.2",
                    "k3f9q2fb",
                    Place(5, "merely").within(SEED),
                    ("B",),
                    (reading(kind.OMITTED, {A: Place(5, "rumors", "before")}),),
                ),
                Entry(
                    "6.3",
                    "k3f9q2fc",
                    Place(5, "rumours").within(SEED),
                    ("B", "C"),
                    (reading(kind.SPELLING, {A: Place(5, "rumors")}),),
                ),
            ),
        ),
        Passage(
            "7",
            (6,),
            (_one("A", 6, 6), _one("B", 6, 5), _one("C", 6, 7)),
            (
                Entry(
                    "7.1",
                    "k3f9q2ga",
                    Place(6, "The").within(SEED),
                    ("A", "B"),
                    (reading(kind.FUNCTION_WORD, {C: Place(7, "Our")}),),
                ),
                Entry(
                    "7.2",
                    "k3f9q2gb",
                    Place(6, "李伟").within(SEED),
                    ("B", "C"),
                    (reading(kind.NAME_FORM, {A: Place(6, "李偉")}),),
                ),
                Entry(
                    "7.3",
                    "k3f9q2gc",
                    Place(6, "will bring").within(SEED),
                    ("A", "B"),
                    (reading(kind.INFLECTION, {C: Place(7, "brings")}),),
                ),
                Entry(
                    "7.4",
                    "k3f9q2gd",
                    Place(6, "שלום").within(SEED),
                    ("B", "C"),
                    (reading(kind.WORDING, {A: Place(6, "سلام")}),),
                ),
            ),
        ),
        Passage(
            "8",
            (7,),
            (
                _one("A", 7, 7),
                _one("B", 7, 7),
                Rendering("C", (), (Bead((7,), (), 0.9),)),
            ),
            (
                Entry(
                    "8.1",
                    "k3f9q2ha",
                    SEED.sentences[7],
                    ("A", "B"),
                    (reading(kind.OMITTED, {C: Place(7, "them.", "after")}),),
                ),
            ),
        ),
    )


HARBOUR = Collation(
    title="Orders for the harbour",
    seed=SEED,
    others=(A, B, C),
    passages=_passages(),
    notices=(Notice("C", "Made up for tests."),),
    signature=Signature(
        "0.1.0",
        "sentences",
        "likelihood",
        "fast",
        tuple((one.witness.siglum, one.witness.digest) for one in (SEED, A, B, C)),
        (("terms", "harbour, pilot"),),
    ),
)
"""Eight sentences and three witnesses that differ in every way there is."""
