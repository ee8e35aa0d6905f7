"""Settings and fixtures for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.log import postgresql

# No deadlines, because tests on a busy machine are slow but right. `make test` repeats the same
# examples in every run; `make fuzz` looks for new ones.
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
