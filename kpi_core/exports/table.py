"""The tables that leave the app: the filtered scorecard and one indicator's values."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kpi_core.exports.formats import ExportTable
from kpi_core.exports.marks import gaps, outturn_marks
from kpi_core.present.caption import Caption
from kpi_core.present.records import records
from kpi_core.vocabulary import Unit

SCORECARD_HEADERS: Mapping[str, str] = {
    "title": "Indicator",
    "name": "Full name",
    "theme": "Theme",
    "plan": "Plan",
    "period_label": "Period",
    "value": "Outturn",
    "value_text": "Outturn in words",
    "shorthand": "Shorthand",
    "unit": "Unit",
    "target": "Target",
    "target_text": "Target in words",
    "gap": "Gap to target (positive is better)",
    "gap_text": "Gap to target in words",
    "status_word": "Status (declared)",
    "computed_status_word": "Status (computed)",
    "status_reason": "Reason for computed status",
    "firmness_word": "How firm the computed status is",
    "fragility_reason": "Reason for how firm it is",
    "direction_word": "Direction of travel (declared)",
    "computed_direction_word": "Direction of travel (computed)",
    "direction_reason": "Reason for computed direction of travel",
    "long_direction_word": "Direction over the longer term (computed)",
    "long_direction_reason": "Reason for direction over the longer term",
    "agreement_words": "Declared against computed",
    "change": "Change since last figure",
    "change_text": "Change since last figure in words",
    "long_change": "Change over the longer term",
    "long_compared_period": "Start of the longer term",
    "year_change": "Change since a year ago",
    "year_change_text": "Change since a year ago in words",
    "comparator_name": "Comparator",
    "comparator_value": "Comparator figure",
    "comparator_gap": "Gap to comparator (positive is better)",
    "comparator_gap_text": "Gap to comparator in words",
    "outlook": "Where the year is heading",
    "outlook_estimate": "What past variation suggests (estimate)",
    "needed": "Needed by the end of the year",
    "needed_each": "Needed in each period left",
    "range_low": "Past variation suggests from (estimate)",
    "range_high": "Past variation suggests to (estimate)",
    "commentary": "Commentary",
    "caveats": "Caveats",
    "caveat_words": "Kinds of caveat",
    "owner": "Owner",
    "action": "Action",
    "due_date": "Due date",
    "source_cell": "Source cell",
    "indicator": "Indicator id",
}

_NUMBERS = {
    *("value", "target", "gap", "change", "long_change", "year_change"),
    *("comparator_value", "comparator_gap"),
    *("needed", "needed_each", "range_low", "range_high"),
    *("numerator", "denominator", "lower", "upper"),
}

VALUES_HEADERS: Mapping[str, str] = {
    "period_label": "Period",
    "value": "Outturn",
    "value_text": "Outturn in words",
    "shorthand": "Shorthand",
    "raw": "As printed",
    "missing_word": "Why there is no figure",
    "status_word": "Status",
    "basis": "Status declared or computed",
    "reason": "Reason for status",
    "source_cell": "Source cell",
    "report_title": "Report",
    "restated": "Earlier reports",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "lower": "Lower 95% confidence limit",
    "upper": "Upper 95% confidence limit",
    "limits_from": "Confidence limits from",
}


def scorecard_table(rows: pd.DataFrame, caption: Caption) -> ExportTable:
    """The rows of a scorecard under spelled-out headers, one row each and in their order.

    Args:
        rows: rows of ``Scorecard.rows``, such as those that meet the filters.
        caption: what the file has to say about itself.
    """
    units = [Unit(unit).word for unit in rows["unit"]]
    caveats = ["; ".join(caveats) for caveats in rows["caveats"]]
    marks = outturn_marks(records(rows))
    return export_table(
        rows.assign(unit=units, caveats=caveats, shorthand=marks), SCORECARD_HEADERS, caption
    )


def values_table(points: pd.DataFrame, caption: Caption) -> ExportTable:
    """One indicator's figures, a row per period, with what was printed and where.

    Args:
        points: the points of a ``TrendSeries``.
        caption: what the file has to say about itself.
    """
    basis = ["Declared" if declared else "Computed" for declared in points["declared"]]
    worded = points.assign(basis=basis, shorthand=outturn_marks(records(points)))
    return export_table(worded, VALUES_HEADERS, caption)


def all_values_table(points: pd.DataFrame, caption: Caption) -> ExportTable:
    """The figures of several indicators, a row per indicator and period.

    Args:
        points: those of a ``TrendSeries`` each, with ``title`` and ``indicator``.
        caption: what the file has to say about itself.
    """
    names = {"title": "Indicator", **VALUES_HEADERS, "indicator": "Indicator id"}
    if points.empty:
        points = pd.DataFrame(columns=[*names, "declared"])
    basis = ["Declared" if declared else "Computed" for declared in points["declared"]]
    worded = points.assign(basis=basis, shorthand=outturn_marks(records(points)))
    return export_table(worded, names, caption)


def export_table(frame: pd.DataFrame, headers: Mapping[str, str], caption: Caption) -> ExportTable:
    """The named columns under spelled-out headers, each missing number with its mark."""
    made = headed(frame, headers)
    return ExportTable(made, caption, gaps(frame, made, headers))


def headed(frame: pd.DataFrame, headers: Mapping[str, str]) -> pd.DataFrame:
    """The named columns of a frame under spelled-out headers, in the order of ``headers``."""
    columns = {header: _column(frame[name], name) for name, header in headers.items()}
    return pd.DataFrame(columns, index=frame.index).reset_index(drop=True)


def _column(values: "pd.Series[Any]", name: str) -> "pd.Series[Any]":
    """Numbers as floats and everything else as text, also where a column is empty throughout."""
    if name in _NUMBERS:
        return values.astype("float64")
    texts = [None if pd.isna(value) or value == "" else str(value) for value in values]
    return pd.Series(texts, index=values.index, dtype="str")
