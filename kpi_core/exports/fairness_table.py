"""Whether the quoted benchmarks are of the right year, and what was published later, as tables."""

from collections.abc import Mapping

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.table import headed
from kpi_core.present.caption import Caption

QUOTED: Mapping[str, str] = {
    "title": "Indicator",
    "group": "Comparator",
    "quoted_text": "Quoted figure",
    "state_word": "Verdict",
    "fits_text": "Fits what is published for",
    "together_text": "Periods that fit all figures of the cell",
    "behind_text": "How far behind",
    "now_text": "Published for the row's period",
    "period": "Period",
    "source_cell": "Source cell",
    "indicator": "Indicator id",
}

LATER: Mapping[str, str] = {
    "title": "Indicator",
    "period": "Period",
    "reported_text": "Reported then",
    "published_text": "Published later",
    "difference": "Published minus reported",
    "difference_text": "Difference in words",
    "sameness": "Verdict",
    "drift_text": "What releases say",
    "source_cell": "Source cell",
    "indicator": "Indicator id",
}


def quoted_table(frame: pd.DataFrame, caption: Caption) -> ExportTable:
    """Quoted figures under spelled-out headers.

    Args:
        frame: as ``kpi_core.present.vintages`` makes it.
        caption: what the file has to say about itself.
    """
    return ExportTable(headed(frame, QUOTED), caption)


def later_table(frame: pd.DataFrame, caption: Caption) -> ExportTable:
    """Reported and published figures under spelled-out headers.

    Args:
        frame: as ``kpi_core.present.published`` makes it.
        caption: what the file has to say about itself.
    """
    return ExportTable(headed(frame, LATER), caption)
