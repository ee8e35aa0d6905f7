"""An edition on disk: ``variants.toml``, or the convention ``seeds/`` and ``variants/``."""

from variants.edition.documents import (
    Document,
    EditionOnDisk,
    WitnessFile,
    find_edition,
    has_log,
    log_address,
    read_document,
    read_edition,
)
from variants.edition.keeping_links import settings_with_links
from variants.edition.links import in_force
from variants.edition.making import GivenText, make_edition
from variants.edition.settings_file import NAME

__all__ = [
    "NAME",
    "Document",
    "EditionOnDisk",
    "GivenText",
    "WitnessFile",
    "find_edition",
    "has_log",
    "in_force",
    "log_address",
    "make_edition",
    "read_document",
    "read_edition",
    "settings_with_links",
]
