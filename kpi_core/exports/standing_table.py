"""Councils and periods that leave the app: a row per council, or per series and period."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present.caption import Caption

HEADERS: Mapping[str, str] = {
    "name": "Council",
    "value": "Figure",
    "value_text": "Figure in words",
    "missing_word": "Why there is no figure",
    "mark": "Publisher's note",
    "rank": "Rank among all councils (1 is the best)",
    "quarter": "Quarter of all councils",
    "near": "Rank as a neighbour (1 is the closest)",
    "closeness": "Closeness as a neighbour",
    "group_word": "Part in the comparison",
    "subject": "Council id",
}

GROUPS = {"ours": "Our council", "member": "In the comparison group", "other": "Not in it"}


def councils_table(rows: pd.DataFrame, caption: Caption) -> ExportTable:
    """Councils under spelled-out headers.

    Args:
        rows: those of a ``Distribution``.
        caption: what the file has to say about itself.
    """
    worded = rows.assign(group_word=rows["kind"].map(GROUPS))
    return ExportTable(headed(worded, HEADERS), caption)


OVER_TIME: Mapping[str, str] = {
    "period_label": "Period",
    "series": "Whose",
    "value": "Figure",
    "value_text": "Figure in words",
    "count_text": "Members with data",
}


def over_time_table(points: pd.DataFrame, caption: Caption) -> ExportTable:
    """Figures by series and period under spelled-out headers.

    Args:
        points: those of an ``OverTime``.
        caption: what the file has to say about itself.
    """
    return ExportTable(headed(points, OVER_TIME), caption)
