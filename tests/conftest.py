"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

from tests.log import postgresql

# A busy machine is slow, not wrong: time limits in tests of meaning only make them flicker.
# Draws are the same in every run of `make test`; `make fuzz` is where new ones are looked for.
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
    """Offer the option that rewrites golden files."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden anew; read the difference before you commit it",
    )


class Golden(Protocol):
    """Compares with a golden file, or rewrites it."""

    def __call__(self, name: str, found: str) -> None:
        """Do it for one file."""


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Assert that a text is that of the golden file ``name``, a path under ``tests/golden``."""
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
    """A PostgreSQL for all tests that need one."""
    with postgresql.running() as address:
        yield address


@pytest.fixture
def server(_server: str) -> str:
    """Its address; its database is empty."""
    postgresql.empty(_server)
    return _server
