"""Pictures of a document as SVG, each with a text alternative and a table."""

from __future__ import annotations

from variants.measures.versions import measure_versions
from variants.reports.pictures.agreement_matrix import draw_matrix
from variants.reports.pictures.dendrogram import draw_dendrogram
from variants.reports.pictures.picture import Picture
from variants.reports.pictures.reading_bars import draw_readings
from variants.reports.pictures.text_curve import draw_curve
from variants.types.collation import Collation
from variants.types.version_measures import VersionMeasures
from variants.words.tokenize import word_counts_of

__all__ = ["Picture", "draw_pictures", "pictures_of"]

_SEVERAL = 3  # Two versions have a single agreement, which needs no picture.


def pictures_of(collation: Collation) -> tuple[Picture, ...]:
    """Return the pictures of a document: see ``draw_pictures``."""
    return draw_pictures(measure_versions(collation, word_counts_of))


def draw_pictures(found: VersionMeasures) -> tuple[Picture, ...]:
    """Return the pictures that the measures allow.

    Agreement and dendrogram need three versions, and the picture along the text a sentence.
    """
    pictures = []
    if found.parts:
        pictures.append(draw_curve(found.sigla[0], found.parts))
    if len(found.sigla) >= _SEVERAL:
        pictures += [draw_matrix(found), draw_dendrogram(found)]
    if found.counts:
        pictures.append(draw_readings(found.counts))
    return tuple(pictures)
