"""Reader for TMX, which has translation units with a segment in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from variants.errors import DamagedFile
from variants.readers.file_text import FileText, ReadOptions
from variants.readers.left_out import LeftOut
from variants.readers.limits import refuse_many_divisions
from variants.readers.paired_segments import (
    SOURCE,
    PairedSegment,
    paired_texts,
    place_of,
    tag_of,
    words_of,
)
from variants.readers.report_memory import read_report
from variants.readers.safe_xml import Element, attribute, local_name, parse_document

_WHAT = "a TMX file"
_ANY = "*all*"
_MOST_TEXTS = 1_000


def read_tmx(path: Path, data: bytes, options: ReadOptions) -> tuple[FileText, ...]:
    """Return a text for each language, that of the source first.

    Further segments of a unit in one language are a text of their own, such as ``"fr-2"``.
    """
    root = parse_document(path, data, _WHAT)
    if local_name(root) != "tmx":
        raise DamagedFile(path, _WHAT, reason=f"its first element is {local_name(root)}")
    left_out = LeftOut()
    report = read_report(root, left_out)
    if report is not None:
        return paired_texts(path, *report, FileText("", ()))
    languages: dict[str, str] = {}
    folded: dict[str, str] = {}
    segments = []
    for number, unit in enumerate(root.iter("{*}tu"), start=1):
        refuse_many_divisions(number)
        texts: dict[str, str] = {}
        for language, segment in _segments(unit):
            name = _free_name(language, texts, folded)
            texts[name] = words_of(segment, left_out)
            languages.setdefault(name, language)
            folded.setdefault(name.casefold(), name)
            if len(languages) > _MOST_TEXTS:
                raise DamagedFile(path, _WHAT, reason=f"it has over {_MOST_TEXTS:,} texts")
        segments.append(PairedSegment(place_of(unit, number, "tuid"), texts))
    header = next(root.iter("{*}header"), None)
    stated = "" if header is None else tag_of(attribute(header, "srclang"))
    notices = tuple(left_out.notices(path, options.changes))
    common = FileText("", (), notices=notices)
    names = _seed_first(languages, stated)
    seed = next(iter(names), "")
    return paired_texts(path, _merged(segments, seed), names, common)


def _segments(unit: Element) -> list[tuple[str, Element]]:
    """Return the segments of a unit with their languages."""
    return [
        (tag_of(attribute(variant, "lang")) or SOURCE, segment)
        for variant in unit
        if local_name(variant) == "tuv"
        for segment in variant
        if local_name(segment) == "seg"
    ]


def _free_name(language: str, texts: Mapping[str, str], known: Mapping[str, str]) -> str:
    """Return the name of the text to which a segment belongs; ``known`` has folded names."""
    number = 1
    while True:
        wanted = language if number == 1 else f"{language}-{number}"
        name = known.get(wanted.casefold(), wanted)
        if name not in texts:
            return name
        number += 1


def _merged(segments: Iterable[PairedSegment], seed: str) -> list[PairedSegment]:
    """Return the units; translations of one source segment into several languages are one unit.

    Some programs write a unit for each translation.
    """
    merged: list[PairedSegment] = []
    places: dict[str, list[int]] = defaultdict(list)
    taken: dict[tuple[str, str], int] = defaultdict(int)
    for segment in segments:
        words = segment.texts.get(seed, "")
        others = segment.texts.keys() - {seed}
        if not words or not others:
            merged.append(segment)
            continue
        # The second translation of repeated words belongs to their second unit.
        number = max(taken[words, name] for name in others)
        taken.update({(words, name): number + 1 for name in others})
        known = places[words]
        if number < len(known):
            found = merged[known[number]]
            texts = {**found.texts, **segment.texts}
            merged[known[number]] = PairedSegment(found.source, texts)
        else:
            known.append(len(merged))
            merged.append(segment)
    return merged


def _seed_first(languages: dict[str, str], stated: str) -> dict[str, str]:
    """Return the texts, that in the stated language first; "en" is also that of "en-GB"."""
    if not stated or stated == _ANY:
        return languages
    wanted = stated.casefold()
    exact = [name for name in languages if name.casefold() == wanted]
    near = [name for name in languages if _primary(name) == _primary(wanted)]
    first = next(iter((*exact, *near)), None)
    if first is None:
        return languages
    return {first: languages[first]} | languages


def _primary(tag: str) -> str:
    return tag.partition("-")[0].casefold()
