"""XLSX after the Analysis Function's guidance on accessible spreadsheets.

A cover sheet with the facts, then one table on one sheet: no merged cells, no blank rows, a
marked-up table with a header row that stays in view. Written with XlsxWriter itself and not with
gptables, which turns ``[text](address)`` in a cell into a link and refuses empty cells, cells
that hold only a dash, and empty tables: report text is data here.
"""

from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from kpi_core.exports.formats import ExportTable, is_number

_MOST_LETTERS_IN_A_CELL = 32_767
"""Excel's limit; a longer text is cut and says so, where the library would drop the cell."""

_CUT = " [cut: longer than a cell can hold]"
_HEADER_ROW = 3
_NARROWEST, _WIDEST, _COVER_WIDTH = 12, 60, 90
_NO_FORMULAS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_xlsx(table: ExportTable) -> bytes:
    """A workbook of two sheets, "Cover" and "Table"; every text stays text, numbers are numeric."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, _NO_FORMULAS) as book:
        book.set_properties(
            {"title": fit(table.caption.title)[:255], "comments": fit(table.caption.source)[:255]}
        )
        _cover(book, table)
        _sheet(book, table)
    return file.getvalue()


def fit(text: str) -> str:
    """The text as a cell can hold it; a line break in a cell is a line feed alone."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) <= _MOST_LETTERS_IN_A_CELL:
        return text
    return text[: _MOST_LETTERS_IN_A_CELL - len(_CUT)] + _CUT


def _cover(book: Any, table: ExportTable) -> None:
    """The caption, one fact to a row, its title as the heading."""
    sheet = book.add_worksheet("Cover")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _COVER_WIDTH)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    facts = table.meta()
    sheet.write_string(0, 0, fit(facts.pop("title", "")), _heading(book))
    for row, (label, text) in enumerate(facts.items(), start=1):
        words = f"{label.replace('_', ' ').capitalize()}: {text}"
        sheet.write_string(row, 0, fit(words), wrapped)


def _heading(book: Any) -> Any:
    return book.add_format({"bold": True, "font_size": 14, "text_wrap": True})


def _sheet(book: Any, table: ExportTable) -> None:
    frame = table.cleaned()
    sheet = book.add_worksheet("Table")
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, fit(table.meta().get("title", "")), book.add_format({"bold": True}))
    count = f"This worksheet contains one table with {len(frame):,} rows."
    sheet.write_string(1, 0, f"{count} An empty cell means that the report gives nothing there.")
    sheet.write_string(2, 0, f"Filters: {fit(table.meta()['filters'])}")
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    for column, name in enumerate(frame.columns):
        width = min(max(_NARROWEST, _longest(frame.iloc[:, column])), _WIDEST)
        sheet.set_column(column, column, width)
        sheet.write_string(_HEADER_ROW, column, fit(str(name)), header)
    _cells(book, sheet, frame)
    _mark_up(sheet, frame, header)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)


def _longest(column: "pd.Series[Any]") -> int:
    """Letters in the longest cell of a column, or in the longest word of its header."""
    words = [len(word) + 2 for word in str(column.name).split()]
    return max([*words, *(len(str(value)) for value in column.dropna())], default=0)


def _cells(book: Any, sheet: Any, frame: pd.DataFrame) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    figure = book.add_format({"valign": "top", "align": "right"})
    for column in range(frame.shape[1]):
        series = frame.iloc[:, column]
        numeric = is_number(series)
        for row, value in enumerate(series, start=_HEADER_ROW + 1):
            if pd.isna(value):
                continue
            if numeric:
                sheet.write_number(row, column, float(value), figure)
            else:
                sheet.write_string(row, column, fit(value), wrapped)


def _mark_up(sheet: Any, frame: pd.DataFrame, header: Any) -> None:
    """Names the range as a table; Excel knows no table without rows, nor one with long headers."""
    names = [str(name) for name in frame.columns]
    longest_header = 255
    if frame.empty or any(len(name) > longest_header or not name for name in names):
        return
    sheet.add_table(
        _HEADER_ROW,
        0,
        _HEADER_ROW + len(frame),
        len(names) - 1,
        {
            "name": "Scorecard",
            "style": "Table Style Light 1",
            "columns": [{"header": name, "header_format": header} for name in names],
        },
    )
