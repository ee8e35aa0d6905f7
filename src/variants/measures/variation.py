"""Eddy and Viv: how much the versions of a passage vary, and which of them is unusual.

Cheesman, Flanagan, Thiel, Rybicki, Laramee, Hope and Roos, "Multi-Retranslation Corpora:
Visibility, Variation, Value, and Virtue", DSH 32(4), 2017. These definitions adapt theirs;
``docs/reference/measures.md`` describes the choices.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, sqrt

from variants.types.collation import Passage
from variants.types.measure import Metric, PassageVariation, Variation
from variants.types.segmentation import Segmentation
from variants.types.words import WordCounter

_SEVERAL = 2  # One version has nothing to vary from.
_DECIMALS = 6  # Further digits have no meaning and might differ between machines.


def measure_variation(  # noqa: PLR0913 - two choices beside the texts
    seed: Segmentation,
    others: Sequence[Segmentation],
    passages: Iterable[Passage],
    count: WordCounter,
    *,
    metric: Metric = Metric.EUCLID_N,
    with_seed: bool = True,
) -> Variation:
    """Return the Eddy of every version in every passage, and the Viv of every passage.

    A version is a bag of folded words without marks. A version without words for a passage has
    no Eddy there and does not count in the centroid. With fewer than two versions there is
    neither Eddy nor Viv.
    """
    cuts = {cut.witness.siglum: cut for cut in ([seed] if with_seed else []) + list(others)}
    varied = []
    for passage in passages:
        sentences = {rendering.siglum: rendering.sentences for rendering in passage.renderings}
        if with_seed:
            sentences[seed.witness.siglum] = passage.sentences
        bags = {siglum: _bag(cut, sentences.get(siglum, ()), count) for siglum, cut in cuts.items()}
        varied.append(_variation_of(passage.label, bags, metric))
    means = tuple(
        (siglum, _mean([one.eddies[at][1] for one in varied])) for at, siglum in enumerate(cuts)
    )
    return Variation(metric, with_seed, tuple(varied), means)


def eddies_of(bags: Sequence[Counter[str]], metric: Metric) -> list[float]:
    """Return the distance of each bag of words from the centroid of all.

    The sums are of integers, so that the order of versions does not change the last digit: if
    ``s`` is the sum of the ``n`` bags, the distance of ``x`` from ``s / n`` is the distance of
    ``n * x`` from ``s``, divided by ``n``.

    Args:
        bags: Words of at least two versions; none is empty.
        metric: The distance.

    Examples:
        >>> eddies_of([Counter("ab"), Counter("aabb")], Metric.EUCLID_N)  # sqrt(1/2) of 3 words
        [0.23570226039551587, 0.23570226039551587]
        >>> eddies_of([Counter("ab"), Counter("ab")], Metric.COSINE)
        [0.0, 0.0]
    """
    n = len(bags)
    total: Counter[str] = Counter()
    for bag in bags:
        total.update(bag)
    length = _dot(total, total)
    if metric is Metric.COSINE:
        # Only rounding can make a distance negative.
        return [max(0.0, 1 - _dot(bag, total) / sqrt(_dot(bag, bag) * length)) for bag in bags]
    scale = n if metric is Metric.EUCLID else total.total()
    return [
        sqrt(n * n * _dot(bag, bag) - 2 * n * _dot(bag, total) + length) / scale for bag in bags
    ]


def _bag(cut: Segmentation, sentences: Iterable[int], count: WordCounter) -> Counter[str]:
    bags = [count(cut, cut.sentences[sentence]) for sentence in sentences]
    bag = bags[0] if bags else Counter[str]()
    for other in bags[1:]:
        bag.update(other)
    return bag


def _variation_of(label: str, bags: Mapping[str, Counter[str]], metric: Metric) -> PassageVariation:
    present = [siglum for siglum, bag in bags.items() if bag]
    if len(present) < _SEVERAL:
        return PassageVariation(label, tuple((siglum, None) for siglum in bags), None, None)
    found = eddies_of([bags[siglum] for siglum in present], metric)
    eddies = dict(zip(present, found, strict=True))
    viv = fsum(found) / len(found)
    deviation = sqrt(fsum((eddy - viv) ** 2 for eddy in found) / len(found))
    return PassageVariation(
        label,
        tuple((siglum, _rounded(eddies.get(siglum))) for siglum in bags),
        round(viv, _DECIMALS),
        round(deviation, _DECIMALS),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(fsum(known) / len(known), _DECIMALS) if known else None


def _dot(one: Counter[str], other: Counter[str]) -> int:
    return sum([count * other[word] for word, count in one.items()])
