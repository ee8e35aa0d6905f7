"""An edition as it is printed: running text with notes, and lists; Markdown, DOCX, LaTeX share it.

The conventions are those of documentary editing: ``lemma ] reading siglum; reading siglum``,
negative (who is not named has the lemma), every departure from the seed in a list.
"""

from variants.writers.apparatus.document import Document, document_of
from variants.writers.apparatus.notes import Note
from variants.writers.apparatus.said import Line, Said, Style
from variants.writers.apparatus.sections import Section
from variants.writers.apparatus.text import LineOfText, Marker, Number, Opening, Printed

__all__ = [
    "Document",
    "Line",
    "LineOfText",
    "Marker",
    "Note",
    "Number",
    "Opening",
    "Printed",
    "Said",
    "Section",
    "Style",
    "document_of",
]
