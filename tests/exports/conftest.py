"""The shipped report as somebody looks at it."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kpi_core import dataset as datasets
from kpi_core.downloads import Viewed
from kpi_core.present.scorecard import scorecard
from kpi_core.selection import Filters

if TYPE_CHECKING:
    from kpi_core.build import BuildResult

INDICATOR = "repeat-child-protection-plans"


@pytest.fixture(scope="session")
def shipped(dataset: "BuildResult") -> datasets.Dataset:
    return datasets.read(dataset.location)


@pytest.fixture(scope="session")
def view(national: Path) -> Viewed:
    """All indicators of the shipped report, with one of them chosen, beside national figures."""
    return Viewed(scorecard(datasets.read(national)), Filters(), INDICATOR)


@pytest.fixture(scope="session")
def nothing(view: Viewed) -> Viewed:
    """Filters that no indicator meets."""
    return Viewed(view.card, Filters(q="no indicator says this"), INDICATOR)
