"""The shipped report's scorecard beside twelve councils."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare


@pytest.fixture(scope="session")
def card(national: Path) -> Scorecard:
    return prepare(datasets.read(national))
