"""Agreement of versions in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variants.types.version_measures import PairAgreement, VersionMeasures

NEAR_COPY = 0.9
"""Agreement from which one version is called nearly a copy of another."""
_MOST = 10  # Near-copies listed; of many copies of one text every pair is one.
_SEVERAL = 3  # Two versions have one agreement and no groups.


def percent_of(share: float | None) -> str:
    """Return a share in whole percents; 100 only if it is the whole, and 0 only if it is none.

    Examples:
        >>> percent_of(0.974), percent_of(0.998), percent_of(1.0), percent_of(0.001)
        ('97 %', '99 %', '100 %', '1 %')
        >>> percent_of(None)
        '–'
    """
    if share is None:
        return "–"
    rounded = round(100 * share)
    if 0 < share < 1:
        rounded = min(99, max(1, rounded))
    return f"{rounded} %"


def group_lines(found: VersionMeasures) -> list[str]:
    """Return sentences about the versions that are nearly copies, and those that go together."""
    return [*_near_copies(found), *_groups(found)]


def most_and_least(found: VersionMeasures) -> str:
    """Return a sentence with the highest and the lowest agreement; empty without any."""
    pairs = [pair for pair in found.pairs if pair.share is not None]
    if not pairs:
        return ""
    most = max(pairs, key=lambda pair: pair.share or 0.0)
    least = min(pairs, key=lambda pair: pair.share or 0.0)
    if most.share == least.share:
        both = f"{most.one} and {most.other}" if len(pairs) == 1 else "Every two versions"
        return f"{both} agree in {percent_of(most.share)} of their words."
    return f"Agreement is highest between {_pair(most)} and lowest between {_pair(least)}."


def joined(sigla: Sequence[str]) -> str:
    """Return sigla as a list in a sentence.

    Examples:
        >>> joined(["A"]), joined(["S", "A", "B"])
        ('A', 'S, A and B')
    """
    return " and ".join(filter(None, (", ".join(sigla[:-1]), sigla[-1])))


def _pair(pair: PairAgreement) -> str:
    return f"{pair.one} and {pair.other} ({percent_of(pair.share)})"


def _near_copies(found: VersionMeasures) -> Iterator[str]:
    """Yield a sentence for each version that is nearly a copy, with the one it resembles most."""
    near = sorted(
        (pair for pair in found.pairs if (pair.share or 0.0) >= NEAR_COPY),
        key=lambda pair: -(pair.share or 0.0),
    )
    best: dict[str, PairAgreement] = {}
    for pair in near:
        best.setdefault(pair.other, pair)
    for pair in list(best.values())[:_MOST]:
        copy = "a copy" if pair.share == 1 else "nearly a copy"
        yield f"{pair.other} is {percent_of(pair.share)} {pair.one} where both have text: {copy}."
    if len(best) > _MOST:
        yield f"{len(best) - _MOST} more versions are nearly copies."


def _groups(found: VersionMeasures) -> Iterator[str]:
    if len(found.sigla) < _SEVERAL:
        return
    if not found.groups:
        yield "No versions are clearly closer to each other than to the others."
    levels = {frozenset(merge.sigla): merge.share for merge in found.merges}
    for group in found.groups:
        yield f"{joined(group)} go together ({percent_of(levels[frozenset(group)])})."
    alone = [siglum for siglum in found.sigla if not any(siglum in group for group in found.groups)]
    if len(alone) > _MOST:
        alone = [*alone[:_MOST], f"{len(alone) - _MOST} more"]
    if alone and found.groups:
        yield f"{joined(alone)} {'is' if len(alone) == 1 else 'are'} in no group."
