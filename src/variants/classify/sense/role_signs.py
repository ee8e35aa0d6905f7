"""Signs in roles: who acts on whom, whose something is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from variants.classify.sense.adjuncts import (
    exchanged_in_comparison,
    exchanged_opponents,
    exchanged_places,
    exchanged_with_adjunct,
)
from variants.classify.sense.contrast import RECENT, Contrast, SideOfBead
from variants.classify.sense.owners import exchanged_owners
from variants.classify.sense.role_exchange import Exchange
from variants.classify.sense.side_verbs import facing_groups, read_verbs
from variants.classify.sense.signs import Sign
from variants.classify.sense.verb_arguments import arguments_of, exchanged_arguments
from variants.types.sense import SenseSort


def find_role_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield the signs for words of a difference that have exchanged their roles.

    The difference may also be of words that only moved.
    """
    exchanges = exchanges_in(contrast)
    for exchange in exchanges:
        words = contrast.seed.text(exchange.seed_at), contrast.other.text(exchange.other_at)
        yield Sign(f"role.{exchange.name}", 1.0, exchange.sort, *words)
    if not exchanges:
        yield from _voice_signs(contrast)


def exchanges_in(contrast: Contrast) -> Sequence[Exchange]:
    """Return the exchanges of roles with a word or the verb of a difference."""
    found = _find_exchanges(contrast.seed, contrast.other)
    return found and [
        one
        for one in found
        if any(n in contrast.seed_range for n in (*one.seed_at, *one.seed_verb))
        or any(n in contrast.other_range for n in (*one.other_at, *one.other_verb))
    ]


@lru_cache(maxsize=RECENT)
def _find_exchanges(seed: SideOfBead, other: SideOfBead) -> tuple[Exchange, ...]:
    """Return the words of a bead that have exchanged their roles.

    "The wolf bit the dog" and "the dog bit the wolf" exchange them; "the dog was bitten by the
    wolf" does not.
    """
    if seed.language.roles is None:
        return ()
    return (
        *exchanged_arguments(seed, other),
        *exchanged_owners(seed, other),
        *exchanged_places(seed, other),
        *exchanged_opponents(seed, other),
        *exchanged_in_comparison(seed, other),
        *exchanged_with_adjunct(seed, other),
    )


def _has_passive(side: SideOfBead) -> bool:
    return any(group.passive for group in side.read(read_verbs).groups)


def _voice_signs(contrast: Contrast) -> Iterator[Sign]:
    """Yield a sign for a subject that acts on one side and is acted on in the other."""
    if not (contrast.seed.read(_has_passive) or contrast.other.read(_has_passive)):
        return
    mine, theirs = facing_groups(contrast)
    if not any(group.passive for group in (*mine, *theirs)):
        return
    seed, other = (
        [one for one in arguments_of(side) if one.group in groups]
        for side, groups in ((contrast.seed, mine), (contrast.other, theirs))
    )
    for one in seed:
        for two in other:
            if one.group.main != two.group.main or one.group.passive == two.group.passive:
                continue
            active, passive = (two, one) if one.group.passive else (one, two)
            is_turned = active.agents.keys() & passive.patients.keys() and passive.agents
            if is_turned or active.patients.keys() & passive.agents.keys():
                words = contrast.seed.text(one.group.at), contrast.other.text(two.group.at)
                yield Sign("role.voice", 1.0, SenseSort.WHO_ACTS, *words)
