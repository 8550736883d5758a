"""Which shorthand stands where a number is missing, and beside one that is there (M1, M2)."""

from collections.abc import Mapping, Sequence

import pandas as pd

from kpi_core.exports.formats import Gaps, is_number
from kpi_core.present import words
from kpi_core.present.records import Record, records
from kpi_core.vocabulary import Mark, Missing, Shorthand

_OF_A_COMPARATOR = ("comparator_value", "comparator_gap")


def outturn_marks(rows: Sequence[Record]) -> list[str]:
    """The mark of each outturn: why it is missing, or what its publisher says of it; else none.

    Args:
        rows: each with ``value``, ``missing`` and ``mark``.
    """
    return [_outturn_mark(row) for row in rows]


def _outturn_mark(row: Record) -> str:
    if not words.has(row["value"]):
        return _of_gap(row).text
    mark = row.get("mark")
    return Shorthand.of_mark(Mark(mark)).text if mark else ""


def gaps(frame: pd.DataFrame, headed: pd.DataFrame, headers: Mapping[str, str]) -> Gaps:
    """The mark of each missing number, by header; None where there is a number.

    Args:
        frame: the rows that the table was made of, by column name.
        headed: the table.
        headers: the header of each column.
    """
    rows = records(frame)
    return {
        header: [
            _gap(name, row).text if pd.isna(value) else None
            for row, value in zip(rows, headed[header], strict=True)
        ]
        for name, header in headers.items()
        if is_number(headed[header])
    }


def _gap(name: str, row: Record) -> Shorthand:
    """There is nothing to measure where a target or a comparator is not set at all."""
    if name == "value":
        return _of_gap(row)
    no_target = name == "target" or (name == "gap" and row.get("target_text") == words.NO_TARGET)
    no_comparator = name in _OF_A_COMPARATOR and not row.get("comparator_name")
    return Shorthand.NOT_APPLICABLE if no_target or no_comparator else Shorthand.NOT_AVAILABLE


def _of_gap(row: Record) -> Shorthand:
    missing = row.get("missing")
    return Shorthand.of_missing(Missing(missing) if missing else None)
