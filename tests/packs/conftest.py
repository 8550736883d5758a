"""The shipped report's scorecard, and the pack of its red indicators in each format, made once."""

from collections.abc import Mapping

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.packs import FORMATS, make_pack, unheard
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.selection import Filters

RED = Filters(status=("Red",))


@pytest.fixture(scope="session")
def card(dataset: BuildResult) -> Scorecard:
    return prepare(datasets.read(dataset.location))


@pytest.fixture(scope="session")
def red(card: Scorecard) -> Mapping[str, bytes]:
    """A file for each format."""
    return {output: make_pack(card, RED, output, unheard) for output in FORMATS}
