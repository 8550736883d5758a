"""The table of benchmarks that leaves the app: one row per indicator and thing to compare with."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import export_table
from kpi_core.present.caption import Caption
from kpi_core.present.standing.gaps import KINDS
from kpi_core.selection import on_screen

HEADERS: Mapping[str, str] = {
    "title": "Indicator",
    "comparator_name": "Comparator",
    "what": "Kind of comparator",
    "named": "Named by the report",
    "value_text": "Outturn",
    "comparator_text": "Comparator figure",
    "gap": "Gap to comparator (positive is better)",
    "gap_text": "Gap to comparator in words",
    "comparison": "Outturn against comparator",
    "target_text": "Target",
    "target_against_text": "Target against comparator in words",
    "note": "Comparator period",
    "source_cell": "Source cell or release",
    "indicator": "Indicator id",
}


def comparison_table(frame: pd.DataFrame, caption: Caption) -> ExportTable:
    """Comparisons under spelled-out headers.

    Args:
        frame: as ``kpi_core.present.standing.gaps`` makes it.
        caption: what the file has to say about itself.
    """
    worded = frame.assign(
        what=[KINDS[kind] for kind in frame["kind"]],
        named=["Yes" if named else "No" for named in frame["is_named"]],
        comparison=[on_screen(word) for word in frame["comparison"]],
    )
    return export_table(worded, HEADERS, caption)
