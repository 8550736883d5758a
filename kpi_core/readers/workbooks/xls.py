"""XLS: the workbooks of Excel 97 to 2003, and of many systems still.

A formula always comes with a result there, so no cell lacks its value.
"""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, BinaryIO

import xlrd

from kpi_core.readers.grid import Document
from kpi_core.readers.raised import raised
from kpi_core.readers.safety.compound import protected
from kpi_core.readers.workbooks import sheet_findings as found
from kpi_core.readers.workbooks.excel_colours import WHITE
from kpi_core.readers.workbooks.number_format import GENERAL, show
from kpi_core.readers.workbooks.sheet import Area, Content, Sheet
from kpi_core.readers.workbooks.workbook import document, parsing, titles

SOLID = 1
SUPERSCRIPT = 1
BOOLEANS = ("FALSE", "TRUE")

# What xlrd passes over it tells nowhere but in its log.
CHART = re.compile(r"Ignoring non-worksheet data named ['\"](.*)['\"] \(type 0x02")
CONDITIONAL = re.compile(r"Ignoring CONDFMT .*\n\*\*\* in Sheet ([0-9]+) ")


def read(stream: BinaryIO, name: str) -> Document:
    """Read every sheet of a workbook, hidden ones included.

    Raises:
        ReportError: for a damaged file, a password, or a workbook without a filled cell.
    """
    content = stream.read()
    with parsing(name, "Excel", "Excel Workbook (.xlsx)"):
        log = io.StringIO()
        book = _open(content, log, name)
        charts = CHART.findall(log.getvalue())
        names = list(titles([*book.sheet_names(), *charts]))
        ruled = {int(number) for number in CONDITIONAL.findall(log.getvalue())}
        sheets = [
            _sheet(name, title, book, source, coloured_by_rule=source.number in ruled)
            for title, source in zip(names, book.sheets(), strict=False)
        ]
        skipped = [found.chart_sheet_skipped(title) for title in names[book.nsheets :]]
        return document(name, sheets, skipped)


def _open(content: bytes, log: io.StringIO, name: str) -> Any:
    try:
        return xlrd.open_workbook(
            file_contents=content, logfile=log, verbosity=1, formatting_info=True, ragged_rows=True
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise protected(name) from error
        raise


def _sheet(file: str, title: str, book: Any, source: Any, *, coloured_by_rule: bool) -> Sheet:
    sheet = Sheet(
        file,
        title,
        hidden=source.visibility != 0,
        merged=[Area(top + 1, left + 1, end, last) for top, end, left, last in source.merged_cells],
        hidden_columns=[range(at + 1, at + 2) for at, c in source.colinfo_map.items() if c.hidden],
    )
    for row in range(source.nrows):
        described = source.rowinfo_map.get(row)
        hidden = described is not None and bool(described.hidden)
        sheet.row(row + 1, dict(_contents(sheet, book, source, row)), hidden=hidden)
    if coloured_by_rule:
        sheet.findings.append(found.conditional_colours(title))
    for (row, column), note in sorted(source.cell_note_map.items()):
        sheet.findings.append(found.cell_comment(sheet.address(row + 1, column + 1), note.text))
    return sheet


def _contents(sheet: Sheet, book: Any, source: Any, row: int) -> Iterator[tuple[int, Content]]:
    types, values = source.row_types(row), source.row_values(row)
    for at, (kind, value) in enumerate(zip(types, values, strict=True)):
        style = book.xf_list[source.cell_xf_index(row, at)]
        fill = _fill(book, style)
        if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            described = book.format_map.get(style.format_key)
            code = described.format_str if described else GENERAL
            shown = show(value, code, from_1904=bool(book.datemode))
            yield at + 1, sheet.shown(row + 1, at + 1, shown, fill)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            yield at + 1, Content(BOOLEANS[bool(value)], fill=fill)
        elif kind == xlrd.XL_CELL_ERROR:
            text = xlrd.error_text_from_code.get(value, "#VALUE!")
            yield at + 1, Content(text, fill=fill)
        elif value or fill:
            runs = source.rich_text_runlist_map.get((row, at), ())
            yield at + 1, Content(_seen(str(value), runs, book), fill=fill)


def _seen(text: str, runs: Sequence[tuple[int, int]], book: Any) -> str:
    """A text with its raised digits; each run begins at a place and has a font."""
    seen = text[: runs[0][0]] if runs else text
    for (start, font), (end, _) in pairwise([*runs, (len(text), 0)]):
        superscript = font < len(book.font_list) and book.font_list[font].escapement == SUPERSCRIPT
        seen += raised(text[start:end]) if superscript else text[start:end]
    return seen


def _fill(book: Any, style: Any) -> str | None:
    """Six hex digits of a solid fill, None for white."""
    if style.background.fill_pattern != SOLID:
        return None
    colour = book.colour_map.get(style.background.pattern_colour_index)
    digits = "".join(f"{channel:02X}" for channel in colour) if colour else WHITE
    return None if digits == WHITE else digits
