from __future__ import annotations

from pathlib import Path

import pytest

from variants.errors import CannotReadEdition, EmptyEdition, NoOtherWitness, UnknownName
from variants.log.events import LinkAction, RecordedLink, RecordedSentence
from variants.log.places import hash_of_sentence
from variants.project.document_texts import (
    DocumentTexts,
    comparable_documents,
    compare_texts,
    find_document,
    open_edition,
    read_document_texts,
    with_log_links,
)
from variants.project.load import open_log
from variants.settings import Settings
from variants.types.edition import Edition


def make(root: Path, **files: str) -> Path:
    """Write files below ``root``; two underscores in a name are a slash."""
    (root / "variants").mkdir(parents=True)
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (PermissionError(13, "Permission denied", "letters/seeds"), "letters/seeds: Permission"),
        (OSError("no disk"), r"Cannot read \.: no disk"),
    ],
)
def test_a_folder_that_cannot_be_read_is_an_error_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, message: str
) -> None:
    def fail(_: Path) -> None:
        raise error

    monkeypatch.setattr("variants.project.document_texts.read_edition", fail)
    make(tmp_path / "root", seeds__letter="One.")

    with pytest.raises(CannotReadEdition, match=message):
        open_edition(tmp_path / "root")


def test_a_document_is_found_by_its_name(tmp_path: Path) -> None:
    files = {"seeds__a": "One.", "seeds__b": "Two.", "variants__b__A": "Due."}
    edition = open_edition(make(tmp_path / "root", **files))

    assert find_document(edition, "b").name == "b"
    assert [document.name for document in comparable_documents(edition)] == ["b"]
    with pytest.raises(NoOtherWitness):
        find_document(edition, "a")
    with pytest.raises(UnknownName) as caught:
        find_document(edition, "c")
    assert "a, b" in caught.value.hint


def test_an_edition_of_seeds_only_has_nothing_to_compare(tmp_path: Path) -> None:
    edition = open_edition(make(tmp_path / "root", seeds__a="One."))

    with pytest.raises(EmptyEdition):
        comparable_documents(edition)


@pytest.mark.parametrize(
    ("toml", "title"),
    [("", "a"), ('title = "All"', "All"), ('title = "All"\n[documents.a]\ntitle = "A"', "A")],
)
def test_the_texts_of_a_document_have_its_title(tmp_path: Path, toml: str, title: str) -> None:
    root = make(tmp_path / "root", seeds__a="One.", variants__a__A="Uno.")
    (root / "variants.toml").write_text(toml)
    edition = open_edition(root)

    texts = read_document_texts(edition, edition.documents[0], Settings())

    assert (texts.name, texts.title, texts.root) == ("a", title, root)
    assert [witness.text for witness in texts.witnesses] == ["One.", "Uno."]
    assert texts.files == (root / "variants.toml", root / "seeds/a.txt", root / "variants/a/A.txt")


def test_the_title_of_an_edition_is_not_that_of_several_documents(tmp_path: Path) -> None:
    files = {"seeds__a": "One.", "seeds__b": "Two.", "variants__a__A": "Uno."}
    root = make(tmp_path / "root", **files, variants__b__A="Due.")
    (root / "variants.toml").write_text('title = "All"')
    edition = open_edition(root)

    texts = read_document_texts(edition, edition.documents[0], Settings())

    assert texts.title == "a"


_LINK = '[[links.a.A]]\nforce = "1=2"\nseed = ["One."]\nother = ["Due."]\n'


def texts_with_link(root: Path) -> DocumentTexts:
    """Return the texts of a document with a link in ``variants.toml``."""
    make(root, seeds__a="One. Two. Three.", variants__a__A="Uno. Due. Tre.")
    (root / "variants.toml").write_text(_LINK)
    edition = open_edition(root)
    return read_document_texts(edition, edition.documents[0], Settings())


def forced_beads(edition: Edition) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    renderings = (each for passage in edition.collation.passages for each in passage.renderings)
    beads = (bead for rendering in renderings for bead in rendering.beads)
    return sorted({(bead.seed, bead.other) for bead in beads if bead.forced})


def test_links_of_the_settings_are_obeyed(tmp_path: Path) -> None:
    texts = texts_with_link(tmp_path / "root")

    assert forced_beads(compare_texts(texts)) == [((0,), (1,))]
    assert with_log_links(texts) == texts


def test_links_of_the_log_override_those_of_the_settings(tmp_path: Path) -> None:
    texts = texts_with_link(tmp_path / "root")
    mark = RecordedSentence(1, hash_of_sentence("One."), "One.")
    other = RecordedSentence(1, hash_of_sentence("Uno."), "Uno.")
    link = RecordedLink("a", LinkAction.FORCE, "A", (mark,), (other,))
    open_log(tmp_path / "root", editor="kl").link(link)
    done: list[tuple[int, int]] = []

    edition = compare_texts(texts, progress=lambda *step: done.append(step))

    assert forced_beads(edition) == [((0,), (0,))]
    assert [each.label for each in with_log_links(texts).links] == ["1=1"]
    assert "not obeyed: the log has 1=1" in edition.collation.notices[0].message
    assert done[-1] == (1, 1)
