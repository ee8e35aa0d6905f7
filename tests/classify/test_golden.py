# ruff: noqa: E501 - sample texts and dumps read better on one line
"""Exact results of classification, so that a changed constant or branch is noticed.

The golden files were read by a person when they were written; ``--update-golden`` rewrites them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from tests.conftest import Golden
from tests.project.editions import ROOT, telegram
from tests.words.pairs import one_bead
from variants.classify.config import classification_config
from variants.classify.differences import find_differences
from variants.languages import language_of
from variants.pipeline import collate
from variants.settings import ClassificationRule, Settings
from variants.types.collation import Collation, Entry, Passage
from variants.types.variant import Kind, Variant, VariantClass
from variants.types.witness import Witness
from variants.words import LINKERS

_CASE = re.compile(r"^S: (.*)\nA: (.*)$", re.MULTILINE)
_PAIRS = (
    ("The order[3] came on May 4.", "The order came on May 4."),
    ("The order¹ came.", "The order came."),
    ("Louis XIV and Henry IV met 14 times.", "Louis XVI and Henry IV met fourteen times."),
    ("See chapter MCM, or LX and XC.", "See chapter MCM, or XL and CX."),
    ("No. 302 was not sent.", "Number 302 was sent."),
    ("No fewer than 30 guns were lost.", "Not less than thirty guns were lost."),
    ("He had no more than two.", "He had two."),
    ("They did not come.", "They didn't come."),
    ("They shouldn't come.", "They should come."),
    ("We can't and won't go.", "We cannot and will not go."),
    ("The cease-fire may be near.", "The ceasefire is maybe near."),
    ("U.S. ships came to us.", "US ships came to us."),
    ("It is 3½ miles, or 10² rods.", "It is 3 1/2 miles, or 102 rods."),
    ("He paid £5 and 10% of it.", "He paid $5 and 10 of it."),
    ("It is 5° colder.", "It is 5 colder."),
    ("A hundred and five men left.", "105 men left."),
    ("Half a million men left at half past eight.", "500,000 men left at 8:30."),
    ("At a quarter to one he left.", "At 12:45 he left."),
    ("Two or three hundred men.", "Two or three men."),
    ("The third army had three guns.", "Three armies had the 3rd gun."),
    ("He came on the 7th of November.", "He came on November 7."),
    ("He came on Nov. 7 and on May 3.", "He came on the 7th of November and on 4 May."),
    ("He may march in May.", "He might march in March."),
    ("May they come in May.", "Might they come in May."),
    ("The needs of the navy are great.", "The wants of the navy are great."),
    ("He need not go; you have to.", "He must not go; you could."),
    ("He could go, and shall go.", "He went, and will go."),
    ("Merely a rumor, only that.", "Simply a rumor, but that."),
    ("Gao Gang met Khrushchov in Peking.", "Kao Kang met Khrushchev in Beijing."),
    ("He met Koreans and the Japanese.", "He met Korea and Japan."),
    ("Then Austria fell.", "Then Australia fell."),
    ("The Ambassador met Roshchin.", "The Ambassador met Karpov."),
    ("GENERAL STAFF TO MAO", "GENERAL STAFF TO LIN"),
    ("An armistice is advantageous.", "A truce is advantageous."),
    ("They moved more quickly than we.", "They moved sooner than we."),
    ("The “old” guard -- it died...", "The 'old' guard – it died…"),
    ("The harbour, they recognised, was grey", "The Harbor, they recognized, was gray."),
    ("Send them at once to the front by rail.", "By rail send them to the front at once."),
    ("On 13 June he wrote to me at length.", "He wrote to me at length on 14 June."),
    ("Three and thirty ships sailed at dawn.", "At dawn four and thirty ships sailed."),
    ("He gave the old man a new coat.", "He gave the man a coat."),
    ("He gave the man a coat.", "He gave the poor old man a good warm coat."),
    ("All the boats sank that night in the bay.", "Nothing of the whole fleet remained."),
    ("One came.", "He came first, in two boats."),
    ("The ice is late this year, he said.", "He said: the ice, this year, is late."),
    ("Stop.", "Go on!"),
    ("He is the best of us all.", "He is, of us all, the best."),
)
_GERMAN = (
    ("Der General kam nicht am 7. Mai.", "Der Feldherr kam am 8. Mai."),
    ("Er hatte zwei Schiffe und einen Hund.", "Er hatte drei Schiffe und keinen Hund."),
)
_RULES = (
    ClassificationRule("okay", pairs=(("okay", "OK"), ("ship", "ships")), kind=Kind.SPELLING),
    ClassificationRule(
        "the sea", seed=r"(the )?sea", other=r".*ocean", variant_class=VariantClass.TERM
    ),
    ClassificationRule("dates", seed=r"\d+ \w+", variant_class=VariantClass.FORM),
    ClassificationRule("left out", pairs=(("old", ""),), variant_class=VariantClass.WORDING),
)
_RULED = (
    ("It is okay that the ship left the sea.", "It is OK that the ships left the ocean."),
    ("On 5 June the old man and Kao Kang left.", "On 6 July the man and Gao Gang left."),
    ("The armistice of Chairman Mao held.", "The truce of Mao's chairman held."),
    ("An armistice, the armistice.", "Armistices, a cease-fire."),
)
_SETTINGS = Settings(
    rules=_RULES, terms=("armistice", "truce"), names=(("Chairman Mao", "Mao", "the Chairman"),)
)
_SEED = (
    "The ferry runs twice a day. The master keeps the list of goods. The pier must be mended. "
    "Sixteen boats lie in the harbour. The ferry is old, and the master is old."
)
_OTHERS = {
    "A": "The ferry goes twice a day. The clerk keeps the list of wares. A bell rings at noon. The "
    "quay should be mended. Sixty boats lie in the harbor. The boat is old, and the clerk is old.",
    "B": "The boat goes two times a day. The pier should be repaired. A bell rings at noon every "
    "day. Nobody hears it. 16 boats lie in the harbour. The boat is aged, and the clerk is aged.",
    "A10": "Sixteen boats lie in the harbour. The ferry runs twice a day. The clerk keeps a list "
    "of goods. The pier must be mended. The boat is old, and the clerk is old. We know it.",
}


def _variant(variant: Variant, seed: str, other: str) -> str:
    flags = " ".join(sorted(flag.value for flag in variant.flags))
    ruling = (
        f" by {variant.ruling.rule}: {variant.ruling.variant_class.value}" if variant.ruling else ""
    )
    sides = f"{variant.seed.of(seed)} => {variant.other.of(other)}"
    where = f"{variant.seed.start}-{variant.seed.end} {variant.other.start}-{variant.other.end}"
    substance = "" if variant.substantive else ", form only"
    kinds = f"{variant.kind.value}, {variant.variant_class.value}{substance}"
    return f"  {sides} | {where} | {kinds} | {flags} | {variant.confidence:.4f}{ruling}"


def _pair(seed: str, other: str, settings: Settings) -> Iterator[str]:
    alignment = one_bead(seed, other, settings.language)
    config = classification_config(settings, language_of(settings.language))
    (words,) = LINKERS["lexical"](alignment)
    found = find_differences(words, alignment, config)
    yield f"S: {seed}"
    yield f"A: {other}"
    yield "  same: " + " ".join(f"{one.start}={two.start}" for one, two in found.same)
    for variant in found.variants:
        yield _variant(variant, seed, other)


def _entry(entry: Entry, collation: Collation) -> Iterator[str]:
    lemma = entry.lemma
    words = lemma.of(collation.seed.witness.text)
    yield f"  {entry.label} {entry.place} {lemma.start}-{lemma.end} {words!r} ={' '.join(entry.agreeing)}"
    for reading in entry.readings:
        flags = " ".join(sorted(flag.value for flag in reading.flags))
        kinds = f"{reading.kind.value}, {reading.variant_class.value}, {flags}"
        yield f"    {reading.wording!r} {kinds}{' perhaps missed' if reading.maybe_missed else ''}"
        for one in reading.attestations:
            marks = " ".join(f"{mark.start}-{mark.end}" for mark in one.marks)
            yield f"      {one.siglum} {one.span.start}-{one.span.end} [{marks}] {one.confidence:.4f}"


def _passage(passage: Passage, collation: Collation) -> Iterator[str]:
    held = " ".join(f"{one.siglum}:{list(one.sentences)}" for one in passage.renderings)
    yield f"{passage.label} {list(passage.sentences)} {held}"
    for entry in passage.entries:
        yield from _entry(entry, collation)


def _whole(witnesses: Sequence[Witness], settings: Settings) -> Iterator[str]:
    collation = collate(witnesses, settings)
    for passage in collation.passages:
        yield from _passage(passage, collation)
    for pattern in collation.patterns:
        places = " ".join(f"{one.siglum}@{one.label}" for one in pattern.occurrences)
        yield f"pattern {pattern.lemma!r} => {pattern.reading!r} {pattern.variant_class.value} {places}"
    for usage in collation.usages:
        shown = "; ".join(
            f"{siglum}: {', '.join(f'{one.wording!r} {one.count}' for one in found)}"
            for siglum, found in usage.renditions
        )
        yield f"usage {usage.word} {usage.count}: {shown}"


def _lines(found: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in found)


def test_differences_of_pairs_of_sentences_are_exactly_these(golden: Golden) -> None:
    page = (ROOT / "docs" / "explanation" / "tricky-cases.md").read_text(encoding="utf-8")
    pairs: list[tuple[str, str]] = [*_CASE.findall(page), *_PAIRS]

    golden(
        "classify/pairs.txt", _lines(line for pair in pairs for line in _pair(*pair, Settings()))
    )


def test_differences_in_german_are_exactly_these(golden: Golden) -> None:
    settings = Settings(language="de")

    golden(
        "classify/german.txt", _lines(line for pair in _GERMAN for line in _pair(*pair, settings))
    )


def test_rules_terms_and_names_of_an_edition_give_exactly_this(golden: Golden) -> None:
    golden(
        "classify/ruled.txt", _lines(line for pair in _RULED for line in _pair(*pair, _SETTINGS))
    )


@pytest.mark.parametrize("name", ["telegram", "ferry"])
def test_the_apparatus_is_exactly_this(name: str, golden: Golden) -> None:
    others = [Witness(siglum, text) for siglum, text in _OTHERS.items()]
    witnesses = telegram() if name == "telegram" else (Witness("S", _SEED), *others)

    golden(f"classify/{name}.txt", _lines(_whole(witnesses, Settings(terms=("master",)))))
