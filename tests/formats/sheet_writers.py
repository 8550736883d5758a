"""A table of texts as XLSX, XLS and ODS: as texts, or typed as councils do.

Typed, a percentage is stored as a fraction with a percent format, and a count, a rate or a sum of
money as a number with a format; each shows exactly the text that it came from.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import xlwt
from odfdo import Cell, Document, Element, Paragraph, Row, Style, Table
from openpyxl import Workbook

Texts = list[list[str]]

NUMBER = re.compile(r"(£?)((?:[1-9][0-9]{0,2}(?:,[0-9]{3})+)|[1-9][0-9]*|0)(\.[0-9]+)?(%?)")


@dataclass(frozen=True)
class Typed:
    """A number as a spreadsheet stores it. ``code`` is its number format."""

    number: float
    code: str
    percent: bool

    @property
    def style(self) -> str:
        """A name for the number format that may stand anywhere."""
        return "N" + "".join(f"{ord(character):x}" for character in self.code)


def typed_number(text: str) -> Typed | None:
    """The number that a text shows, or None where it is text."""
    match = NUMBER.fullmatch(text)
    if not match:
        return None
    pounds, whole, part, percent = match.groups()
    number = Decimal(f"{whole.replace(',', '')}{part or ''}") / (100 if percent else 1)
    code = ("#,##0" if "," in whole else "0") + ("." + "0" * (len(part) - 1) if part else "")
    sign = '"£"' if pounds else ""
    return Typed(float(number), f"{sign}{code}{percent}", bool(percent))


def to_xlsx(table: Texts, typed: bool) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row, column, text in _filled(table):
        number = typed_number(text) if typed else None
        cell = sheet.cell(row + 1, column + 1)
        cell.value = number.number if number else text
        cell.data_type = "n" if number else "s"  # else "=1" would be a formula
        if number:
            cell.number_format = number.code
    return _saved(book)


def to_xls(table: Texts, typed: bool) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet")
    styles: dict[str, xlwt.XFStyle] = {}
    for row, column, text in _filled(table):
        number = typed_number(text) if typed else None
        if number:
            style = styles.setdefault(number.code, xlwt.XFStyle())
            style.num_format_str = number.code
            sheet.write(row, column, number.number, style)
        else:
            sheet.write(row, column, text)
    return _saved(book)


def to_ods(table: Texts, typed: bool) -> bytes:
    book = Document("spreadsheet")
    book.body.clear()
    sheet = Table("Sheet")
    codes: dict[str, Typed] = {}
    for texts in table:
        row = Row()
        for text in texts:
            number = typed_number(text) if typed else None
            if number:
                codes[number.code] = number
            row.append_cell(_ods_cell(text, number))
        sheet.append_row(row)
    book.body.append(sheet)
    for number in codes.values():
        _insert_format(book, number)
    return _saved(book)


def _ods_cell(text: str, number: Typed | None) -> Cell:
    if not text:
        return Cell()
    if number is None:
        return Cell(text)
    cell = Cell(style=number.style)
    cell.set_attribute("office:value-type", "percentage" if number.percent else "float")
    cell.set_attribute("office:value", str(number.number))
    cell.append(Paragraph(text))
    return cell


def _insert_format(book: Document, number: Typed) -> None:
    """A cell style named after the number format, and the format itself in the terms of ODF."""
    kind = "number:percentage-style" if number.percent else "number:number-style"
    decimals = number.code.partition(".")[2].count("0")
    grouped = str("," in number.code).lower()
    before = "<number:text>£</number:text>" if "£" in number.code else ""
    after = "<number:text>%</number:text>" if number.percent else ""
    digits = (
        f'<number:number number:decimal-places="{decimals}" number:min-integer-digits="1" '
        f'number:min-decimal-places="{decimals}" number:grouping="{grouped}"/>'
    )
    name = f"D{number.style}"
    xml = f'<{kind} style:name="{name}">{before}{digits}{after}</{kind}>'
    style = Style("table-cell", name=number.style)
    style.set_attribute("style:data-style-name", name)
    for element in (Element.from_tag(xml), style):
        book.insert_style(element, automatic=True)  # type: ignore[arg-type]


def _filled(table: Texts) -> Iterator[tuple[int, int, str]]:
    for row, texts in enumerate(table):
        for column, text in enumerate(texts):
            if text:
                yield row, column, text


def _saved(book: "Workbook | xlwt.Workbook | Document") -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
