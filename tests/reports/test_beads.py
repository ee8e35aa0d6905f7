from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.reports.alignments import alignments, every_bead
from variants.reports.beads import write_beads_json, write_beads_tsv
from variants.types.alignment import Alignment


def numbers(field: str) -> tuple[int, ...]:
    """Return the sentence numbers in a field of TSV."""
    return tuple(map(int, field.split(","))) if field else ()


@given(alignments())
def test_the_tsv_holds_every_bead_in_order(alignment: Alignment) -> None:
    lines = [line.split("\t") for line in write_beads_tsv(alignment, every_bead).splitlines()]

    assert [(numbers(ours), numbers(theirs)) for ours, theirs, *_ in lines] == [
        (bead.seed, bead.other) for bead in alignment.beads
    ]
    assert [rest for _, _, *rest in lines] == [
        [f"{bead.confidence:.4f}", ",".join(["forced"] * bead.forced + ["moved"] * bead.moved)]
        for bead in alignment.beads
    ]


@given(st.lists(alignments(), min_size=1, max_size=3))
def test_the_json_holds_every_bead_and_every_sentence(several: list[Alignment]) -> None:
    read = json.loads(write_beads_json(several, every_bead))

    for alignment, other in zip(several, read["others"], strict=True):
        assert [(tuple(bead["seed"]), tuple(bead["other"])) for bead in other["beads"]] == [
            (bead.seed, bead.other) for bead in alignment.beads
        ]
        assert [each["text"] for each in other["sentences"]] == ["word"] * len(
            alignment.other.sentences
        )
