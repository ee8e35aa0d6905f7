from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from variants.log.durable import append_durably, make_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_the_parent_of_each_new_folder_is_synchronized(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronized: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synchronized.append(os.fstat(handle).st_ino))

    make_folder(tmp_path / "log" / "texts")

    assert synchronized == [tmp_path.stat().st_ino, (tmp_path / "log").stat().st_ino]


def test_a_new_file_appears_with_its_first_bytes_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kl.jsonl"

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)

    with pytest.raises(KeyboardInterrupt):
        append_durably(path, b"a line")
    assert not path.exists()
