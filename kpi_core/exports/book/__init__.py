"""Workbooks after the Analysis Function's guidance "Releasing statistics in spreadsheets".

A cover, a list of contents where there are several tables, notes that explain the shorthand, and
one marked-up table to a sheet. Written with XlsxWriter itself and not with gptables, which stops at
a table without rows and at a cell that holds only a dash, makes links of ``[text](address)``, keeps
no header row in view, and gives other bytes each time: report text is data here.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from kpi_core.exports.book.front import contents, cover, notes
from kpi_core.exports.book.grid import Grid, fit
from kpi_core.exports.book.marked import cells
from kpi_core.exports.formats import ExportTable
from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable

LANGUAGE = "en-GB"

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the file format knows no time zones
"""When every workbook says it was made: the same figures give the same bytes."""

_LONGEST_PROPERTY = 255

_TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


@dataclass(frozen=True)
class Sheet:
    """A table in a workbook; ``name`` is on its tab: a word or two, letters and spaces alone."""

    name: str
    table: ExportTable


@dataclass(frozen=True)
class Book:
    """A workbook: what its cover says, and its tables in their order."""

    caption: Caption
    sheets: tuple[Sheet, ...]


def write_book(book: Book) -> bytes:
    """The workbook's bytes; every text stays text, and numbers are numeric."""
    tables = [_grid(sheet) for sheet in book.sheets]
    explained = notes(tables)
    grids = [*explained, *(replace(t, explained=bool(explained)) for t in tables)]
    if len(tables) > 1:
        grids = [contents(grids), *grids]
    file = BytesIO()
    with xlsxwriter.Workbook(file, _TEXT_STAYS_TEXT) as made:
        _describe(made, book.caption)
        cover(made, book.caption, len(tables))
        for grid in grids:
            grid.write(made)
    return file.getvalue()


def _grid(sheet: Sheet) -> Grid:
    meta = sheet.table.meta()
    finding = f"{meta['finding'].rstrip('.')}. " if "finding" in meta else ""
    said = f"{finding}Filters: {meta['filters']}"
    return Grid(sheet.name, meta.get("title", sheet.name), said, cells(sheet.table))


def _describe(made: Any, caption: Caption) -> None:
    def short(text: str) -> str:
        return fit(printable(text))[:_LONGEST_PROPERTY]

    made.set_properties(
        {
            "title": short(caption.title),
            "author": short(caption.organisation),
            "comments": short(caption.source),
            "created": _MADE,
        }
    )
    made.set_custom_property("Language", LANGUAGE)
