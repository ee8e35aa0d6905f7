from pathlib import Path

import numpy as np
import pytest

from variants.errors import NoVectors
from variants.words import vectors
from variants.words.vectors import check_installed, word_vectors


def test_a_word_has_a_vector_of_length_one_and_no_word_one_of_zeros() -> None:
    found = word_vectors(("armistice", "truce", "."))

    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1, 0])


def test_words_of_similar_meaning_have_similar_vectors() -> None:
    battle, combat, table, _ = word_vectors(("battle", "combat", "table"))

    assert battle @ combat > 0.5
    assert battle @ table < 0.2


def test_a_package_without_its_files_is_reported_as_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wordllama").mkdir()
    (tmp_path / "wordllama" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(NoVectors, match="wordllama with its vectors") as raised:
        check_installed()

    assert raised.value.hint.endswith(" tokenizers wordllama")


def test_a_package_that_is_not_installed_is_reported_as_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(vectors, "_PACKAGE", "no_such_package")

    with pytest.raises(NoVectors, match="no_such_package"):
        check_installed()
