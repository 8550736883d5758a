"""The table of findings that leaves the app: one row per thing worth a person's eye."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present.caption import Caption

HEADERS: Mapping[str, str] = {
    "severity": "Severity",
    "rule": "Rule",
    "kind": "Rule in words",
    "message": "What was found and what to do",
    "raw": "As printed",
    "source_cell": "Where in the report",
    "place": "Column or part of the report",
    "about": "Indicator",
    "indicator": "Indicator id",
    "report": "Report",
}


def findings_table(frame: pd.DataFrame, caption: Caption) -> ExportTable:
    """Prepared findings under spelled-out headers, in their order.

    Args:
        frame: rows of ``kpi_core.present.findings.report_findings``.
        caption: what the file has to say about itself.
    """
    return ExportTable(headed(frame, HEADERS), caption)
