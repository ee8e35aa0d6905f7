from hypothesis import given
from hypothesis import strategies as st

from variants.aligners import align_all
from variants.aligners.order import sort_beads
from variants.segmenters import segment_all
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness


def rows_of(siglum: str, rows: list[str], units: str = "table") -> Witness:
    """Return a column of a table; empty cells are left out."""
    text = "\n\n".join(filter(None, rows))
    divisions = []
    at = 0
    for number, row in enumerate(rows):
        if row:
            span = Span(at, at + len(row))
            divisions.append(Division(DivisionKind.PARAGRAPH, span, str(number)))
            at = span.end + 2
    return Witness(siglum, text, tuple(divisions), units=units)


_columns = st.lists(
    st.tuples(st.sampled_from(["", "a. b"]), st.sampled_from(["", "c", "d. e"])), max_size=9
)


@given(rows=_columns)
def test_sentences_of_a_row_are_a_bead(rows: list[tuple[str, str]]) -> None:
    seed, other = segment_all(
        [rows_of("S", [a for a, _ in rows]), rows_of("A", [b for _, b in rows])], "sentences"
    )

    (found,) = align_all(seed, [other], "likelihood")

    texts = [
        ("".join(map(seed.text_of, bead.seed)), "".join(map(other.text_of, bead.other)))
        for bead in found.beads
    ]
    assert sorted(texts) == sorted(row for row in rows if any(row))
    assert found.beads == tuple(sort_beads(found.beads))


def test_a_link_of_an_editor_and_other_tables_are_aligned_as_usual() -> None:
    link = SentenceLink(LinkKind.FORBIDDEN, "A", (SentenceMark(0, "One"),), (SentenceMark(0, ""),))
    texts = [rows_of("S", ["One.", "Two."]), rows_of("A", ["Two.", "One."])]
    seed, other = segment_all(texts, "sentences")
    (alien,) = segment_all([rows_of("B", ["Two.", "One."], "another")], "sentences")

    (linked,) = align_all(seed, [other], "likelihood", [link])
    (free,) = align_all(seed, [alien], "likelihood")

    assert ((0,), (0,)) not in [(bead.seed, bead.other) for bead in linked.beads]
    assert ((0,), (0,)) not in [(bead.seed, bead.other) for bead in free.beads]
