"""Reading of ``[links]`` in ``variants.toml``."""

from __future__ import annotations

from pathlib import Path

import pytest

from variants.errors import BadSettingsFile
from variants.pipeline import collate
from variants.project.documents import read_edition
from variants.project.links_table import in_force
from variants.settings import Settings
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.witness import Witness

_FORCED, _FORBIDDEN = LinkKind.FORCED, LinkKind.FORBIDDEN


def link(
    kind: LinkKind, siglum: str, seed: tuple[int, ...], other: tuple[int, ...]
) -> SentenceLink:
    marks = (tuple(SentenceMark(n, f"Words “{n}” \\") for n in side) for side in (seed, other))
    return SentenceLink(kind, siglum, *marks)


def links_in(root: Path, name: str = "letter") -> tuple[SentenceLink, ...]:
    (found,) = (each for each in read_edition(root).documents if each.name == name)
    return found.links


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name in ("seeds/letter.txt", "variants/letter/A.txt", "variants/letter/B.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ship is late.")
    return tmp_path


_LINK = '[[links.letter.A]]\nforce = "3,4=5"\nseed = ["The  ship", "It"]\nother = ["A ship"]\n'


def test_links_are_read_with_the_words_they_remember(edition: Path) -> None:
    forbidden = '[[links.letter.B]]\nforbid = "1=2"\nseed = ["a"]\nother = ["b"]\n'
    (edition / "variants.toml").write_text(f"{_LINK}\n{forbidden}")

    first, second = links_in(edition)

    assert (first.kind, first.siglum, first.seed_numbers, first.other) == (
        _FORCED,
        "A",
        (2, 3),
        (SentenceMark(4, "A ship"),),
    )
    assert [mark.opening for mark in first.seed] == ["The ship", "It"]
    assert (second.kind, second.siglum, second.label) == (_FORBIDDEN, "B", "1=2")


WRONG = [
    ("links = 3", 1, "links must be a table"),
    ("[links.letter]\nA = 3", 2, "A must be a list of tables"),
    (_LINK.replace("letter", "lettre"), 1, "'lettre'"),
    ("[links.letter]\n\n[[links.letter.S]]", 3, "force or forbid"),
    (_LINK.replace(".A", ".S"), 1, "'S'"),
    ("[[links.letter.A]]", 1, "either force or forbid"),
    (f'{_LINK}forbid = "1=1"', 1, "either force or forbid"),
    (f'{_LINK}unless = "1"', 5, "'unless' in [[links.letter.A]]"),
    (_LINK.replace("3,4=5", "3,5=5"), 2, "must be consecutive"),
    (_LINK.replace("3,4=5", "3,4"), 2, "on a side of ="),
    (_LINK.replace("3,4=5", "0,1=5"), 2, "'0' is not the number"),
    (_LINK.replace("3,4=5", "3,4="), 2, "no counterpart"),
    (_LINK.replace('force = "3,4=5"', 'forbid = "3="'), 2, "two sides"),
    (_LINK.replace('"The  ship", ', ""), 3, "the first words of 2 sentences"),
    (_LINK.replace("A ship", " "), 4, "the first words of 1 sentence"),
    (_LINK.replace("other", "#"), 1, "the first words of 1 sentence"),
    (f"{_LINK}\n{_LINK.replace('3,4=5', '4,5=6')}", 6, 'force = "3,4=5" above'),
    (f"{_LINK}\n{_LINK.replace('force', 'forbid')}", 6, 'contradicts force = "3,4=5"'),
]


@pytest.mark.parametrize(("text", "line", "problem"), WRONG)
def test_an_error_in_links_has_its_line(edition: Path, text: str, line: int, problem: str) -> None:
    (edition / "variants.toml").write_text(text)

    with pytest.raises(BadSettingsFile) as caught:
        read_edition(edition)

    assert problem in str(caught.value)
    assert caught.value.line == line
    assert caught.value.hint


def test_a_later_link_takes_the_place_of_what_it_contradicts() -> None:
    old = (
        link(_FORCED, "A", (1,), (2,)),
        link(_FORCED, "B", (1,), (2,)),
        link(_FORBIDDEN, "A", (1,), (3,)),
        link(_FORBIDDEN, "A", (1,), (4,)),
    )
    new = (link(_FORCED, "A", (1,), (3,)),)

    assert in_force(old, new) == (old[1], old[3], *new)


def test_the_signature_has_the_links_that_were_obeyed() -> None:
    links = (link(_FORCED, "A", (0,), (1,)), link(_FORBIDDEN, "A", (1,), (1,)))
    witnesses = (Witness("S", "One. Two."), Witness("A", "Uno. Due."))

    collation = collate(witnesses, Settings(), links=links)

    assert dict(collation.signature.choices)["links"] == "A 1=2; A 2≠2"
