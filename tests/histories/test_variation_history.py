"""Limits come from the whole history of an indicator, whichever report is shown."""

import pytest

from kpi_core.dataset import Dataset
from kpi_core.present.scorecard import scorecard
from kpi_core.present.variation import variation_reading
from tests.histories.earlier import FIRST, SECOND


@pytest.mark.parametrize("report", [FIRST, SECOND])
def test_limits_are_those_of_the_whole_history_with_restated_figures(
    stored: Dataset, report: str
) -> None:
    made = variation_reading(scorecard(stored, report), "front-door-decisions-in-1-day")
    assert made.points["value"].tolist() == [70.8, 61.5, 59.9, 64.4, 66.7]
    assert made.trial
    assert [line.text for line in made.lines] == ["76.4%", "64.7%", "52.9%"]
