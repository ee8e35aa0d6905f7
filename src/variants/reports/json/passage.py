"""JSON form of passages, with their apparatus entries and readings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from variants.reports.json.witness import read_span, write_span
from variants.types.bead import Bead
from variants.types.collation import (
    Attestation,
    Collation,
    Entry,
    Passage,
    Reading,
    Rendering,
)
from variants.types.ranks import Ranks, share_differing
from variants.types.sense import Sense, SenseSort, Tier
from variants.types.variant import Flag, Kind, Ruling, VariantClass

_Fields: TypeAlias = dict[str, Any]
_DIGITS = 4
_NUMBER = re.compile("[0-9]+")


def write_passages(collation: Collation) -> Iterator[_Fields]:
    """Yield the fields of each passage.

    A rendering refers to its beads by their index in the list of its witness.
    """
    written: Counter[str] = Counter()
    ranks, judged = Ranks(collation), _is_judged(collation)
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
            **(_write_brief(passage, collation) if judged else {}),
            "renderings": renderings,
            "entries": [_write_place(*place, collation, ranks) for place in _places(passage)],
        }


def _places(passage: Passage) -> list[tuple[Entry | None, Entry | None]]:
    """Return the entry of each place, and that of its ignored readings, in order."""
    if not passage.ignored:
        return [(entry, None) for entry in passage.entries]
    kept = {entry.place: entry for entry in passage.entries}
    ignored = {entry.place: entry for entry in passage.ignored}
    labels = {one.place: one.label for one in (*passage.entries, *passage.ignored)}
    places = sorted(labels, key=lambda place: [int(n) for n in _NUMBER.findall(labels[place])])
    return [(kept.get(place), ignored.get(place)) for place in places]


def _is_judged(collation: Collation) -> bool:
    """Return True if every reading with text has a sense, unlike in files of older versions."""
    readings = (one for entry in collation.entries for one in entry.readings)
    return all(one.sense is not None or one.missing for one in readings)


def _write_brief(passage: Passage, collation: Collation) -> _Fields:
    return {
        "share_differing": round(share_differing(passage, collation), _DIGITS),
        "sense_readings": passage.sense_readings,
    }


def read_passage(fields: _Fields, beads: Mapping[str, tuple[Bead, ...]]) -> Passage:
    """Return the passage that ``write_passages`` made the fields from.

    Args:
        fields: Fields of the passage.
        beads: All beads of each witness, by siglum.
    """
    entries, ignored = _read_entries(fields["entries"], list(beads))
    return Passage(
        label=fields["label"],
        sentences=tuple(fields["sentences"]),
        renderings=tuple(
            Rendering(
                each["siglum"],
                tuple(each["sentences"]),
                tuple(beads[each["siglum"]][index] for index in each["beads"]),
            )
            for each in fields["renderings"]
        ),
        entries=entries,
        ignored=ignored,
    )


def _write_place(
    kept: Entry | None, ignored: Entry | None, collation: Collation, ranks: Ranks
) -> _Fields:
    (entry, *_) = [one for one in (kept, ignored) if one is not None]
    readings = [
        _write_reading(one, ranks.of(entry, one)) for one in (kept.readings if kept else ())
    ]
    readings += [
        {**_write_reading(one, None), "ignored": True}
        for one in (ignored.readings if ignored else ())
    ]
    return {
        "place": entry.place,
        "label": entry.label,
        "lemma": {
            "span": write_span(entry.lemma),
            "text": entry.lemma.of(collation.seed.witness.text),
        },
        "class": entry.variant_class.value,
        "agreeing": list((ignored or entry).agreeing),
        "readings": readings,
    }


def _read_entries(
    places: Iterable[_Fields], sigla: Sequence[str]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the entries and those of ignored readings."""
    entries, ignored = [], []
    for fields in places:
        agreeing = tuple(fields["agreeing"])
        entry = Entry(
            label=fields["label"],
            place=fields["place"],
            lemma=read_span(fields["lemma"]["span"]),
            agreeing=agreeing,
            readings=tuple(_read_reading(each) for each in fields["readings"]),
        )
        flags = [each.get("ignored", False) for each in fields["readings"]]
        dropped = tuple(one for one, flag in zip(entry.readings, flags, strict=True) if flag)
        kept = tuple(one for one, flag in zip(entry.readings, flags, strict=True) if not flag)
        if dropped:
            ignored.append(replace(entry, readings=dropped))
        if kept:
            agree = {*agreeing, *(siglum for one in dropped for siglum in one.sigla)}
            in_order = tuple(siglum for siglum in sigla if siglum in agree) if dropped else agreeing
            entries.append(replace(entry, readings=kept, agreeing=in_order))
    return tuple(entries), tuple(ignored)


def _write_reading(reading: Reading, rank: int | None) -> _Fields:
    return {
        "wording": reading.wording,
        "kind": reading.kind.value,
        "flags": sorted(flag.value for flag in reading.flags),
        "class": reading.variant_class.value,
        "substantive": reading.substantive,
        "classified_by": reading.ruling.rule if reading.ruling else None,
        **({} if reading.adoptable else {"adoptable": False}),
        **({"sense": _write_sense(reading.sense)} if reading.sense else {}),
        **({} if rank is None else {"rank": rank}),
        "attestations": [_write_attestation(each) for each in reading.attestations],
    }


def _read_reading(fields: _Fields) -> Reading:
    rule = fields.get("classified_by")  # Missing in files written before rules existed.
    return Reading(
        wording=fields["wording"],
        kind=Kind(fields["kind"]),
        flags=frozenset(Flag(name) for name in fields["flags"]),
        attestations=tuple(_read_attestation(each) for each in fields["attestations"]),
        ruling=Ruling(rule, VariantClass(fields["class"])) if rule else None,
        # Missing in files written before sense was judged.
        sense=_read_sense(fields["sense"]) if fields.get("sense") else None,
        adoptable=fields.get("adoptable", True),
    )


def _write_sense(sense: Sense) -> _Fields:
    return {
        "probability": sense.probability,
        "tier": sense.tier.value,
        "sort": sense.sort.value if sense.sort else None,
        "from": sense.seed,
        "to": sense.other,
        "by": sense.by,
        **({"disputed_by": list(sense.disputed_by)} if sense.disputed_by else {}),
    }


def _read_sense(fields: _Fields) -> Sense:
    return Sense(
        fields["probability"],
        Tier(fields["tier"]),
        SenseSort(fields["sort"]) if fields["sort"] else None,
        fields["from"],
        fields["to"],
        fields["by"],
        tuple(fields.get("disputed_by", ())),
    )


def _write_attestation(attestation: Attestation) -> _Fields:
    return {
        "siglum": attestation.siglum,
        "span": write_span(attestation.span),
        "marks": [write_span(mark) for mark in attestation.marks],
        "confidence": attestation.confidence,
        **({"missing": True} if attestation.missing else {}),
    }


def _read_attestation(fields: _Fields) -> Attestation:
    return Attestation(
        fields["siglum"],
        read_span(fields["span"]),
        tuple(read_span(pair) for pair in fields["marks"]),
        fields["confidence"],
        fields.get("missing", False),
    )
