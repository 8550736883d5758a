"""The table of findings that leaves the app: one row per thing worth a person's eye."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present.caption import Caption

HEADERS: Mapping[str, str] = {
    "severity": "Severity",
    "rule": "Rule",
    "message": "What was found and what to do",
    "raw": "As printed",
    "source_cell": "Where in the report",
    "indicator": "Indicator id",
    "report": "Report",
}


def findings_table(frame: pd.DataFrame, caption: Caption) -> ExportTable:
    """Rows of the dataset's ``findings`` table under spelled-out headers."""
    return ExportTable(headed(frame, HEADERS), caption)
