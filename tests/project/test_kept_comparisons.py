"""Tests of the comparisons that are kept between commands."""

from __future__ import annotations

import hashlib
import os
import pickle
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.project.editions import telegram
from variants import signature
from variants.pipeline import collate
from variants.project import kept_comparisons
from variants.project.document_texts import DocumentTexts, collate_texts
from variants.project.kept_comparisons import OFF, VARIABLE, keep_comparison
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.witness import Witness

_WITNESSES = Witness("S", "The ships wait. All is quiet."), Witness("A", "The boats wait. It is.")
_MARK = SentenceMark(0, "")
_LINK = SentenceLink(LinkKind.FORCED, "A", (_MARK,), (_MARK,))
_COLLATION = collate(_WITNESSES, Settings())


@pytest.fixture(name="cache")
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def _keep(
    witnesses: tuple[Witness, ...] = _WITNESSES,
    settings: Settings = Settings(),  # noqa: B008 - it is frozen
    links: tuple[SentenceLink, ...] = (),
    title: str = "Harbour",
    compare: Callable[[], Collation] = lambda: _COLLATION,
) -> Collation:
    return keep_comparison(witnesses, settings, links, title, compare)


def _refuse() -> Collation:
    pytest.fail("it was compared again")


def test_a_comparison_is_made_once(cache: Path) -> None:
    made = _keep()

    assert _keep(compare=_refuse) == made
    assert cache.stat().st_mode & 0o077 == 0


def test_the_kept_comparison_of_the_telegram_is_equal(cache: Path) -> None:
    texts = DocumentTexts("telegram", "", telegram(), Settings(), root=cache.parent)

    made = collate_texts(texts, progress=lambda _done, _all: None)

    assert list(cache.iterdir())
    assert collate_texts(texts, progress=lambda _done, _all: None) == made
    assert made.patterns


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Port"},
        {"settings": Settings(terms=("ships",))},
        {"settings": Settings(linker="none")},
        {"links": (_LINK,)},
        {"witnesses": (_WITNESSES[0], replace(_WITNESSES[1], text="The boats wait. It was."))},
        {"witnesses": (_WITNESSES[0], replace(_WITNESSES[1], translator="M. O."))},
    ],
    ids=["title", "terms", "linker", "link", "text", "translator"],
)
@pytest.mark.usefixtures("cache")
def test_anything_that_changes_is_compared_again(change: dict[str, object]) -> None:
    other = replace(_COLLATION, title="Other")
    _keep()

    assert _keep(**change, compare=lambda: other) == other  # type: ignore[arg-type]


@pytest.mark.usefixtures("cache")
def test_another_version_of_the_program_compares_again(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(_COLLATION, title="Other")
    _keep()

    monkeypatch.setattr(kept_comparisons, "_program", lambda: iter(("another",)))

    assert _keep(compare=lambda: other) == other


@pytest.mark.usefixtures("cache")
def test_another_version_of_a_library_compares_again(monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(_COLLATION, title="Other")
    _keep()

    monkeypatch.setattr(kept_comparisons, "library_versions", lambda _: (("regex", "0"),))

    assert _keep(compare=lambda: other) == other


def test_the_texts_are_signed_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = DocumentTexts("harbour", "", _WITNESSES, Settings(), root=cache.parent)
    sign = Mock(return_value="0")
    monkeypatch.setattr(signature, "_digest", sign)

    collate_texts(texts, progress=lambda _done, _all: None)

    assert sign.call_count == 1


@pytest.mark.parametrize("damage", [slice(0, -1), slice(0, 10), slice(0, 0)])
def test_a_damaged_file_is_compared_again(cache: Path, damage: slice) -> None:
    made = _keep()
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[damage])

    assert _keep() == made
    assert _keep(compare=_refuse) == made


class _Code:
    """A value whose reading would make a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self._folder),)


@pytest.mark.parametrize("is_code", [True, False])
def test_a_file_runs_no_code_and_has_nothing_but_a_comparison(
    cache: Path, *, is_code: bool
) -> None:
    made = _keep()
    (file,) = cache.iterdir()
    packed = zlib.compress(pickle.dumps(_Code(cache / "made") if is_code else _WITNESSES))
    file.write_bytes(hashlib.sha256(packed).digest() + packed)

    assert _keep() == made
    assert not (cache / "made").exists()
    assert _keep(compare=_refuse) == made


def test_nothing_is_kept_where_nothing_can_be_written(cache: Path) -> None:
    cache.write_text("a file, and no folder")

    assert _keep() == _COLLATION


def test_the_cache_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv(VARIABLE, OFF)
    _keep()
    assert list(tmp_path.iterdir()) == []

    monkeypatch.delenv(VARIABLE)
    _keep()
    assert len(list(tmp_path.glob("variants/comparisons/*"))) == 1


def test_files_without_an_edition_are_not_kept(cache: Path) -> None:
    texts = DocumentTexts("", "", _WITNESSES, Settings())

    collate_texts(texts, progress=lambda _done, _all: None)

    assert not cache.exists()


def test_those_not_used_for_the_longest_time_are_removed(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for age, title in ((30, "one"), (20, "two"), (10, "three")):
        _keep(title=title)
        for file in cache.iterdir():
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - age))
    _keep(title="one", compare=_refuse)
    size = max(file.stat().st_size for file in cache.iterdir())
    monkeypatch.setattr(kept_comparisons, "_MOST_BYTES", 3 * size)

    _keep(title="four")

    assert len(list(cache.iterdir())) == 3
    _keep(title="one", compare=_refuse)
    _keep(title="three", compare=_refuse)
