"""What only XLS or only ODS has, made by hand where no writer makes it."""

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from kpi_core.errors import ReportError
from kpi_core.readers import Document
from tests.readers.sheet_files import Put, ods, read_as, table, xls

BOUNDSHEET, INTERFACEHDR, FILEPASS = 0x0085, 0x00E1, 0x002F
CHART = 2


def record(content: bytes, kind: int, number: int = 0) -> int:
    """Where a record of an XLS file starts; xlwt writes the workbook right after 512 bytes."""
    at = 512
    while True:
        found, length = struct.unpack_from("<HH", content, at)
        if found == kind and not number:
            return at
        number -= found == kind
        at += 4 + length


def test_a_chart_sheet_of_an_old_workbook_is_left_out_and_said_to_be() -> None:
    content = bytearray(xls(table(["a"]), table(["b"], name="Chart's")))
    content[record(content, BOUNDSHEET, 1) + 4 + 5] = CHART
    found = read_as("xls", bytes(content))
    assert [grid.title for grid in found.grids] == ["sheet 'Q4'"]
    (finding,) = found.findings
    assert (finding.rule, finding.source_cell) == ("chart-sheet-skipped", "sheet 'Chart's'")


def test_a_password_on_an_old_workbook_is_asked_to_be_taken_off() -> None:
    content = bytearray(xls(table(["a"])))
    struct.pack_into("<H", content, record(content, INTERFACEHDR), FILEPASS)
    with pytest.raises(
        ReportError, match=r"^report\.xls: .* protected with a password.* save it without one"
    ):
        read_as("xls", bytes(content))


def rewritten(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed by hand."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(stream, "w") as copy:
        for name in package.namelist():
            stored = package.read(name)
            copy.writestr(name, change(stored.decode()).encode() if name == part else stored)
    return stream.getvalue()


def with_cells(cells: str, *, styles: str = "", table_end: str = "") -> Document:
    """A workbook whose one row is written out in XML."""
    row = f"<table:table-row>{cells}</table:table-row>{table_end}</table:table>"

    def change(xml: str) -> str:
        start = xml.index("<table:table-row")
        xml = xml[:start] + row + xml[xml.index("</table:table>") + len("</table:table>") :]
        return xml.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>")

    return read_as("ods", rewritten(ods(table(["a"])), "content.xml", change))


def texts(found: Document) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in found.grids[0].lines]


TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('a<text:s text:c="3"/>b<text:s/>c', "a   b c"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a<text:span>b<text:span>c</text:span>d</text:span>e", "abcde"),
        ('see <text:a xlink:href="https://example.org">this</text:a>.', "see this."),
    ],
)
def test_the_text_of_a_cell_is_what_is_seen(inside: str, text: str) -> None:
    assert texts(with_cells(TEXT.format(inside))) == [[text]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('office:value-type="percentage" office:value="0.1713"', "17.13%"),
        ('office:value-type="float" office:value="17.1"', "17.1"),
        ('office:value-type="date" office:date-value="2019-06-30"', "2019-06-30"),
        ('office:value-type="time" office:time-value="PT07H30M00S"', "07:30"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE"),
        ('office:value-type="string" office:string-value="words"', "words"),
    ],
)
def test_a_value_without_its_shown_text_is_written_out(cell: str, text: str) -> None:
    assert texts(with_cells(f"<table:table-cell {cell}/>")) == [[text]]


def test_repeated_cells_and_rows_are_each_read_and_empty_ones_take_no_room() -> None:
    repeated = TEXT.replace("office", 'table:number-columns-repeated="3" office', 1).format("x")
    blank = '<table:table-cell table:number-columns-repeated="16381"/>'
    rows = (
        f'<table:table-row table:number-rows-repeated="2">{TEXT.format("y")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/>'
        "</table:table-row>"
    )
    assert texts(with_cells(repeated + blank, table_end=rows)) == [
        ["x", "x", "x"],
        ["y", "", ""],
        ["y", "", ""],
    ]


def test_a_text_repeated_a_million_times_is_refused_at_once() -> None:
    many = '<table:table-row table:number-rows-repeated="1048576">'
    rows = f"{many}{TEXT.format('y')}</table:table-row>"
    with pytest.raises(ReportError, match="which is too many for a scorecard"):
        with_cells(TEXT.format("x"), table_end=rows)


def test_a_formula_without_a_value_is_a_finding() -> None:
    sums = '<table:table-cell table:formula="of:=1+1"/>'
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    found = with_cells(sums + error)
    assert texts(found) == [["", "#DIV/0!"]]
    (finding,) = found.findings
    assert (finding.rule, finding.raw) == ("formula-without-value", "of:=1+1")
    assert finding.source_cell == "sheet 'Q4', cell A1"


def test_a_shortened_number_is_kept_in_full_by_its_format() -> None:
    styles = (
        '<number:number-style style:name="thousands"><number:number '
        'number:decimal-places="1" number:display-factor="1000"/></number:number-style>'
        '<style:style style:name="k" style:family="table-cell" style:data-style-name="thousands"/>'
        '<style:style style:name="kk" style:family="table-cell" style:parent-style-name="k"/>'
    )
    cell = (
        '<table:table-cell table:style-name="kk" office:value-type="float" office:value="1234">'
        "<text:p>1.2k</text:p></table:table-cell>"
    )
    (line,) = with_cells(cell, styles=styles).grids[0].lines
    assert (line.cells[0].text, line.cells[0].exact) == ("1.2k", "1.234k")


def test_styles_that_inherit_in_a_circle_end() -> None:
    styles = "".join(
        f'<style:style style:name="{a}" style:family="table-cell" style:parent-style-name="{b}"/>'
        for a, b in (("a", "b"), ("b", "a"))
    )
    found = with_cells(TEXT.replace("office", 'table:style-name="a" office', 1), styles=styles)
    assert found.grids[0].lines[0].cells[0].fill is None


@pytest.mark.parametrize("rule", ['condition calcext:value="&gt;1"', "color-scale", "icon-set"])
def test_colours_that_depend_on_values_are_noted(rule: str) -> None:
    name = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    rules = (
        f'<calcext:conditional-formats xmlns:calcext="{name}"><calcext:conditional-format>'
        f"<calcext:{rule}/></calcext:conditional-format></calcext:conditional-formats>"
    )
    (finding,) = with_cells(TEXT, table_end=rules).findings
    assert (finding.rule, finding.source_cell) == ("conditional-colours", "sheet 'Q4'")


def test_a_sheet_with_a_drawing_alone_is_left_out_and_said_to_be() -> None:
    drawn = "<table:table table:name='Chart'><table:shapes/></table:table>"
    content = rewritten(
        ods(table(["a"])),
        "content.xml",
        lambda xml: xml.replace("</table:table>", f"</table:table>{drawn}"),
    )
    found = read_as("ods", content)
    assert [grid.title for grid in found.grids] == ["sheet 'Q4'"]
    (finding,) = found.findings
    assert (finding.rule, finding.source_cell) == ("chart-sheet-skipped", "sheet 'Chart'")


def test_a_column_gives_its_style_to_cells_without_one() -> None:
    content = rewritten(
        ods(table(["a", Put("b", fill="00FF00"), "c"])),
        "content.xml",
        lambda xml: xml.replace(
            '<table:table-column table:number-columns-repeated="3"/>',
            '<table:table-column table:number-columns-repeated="2" '
            'table:default-cell-style-name="FF0000"/>',
        ),
    )
    (line,) = read_as("ods", content).grids[0].lines
    assert [cell.fill for cell in line.cells] == ["FF0000", "00FF00", None]
