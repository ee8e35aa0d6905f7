"""JSON form of a collation.

Indices count from 0, and offsets are code points of the witness's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, TypeAlias

from variants.reports.json.passage import read_passage, write_passages
from variants.reports.json.summaries import (
    measures_as_fields,
    read_measures,
    read_pattern,
    read_term,
    read_usage,
    write_pattern,
    write_term,
    write_usage,
)
from variants.reports.json.witness import (
    read_beads,
    read_notices,
    read_witness,
    write_notices,
    write_witness,
)
from variants.types.bead import Bead
from variants.types.collation import Collation, Signature
from variants.types.missing_part import MissingPart
from variants.types.pattern import Recurrences
from variants.types.sense import Tier
from variants.types.survey import Survey, survey_of
from variants.types.variant import HEAVIEST_FIRST

_Fields: TypeAlias = dict[str, Any]


def write_collation(collation: Collation) -> Iterator[tuple[str, object]]:
    """Yield the name and value of each field; long lists are iterators of their items."""
    yield "title", collation.title
    yield "counts", _counts(collation)
    yield "signature", write_signature(collation.signature)
    yield "notices", write_notices(collation.notices)
    yield "witnesses", _write_witnesses(collation)
    if collation.missing_parts:
        yield "missing_parts", [asdict(part) for part in collation.missing_parts]
    yield "passages", write_passages(collation)
    yield "patterns", (write_pattern(pattern) for pattern in collation.patterns)
    yield "usages", (write_usage(usage) for usage in collation.usages)
    yield "suggested_terms", (write_term(term) for term in collation.suggested_terms)
    yield "measures", collation.measures and measures_as_fields(collation.measures)


def read_collation(fields: _Fields) -> Collation:
    """Return the collation that ``write_collation`` made the fields from."""
    seed, *others = (read_witness(each) for each in fields["witnesses"])
    beads = {each["siglum"]: read_beads(each) for each in fields["witnesses"]}
    return Collation(
        title=fields["title"],
        seed=seed,
        others=tuple(others),
        passages=tuple(read_passage(each, beads) for each in fields["passages"]),
        notices=read_notices(fields["notices"]),
        signature=_read_signature(fields["signature"]),
        survey=_read_survey(fields),
        missing_parts=tuple(MissingPart(**each) for each in fields.get("missing_parts", ())),
    )


def _read_survey(fields: _Fields) -> Survey:
    # Early files of the first schema have neither patterns, usages nor measures.
    recurrences = Recurrences(
        tuple(read_pattern(each) for each in fields.get("patterns", ())),
        tuple(read_usage(each) for each in fields.get("usages", ())),
        tuple(read_term(each) for each in fields.get("suggested_terms", ())),
    )
    measures = read_measures(fields["measures"]) if fields.get("measures") else None
    return survey_of(recurrences, measures)


def _counts(collation: Collation) -> _Fields:
    readings = [reading for entry in collation.entries for reading in entry.readings]
    classes = Counter(reading.variant_class for reading in readings)
    tiers = Counter(reading.tier for reading in readings if not reading.missing)
    return {
        "passages": len(collation.passages),
        "entries": len(collation.entries),
        "readings": len(readings),
        "classes": {name.value: classes[name] for name in HEAVIEST_FIRST},
        # Files of older versions have no senses.
        **({} if tiers[None] else {"tiers": {tier.value: tiers[tier] for tier in Tier}}),
    }


def write_signature(signature: Signature) -> _Fields:
    """Return a signature as JSON fields; without those that a ``variants/1`` file does not have."""
    added = {
        "languages": [list(pair) for pair in signature.languages],
        "settings_digest": signature.settings_digest,
        "libraries": dict(signature.libraries),
    }
    return {
        "version": signature.version,
        "segmenter": signature.segmenter,
        "aligner": signature.aligner,
        "linker": signature.linker,
        "digests": [list(pair) for pair in signature.digests],
        "choices": dict(signature.choices),
        **{name: value for name, value in added.items() if value},
    }


def _read_signature(fields: _Fields) -> Signature:
    return Signature(
        version=fields["version"],
        segmenter=fields["segmenter"],
        aligner=fields["aligner"],
        linker=fields["linker"],
        digests=tuple((siglum, digest) for siglum, digest in fields["digests"]),
        choices=tuple(fields.get("choices", {}).items()),
        languages=tuple((siglum, tag) for siglum, tag in fields.get("languages", ())),
        settings_digest=fields.get("settings_digest", ""),
        libraries=tuple(fields.get("libraries", {}).items()),
    )


def _write_witnesses(collation: Collation) -> Iterator[_Fields]:
    yield write_witness(collation.seed, ())
    for cut in collation.others:
        yield write_witness(cut, _beads_of(collation, cut.witness.siglum))


def _beads_of(collation: Collation, siglum: str) -> tuple[Bead, ...]:
    """Return all beads of one witness, in the order of the passages."""
    return tuple(
        bead
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    )
