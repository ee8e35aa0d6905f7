"""Settings and fixtures for all tests."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.log import postgresql

# No deadlines, because tests on a busy machine are slow but right. `make test` repeats the same
# examples in every run; `make properties` looks for new ones.
settings.register_profile(
    "variants",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=3000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "variants"))

os.environ["VARIANTS_CACHE"] = "off"  # No test finds what another has compared.

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the files in tests/golden; read the difference before you commit it",
    )


class Golden(Protocol):
    """Function that compares a text with a golden file, or rewrites the file."""

    def __call__(self, name: str, found: str) -> None:
        """Compare ``found`` with the file ``name``, or rewrite the file."""


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that compares a text with a file under ``tests/golden``."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, found: str) -> None:
        path = _GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found.encode())
        assert found == path.read_bytes().decode(), f"{path} differs; see --update-golden"

    return compare


class GoldenValues(Protocol):
    """Function that compares values with a golden file, or rewrites the file."""

    def __call__(self, name: str, found: Mapping[str, Any], *, tolerance: float = 1e-6) -> None:
        """Compare ``found`` with the JSON file ``name``; numbers may differ by ``tolerance``.

        The tolerance is absolute up to 1 and relative above. Numbers in the file are rounded to
        6 digits, because their last bits differ between processors.
        """


@pytest.fixture
def golden_values(request: pytest.FixtureRequest) -> GoldenValues:
    """Return a function that compares values with a JSON file under ``tests/golden``."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, found: Mapping[str, Any], *, tolerance: float = 1e-6) -> None:
        path = _GOLDEN / name
        lines = [f"{json.dumps(key)}: {json.dumps(_rounded(found[key]))}" for key in found]
        text = "{\n" + ",\n".join(lines) + "\n}\n"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        kept, new = json.loads(path.read_text("utf-8")), json.loads(text)
        assert list(kept) == list(new)
        for key in kept:
            assert _is_close(new[key], kept[key], tolerance), (
                f"{key} in {path} differs: {new[key]} instead of {kept[key]}; see --update-golden"
            )

    return compare


def _rounded(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a JSON value with rounded numbers, and with infinite ones as strings."""
    if isinstance(value, Mapping):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_rounded(each) for each in value]
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else str(value)
    return value


def _is_close(found: Any, kept: Any, tolerance: float) -> bool:  # noqa: ANN401 - any JSON
    """Return True if two JSON values are equal, numbers within the tolerance."""
    if isinstance(found, dict) and isinstance(kept, dict):
        return list(found) == list(kept) and all(
            _is_close(found[key], kept[key], tolerance) for key in found
        )
    if isinstance(found, list) and isinstance(kept, list):
        return len(found) == len(kept) and all(
            _is_close(*pair, tolerance) for pair in zip(found, kept, strict=True)
        )
    if type(found) is float or type(kept) is float:
        return math.isclose(found, kept, rel_tol=tolerance, abs_tol=tolerance)
    return bool(found == kept)


@pytest.fixture(scope="session")
def _server() -> Iterator[str]:
    """Yield the address of a PostgreSQL server for all tests that need one."""
    with postgresql.running() as address:
        yield address


@pytest.fixture
def server(_server: str) -> str:
    """Return the address of an empty PostgreSQL database."""
    postgresql.empty(_server)
    return _server
