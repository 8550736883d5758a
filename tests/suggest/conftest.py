"""One report with a word that is not known."""

import pytest

from kpi_core.facts import ReportFacts
from tests.suggest.by_hand import read


@pytest.fixture
def report() -> ReportFacts:
    return read("Reduce waits,10%,12%,11%,Red,Worse", "Visits,1,2,3,Going well,=")
