"""Evidence that two neighbouring differences are one."""

from __future__ import annotations

from variants.classify.cutting.areas import Cut
from variants.classify.cutting.join_evidence import join_evidence
from variants.classify.cutting.word_traits import word_traits
from variants.types.bead import Bead
from variants.types.span import Span
from variants.types.words import Link, Token, TokenKind, WordAlignment

_KINDS = {"upon": TokenKind.FUNCTION, "in": TokenKind.FUNCTION, "the": TokenKind.FUNCTION}


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(
        Token(Span(n, n + 1), word, _KINDS.get(word, TokenKind.CONTENT))
        for n, word in enumerate(text.split())
    )


def _evidence(
    seed: str, other: str, first: Cut, second: Cut, links: tuple[Link, ...] = ()
) -> dict[str, float]:
    words = WordAlignment(Bead((0,), (0,), 1.0), _tokens(seed), _tokens(other), links)
    return join_evidence(words, first, second, word_traits("en"))


def test_evidence_counts_the_equal_words_between() -> None:
    near = _evidence("rely upon help", "trust in help", Cut(0, 1, 0, 1), Cut(1, 2, 1, 2))
    far = _evidence("rely the upon", "trust the in", Cut(0, 1, 0, 1), Cut(2, 3, 2, 3))

    assert "gap 0 0 0" in near
    assert "gap 1 0 0" in far
    assert far["between determiner"] == 1.0


def test_evidence_has_the_words_at_the_seam_of_each_side() -> None:
    found = _evidence("rely upon help", "trust in help", Cut(0, 1, 0, 1), Cut(1, 2, 1, 2))

    assert sum(value for name, value in found.items() if name.startswith("seam ")) == 2.0
    assert "seam content word preposition" in found
    assert found["shapes 1:1 1:1"] == 1.0
    assert found["share"] == 4 / 6


def test_links_across_two_differences_are_evidence() -> None:
    cuts = Cut(0, 1, 0, 1), Cut(1, 2, 1, 2)
    across = _evidence("rely upon", "trust in", *cuts, (Link(0, 1, 0.9),))
    apart = _evidence("rely upon", "trust in", *cuts, (Link(0, 0, 0.9),))

    assert "links across 3" in across
    assert "links across 0" in apart
    assert "links of first 3 1:1" in apart


def test_equal_words_across_two_differences_are_evidence() -> None:
    cuts = Cut(0, 1, 0, 1), Cut(1, 2, 1, 2)

    assert _evidence("house customs", "customs house", *cuts)["equal across"] == 2.0
    assert _evidence("house customs", "home duties", *cuts)["equal across"] == 0.0
