"""A comparison as a value with tables and views."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from variants.errors import MissingPandas
from variants.reports.json.edition import write_json_edition
from variants.reports.reading_rows import PlaceReading, reading_rows
from variants.reports.writer import ReportOptions
from variants.types.collation import Collation
from variants.types.edition import Edition
from variants.types.notice import Notice

if TYPE_CHECKING:
    from pandas import DataFrame

    from variants.reports.pictures import Picture

COLUMNS = (
    *("label", "place", "sentence", "lemma", "sigla", "reading", "kind", "class"),
    *("flags", "substantive", "confidence", "rule", "state", "tier", "sense_probability"),
    *("sense_rank", "sense_sort", "sense_from", "sense_to", "sense_by", "adoptable"),
)
"""Columns of ``Comparison.to_frame``, in the order of the attributes of a ``PlaceReading``."""


@dataclass(frozen=True)  # Without slots: cached properties need a ``__dict__``.
class Comparison:
    """Differences between a seed and its other renderings, with the decisions on them.

    Attributes:
        edition: The comparison as plain values: every text, passage, entry and decision.
    """

    edition: Edition

    @property
    def collation(self) -> Collation:
        """The comparison without its decisions."""
        return self.edition.collation

    @cached_property
    def places(self) -> tuple[PlaceReading, ...]:
        """A row for each reading of each place, in the order of the apparatus."""
        return tuple(reading_rows(self.edition))

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """Remarks of the program about the texts and the log."""
        return (*self.collation.notices, *self.edition.decisions.notices)

    @cached_property
    def pictures(self) -> Mapping[str, Picture]:
        """Pictures of the comparison by name; a notebook shows each as SVG."""
        from variants.reports.pictures import pictures_of  # noqa: PLC0415 - a long chain

        return MappingProxyType({one.name: one for one in pictures_of(self.collation)})

    def to_frame(self) -> DataFrame:
        """Return ``places`` as a pandas DataFrame.

        Raises:
            MissingPandas: pandas is not installed.
        """
        try:
            from pandas import DataFrame  # noqa: PLC0415 - optional
        except ImportError as error:
            raise MissingPandas from error
        return DataFrame([astuple(row) for row in self.places], columns=list(COLUMNS))

    def to_json(self) -> str:
        """Return the JSON of a report, which ``read_json`` reads back."""
        file = io.BytesIO()
        write_json_edition(self.edition, ReportOptions(), file)
        return file.getvalue().decode()

    def __reduce__(self) -> tuple[type[Comparison], tuple[Edition]]:
        """Leave out computed values, such as pictures, when a comparison is pickled or copied."""
        return type(self), (self.edition,)

    def __repr__(self) -> str:
        seed = self.collation.seed.witness.siglum
        others = " ".join(cut.witness.siglum for cut in self.collation.others)
        return f"<Comparison of {seed} with {others}: {len(self.collation.entries)} places>"

    def _repr_html_(self) -> str:
        """Return the passages for a notebook."""
        from variants.reports.html.fragment import html_fragment  # noqa: PLC0415 - needs jinja2

        return html_fragment(self.edition)
