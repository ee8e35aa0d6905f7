"""Exact results of all stages of linking words.

``--update-golden`` rewrites the files. Arrays are summarized as in the tests of aligners. Linking
computes with 32 bits, so numbers may differ more between processors than elsewhere.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest

from tests.aligners.test_golden import summary
from tests.conftest import GoldenValues
from variants.languages import language_of
from variants.types.span import Span
from variants.words.batches import Batch, cut_batches
from variants.words.blocks import _anchors, cut_blocks
from variants.words.context import context_features
from variants.words.evidence import (
    PairEvidence,
    PairType,
    add_meaning,
    collect_evidence,
    meaning_features,
)
from variants.words.linking import common_shares, link_pairs, number_pairs
from variants.words.nearly_same import (
    _anchor_scores,
    _Chosen,
    _gaps,
    _grammar_scores,
    link_nearly_same,
)
from variants.words.phrase_models import PHRASE_MODELS
from variants.words.scorer import lexical_model, score_pairs, semantic_model
from variants.words.tokenize import tokenize
from variants.words.vocabulary import Vocabulary

_TOLERANCE = 2e-4
_ENGLISH = language_of("en")
_MODELS = {"lexical": lexical_model, "semantic": semantic_model}
_WITH_PHRASES = {f"{name}-phrases": model for name, model in PHRASE_MODELS.items()}

FREE = (
    (
        "we must send 12 divisions to the harbour .",
        "twelve divisions should be sent by us , to port .",
    ),
    (
        "mao zedong told peking that 1,200 pilots , all well-trained , flew mig-15s .",
        "beijing heard from mao tse-tung : trained pilots flew 1200 mig-15 planes .",
    ),
    ("the sea and the land and the sky", "the sky , the land and the wide sea"),
    (
        "the pilots who fought in that battle were tired ; they slept .",
        "tired fighters of this combat slept .",
    ),
    ("he recognised the colour of recognition at once", "at once he recognized its color"),
    (
        "( a ) first , second , third , fourth , fifth",
        "fifth , fourth , third , second and first ( b )",
    ),
    ("go", "he went away"),
    ("the lamp of the sea", "damp seas tease"),
    ("part one", "partitioned partitioning partitionings"),
    ("xxxxabcdefghi xxxabcdefg abcdefghijk", "yyyyabcdefghi yyyabcdefg hijkabcdefg"),
    ("well-known self-help", "well known self help"),
    ("word one two one two one two", "one two one two word"),
    (
        "their interpretation interprets interpretations interpretatively",
        "interpreters interpreted an interpretation",
    ),
    (
        "an unlinked opening here matches the same ending",
        "quite another beginning there matches the same end",
    ),
)
"""Pairs of sentences for the scorer."""

NEAR = (
    (
        "the great sea which is to the west of us is not ours .",
        "the great sea which is to the west of us at is not ours .",
    ),
    (
        "in the harbour lay ten old grey ships , two of them burnt , and a boat",
        "in the harbor lay ten old gray ships , two of these burnt , and a small boat",
    ),
    (
        "so we saw the ships set out again from here , and the wind rose",
        "so we met the ships went away again from there ; and the wind rose",
    ),
    ("the cat and the dog and the cow and the horse", "the cat and the dog and the horse"),
    ("saw a b c d e f g h i j", "met we put off a b c d e f g h i j sailing today"),
    ("a , b , c , d , e , f x y z", "a , b , c , d , e , f z y x"),
)
"""Pairs of sentences for the fast tier."""

TEXT = (
    "No. 302/sh—the “MIG-15s” won’t fly at 9:40, Tse-tung's 7th and 12,000.5 pilots; U.S. naïve "
    "Commit-\ntee 停战 เรือ ok 👩‍👩‍👧! sixteen The of"
)


def _words(pairs: Sequence[tuple[str, str]]) -> list[tuple[list[str], list[str]]]:
    return [(seed.split(), other.split()) for seed, other in pairs]


def _batches(pairs: Sequence[tuple[str, str]]) -> tuple[Vocabulary, list[Batch]]:
    vocabulary, numbered = number_pairs(_words(pairs), _ENGLISH)
    return vocabulary, list(cut_batches(numbered, range(len(numbered)), len(vocabulary.words)))


def test_tokens_are_exactly_these(golden_values: GoldenValues) -> None:
    tokens = tokenize(TEXT, Span(0, len(TEXT)), _ENGLISH)

    golden_values(
        "words/tokens.json",
        {f"{t.span.start}-{t.span.end}": [t.key, t.kind.value] for t in tokens},
    )


@pytest.mark.parametrize("tag", ["en", "de"])
def test_vocabularies_are_exactly_these(tag: str, golden_values: GoldenValues) -> None:
    vocabulary, _ = number_pairs(_words(FREE), language_of(tag))

    found = {
        field.name: getattr(vocabulary, field.name).tolist()
        for field in dataclasses.fields(vocabulary)
        if field.name not in {"words", "names"}
    }
    names = sorted(map(list, vocabulary.names))
    golden_values(
        f"words/vocabulary-{tag}.json",
        {"words": " ".join(vocabulary.words), "names": names, **found},
    )


def test_evidence_is_exactly_this(golden_values: GoldenValues) -> None:
    vocabulary, batches = _batches(FREE)

    found = {str(batch.members): _evidence(batch, vocabulary) for batch in batches}

    golden_values("words/evidence.json", found, tolerance=_TOLERANCE)


def _evidence(batch: Batch, vocabulary: Vocabulary) -> dict[str, Any]:
    evidence = collect_evidence(batch, vocabulary)
    types = [
        ["".join(np.base_repr(cell, len(PairType)) for cell in row) for row in pair]
        for pair in evidence.pair_type.transpose(2, 0, 1).tolist()
    ]
    return {
        "sizes": [batch.rows.tolist(), batch.columns.tolist()],
        "inside": summary(batch.inside),
        "types": types,
        "places": summary(evidence.places),
        "features": [summary(row) for row in evidence.features],
        "start": summary(evidence.start),
    }


@pytest.mark.parametrize("model", _MODELS)
def test_scores_are_exactly_these(model: str, golden_values: GoldenValues) -> None:
    vocabulary, batches = _batches(FREE)
    chosen = _MODELS[model]()
    vectors = chosen.vectors and chosen.vectors(vocabulary.words)

    found = {}
    for batch in batches:
        evidence = collect_evidence(batch, vocabulary)
        if vectors is not None:
            evidence = add_meaning(evidence, vectors)
        scores = score_pairs(evidence, chosen.weights)
        found[str(batch.members)] = {
            "start": summary(evidence.start),
            "meaning": [summary(feature) for feature in meaning_features(evidence)],
            "first context": _context(evidence, evidence.start, first=True),
            "last context": _context(evidence, scores, first=False),
            "scores": summary(scores),
        }

    golden_values(f"words/scores-{model}.json", found, tolerance=_TOLERANCE)


def _context(evidence: PairEvidence, p: Any, *, first: bool) -> list[list[float]]:  # noqa: ANN401
    return [summary(feature) for feature in context_features(evidence, p, first=first)]


@pytest.mark.parametrize("model", [*_MODELS, *_WITH_PHRASES])
def test_links_are_exactly_these(model: str, golden_values: GoldenValues) -> None:
    pairs = (*FREE, *NEAR, ("a same pair", "a same pair"))

    links = link_pairs(_words(pairs), _ENGLISH, (_MODELS | _WITH_PHRASES)[model]())

    found = {
        seed: [list(link) for link in each] for (seed, _), each in zip(pairs, links, strict=True)
    }
    golden_values(f"words/links-{model}.json", found, tolerance=_TOLERANCE)


def test_links_of_the_fast_tier_are_exactly_these(golden_values: GoldenValues) -> None:
    pairs = (*NEAR, *FREE)
    vocabulary, batches = _batches(pairs)

    found = {}
    for batch in batches:
        links = link_nearly_same(collect_evidence(batch, vocabulary))
        for member, each in zip(batch.members, links, strict=True):
            found[pairs[member][0]] = [
                f"{i}-{j} {reason.name.lower()} {beside}" for i, j, reason, beside in each
            ]
    golden_values("words/nearly-same.json", found)


def test_scores_of_the_fast_tier_are_exactly_these(golden_values: GoldenValues) -> None:
    vocabulary, batches = _batches((*NEAR, *FREE))

    found = {}
    for batch in batches:
        evidence = collect_evidence(batch, vocabulary)
        every = np.flatnonzero(batch.inside)
        seed = np.full(batch.seed.shape, -1)
        seed[1::3] = np.minimum(seed[1::3] + 3, batch.columns - 1)
        chosen = _Chosen(seed, np.full(batch.other.shape, -1))
        found[str(batch.members)] = [
            summary(_anchor_scores(every, evidence)),
            summary(_grammar_scores(every, evidence, chosen)),
        ]
    golden_values("words/nearly-same-scores.json", found, tolerance=_TOLERANCE)


def test_gaps_are_exactly_these(golden_values: GoldenValues) -> None:
    found = {}
    for other in product((-1, 0, 1, 2), repeat=4):
        linked = [i for i in other if i >= 0]
        if len(set(linked)) < len(linked):
            continue
        seed = [other.index(i) if i in linked else -1 for i in range(3)]
        gaps = [f"{r.start}-{r.stop} {c.start}-{c.stop}" for r, c in _gaps(seed, list(other))]
        found[str(other)] = gaps

    golden_values("words/gaps.json", found)


def test_words_of_some_closeness_are_similar_at_first() -> None:
    vocabulary, (batch,) = _batches([("pilots fly", "ships sail soon")])
    cosines = [0.34, 0.35, 0.351]
    vectors = np.array([[1, 0], [0, 0], *[[c, (1 - c * c) ** 0.5] for c in cosines], [0, 0]])

    evidence = add_meaning(collect_evidence(batch, vocabulary), vectors.astype(np.float32))

    assert evidence.meaning is not None
    assert evidence.meaning[0, :, 0].tolist() == pytest.approx(cosines)
    assert evidence.start[0, :, 0].tolist() == pytest.approx([0, 0, 0.351])


def test_features_of_meaning_do_not_depend_on_the_batch() -> None:
    def features(*pairs: tuple[str, str]) -> list[float]:
        vocabulary, (batch,) = _batches(pairs)
        opposite = [[-1.0 if word == "stay" else 1.0] for word in vocabulary.words]
        vectors = np.array([*opposite, [0.0]], dtype=np.float32)
        evidence = add_meaning(collect_evidence(batch, vocabulary), vectors)
        pair = batch.members.index(0)
        return [float(feature[0, 0, pair]) for feature in meaning_features(evidence)]

    assert features(("go", "stay")) == features(("go", "stay"), ("go soon", "go away"))


def test_shares_are_exactly_these(golden_values: GoldenValues) -> None:
    _, numbered = number_pairs(_words((*FREE, *NEAR)), _ENGLISH)

    golden_values("words/shares.json", {"shares": common_shares(numbered).tolist()})


def test_blocks_are_exactly_these(golden_values: GoldenValues) -> None:
    seed = [n * n % 61 for n in range(90)]
    shifted = [*range(100, 130), *seed[20:], *seed[:9]]
    unique = [*range(40), *range(60, 100)]

    found = {
        f"{name} {most}": [list(block) for block in cut_blocks(*sides, most=most)]
        for name, sides in (
            ("shifted", (seed, shifted)),
            ("unique", (unique, unique[5:])),
            ("nothing in common", (seed, [200] * 50)),
            ("at the edge", ([*[7] * 30, 1, 7], [1, *[8] * 30])),
        )
        for most in (100, 700)
    }

    golden_values("words/blocks.json", found)


@pytest.mark.parametrize(("length", "blocks"), [(500, 1), (501, 2)])
def test_sentences_of_more_than_500_words_are_cut(length: int, blocks: int) -> None:
    words = [*range(length)]

    assert len(list(cut_blocks(words, words))) == blocks


def test_unique_words_in_order_are_exactly_these(golden_values: GoldenValues) -> None:
    draw = random.Random(4)  # noqa: S311 - equal numbers each time

    found = {}
    for _ in range(12):
        sides = [draw.choices(range(14), k=12) for _ in range(2)]
        found[str(sides)] = [list(pair) for pair in _anchors(*sides)]
    shuffled = draw.sample(range(40), 40)
    found["shuffled"] = [list(pair) for pair in _anchors(range(40), shuffled)]
    golden_values("words/unique-words.json", found)


def test_batches_are_exactly_these(golden_values: GoldenValues) -> None:
    sizes = [(n * 7 % 40, n * 11 % 30) for n in range(60)] + [(300, 200), (300, 201), (310, 190)]
    pairs = [(list(range(rows)), list(range(columns))) for rows, columns in sizes]

    batches = cut_batches(pairs, range(1, len(pairs)), 999)

    found = {
        str(batch.members): [list(batch.seed.shape), list(batch.other.shape), summary(batch.seed)]
        for batch in batches
    }
    golden_values("words/batches.json", found)
