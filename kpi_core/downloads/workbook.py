"""The workbook of a view: the scorecard and what belongs to it, a table to a worksheet."""

from kpi_core.downloads.comparison import comparison_rows
from kpi_core.downloads.quality import finding_rows
from kpi_core.downloads.viewed import Viewed
from kpi_core.exports.book import Book, Sheet, write_book
from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import all_values_table, scorecard_table
from kpi_core.present import summary
from kpi_core.present.all_points import all_points


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


def workbook(view: Viewed) -> bytes:
    """Scorecard, values of all periods, benchmarks and findings as one workbook."""
    title = f"Scorecard of {view.card.organisation_name}, {view.card.period_label}"
    sheets = (
        Sheet("Scorecard", scorecard_rows(view)),
        Sheet("Values", value_rows(view)),
        Sheet("Benchmarks", comparison_rows(view)),
        Sheet("Findings", finding_rows(view)),
    )
    caption = view.caption(title, summary.headline(view.card.choices, view.at))
    return write_book(Book(caption, sheets))
