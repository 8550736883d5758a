"""What only XLSX has: formulas, themes, rich text, chart sheets, rules that colour."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, IconSetRule
from openpyxl.styles import Color, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers import Cell, Document
from kpi_core.readers.limits import MOST_CHARACTERS
from tests.readers.sheet_files import Made, Put, read_as, saved, table, xlsx, xlsx_book

SHEET = "xl/worksheets/sheet1.xml"


def document(content: bytes, ending: str = "xlsx") -> Document:
    return read_as(ending, content)


def cells(content: bytes) -> list[Cell]:
    (grid,) = document(content).grids
    return [cell for line in grid.lines for cell in line.cells]


def rewritten(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed by hand."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(stream, "w") as copy:
        for name in package.namelist():
            stored = package.read(name)
            copy.writestr(name, change(stored.decode()).encode() if name == part else stored)
    return stream.getvalue()


def sheet_of(book: Workbook) -> Worksheet:
    return book.worksheets[0]


def test_a_macro_workbook_is_read_alike() -> None:
    assert document(xlsx(table(["a"])), "xlsm").cells_read == 1


def test_a_formula_gives_its_stored_value_or_a_finding() -> None:
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Sum</t></is></c><c r="B1"><f>1+1</f><v>2</v></c>'
        '<c r="C1"><f>2+2</f></c><c r="D1" t="str"><f>""</f><v></v></c></row>'
    )
    content = rewritten(
        xlsx(table(["a"])), SHEET, lambda xml: re.sub("<row.*</row>", row, xml, flags=re.DOTALL)
    )
    assert [cell.text for cell in cells(content)] == ["Sum", "2"]
    (finding,) = document(content).findings
    assert (finding.rule, finding.severity) == ("formula-without-value", "error")
    assert (finding.raw, finding.source_cell) == ("=2+2", "sheet 'Q4', cell C1")


@pytest.mark.parametrize(
    ("colour", "fill"),
    [
        (Color(rgb="FFFF0000"), "FF0000"),
        (Color(rgb="00ff0000"), "FF0000"),
        (Color(rgb="FFFFFFFF"), None),
        (Color(indexed=10), "FF0000"),
        (Color(indexed=64), None),
        (Color(theme=0), None),
        (Color(theme=1), "000000"),
        (Color(theme=5), "C0504D"),
        (Color(theme=5, tint=0.4), "D99694"),
        (Color(theme=5, tint=-0.25), "953735"),
        (Color(theme=99), None),
    ],
)
def test_fills_by_index_theme_and_tint(colour: Color, fill: str | None) -> None:
    book = xlsx_book(table(["Red"]))
    sheet_of(book)["A1"].fill = PatternFill("solid", fgColor=colour)
    assert [cell.fill for cell in cells(saved(book))] == [fill]


def test_patterns_are_no_fill() -> None:
    book = xlsx_book(table(["Red"]))
    sheet_of(book)["A1"].fill = PatternFill("darkUp", fgColor="FFFF0000")
    assert [cell.fill for cell in cells(saved(book))] == [None]


def test_rich_text_is_read_whole() -> None:
    book = xlsx_book(table(["a"]))
    sheet_of(book)["A1"] = CellRichText(
        "17.1% ", TextBlock(InlineFont(b=True), "(prov)"), " so far"
    )
    assert [cell.text for cell in cells(saved(book))] == ["17.1% (prov) so far"]


def test_text_in_the_sheet_itself_and_characters_that_xml_cannot_hold() -> None:
    inline = '<c r="A1" t="inlineStr"><is><r><t>one</t></r><r><t>_x000D_\ntwo</t></r></is></c>'
    content = rewritten(
        xlsx(table(["a"])), SHEET, lambda xml: re.sub(r'<c r="A1".*?</c>', inline, xml)
    )
    assert [cell.text for cell in cells(content)] == ["one\ntwo"]


def test_a_text_that_is_too_long_is_refused_with_its_address() -> None:
    inline = f'<c r="A1" t="inlineStr"><is><t>{"x" * (MOST_CHARACTERS + 1)}</t></is></c>'
    content = rewritten(
        xlsx(table(["a"])), SHEET, lambda xml: re.sub(r'<c r="A1".*?</c>', inline, xml)
    )
    with pytest.raises(ReportError, match=r"sheet 'Q4', cell A1 holds 1,000,001 characters"):
        document(content)


def test_dates_counted_from_1904() -> None:
    book = xlsx_book(table([Put(42184, "dd/mm/yyyy")]))
    book.epoch = CALENDAR_MAC_1904
    assert [cell.text for cell in cells(saved(book))] == ["2019-06-30"]


def with_chart(book: Workbook, name: str, *, sheet_of_its_own: bool) -> bytes:
    chart = BarChart()
    chart.add_data(Reference(sheet_of(book), min_col=1, min_row=1, max_row=2))
    if sheet_of_its_own:
        book.create_chartsheet(name).add_chart(chart)
    else:
        book.create_sheet(name).add_chart(chart, "B2")
    return saved(book)


@pytest.mark.parametrize("sheet_of_its_own", [True, False])
def test_a_sheet_with_a_chart_alone_is_left_out_and_said_to_be(sheet_of_its_own: bool) -> None:
    book = xlsx_book(table([1], [2]))
    found = document(with_chart(book, "Chart", sheet_of_its_own=sheet_of_its_own))
    assert [grid.title for grid in found.grids] == ["sheet 'Q4'"]
    (finding,) = found.findings
    assert (finding.rule, finding.severity) == ("chart-sheet-skipped", "note")
    assert finding.source_cell == "sheet 'Chart'"


RED = PatternFill("solid", bgColor="FFFF0000")
RULES = {
    "fill": CellIsRule(operator="greaterThan", formula=["1"], fill=RED),
    "scale": ColorScaleRule("min", start_color="FF0000", end_type="max", end_color="00FF00"),
    "icons": IconSetRule("3TrafficLights1", "percent", [0, 33, 67]),
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_colours_that_depend_on_values_are_noted(rule: object) -> None:
    book = xlsx_book(table([1], [2]))
    sheet_of(book).conditional_formatting.add("A1:A2", rule)
    (finding,) = document(saved(book)).findings
    assert (finding.rule, finding.source_cell) == ("conditional-colours", "sheet 'Q4'")


def test_bars_inside_cells_are_not_colours() -> None:
    book = xlsx_book(table([1], [2]))
    bars = DataBarRule("min", 0, "max", 100, color="FF0000")
    sheet_of(book).conditional_formatting.add("A1:A2", bars)
    assert document(saved(book)).findings == ()


def test_extensions_that_openpyxl_would_warn_of_are_no_news(
    recwarn: pytest.WarningsRecorder,
) -> None:
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        "<x14:dataValidations/></ext></extLst></worksheet>"
    )
    content = rewritten(
        xlsx(table(["a"])), SHEET, lambda xml: xml.replace("</worksheet>", extension)
    )
    assert document(content).findings == ()
    assert not recwarn.list


def test_a_million_formatted_empty_rows_take_no_room() -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}" s="0"/></row>' for at in range(3, 100_000))
    content = rewritten(
        xlsx(table(["a"], ["b"], merged=[((1, 1), (1, 16_384))], hidden_columns=(16_384,))),
        SHEET,
        lambda xml: xml.replace("</sheetData>", f"{rows}</sheetData>"),
    )
    (grid,) = document(content).grids
    assert [[cell.text for cell in line.cells] for line in grid.lines] == [["a"], ["b"]]


def test_sheets_with_one_name_are_told_apart() -> None:
    made = [Made({(1, 1): Put("a")}, name="Q4"), Made({(1, 1): Put("b")}, name="Q5")]
    content = rewritten(
        xlsx(*made), "xl/workbook.xml", lambda xml: xml.replace('name="Q5"', 'name="Q4"')
    )
    assert [grid.title for grid in document(content).grids] == ["sheet 'Q4'", "sheet 2 'Q4'"]


def test_text_under_a_merged_cell_is_a_finding() -> None:
    content = rewritten(
        xlsx(table(["a", "hidden"])),
        SHEET,
        lambda xml: xml.replace(
            "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
        ),
    )
    assert [cell.text for cell in cells(content)] == ["a", ""]
    (finding,) = document(content).findings
    assert (finding.rule, finding.raw) == ("text-under-merged-cell", "hidden")
    assert finding.source_cell == "sheet 'Q4', cell B1"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml", SHEET])
def test_a_part_that_is_lost_or_broken_is_one_error(part: str) -> None:
    whole = xlsx(table(["a"]))
    for change in (lambda _: "", lambda xml: xml[:-20], lambda _: "<a>"):
        with pytest.raises(ReportError, match=r"^report\.xlsx: .*save it again as Excel Workbook"):
            document(rewritten(whole, part, change))


def test_the_strict_form_of_the_format_is_no_empty_workbook() -> None:
    """Its names stand in other namespaces, which openpyxl does not know."""
    strict = rewritten(
        xlsx(table(["a"])),
        "xl/workbook.xml",
        lambda xml: xml.replace("http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"),
    )
    with pytest.raises(ReportError, match="save it again as Excel Workbook"):
        document(strict)


def test_findings_come_in_the_order_of_the_sheet() -> None:
    found = document(xlsx(table(["=1"], ["=2", "x"])))
    assert [finding.raw for finding in found.findings] == ["=1", "=2"]
    assert all(isinstance(finding, Finding) for finding in found.findings)
