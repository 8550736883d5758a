"""The API over the shipped report."""

import pytest

from kpi_core.build import BuildResult
from tests.api.asking import Api


@pytest.fixture(scope="session")
def shipped(dataset: BuildResult) -> Api:
    """Nobody is refused for asking often."""
    return Api.over(dataset.location)
