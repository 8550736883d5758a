"""The figures of many indicators at once are those of each indicator's series."""

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.present.all_points import all_points
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.present.series import trend_series
from tests.histories.every_change import write_every_change

if TYPE_CHECKING:
    from kpi_core.build import BuildResult


@pytest.fixture
def cards(dataset: "BuildResult", tmp_path: Path) -> list[Scorecard]:
    """The shipped report, and the last of three with restated figures and new indicators."""
    files, catalogue = write_every_change(tmp_path)
    places = (dataset.location, build(files, tmp_path / "data", catalogue).location)
    return [scorecard(datasets.read(place)) for place in places]


def test_every_point_is_that_of_its_own_series(cards: list[Scorecard]) -> None:
    for card in cards:
        each = [
            trend_series(card, row["indicator"]).points.assign(
                title=row["title"], indicator=row["indicator"]
            )
            for _, row in card.rows.iterrows()
        ]
        made = all_points(card, card.rows)
        assert records(made) == records(pd.concat(each, ignore_index=True))


def test_no_rows_give_no_points(cards: list[Scorecard]) -> None:
    assert all_points(cards[0], cards[0].rows.iloc[:0]).empty
