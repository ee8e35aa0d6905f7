import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from variants.aligners.order import sort_beads
from variants.types.bead import Bead


@st.composite
def beads(draw: st.DrawFn) -> list[Bead]:
    """Draw any beads in any order: pairs that may cross, omissions, additions."""
    paired = draw(st.integers(0, 5))
    omitted, added = draw(st.integers(0, 3)), draw(st.integers(0, 4))
    seed = draw(st.permutations(range(paired + omitted)))
    other = draw(st.permutations(range(paired + added)))
    found = [Bead((seed[k],), (other[k],), 1.0) for k in range(paired)]
    found += [Bead((i,), (), 1.0) for i in seed[paired:]]
    found += [Bead((), (j,), 1.0) for j in other[paired:]]
    return draw(st.permutations(found))


@given(beads())
def test_beads_with_seed_sentences_are_in_the_order_of_the_seed(found: list[Bead]) -> None:
    order = [bead.seed for bead in sort_beads(found) if bead.seed]

    assert order == sorted(order)


@given(beads())
def test_an_addition_follows_the_sentence_before_it(found: list[Bead]) -> None:
    order = sort_beads(found)

    for before, bead in zip((None, *order), order, strict=False):
        if not bead.seed:
            expected = () if before is None else before.other
            assert expected == (() if bead.other[0] == 0 else (bead.other[0] - 1,))


@given(beads())
def test_ordering_loses_and_doubles_no_bead(found: list[Bead]) -> None:
    order = sort_beads(found)

    assert sorted(order, key=str) == sorted(found, key=str)


def test_additions_after_one_sentence_are_in_their_own_order() -> None:
    found = [Bead((), (2,), 1.0), Bead((0,), (0,), 1.0), Bead((), (1,), 1.0)]

    assert [bead.other for bead in sort_beads(found)] == [(0,), (1,), (2,)]


def test_naming_the_aligners_imports_no_numpy() -> None:
    """The command line names them in its help, which has to come at once."""
    words = [sys.executable, "-c", "import sys, variants.aligners; print('numpy' in sys.modules)"]

    answer = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603 - Our own words.

    assert answer.stdout.strip() == "False"
