from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.alignments import alignments, cut, every_bead
from variants.terminal.beads import write_beads_table
from variants.types.alignment import Alignment
from variants.types.bead import Bead


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
    assert sum("omitted" in row for row in rows) == sum(not bead.other for bead in chosen)
    assert sum("nothing" in row for row in rows) == sum(not bead.seed for bead in chosen)
    assert sum("forced" in row for row in rows) == sum(bead.forced for bead in chosen)
    assert sum("moved" in row for row in rows) == sum(bead.moved for bead in chosen)
    assert sum("uncertain" in row for row in rows) == sum(bead.doubtful for bead in chosen)


def test_without_a_chosen_bead_there_is_no_table() -> None:
    alignment = Alignment(cut("S", 1), cut("A", 1), (Bead((0,), (0,), 0.9),))

    lines = write_beads_table(alignment, lambda bead: bead.moved, 80).splitlines()

    assert [line.split(",")[0] for line in lines] == [
        "S · S.txt · 1 sentence",
        "A · A.txt · 1 sentence",
        "1 bead",
    ]


def test_a_table_without_remarks_has_no_room_for_them() -> None:
    alignment = Alignment(cut("S", 1), cut("A", 1), (Bead((0,), (0,), 0.9),))

    assert write_beads_table(alignment, every_bead, 80).splitlines()[2].endswith("confidence")
    assert len(write_beads_table(alignment, every_bead, 80).splitlines()[2]) == 80


def test_the_table_has_columns_remarks_and_a_summary() -> None:
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

    table = write_beads_table(alignment, every_bead, 90)

    assert (
        table
        == """\
S · S.txt · 5 sentences
A · A.txt · 3 sentences
  S                          A                         shape  confidence
1–2  One [bold]sentence[/b…  1  Another.               2:1          0.99
  3  One [bold]sentence[/b…  3  Another.               1:1          0.50  moved, uncertain
  4  One [bold]sentence[/b…     omitted                1:0          0.90
     nothing                 2  Another.               0:1          1.00
  5  One [bold]sentence[/b…     omitted                1:0          1.00
5 beads, 1 uncertain, 1 moved, 2 omitted, 1 added
"""
    )
