"""Signature of a collation: the record of everything that can change its result."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Sequence
from enum import Enum

from variants.settings import Settings
from variants.types.collation import Signature
from variants.types.library_versions import UNICODE, LibraryVersions
from variants.types.sentence_link import LinkKind, SentenceLink
from variants.types.witness import Witness
from variants.version import VERSION

_DIGITS = 12  # A digest of rules is shortened to this: enough to show that they differ.

# Libraries that decide how words are split, folded, stemmed and compared, and how scores are
# summed. Libraries that read files or format reports are left out: the texts have digests.
_LIBRARIES = ("PyStemmer", "breame", "numpy", "rapidfuzz", "regex")
_LIBRARIES_OF_METHOD = {"sentences": ("sentencex",), "semantic": ("tokenizers", "wordllama")}

# These describe a text and do not change what is found in it; the text has its own digest.
_DESCRIPTIVE = {"text", "title", "translator", "date", "source", "encoding", "notices"}


def sign(
    witnesses: Sequence[Witness], settings: Settings, links: Sequence[SentenceLink]
) -> Signature:
    """Return the signature of a comparison.

    Args:
        witnesses: The texts, the seed first.
        settings: The settings of the run.
        links: Links between sentences of the texts.
    """
    return Signature(
        VERSION,
        *_methods(settings),
        digests=tuple((witness.siglum, witness.digest) for witness in witnesses),
        choices=tuple(_choices(witnesses, settings, links)),
        languages=tuple((witness.siglum, witness.language) for witness in witnesses),
        settings_digest=_digest(
            [settings, links, *map(_prescriptive, sorted(witnesses, key=lambda one: one.siglum))]
        ),
        libraries=library_versions(settings),
    )


def _choices(
    witnesses: Sequence[Witness], settings: Settings, links: Sequence[SentenceLink]
) -> Iterator[tuple[str, str]]:
    """Yield the name of each other choice of the edition, and its value in short."""
    own = sorted({word for witness in witnesses for word in witness.abbreviations})
    corrections = [f"{one.siglum}: {each}" for one in witnesses for each in one.corrections]
    reading = [f"{one.siglum}: {one.reading}" for one in witnesses if one.reading]
    telegraph = {str(one.telegraph).lower() for one in witnesses if one.telegraph is not None}
    ignored = {rule.name for one in witnesses for rule in one.ignored_words}
    for name, value in (
        ("terms", ", ".join(settings.terms)),
        ("names", "; ".join(" = ".join(forms) for forms in settings.names)),
        ("classification rules", _rules(settings)),
        ("ignored kinds", ", ".join(kind.value for kind in settings.ignore)),
        ("links", "; ".join(map(_link_label, links))),
        ("reading", "; ".join(reading)),
        ("abbreviations", ", ".join(own)),
        ("telegraph", ", ".join(sorted(telegraph))),
        ("furniture", "set aside" if any(one.furniture for one in witnesses) else ""),
        ("ignored words", "; ".join(sorted(ignored))),
        ("segments", "; ".join(corrections)),
    ):
        if value:
            yield name, value


def _rules(settings: Settings) -> str:
    """Return the names of the rules, and a digest that changes with any of them."""
    if not settings.rules:
        return ""
    names = "; ".join(rule.name for rule in settings.rules)
    return f"{names} (SHA-256 {_digest(settings.rules)[:_DIGITS]})"


def _link_label(link: SentenceLink) -> str:
    """Return a link in a few characters: ``"A 3,4=5"`` if forced, ``"A 7≠9"`` if forbidden."""
    label = link.label if link.kind is LinkKind.FORCED else link.label.replace("=", "≠")
    return f"{link.siglum} {label}"


def _prescriptive(witness: Witness) -> dict[str, object]:
    """Return the fields of a witness that change what is found, besides its text."""
    names = [each.name for each in dataclasses.fields(witness) if each.name not in _DESCRIPTIVE]
    # Most witnesses are neither from a table nor telegrams, and have no options.
    rare = {
        "units": not witness.units,
        "telegraph": witness.telegraph is None,
        "reading": not witness.reading,
        "furniture": not witness.furniture,
        "ignored_words": not witness.ignored_words,
        "set_aside": not witness.set_aside,
    }
    return {name: getattr(witness, name) for name in names if not rare.get(name, False)}


def _digest(value: object) -> str:
    """Return the SHA-256 of values, in hexadecimal; the same on every machine."""
    content = json.dumps(_plain(value), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    """Return a value as lists, dictionaries, texts and numbers."""
    match value:
        case Enum():
            return value.value
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _ if dataclasses.is_dataclass(value):
            signed = [
                field
                for field in dataclasses.fields(value)
                if field.init
                and not field.metadata.get("descriptive")
                and (getattr(value, field.name) or not field.metadata.get("signed_if_set"))
            ]
            names = [field.name for field in signed]
            return [type(value).__name__, {name: _plain(getattr(value, name)) for name in names}]
    return value


def library_versions(settings: Settings) -> LibraryVersions:
    """Return name and version of each library that takes part in a comparison, and of Unicode."""
    of_methods = [one for way in _methods(settings) for one in _LIBRARIES_OF_METHOD.get(way, ())]
    return LibraryVersions((*_LIBRARIES, *of_methods, UNICODE))


def _methods(settings: Settings) -> tuple[str, str, str]:
    return settings.segmenter, settings.aligner, settings.linker
