"""This project's own book, made once a worker, for all tests that look at finished files."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from publisher.publish import Examined, examine, write

ROOT = Path(__file__).parents[1]

# Time is measured by benchmarks alone: a busy machine is no fault. Nor is chance: the same examples each time.
_SLOW = (HealthCheck.too_slow,)
settings.register_profile("patient", settings(), deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def examined() -> Examined:
    """Our own book, with what was found in it."""
    return examine(ROOT)


@pytest.fixture(scope="session")
def made(examined: Examined) -> Mapping[str, bytes]:
    """The files of our own book, by name."""
    done = write(examined.book, ("epub", "pdf"))
    assert not [one.failure for one in done if one.failure]
    return {name: data for one in done for name, data in one.files.items()}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Write the expected texts of the golden books anew.")
