"""JSON form of witnesses: their texts, sentences and beads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from variants.types.bead import Bead
from variants.types.correction import Correction, Join, Split
from variants.types.ignored_words import IgnoredWords
from variants.types.notice import Notice
from variants.types.segmentation import Segmentation
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, SetAside, Witness

_Fields: TypeAlias = dict[str, Any]


def write_witness(cut: Segmentation, beads: Iterable[Bead]) -> _Fields:
    """Return the fields of a witness; the seed has no beads."""
    witness = cut.witness
    units = {"units": witness.units} if witness.units else {}
    reading = {"reading": witness.reading} if witness.reading else {}
    telegraph = {} if witness.telegraph is None else {"telegraph": witness.telegraph}
    ignored = [_write_ignored(rule) for rule in witness.ignored_words]
    found = [write_set_aside(one) for one in witness.set_aside]
    return {
        "siglum": witness.siglum,
        **units,
        **reading,
        **telegraph,
        **({"furniture": True} if witness.furniture else {}),
        **({"ignored_words": ignored} if ignored else {}),
        **({"set_aside": found} if found else {}),
        "title": witness.title,
        "translator": witness.translator,
        "date": witness.date,
        "language": witness.language,
        "source": witness.source,
        "encoding": witness.encoding,
        "digest": witness.digest,
        "notices": write_notices(witness.notices),
        "abbreviations": list(witness.abbreviations),
        "corrections": [_write_correction(each) for each in witness.corrections],
        "text": witness.text,
        "divisions": [write_division(division) for division in witness.divisions],
        "sentences": [write_span(sentence) for sentence in cut.sentences],
        "beads": [_write_bead(bead) for bead in beads],
    }


def read_witness(fields: _Fields) -> Segmentation:
    """Return the segmented witness that ``write_witness`` made the fields from."""
    witness = Witness(
        siglum=fields["siglum"],
        text=fields["text"],
        divisions=tuple(_read_division(division) for division in fields["divisions"]),
        language=fields["language"],
        title=fields["title"],
        translator=fields["translator"],
        date=fields["date"],
        source=fields["source"],
        encoding=fields["encoding"],
        notices=read_notices(fields["notices"]),
        abbreviations=tuple(fields.get("abbreviations", ())),
        corrections=tuple(_read_correction(each) for each in fields.get("corrections", ())),
        telegraph=fields.get("telegraph"),
        units=fields.get("units", ""),
        reading=fields.get("reading", ""),
        furniture=fields.get("furniture", False),
        ignored_words=tuple(_read_ignored(each) for each in fields.get("ignored_words", ())),
        set_aside=tuple(_read_set_aside(each) for each in fields.get("set_aside", ())),
    )
    return Segmentation(witness, tuple(read_span(pair) for pair in fields["sentences"]))


def read_beads(fields: _Fields) -> tuple[Bead, ...]:
    """Return the beads of a witness from its fields."""
    return tuple(
        Bead(
            tuple(each["seed"]),
            tuple(each["other"]),
            each["confidence"],
            each["moved"],
            each.get("forced", False),  # Missing in files written before links existed.
        )
        for each in fields["beads"]
    )


def write_notices(notices: Iterable[Notice]) -> list[_Fields]:
    """Return the fields of notices."""
    return [{"siglum": notice.siglum, "message": notice.message} for notice in notices]


def read_notices(notices: Iterable[_Fields]) -> tuple[Notice, ...]:
    """Return the notices that ``write_notices`` made the fields from."""
    return tuple(Notice(each["siglum"], each["message"]) for each in notices)


def write_span(span: Span) -> list[int]:
    """Return a span as ``[start, end]``."""
    return [span.start, span.end]


def read_span(pair: Iterable[int]) -> Span:
    """Return the span of ``[start, end]``."""
    start, end = pair
    return Span(start, end)


def write_division(division: Division) -> _Fields:
    """Return the fields of a division."""
    fields: _Fields = {
        "kind": division.kind.value,
        "label": division.label,
        "span": write_span(division.span),
    }
    # Plain text has neither.
    if division.source:
        fields["source"] = division.source
    if division.mark is not None:
        fields["mark"] = division.mark
    return fields


def write_set_aside(one: SetAside) -> _Fields:
    """Return the fields of characters that are set aside."""
    reason = {"reason": one.reason} if one.reason else {}
    return {"kind": one.kind.value, "span": write_span(one.span), **reason}


def _read_set_aside(fields: _Fields) -> SetAside:
    return SetAside(
        read_span(fields["span"]), SetAsideKind(fields["kind"]), fields.get("reason", "")
    )


def _write_ignored(rule: IgnoredWords) -> _Fields:
    if rule.pattern:
        return {"name": rule.name, "pattern": rule.pattern}
    return {"name": rule.name, "from": rule.begin, **({"to": rule.end} if rule.end else {})}


def _read_ignored(fields: _Fields) -> IgnoredWords:
    return IgnoredWords(
        fields["name"], fields.get("pattern", ""), fields.get("from", ""), fields.get("to", "")
    )


def _write_bead(bead: Bead) -> _Fields:
    return {
        "seed": list(bead.seed),
        "other": list(bead.other),
        "confidence": bead.confidence,
        "moved": bead.moved,
        "forced": bead.forced,
    }


def _read_division(fields: _Fields) -> Division:
    return Division(
        DivisionKind(fields["kind"]),
        read_span(fields["span"]),
        fields["label"],
        fields.get("source", ""),
        fields.get("mark"),
    )


def _write_correction(correction: Correction) -> _Fields:
    if isinstance(correction, Split):
        return {"split": correction.before}
    return {"join": list(correction.beginnings)}


def _read_correction(fields: _Fields) -> Correction:
    return Split(fields["split"]) if "split" in fields else Join(tuple(fields["join"]))
