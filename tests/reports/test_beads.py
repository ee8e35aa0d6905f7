from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from variants.reports.beads import write_beads_json, write_beads_table, write_beads_tsv
from variants.types.alignment import Alignment, Bead
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Witness


def cut(siglum: str, count: int, sentence: str = "word") -> Segmentation:
    """Return the segmentation of a witness with equal sentences, one per line."""
    step = len(sentence) + 1
    spans = tuple(Span(place * step, place * step + step - 1) for place in range(count))
    return Segmentation(Witness(siglum, f"{sentence}\n" * count, source=f"{siglum}.txt"), spans)


@st.composite
def alignments(draw: st.DrawFn) -> Alignment:
    """Draw beads of all shapes, in order."""
    sizes = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), max_size=12))
    beads = []
    seed = other = 0
    for ours, theirs in sizes:
        beads.append(
            Bead(
                tuple(range(seed, seed + ours)),
                tuple(range(other, other + theirs)),
                draw(st.floats(0, 1)),
                moved=draw(st.booleans()),
                forced=draw(st.booleans()),
            )
        )
        seed, other = seed + ours, other + theirs
    return Alignment(cut("S", seed), cut("A", other), tuple(beads))


def everything(_: Bead) -> bool:
    return True


def numbers(field: str) -> tuple[int, ...]:
    """Return the sentence numbers in a field of TSV."""
    return tuple(map(int, field.split(","))) if field else ()


@given(alignments())
def test_the_tsv_holds_every_bead_in_order(alignment: Alignment) -> None:
    lines = [line.split("\t") for line in write_beads_tsv(alignment, everything).splitlines()]

    assert [(numbers(ours), numbers(theirs)) for ours, theirs, *_ in lines] == [
        (bead.seed, bead.other) for bead in alignment.beads
    ]
    assert [rest for _, _, *rest in lines] == [
        [f"{bead.confidence:.4f}", ",".join(["forced"] * bead.forced + ["moved"] * bead.moved)]
        for bead in alignment.beads
    ]


@given(st.lists(alignments(), min_size=1, max_size=3))
def test_the_json_holds_every_bead_and_every_sentence(several: list[Alignment]) -> None:
    read = json.loads(write_beads_json(several, everything))

    for alignment, other in zip(several, read["others"], strict=True):
        assert [(tuple(bead["seed"]), tuple(bead["other"])) for bead in other["beads"]] == [
            (bead.seed, bead.other) for bead in alignment.beads
        ]
        assert [each["text"] for each in other["sentences"]] == ["word"] * len(
            alignment.other.sentences
        )


@given(alignments(), st.floats(0, 1), st.integers(80, 200))
def test_the_table_has_a_row_for_every_chosen_bead(
    alignment: Alignment, below: float, width: int
) -> None:
    lines = write_beads_table(alignment, lambda bead: bead.confidence < below, width).splitlines()

    chosen = [bead for bead in alignment.beads if bead.confidence < below]
    rows = lines[3:-1]
    assert [next(part for part in row.split() if ":" in part) for row in rows] == [
        bead.shape for bead in chosen
    ]
    assert all(len(row) <= width for row in rows)
    assert sum("no counterpart" in row for row in rows) == sum(
        not (bead.seed and bead.other) for bead in chosen
    )
    assert sum("forced" in row for row in rows) == sum(bead.forced for bead in chosen)
    assert sum("moved" in row for row in rows) == sum(bead.moved for bead in chosen)
    assert sum("uncertain" in row for row in rows) == sum(bead.doubtful for bead in chosen)


def test_a_table_without_remarks_has_no_room_for_them() -> None:
    alignment = Alignment(cut("S", 1), cut("A", 1), (Bead((0,), (0,), 0.9),))

    assert write_beads_table(alignment, everything, 80).splitlines()[2].endswith("sure")
    assert len(write_beads_table(alignment, everything, 80).splitlines()[2]) == 80


def test_the_table_is_one_that_a_person_has_read() -> None:
    alignment = Alignment(
        cut("S", 5, "One [bold]sentence[/bold]."),
        cut("A", 3, "Another."),
        (
            Bead((0, 1), (0,), 0.994),
            Bead((2,), (2,), 0.5, moved=True),
            Bead((3,), (), 0.9),
            Bead((), (1,), 1.0),
            Bead((4,), (), 1.0),
        ),
    )

    table = write_beads_table(alignment, everything, 90)

    assert (
        table
        == """\
S · S.txt · 5 sentences
A · A.txt · 3 sentences
  S                             A                            shape  sure
1–2  One [bold]sentence[/bold…  1  Another.                  2:1    0.99
  3  One [bold]sentence[/bold…  3  Another.                  1:1    0.50  moved, uncertain
  4  One [bold]sentence[/bold…     no counterpart            1:0    0.90
     no counterpart             2  Another.                  0:1    1.00
  5  One [bold]sentence[/bold…     no counterpart            1:0    1.00
5 beads, 1 uncertain, 1 moved, 3 without counterpart
"""
    )
