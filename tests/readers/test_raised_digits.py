"""A footnote's raised number is no digit of the figure before it, whatever the format."""

import io

import docx
import openpyxl
import pytest
import xlwt
from odfdo import Paragraph, Span, Style
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph as Paragraph_
from reportlab.platypus import SimpleDocTemplate, Table

from kpi_core.build import read_facts
from kpi_core.catalogue import Catalogue
from kpi_core.readers import read
from tests.readers.archives import MAIN, workbook
from tests.readers.sheet_files import ods_book, saved, table

ROWS = (
    (("Indicator", ""), ("2019/20 Q4", "2"), ("Target", "3")),
    (("Reduce waits", ""), ("12", "1"), ("9.5%", "1")),
)
"""Each text with the number that is raised behind it."""

SEEN = [["Indicator", "2019/20 Q4²", "Target³"], ["Reduce waits", "12¹", "9.5%¹"]]


def html() -> bytes:
    cells = ("".join(f"<td>{text}<sup>{note}</sup></td>" for text, note in row) for row in ROWS)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>".encode()


def word() -> bytes:
    book, stream = docx.Document(), io.BytesIO()
    table = book.add_table(2, 3)
    for at, row in enumerate(ROWS):
        for column, (text, note) in enumerate(row):
            paragraph = table.cell(at, column).paragraphs[0]
            paragraph.add_run(text)
            paragraph.add_run(note).font.superscript = True
    book.save(stream)
    return stream.getvalue()


def shared() -> bytes:
    book, stream = openpyxl.Workbook(), io.BytesIO()
    small = InlineFont(vertAlign="superscript")
    for at, row in enumerate(ROWS, 1):
        for column, (text, note) in enumerate(row, 1):
            rich = CellRichText(text, TextBlock(small, note)) if note else text
            book.worksheets[0].cell(at, column).value = rich
    book.save(stream)
    return stream.getvalue()


def inline() -> bytes:
    """The texts stand in the sheet itself; a run may be empty, and a font may be anything."""
    written = "".join(
        "<row>"
        + "".join(
            f'<c t="inlineStr"><is><r><t>{text}</t></r>'
            f'<r><rPr><b/><vertAlign val="superscript"/></rPr><t>{note}</t></r>'
            '<r><rPr><vertAlign val="baseline"/></rPr><t/></r></is></c>'
            for text, note in row
        )
        + "</row>"
        for row in ROWS
    )
    body = f'<worksheet xmlns="{MAIN.decode()}"><sheetData>{written}</sheetData></worksheet>'
    return workbook(sheet1=body.encode())


def old() -> bytes:
    book, stream = xlwt.Workbook(), io.BytesIO()
    page = book.add_sheet("KPIs")
    small = xlwt.easyfont("escapement superscript")
    for at, row in enumerate(ROWS):
        for column, (text, note) in enumerate(row):
            page.write_rich_text(at, column, [(text, xlwt.easyfont("")), (note, small)])
    book.save(stream)
    return stream.getvalue()


def open_sheet() -> bytes:
    style = Style("text", name="small")
    style.set_properties(area="text", **{"style:text-position": "super 58%"})
    made = table(*[[text for text, _ in row] for row in ROWS])
    book = ods_book(made)
    book.insert_style(style, automatic=True)
    for cell, (text, note) in zip(
        book.body.get_elements("//table:table-cell"), [c for row in ROWS for c in row], strict=True
    ):
        paragraph = Paragraph(text)
        paragraph.append(Span(note, style="small"))
        cell.clear()
        cell.set_attribute("office:value-type", "string")
        cell.append(paragraph)
    return saved(book)


def page() -> bytes:
    normal, stream = getSampleStyleSheet()["Normal"], io.BytesIO()
    cells = [
        [Paragraph_(f"{text}<super>{note}</super>", normal) for text, note in row] for row in ROWS
    ]
    grid = Table(cells, style=[("GRID", (0, 0), (-1, -1), 1, "black")])
    SimpleDocTemplate(stream).build([grid])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", html()),
        ("a.xls", old()),
        ("a.ods", open_sheet()),
        ("a.pdf", page()),
        ("a.docx", word()),
        ("a.xlsx", shared()),
        ("b.xlsx", inline()),
    ],
)
def test_a_raised_number_is_no_digit_of_the_figure(name: str, content: bytes) -> None:
    document = read(io.BytesIO(content), name)
    assert [[c.text for c in line.cells] for g in document.grids for line in g.lines] == SEEN
    (row,) = read_facts(content, name, Catalogue()).indicators
    assert [(str(o.value), o.figure.raw, o.period.label) for o in row.own] == [
        ("12", "12¹", "2019/20 Q4")
    ]
    assert row.target is not None
    assert str(row.target.value) == "9.5"


def test_a_run_without_text_is_read() -> None:
    """As some programs write where a text was deleted."""
    strings = (
        f'<sst xmlns="{MAIN.decode()}"><si><r><rPr><b/></rPr><t/></r><r><t>x</t></r></si>'
        "<si><r><rPr><vertAlign val='superscript'/></rPr><t></t></r></si></sst>"
    )
    from openpyxl.reader.strings import read_rich_text

    from kpi_core.readers.workbooks.xlsx_text import seen

    assert [seen(text) for text in read_rich_text(io.BytesIO(strings.encode()))] == ["x", ""]
