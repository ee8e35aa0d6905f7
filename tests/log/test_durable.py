from __future__ import annotations

import os
from typing import TYPE_CHECKING

from variants.log.durable import make_folder

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_parent_of_each_new_folder_is_synchronized(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synchronized: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synchronized.append(os.fstat(handle).st_ino))

    make_folder(tmp_path / "log" / "texts")

    assert synchronized == [tmp_path.stat().st_ino, (tmp_path / "log").stat().st_ino]
