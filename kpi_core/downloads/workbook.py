"""The workbook of a view: the scorecard and what belongs to it, a table to a worksheet."""

from kpi_core.downloads.comparison import comparison_rows
from kpi_core.downloads.quality import finding_rows
from kpi_core.downloads.tables import scorecard_rows, value_rows
from kpi_core.downloads.viewed import Viewed
from kpi_core.exports.book import Book, Sheet, write_book
from kpi_core.present import summary


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
