"""A target that is a range, from the report to the screen's words and the chart (R4)."""

from decimal import Decimal
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.charts import CHARTS
from kpi_core.charts.theme import LIGHT
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.present.series import trend_series

REPORT = "Indicator,2019/20 Q3,2019/20 Q4,2019/20 Target\nIncrease stays,12,15.5,10-15\n"


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    folder: Path = tmp_path_factory.mktemp("ranged")
    (folder / "ranged.csv").write_text(REPORT)
    return prepare(datasets.read(build([folder / "ranged.csv"], folder / "out").location))


def test_R4_the_row_names_both_ends_and_the_gap_to_the_nearer(card: Scorecard) -> None:
    row = card.rows.iloc[0]
    assert row["target_text"] == "10.0 to 15.0"
    assert (row["gap"], row["computed_status_word"]) == (-0.5, "Amber")


def test_R4_the_chart_has_a_rule_at_both_ends_and_amber_on_both_sides(card: Scorecard) -> None:
    series = trend_series(card, "increase-stays")
    assert series.levels == (10.0, 15.0)
    assert series.bands == ((10.0, 9.5), (15.0, float(Decimal("15.75"))))
    assert series.band_label == "Amber: 10 to 9.5 or 15 to 15.75"
    drawn = CHARTS["trend"](series, LIGHT, description="x").to_dict()
    values = [row for layer in drawn["layer"] for row in layer.get("data", {}).get("values", ())]
    values += [row for rows in drawn.get("datasets", {}).values() for row in rows]
    assert {row["target"] for row in values if "target" in row and "start" in row} == {10.0, 15.0}
    assert {row["far"] for row in values if "far" in row} == {9.5, 15.75}
