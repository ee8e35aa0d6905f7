"""Paragraphs, tables and text boxes of word processors, each with its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variants.readers.limits import refuse_many_divisions
from variants.readers.safe_xml import Element
from variants.readers.table_cells import cell_name
from variants.readers.text_builder import Piece, TextBuilder
from variants.types.witness import DivisionKind


class OfficeBlocks:
    """Collects the pieces of a paragraph, and counts paragraphs, tables and text boxes.

    Attributes:
        builder: Collects the text.
        pieces: Pieces of the paragraph that is being read.
        boxes: Text boxes in it, which follow it.
    """

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self.pieces: list[Piece] = []
        self.boxes: list[Element] = []
        self._place = ""
        self._paragraphs = 0
        self._tables = 0
        self._box_count = 0
        self._finished = 0

    def finish(self, kind: DivisionKind, read_box: Callable[[Element], None]) -> None:
        """Add the paragraph that was read, then the text boxes in it."""
        pieces, boxes = self.pieces, self.boxes
        self.pieces, self.boxes = [], []
        self._finished += 1
        refuse_many_divisions(self._finished)  # Empty ones take time too.
        source = self._place or f"paragraph {self._paragraphs + 1}"
        if self.builder.add(kind, pieces, source) and not self._place:
            self._paragraphs += 1
        for box in boxes:
            outer = self._place
            self._box_count += 1
            self._place = f"text box {self._box_count}"
            read_box(box)
            self._place = outer

    def read_table(
        self,
        rows: Iterable[Iterable[tuple[Element, int]]],
        read_cell: Callable[[Element], None],
    ) -> None:
        """Read the cells of a table.

        Args:
            rows: The cells of each row, with the number of columns that each covers.
            read_cell: Reads the content of a cell.
        """
        outer = self._place
        self._tables += 1
        number = self._tables
        for row, cells in enumerate(rows, start=1):
            column = 1
            for cell, width in cells:
                self._place = f"table {number}, cell {cell_name(row, column)}"
                read_cell(cell)
                column += width
        self._place = outer
