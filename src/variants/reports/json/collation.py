"""A collation as JSON: its fields in order, and back.

All that counts counts from 0, and offsets are code points of the witness's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from variants.reports.json.summaries import (
    measures_as_fields,
    read_measures,
    read_pattern,
    read_usage,
    write_pattern,
    write_usage,
)
from variants.types.alignment import Bead
from variants.types.collation import (
    Attestation,
    Collation,
    Entry,
    Passage,
    Reading,
    Rendering,
    Signature,
)
from variants.types.correction import Correction, Join, Split
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.variant import HEAVIEST_FIRST, Flag, Kind, Ruling, VariantClass
from variants.types.witness import Division, DivisionKind, Witness

_Fields: TypeAlias = dict[str, Any]
_Pair: TypeAlias = list[int]


def write_collation(collation: Collation) -> Iterator[tuple[str, object]]:
    """Its fields, one after another; of a long list the items, one after another."""
    yield "title", collation.title
    yield "counts", _counts(collation)
    yield "signature", _write_signature(collation.signature)
    yield "notices", _write_notices(collation.notices)
    yield "witnesses", _write_witnesses(collation)
    yield "passages", _write_passages(collation)
    yield "patterns", (write_pattern(pattern) for pattern in collation.patterns)
    yield "usages", (write_usage(usage) for usage in collation.usages)
    yield "measures", collation.measures and measures_as_fields(collation.measures)


def _write_witnesses(collation: Collation) -> Iterator[_Fields]:
    yield _write_witness(collation.seed, ())
    for cut in collation.others:
        yield _write_witness(cut, _beads_of(collation, cut.witness.siglum))


def _beads_of(collation: Collation, siglum: str) -> tuple[Bead, ...]:
    """All beads of one witness, in the order of the passages."""
    return tuple(
        bead
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == siglum
        for bead in rendering.beads
    )


def _counts(collation: Collation) -> _Fields:
    readings = [reading for entry in collation.entries for reading in entry.readings]
    classes = Counter(reading.variant_class for reading in readings)
    return {
        "passages": len(collation.passages),
        "entries": len(collation.entries),
        "readings": len(readings),
        "classes": {name.value: classes[name] for name in HEAVIEST_FIRST},
    }


def _write_signature(signature: Signature) -> _Fields:
    return {
        "version": signature.version,
        "segmenter": signature.segmenter,
        "aligner": signature.aligner,
        "linker": signature.linker,
        "digests": [list(pair) for pair in signature.digests],
        "choices": dict(signature.choices),
    }


def _write_notices(notices: Iterable[Notice]) -> list[_Fields]:
    return [{"siglum": notice.siglum, "message": notice.message} for notice in notices]


def _write_witness(cut: Segmentation, beads: Iterable[Bead]) -> _Fields:
    witness = cut.witness
    return {
        "siglum": witness.siglum,
        "title": witness.title,
        "translator": witness.translator,
        "date": witness.date,
        "language": witness.language,
        "source": witness.source,
        "encoding": witness.encoding,
        "digest": witness.digest,
        "notices": _write_notices(witness.notices),
        "abbreviations": list(witness.abbreviations),
        "corrections": [_write_correction(each) for each in witness.corrections],
        "text": witness.text,
        "divisions": [
            {"kind": part.kind.value, "label": part.label, "span": _write_span(part.span)}
            for part in witness.divisions
        ],
        "sentences": [_write_span(sentence) for sentence in cut.sentences],
        "beads": [
            {
                "seed": list(bead.seed),
                "other": list(bead.other),
                "confidence": bead.confidence,
                "moved": bead.moved,
                "forced": bead.forced,
            }
            for bead in beads
        ],
    }


def _write_correction(correction: Correction) -> _Fields:
    if isinstance(correction, Split):
        return {"split": correction.before}
    return {"join": list(correction.beginnings)}


def _write_span(span: Span) -> _Pair:
    return [span.start, span.end]


def _write_passages(collation: Collation) -> Iterator[_Fields]:
    """The passages; a rendering names its beads by their place in its witness's list."""
    written: Counter[str] = Counter()
    for passage in collation.passages:
        renderings = []
        for rendering in passage.renderings:
            first = written[rendering.siglum]
            written[rendering.siglum] += len(rendering.beads)
            renderings.append(
                {
                    "siglum": rendering.siglum,
                    "sentences": list(rendering.sentences),
                    "beads": list(range(first, written[rendering.siglum])),
                }
            )
        yield {
            "label": passage.label,
            "sentences": list(passage.sentences),
            "renderings": renderings,
            "entries": [_write_entry(entry, collation) for entry in passage.entries],
        }


def _write_entry(entry: Entry, collation: Collation) -> _Fields:
    return {
        "place": entry.place,
        "label": entry.label,
        "lemma": {
            "span": _write_span(entry.lemma),
            "text": entry.lemma.of(collation.seed.witness.text),
        },
        "class": entry.variant_class.value,
        "agreeing": list(entry.agreeing),
        "readings": [_write_reading(reading) for reading in entry.readings],
    }


def _write_reading(reading: Reading) -> _Fields:
    return {
        "wording": reading.wording,
        "kind": reading.kind.value,
        "flags": sorted(flag.value for flag in reading.flags),
        "class": reading.variant_class.value,
        "substantive": reading.substantive,
        "classified_by": reading.ruling.rule if reading.ruling else None,
        "attestations": [
            {
                "siglum": place.siglum,
                "span": _write_span(place.span),
                "marks": [_write_span(mark) for mark in place.marks],
                "confidence": place.confidence,
            }
            for place in reading.attestations
        ],
    }


def read_collation(fields: _Fields) -> Collation:
    """The collation that ``write_collation`` made the fields from."""
    seed, *others = (_read_witness(one) for one in fields["witnesses"])
    beads = {one["siglum"]: _read_beads(one["beads"]) for one in fields["witnesses"]}
    return Collation(
        title=fields["title"],
        seed=seed,
        others=tuple(others),
        passages=tuple(_read_passage(one, beads) for one in fields["passages"]),
        notices=_read_notices(fields["notices"]),
        signature=_read_signature(fields["signature"]),
        # Files of the first version have neither.
        patterns=tuple(read_pattern(one) for one in fields.get("patterns", ())),
        usages=tuple(read_usage(one) for one in fields.get("usages", ())),
        measures=read_measures(fields["measures"]) if fields.get("measures") else None,
    )


def _read_signature(fields: _Fields) -> Signature:
    return Signature(
        version=fields["version"],
        segmenter=fields["segmenter"],
        aligner=fields["aligner"],
        linker=fields["linker"],
        digests=tuple((siglum, digest) for siglum, digest in fields["digests"]),
        choices=tuple(fields.get("choices", {}).items()),
    )


def _read_notices(notices: list[_Fields]) -> tuple[Notice, ...]:
    return tuple(Notice(one["siglum"], one["message"]) for one in notices)


def _read_witness(fields: _Fields) -> Segmentation:
    witness = Witness(
        siglum=fields["siglum"],
        text=fields["text"],
        divisions=tuple(
            Division(DivisionKind(part["kind"]), _read_span(part["span"]), part["label"])
            for part in fields["divisions"]
        ),
        language=fields["language"],
        title=fields["title"],
        translator=fields["translator"],
        date=fields["date"],
        source=fields["source"],
        encoding=fields["encoding"],
        notices=_read_notices(fields["notices"]),
        abbreviations=tuple(fields.get("abbreviations", ())),
        corrections=tuple(_read_correction(one) for one in fields.get("corrections", ())),
    )
    return Segmentation(witness, tuple(_read_span(pair) for pair in fields["sentences"]))


def _read_correction(fields: _Fields) -> Correction:
    return Split(fields["split"]) if "split" in fields else Join(tuple(fields["join"]))


def _read_span(pair: _Pair) -> Span:
    start, end = pair
    return Span(start, end)


def _read_beads(beads: list[_Fields]) -> tuple[Bead, ...]:
    return tuple(
        Bead(
            tuple(one["seed"]),
            tuple(one["other"]),
            one["confidence"],
            one["moved"],
            one.get("forced", False),  # Files of before there were links have none.
        )
        for one in beads
    )


def _read_passage(fields: _Fields, beads: dict[str, tuple[Bead, ...]]) -> Passage:
    return Passage(
        label=fields["label"],
        sentences=tuple(fields["sentences"]),
        renderings=tuple(
            Rendering(
                one["siglum"],
                tuple(one["sentences"]),
                tuple(beads[one["siglum"]][index] for index in one["beads"]),
            )
            for one in fields["renderings"]
        ),
        entries=tuple(_read_entry(one) for one in fields["entries"]),
    )


def _read_entry(fields: _Fields) -> Entry:
    return Entry(
        label=fields["label"],
        place=fields["place"],
        lemma=_read_span(fields["lemma"]["span"]),
        agreeing=tuple(fields["agreeing"]),
        readings=tuple(_read_reading(one) for one in fields["readings"]),
    )


def _read_reading(fields: _Fields) -> Reading:
    rule = fields.get("classified_by")  # Files of the first version have none.
    return Reading(
        wording=fields["wording"],
        kind=Kind(fields["kind"]),
        flags=frozenset(Flag(name) for name in fields["flags"]),
        attestations=tuple(
            Attestation(
                place["siglum"],
                _read_span(place["span"]),
                tuple(_read_span(pair) for pair in place["marks"]),
                place["confidence"],
            )
            for place in fields["attestations"]
        ),
        ruling=Ruling(rule, VariantClass(fields["class"])) if rule else None,
    )
