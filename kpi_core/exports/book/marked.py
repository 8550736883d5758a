"""The cells of a table for people: a mark wherever there is nothing else (M1)."""

from typing import Any, TypeAlias

import pandas as pd

from kpi_core.exports.formats import ExportTable, is_number
from kpi_core.vocabulary import Shorthand

Columns: TypeAlias = dict[str, list[str | float]]
"""Cells by header. No cell is empty: one that is cannot be told from one that was forgotten."""


def cells(table: ExportTable) -> Columns:
    """Numbers as numbers and texts as texts; where there is none, the mark that says so."""
    frame = table.cleaned()
    gaps = list(map(table.gaps.get, table.frame.columns))
    return {
        header: _numbers(frame[header], given)
        if is_number(frame[header])
        else _texts(frame[header])
        for header, given in zip(frame.columns, gaps, strict=True)
    }


def _numbers(column: "pd.Series[Any]", given: Any) -> list[str | float]:
    marks = given or [None] * len(column)
    return [
        (mark or Shorthand.NOT_AVAILABLE.text) if pd.isna(number) else float(number)
        for number, mark in zip(column, marks, strict=True)
    ]


def _texts(column: "pd.Series[Any]") -> list[str | float]:
    none = Shorthand.NONE_RECORDED.text
    return [none if pd.isna(text) or not text.strip() else text for text in column]
