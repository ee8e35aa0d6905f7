"""Links that are moved from ``variants.toml`` into the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from variants.errors import LinksNotRecorded
from variants.log.journal import Journal
from variants.log.recorded_links import recorded_links
from variants.project.load import open_log, read_log
from variants.project.record_links import record_links
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark

_TEXTS = {
    "seeds/letter.txt": "The ship is late. Nobody knows why. We must wait.",
    "variants/letter/A.txt": "The boat is late. Nobody knew why. We should wait.",
    "variants/letter/B.txt": "A ship came. It left.",
    "seeds/reply.txt": "One. Two.",
    "variants/reply/A.txt": "Uno. Due.",
}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    for name, text in _TEXTS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def table(document: str, siglum: str, link: str, seed: str, other: str) -> str:
    sides = "".join(
        f'{name} = ["{words}"]\n' for name, words in (("seed", seed), ("other", other)) if words
    )
    return f"[[links.{document}.{siglum}]]\n{link}\n{sides}"


_LATE = table("letter", "A", 'force = "1=1"', "The ship", "The boat")
_NOBODY = table("letter", "A", 'forbid = "2=2"', "Nobody knows", "Nobody")
_CAME = table("letter", "B", 'force = "=1"', "", "A ship")
_REPLY = table("reply", "A", 'force = "2=1"', "Two.", "Uno.")


def journal_of(root: Path) -> Journal:
    return open_log(root, editor="kl")


def labels(root: Path, document: str) -> list[str]:
    """Return the links of a document in the log."""
    found = recorded_links(read_log(root)[0], document)
    assert found.notices == ()
    return sorted(f"{link.siglum}:{link.label} {link.kind.value}" for link in found.every.values())


def test_all_links_are_moved(edition: Path) -> None:
    path = edition / "variants.toml"
    path.write_text(f'title = "x"\n\n{_REPLY}\n{_LATE}\n{_NOBODY}{_CAME}')

    moved = record_links(edition, journal_of(edition), why="So.")

    assert [(name, link.siglum, link.label) for name, link in moved] == [
        ("letter", "A", "1=1"),
        ("letter", "A", "2=2"),
        ("letter", "B", "=1"),
        ("reply", "A", "2=1"),
    ]
    assert labels(edition, "letter") == ["A:1=1 forced", "A:2=2 forbidden", "B:=1 forced"]
    assert labels(edition, "reply") == ["A:2=1 forced"]
    assert path.read_text() == 'title = "x"\n'
    assert {event.by for event in read_log(edition)[0].events()} == {"kl"}
    assert {link.why for link in read_log(edition)[0].links("letter").values()} == {"So."}


def test_an_edition_without_links_has_nothing_to_move(edition: Path) -> None:
    assert record_links(edition, journal_of(edition)) == []
    assert not (edition / "decisions").exists()


def test_a_link_remembers_the_words_that_the_file_has(edition: Path) -> None:
    (edition / "variants.toml").write_text(_LATE)

    record_links(edition, journal_of(edition))

    (link,) = recorded_links(read_log(edition)[0], "letter").links.values()
    assert link == SentenceLink(
        LinkKind.FORCED, "A", (SentenceMark(0, "The ship"),), (SentenceMark(0, "The boat"),)
    )


def test_equal_links_are_recorded_once(edition: Path) -> None:
    path = edition / "variants.toml"
    path.write_text(f"{_NOBODY}\n{_NOBODY}\n{_LATE}")

    record_links(edition, journal_of(edition))
    recorded = list(recorded_links(read_log(edition)[0], "letter").every)
    path.write_text(_LATE)
    record_links(edition, journal_of(edition))

    assert list(recorded_links(read_log(edition)[0], "letter").every) == recorded
    assert labels(edition, "letter") == ["A:1=1 forced", "A:2=2 forbidden"]
    assert path.read_text() == ""


def test_a_link_replaces_one_of_the_log_that_no_longer_fits(edition: Path) -> None:
    path = edition / "variants.toml"
    path.write_text(_LATE)
    record_links(edition, journal_of(edition))
    seed = edition / "seeds/letter.txt"
    seed.write_text(seed.read_text().replace("The ship", "Our ship"))
    path.write_text(_LATE.replace("The ship", "Our ship"))

    record_links(edition, journal_of(edition))

    (link,) = recorded_links(read_log(edition)[0], "letter").every.values()
    assert link.seed == (SentenceMark(0, "Our ship"),)


@pytest.mark.parametrize(
    ("links", "problem"),
    [
        ([_LATE.replace("The ship", "A ship")], "letter A:1=1 forced: sentence 1 of S should"),
        ([_LATE.replace('"1=1"', '"1=4"')], "letter A:1=4 forced: sentence 4 of A should begin"),
        ([_LATE, _LATE.replace('"1=1"', '"1=2"')], "the log has 1=1 forced"),
    ],
)
def test_if_one_link_cannot_be_moved_none_is(edition: Path, links: list[str], problem: str) -> None:
    path = edition / "variants.toml"
    *earlier, last = (
        link.replace("The boat", "Nobody") if "1=2" in link else link for link in links
    )
    for link in earlier:
        path.write_text(link)
        record_links(edition, journal_of(edition))
    path.write_text(f"{_REPLY}\n{last}")
    before = path.read_bytes(), labels(edition, "letter")

    with pytest.raises(LinksNotRecorded) as caught:
        record_links(edition, journal_of(edition))

    assert [problem in each for each in caught.value.problems] == [True]
    assert (path.read_bytes(), labels(edition, "letter")) == before
    assert labels(edition, "reply") == []
