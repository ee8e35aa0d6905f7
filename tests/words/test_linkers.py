import pytest
from hypothesis import assume, given

from tests.strategies import texts
from tests.words.pairs import one_bead
from variants.words import LINKERS


@pytest.mark.parametrize("name", LINKERS)
@given(seed=texts, other=texts)
def test_every_linker_gives_a_word_alignment_for_every_bead(
    name: str, seed: str, other: str
) -> None:
    assume(seed.strip() and other.strip())
    alignment = one_bead(seed, other)

    found = LINKERS[name](alignment)

    assert [words.bead for words in found] == list(alignment.beads)


@pytest.mark.parametrize("name", LINKERS)
def test_the_same_word_is_linked_with_itself(name: str) -> None:
    (words,) = LINKERS[name](one_bead("The Peng armistice.", "An armistice of Peng."))

    assert {(1, 3), (2, 1), (3, 4)} <= {(link.seed, link.other) for link in words.links}
