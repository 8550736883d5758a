"""XLSX and XLSM: the workbooks of Excel since 2007."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.packaging.relationship import RelationshipList, get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.xml.constants import COMMENTS_NS, REL_NS
from openpyxl.xml.functions import fromstring

from kpi_core.findings import Finding
from kpi_core.readers.grid import Document
from kpi_core.readers.workbooks import sheet_findings as found
from kpi_core.readers.workbooks.excel_colours import fill_colour, theme_colours
from kpi_core.readers.workbooks.number_format import show
from kpi_core.readers.workbooks.sheet import Content, Sheet
from kpi_core.readers.workbooks.workbook import document, parsing, titles
from kpi_core.readers.workbooks.xlsx_sheet import MAIN, SheetPart, Stored
from kpi_core.readers.workbooks.xlsx_text import seen

DRAWING = f"{REL_NS}/drawing"
BOOLEANS = {"0": "FALSE", "1": "TRUE"}


def read(stream: BinaryIO, name: str) -> Document:
    """Read every sheet of a workbook, hidden ones included, formulas by their stored values.

    Raises:
        ReportError: for a damaged file, or a workbook without a filled cell.
    """
    content = stream.read()
    with parsing(name, "Excel", "Excel Workbook (.xlsx)"):
        workbook = _Workbook(content, name)
        return document(name, list(workbook.sheets()), workbook.findings)


class _Workbook:
    """An open package: the parts that openpyxl reads well, and the sheets one by one."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self._package = ExcelReader(io.BytesIO(content), keep_links=False, rich_text=True)
        self._package.read_manifest()
        self._package.read_strings()
        self._strings = [seen(text) for text in self._package.shared_strings]
        self._package.read_workbook()
        self._package.read_theme()
        self._book = self._package.wb
        apply_stylesheet(self._package.archive, self._book)
        self._theme = theme_colours(self._book.loaded_theme)
        self._styled = self._book.create_sheet()
        self._styles: dict[int, tuple[str, str | None]] = {}

    def sheets(self) -> Iterator[Sheet]:
        listed = list(self._package.parser.find_sheets())
        if not listed and self._package.parser.sheets:
            raise ValueError("the sheets are linked in a way that openpyxl does not know")
        for title, (entry, part) in zip(titles(e.name for e, _ in listed), listed, strict=True):
            if not part.Type.endswith("/worksheet"):
                self.findings.append(found.chart_sheet_skipped(title))
                continue
            sheet = Sheet(self.name, title, hidden=entry.state != "visible")
            self._fill(sheet, part.target)
            yield sheet

    def _fill(self, sheet: Sheet, path: str) -> None:
        with self._package.archive.open(path) as source:
            part = SheetPart(source, self._strings)
            for row in part.rows():
                contents = {c.column: self._content(sheet, row.number, c) for c in row.cells}
                sheet.row(row.number, contents, hidden=row.hidden)
        sheet.merged, sheet.hidden_columns = part.merged, part.hidden_columns
        if part.coloured_by_rule:
            sheet.findings.append(found.conditional_colours(sheet.title))
        self._related(sheet, path)

    def _content(self, sheet: Sheet, row: int, cell: Stored) -> Content:
        code, fill = self._style(cell.style)
        if cell.formula is not None:
            address = sheet.address(row, cell.column)
            sheet.findings.append(found.formula_without_value(address, cell.formula))
        if cell.value is None:
            return Content(fill=fill)
        if cell.kind == "n":
            from_1904 = self._book.epoch == CALENDAR_MAC_1904
            shown = show(cell.value, code, from_1904=from_1904)
            return sheet.shown(row, cell.column, shown, fill)
        if cell.kind == "b":
            return Content(BOOLEANS.get(cell.value, cell.value), fill=fill)
        return Content(cell.value.removesuffix("T00:00:00"), fill=fill)

    def _style(self, style: int) -> tuple[str, str | None]:
        """Number format and fill of a style, looked up once."""
        if style not in self._styles:
            cell = ReadOnlyCell(self._styled, 1, 1, None, "n", style)
            self._styles[style] = (cell.number_format, fill_colour(cell.fill, self._theme))
        return self._styles[style]

    def _related(self, sheet: Sheet, path: str) -> None:
        """Comments, and whether there is a drawing, stand in parts beside the sheet."""
        archive = self._package.archive
        place = get_rels_path(path)  # type: ignore[no-untyped-call]
        if place not in self._package.valid_files:
            return
        related: RelationshipList = get_dependents(archive, place)
        sheet.drawn = any(related.find(DRAWING))
        for part in related.find(COMMENTS_NS):
            for comment in fromstring(archive.read(part.target)).iter(f"{MAIN}comment"):
                address = sheet.address(*coordinate_to_tuple(comment.get("ref", "")))
                text = "".join(piece.text or "" for piece in comment.iter(f"{MAIN}t"))
                sheet.findings.append(found.cell_comment(address, text))
