"""The missing-data calendar as a table that leaves the app: one row per indicator and period."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present.caption import Caption

HEADERS: Mapping[str, str] = {
    "title": "Indicator",
    "period_label": "Period",
    "word": "What is there",
    "value_text": "Outturn in words",
    "note": "Note",
    "raw": "As printed",
    "source_cell": "Source cell",
    "report_title": "Report",
    "indicator": "Indicator id",
}


def calendar_table(cells: pd.DataFrame, caption: Caption) -> ExportTable:
    """Rows of the calendar under spelled-out headers, in the report's order."""
    return ExportTable(headed(cells, HEADERS), caption)
