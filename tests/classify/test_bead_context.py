from variants.classify.bead_context import BeadContext
from variants.languages import language_of

ENGLISH = language_of("en")
SEED = ("The", "ships", "came")


def test_the_seed_is_read_once_for_several_witnesses() -> None:
    first = BeadContext(ENGLISH, SEED, ("The", "boats", "came"))
    second = BeadContext(ENGLISH, SEED, ("The", "ships", "went"))

    assert first.sides[0] is second.sides[0]


def test_equal_sides_are_two_sides() -> None:
    seed, other = BeadContext(ENGLISH, SEED, SEED).sides

    assert seed is not other
