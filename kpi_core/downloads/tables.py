"""The scorecard and its figures as tables to take away."""

from kpi_core.downloads.viewed import Viewed
from kpi_core.exports import ExportTable
from kpi_core.exports.table import all_values_table, scorecard_table, values_table
from kpi_core.present import summary
from kpi_core.present.all_points import all_points
from kpi_core.present.series import TrendSeries, trend_series
from kpi_core.selection import Filters


def series(view: Viewed) -> TrendSeries:
    """The series of the indicator that is being looked at."""
    return trend_series(view.card, view.indicator or "")


def indicator_values(view: Viewed) -> ExportTable:
    """Every period of one indicator."""
    made = series(view)
    return values_table(
        made.points, summary.caption(view.card, made.title, made.finding, Filters())
    )


def scorecard_rows(view: Viewed) -> ExportTable:
    """The indicators shown, one row each."""
    return scorecard_table(
        view.rows, view.caption("Scorecard", summary.headline(view.card.choices, view.at))
    )


def value_rows(view: Viewed) -> ExportTable:
    """Every period of every indicator shown."""
    points = all_points(view.card, view.rows)
    number, periods = len(view.rows), len(view.card.periods)
    found = f"{len(points):,} figures and gaps of {number:,} indicators over {periods:,} periods"
    return all_values_table(points, view.caption("Values of all periods", found))
