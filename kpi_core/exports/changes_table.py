"""The table of changes that leaves the app: one row per change, what it is now and what it was."""

from collections.abc import Mapping

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present import summary
from kpi_core.present.briefing import account, briefing
from kpi_core.present.briefing.table import rows
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters

HEADERS: Mapping[str, str] = {
    "kind": "Kind of change",
    "title": "Indicator",
    "sentence": "What changed",
    "notes": "What to know about it",
    "status": "Status",
    "status_basis": "Status declared or computed",
    "status_before": "Status before",
    "status_before_basis": "Status before declared or computed",
    "period": "Period of the change",
    "period_before": "Period before",
    "figure": "Figure",
    "figure_before": "Figure before",
    "target_now": "Target",
    "target_before": "Target before",
    "indicator": "Indicator id",
}


def changes_table(card: Scorecard, filters: Filters) -> ExportTable:
    """The briefing on a report, of the indicators that meet the filters, under spelled-out headers.

    The caption counts the whole report, as the screen's heading does.
    """
    made = briefing(card)
    finding, basis = account.headline(made), account.basis(made)
    frame = rows(made.shown(card, filters))
    # under a name of its own: a column called "target" is one of numbers in the other tables
    frame = frame.assign(target_now=frame["target"])
    return ExportTable(
        headed(frame, HEADERS), summary.caption(card, "Changes", finding, filters, basis)
    )
