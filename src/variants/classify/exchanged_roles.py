"""Class and sense of words that have exchanged their roles: who acts on whom, whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from variants.classify.piece import Piece
from variants.classify.sense.contrast import Contrast
from variants.classify.sense.role_signs import exchanges_in
from variants.languages import Language
from variants.types.sense import Sense, Tier, by_rule
from variants.types.variant import Kind, Ruling, VariantClass
from variants.types.words import WordAlignment

ROLES_EXCHANGED: Final = Ruling("roles exchanged", VariantClass.MEANING)
"""Ruling on such words; their kind, such as moved, is not changed."""
KINDS_WITH_ROLES: Final = frozenset({Kind.MOVED, Kind.WORDING, Kind.FUNCTION_WORD})
_PROBABILITY: Final = 0.8
"""Set by hand: exchanged roles are too rare to be learned."""


def may_exchange_roles(pieces: Iterable[Piece], words: WordAlignment, language: Language) -> bool:
    """Return True if words moved, or differing words of the seed differ elsewhere in the other."""
    if language.roles is None:
        return False
    mine: set[str] = set()
    theirs: set[str] = set()
    for piece in pieces:
        if piece.moved:
            return True
        mine.update([token.key for token in words.seed[piece.i : piece.j]])
        theirs.update([token.key for token in words.other[piece.k : piece.l]])
    content = mine & theirs - language.function_words
    roles = language.roles
    is_recast = (roles.agent_marker in mine) != (roles.agent_marker in theirs)
    causes = not roles.causatives.isdisjoint(map(language.lemma, mine ^ theirs))
    return bool(content) or is_recast or causes or not mine.isdisjoint(roles.cases)


def sense_of_exchange(contrast: Contrast) -> Sense | None:
    """Return the sense of words that have exchanged their roles; ``None`` if they have not."""
    found = exchanges_in(contrast)
    if not found:
        return None
    seed, other = contrast.seed.text(found[0].seed_at), contrast.other.text(found[0].other_at)
    by = by_rule(ROLES_EXCHANGED.rule)
    return Sense(_PROBABILITY, Tier.SENSE, found[0].sort, seed, other, by)
