"""States, alliances, parties and armies that both sides of a bead name, each in its own way."""

from __future__ import annotations

from variants.classify.sense.contrast import SideOfBead
from variants.languages.state_names import bodies_named


def bodies_of(side: SideOfBead) -> dict[int, int]:
    """Return the body that each word names, by the word's index."""
    return bodies_named(side.words)


def is_of_named_body(here: SideOfBead, n: int, facing: SideOfBead) -> bool:
    """Return True if a word names a body that the other side names in any form."""
    body = here.read(bodies_of).get(n)
    return body is not None and body in facing.read(bodies_of).values()
