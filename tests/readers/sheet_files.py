"""One description of a workbook, written as XLSX, XLS and ODS with what writers there are."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import xlwt
from odfdo import Cell as OdsCell
from odfdo import Column, Element, Paragraph, Row, Style, Table
from odfdo import Document as OdsBook
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from kpi_core.readers import READERS, Document

Place: TypeAlias = tuple[int, int]
Value: TypeAlias = str | float | bool | date | None

ODS_FORMATS = {
    "mmm-yy": "<number:date-style{}><number:month/><number:year/></number:date-style>",
    "dd/mm/yyyy": "<number:date-style{}><number:day/><number:year/></number:date-style>",
    '"£"0.0,,"m"': (
        '<number:number-style{}><number:number number:display-factor="1000000"/>'
        "</number:number-style>"
    ),
}
"""As much of each format as a reader looks at."""
XLS_COLOURS = {"FF0000": 2, "00FF00": 3, "FFFF00": 5, "FFFFFF": 1}


@dataclass(frozen=True)
class Put:
    """One cell. ``shown`` is what a program writes beside the value in an ODS file."""

    value: Value = None
    code: str = "General"
    shown: str = ""
    fill: str | None = None


@dataclass
class Made:
    """One sheet; rows and columns count from one. ``merged`` are first and last places."""

    cells: dict[Place, Put]
    name: str = "Q4"
    merged: list[tuple[Place, Place]] = field(default_factory=list)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    hidden: bool = False


def table(*rows: list[Value | Put], **more: object) -> Made:
    """A sheet from its rows, a blank place being None."""
    cells = {
        (row, column): value if isinstance(value, Put) else Put(value)
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values, start=1)
        if value is not None
    }
    return Made(cells, **more)  # type: ignore[arg-type]


def xlsx_book(*made: Made) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for one in made:
        sheet = book.create_sheet(one.name)
        for (row, column), put in one.cells.items():
            cell = sheet.cell(row, column, put.value)
            if isinstance(put.value, str) and put.value.startswith("#"):
                cell.data_type = "e"
            cell.number_format = put.code
            if put.fill:
                cell.fill = PatternFill("solid", fgColor=f"FF{put.fill}")
        for (top, left), (bottom, right) in one.merged:
            sheet.merge_cells(None, top, left, bottom, right)
        for row in one.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in one.hidden_columns:
            sheet.column_dimensions[get_column_letter(column)].hidden = True
        sheet.sheet_state = "hidden" if one.hidden else "visible"
    return book


def xlsx(*made: Made) -> bytes:
    return saved(xlsx_book(*made))


def xls(*made: Made) -> bytes:
    book = xlwt.Workbook()
    for one in made:
        sheet = book.add_sheet(one.name)
        corners = dict(one.merged)
        for (row, column), put in one.cells.items():
            style = xlwt.XFStyle()
            style.num_format_str = put.code
            if put.fill:
                style.pattern.pattern = xlwt.Pattern.SOLID_PATTERN
                style.pattern.pattern_fore_colour = XLS_COLOURS[put.fill]
            if isinstance(put.value, str) and put.value.startswith("#"):
                error = put.value.rstrip("!") + "!"  # as xlwt spells them
                sheet.row(row - 1).set_cell_error(column - 1, error, style)
            elif (row, column) in corners:
                bottom, right = corners[row, column]
                sheet.write_merge(row - 1, bottom - 1, column - 1, right - 1, put.value, style)
            else:
                sheet.write(row - 1, column - 1, put.value, style)
        for row in one.hidden_rows:
            sheet.row(row - 1).hidden = True
        for column in one.hidden_columns:
            sheet.col(column - 1).hidden = True
        sheet.visibility = int(one.hidden)
    return saved(book)


def ods_book(*made: Made) -> OdsBook:
    book = OdsBook("spreadsheet")
    book.body.clear()
    for number, xml in enumerate(ODS_FORMATS.values()):
        described = Element.from_tag(xml.format(f' style:name="N{number}"'))
        cells = Style("table-cell", name=f"C{number}")
        cells.set_attribute("style:data-style-name", f"N{number}")
        for element in (described, cells):
            book.insert_style(element, automatic=True)  # type: ignore[arg-type]
    for fill in XLS_COLOURS:
        colour = Style("table-cell", name=fill, area="table-cell", background_color=f"#{fill}")
        book.insert_style(colour, automatic=True)
    for one in made:
        book.body.append(_ods_table(one))
        if one.hidden:
            book.set_table_displayed(one.name, False)
    return book


def ods(*made: Made) -> bytes:
    return saved(ods_book(*made))


def _ods_table(made: Made) -> Table:
    sheet = Table(made.name)
    for column in range(1, max(made.hidden_columns, default=0) + 1):
        described = Column()
        if column in made.hidden_columns:
            described.set_attribute("table:visibility", "collapse")
        sheet.append(described)
    spans = dict(made.merged)
    for at in range(1, max(row for row, _ in made.cells) + 1):
        row = Row()
        if at in made.hidden_rows:
            row.set_attribute("table:visibility", "collapse")
        for column in range(1, max(column for _, column in made.cells) + 1):
            cell = ods_cell(made.cells.get((at, column), Put()))
            if (at, column) in spans:
                bottom, right = spans[at, column]
                cell.set_attribute("table:number-rows-spanned", str(bottom - at + 1))
                cell.set_attribute("table:number-columns-spanned", str(right - column + 1))
            row.append(cell)
        sheet.append(row)
    return sheet


def ods_cell(put: Put) -> OdsCell:
    """A cell as LibreOffice writes it: type and value as attributes, the shown text below."""
    cell = OdsCell()
    kind, attribute, stored = _ods_value(put)
    if kind:
        cell.set_attribute("office:value-type", kind)
        if attribute:
            cell.set_attribute(attribute, stored)
        for line in (put.shown or stored).split("\n"):
            cell.append(Paragraph(line))
    described = put.code in ODS_FORMATS
    style = f"C{list(ODS_FORMATS).index(put.code)}" if described else put.fill
    if style:
        cell.set_attribute("table:style-name", style)
    return cell


def _ods_value(put: Put) -> tuple[str, str, str]:
    if put.value is None:
        return "", "", ""
    if isinstance(put.value, bool):
        return "boolean", "office:boolean-value", str(put.value).lower()
    if isinstance(put.value, date):
        return "date", "office:date-value", put.value.isoformat()
    if isinstance(put.value, str):
        return "string", "", put.value
    kind = "percentage" if put.code.endswith("%") else "float"
    return kind, "office:value", repr(put.value)


def read_as(ending: str, content: bytes) -> Document:
    """Read in this process, without the checks around it: they have tests of their own."""
    return READERS[ending].read(io.BytesIO(content), f"report.{ending}")


def commented_xlsx(text: str) -> bytes:
    book = xlsx_book(table(["Indicator", "Q4"]))
    book.worksheets[0]["B1"].comment = Comment(text, "A person")
    return saved(book)


def commented_ods(text: str) -> bytes:
    book = ods_book(table(["Indicator", "Q4"]))
    cell = book.body.get_elements("//table:table-cell")[1]
    note = Element.from_tag("<office:annotation/>")
    note.append(Paragraph(text))
    cell.insert(note, position=0)
    return saved(book)


def saved(book: Workbook | xlwt.Workbook | OdsBook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


MAKERS: dict[str, Callable[..., bytes]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
