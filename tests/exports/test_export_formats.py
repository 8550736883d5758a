"""Every registered format: what goes in comes out, and nothing in it runs."""

import json
import zipfile
from io import BytesIO

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from kpi_core.exports import FORMATS, ExportTable
from kpi_core.exports.book.grid import fit
from kpi_core.exports.csv import CAPTION_HEADERS, defuse
from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable

CAPTION = Caption(
    title="=Scorecard \x00 <b>",
    finding="Eight of 18 are Red.",
    organisation="Cheshire West and Chester",
    source="@Council Plan performance",
    period="2019/20 Q4, ending 31 March 2020",
    filters="Status: Red; Text: =1+1",
    version="v1",
)

TEXTS = (
    "=1+1",
    "  =1+1",
    "\u200b=HYPERLINK(1)",
    "\uff1d1+1",
    "-2+3",
    "+44 151 000",
    "@SUM(A1)",
    "\tcmd",
    "\rcmd",
    "<script>alert(1)</script>",
    "$x^2$ [a](https://example.org) $$n$$ ![i](x)",
    "line one\nline two\r\nline three",
    'a "quoted", text; with | signs',
    "x" * 10_000,
    "nul \x00 bell \x07 escape \x1b end \uffff",
    "half a pair \ud800",
    "https://example.org/",
    "00123",
    "-",
    "TRUE",
    "Ÿ – ’ ✓ 汉字 👍",
)
FORMULAS = TEXTS[:9]
NUMBERS = [[-1.5, 0.0, float("nan"), 17.1][at % 4] for at in range(len(TEXTS))]


def hostile() -> ExportTable:
    """Text that spreadsheets and parsers trip over, beside numbers that have to stay numbers."""
    texts = pd.Series(list(TEXTS), dtype="object")
    return ExportTable(pd.DataFrame({"Indicator": texts, "=Outturn": NUMBERS}), CAPTION)


def empty() -> ExportTable:
    return ExportTable(hostile().frame.iloc[:0], CAPTION)


def read(name: str, content: bytes) -> pd.DataFrame:
    """The file's table as a person with pandas reads it."""
    file = BytesIO(content)
    if name == "csv":
        return pd.read_csv(file, encoding="utf-8-sig", keep_default_na=False, na_values=[""])
    if name == "xlsx":
        sheet = openpyxl.load_workbook(file)["Table"]
        rows = [list(row) for row in sheet.iter_rows(values_only=True)][HEADER - 1 :]
        return pd.DataFrame(rows[1:], columns=rows[0]).replace({"[x]": ""})
    if name == "csvw":
        table = BytesIO(zipfile.ZipFile(file).read("table.csv"))
        return pd.read_csv(table, keep_default_na=False, na_values=[""])
    if name == "parquet":
        return pd.read_parquet(file)
    return pd.DataFrame(json.loads(content)["data"])


def plain(text: str) -> str:
    """A text as every format gives it back: line ends alike, the apostrophe of CSV taken off."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("'")


@pytest.mark.parametrize("name", FORMATS)
def test_each_text_and_number_comes_back(name: str) -> None:
    back = read(name, FORMATS[name].write(hostile()))
    assert len(back) == len(TEXTS)
    texts = [plain(str(text)) for text in back.iloc[:, 0]]
    assert texts == [plain(printable(text)) for text in TEXTS]
    numbers = pd.to_numeric(back.iloc[:, 1].replace("", None)).tolist()
    assert pd.Series(numbers).equals(pd.Series(NUMBERS))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_a_table_without_rows_keeps_its_headers(name: str) -> None:
    back = read(name, FORMATS[name].write(empty()))
    assert len(back) == 0
    assert [plain(header) for header in back.columns[:2]] == ["Indicator", "=Outturn"]


def test_json_without_rows_is_an_empty_list() -> None:
    assert json.loads(FORMATS["json"].write(empty()))["data"] == []


def test_formats_are_registered_under_their_own_name() -> None:
    assert {name: chosen.name for name, chosen in FORMATS.items()} == {
        name: name for name in FORMATS
    }
    assert set(FORMATS) == {"csv", "xlsx", "csvw", "parquet", "json"}


def test_headers_that_differ_only_in_capitals_are_refused() -> None:
    with pytest.raises(ValueError, match="Headers"):
        ExportTable(pd.DataFrame({"Plan": [1], "plan": [2]}), CAPTION)


def test_csv_starts_with_a_byte_order_mark_and_ends_lines_as_rfc_4180() -> None:
    content = FORMATS["csv"].write(empty())
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 1


def test_csv_repeats_the_caption_in_its_last_columns() -> None:
    back = read("csv", FORMATS["csv"].write(hostile()))
    assert tuple(back.columns[-4:]) == CAPTION_HEADERS
    last = back[list(CAPTION_HEADERS)].drop_duplicates()
    assert last.to_numpy().tolist() == [
        ["'@Council Plan performance", CAPTION.period, "v1", CAPTION.filters]
    ]


def test_csv_leaves_no_cell_that_a_spreadsheet_would_run() -> None:
    frame = read("csv", FORMATS["csv"].write(hostile()))
    cells = [*frame.columns, *frame["Indicator"]]
    assert not [cell for cell in cells if cell.strip("\u200b \t\r\n")[:1] in "=+@-\uff1d" and cell]
    assert frame["'=Outturn"].min() == -1.5


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defuse(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["17.1%", "Red", "a=b", "up 5.6 points", "", "  ", "'quoted'", "–"]
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert defuse(text) == text


HEADER = 4
"""The row of the headers, in every workbook."""


def book(table: ExportTable) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(FORMATS["xlsx"].write(table)))


def test_xlsx_has_no_formula_and_no_link_and_numbers_are_numeric() -> None:
    opened = book(hostile())
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    sheet = opened["Table"]
    outturn = [sheet.cell(HEADER + 1 + row, 2) for row in range(len(TEXTS))]
    assert [cell.value for cell in outturn[:4]] == [-1.5, 0, "[x]", 17.1]
    assert {cell.data_type for cell in outturn if cell.value != "[x]"} == {"n"}


def test_xlsx_keeps_its_header_row_in_view_and_marks_the_table_up() -> None:
    sheet = book(hostile())["Table"]
    assert [cell.value for cell in sheet[HEADER]] == ["Indicator", "=Outturn"]
    assert sheet.freeze_panes == f"B{HEADER + 1}"
    (table,) = sheet.tables.values()
    assert table.ref == f"A{HEADER}:B{HEADER + len(TEXTS)}"
    assert not sheet.merged_cells.ranges


def test_xlsx_cover_says_what_the_book_is() -> None:
    opened = book(hostile())
    assert opened.sheetnames == ["Cover", "Notes", "Table"]
    lines = [row[0] for row in opened["Cover"].iter_rows(values_only=True)]
    assert lines[0] == printable(CAPTION.title)
    assert "Dataset version: v1" in lines
    assert "Filters: Status: Red; Text: =1+1" in lines


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    assert fit("x" * 32_767) == "x" * 32_767
    cut = fit("x" * 32_768)
    assert len(cut) == 32_767
    assert cut.endswith("[cut: longer than a cell can hold]")


def test_parquet_is_typed_and_carries_the_caption() -> None:
    table = pq.read_table(BytesIO(FORMATS["parquet"].write(hostile())))
    assert [str(field.type) for field in table.schema] == ["large_string", "double"]
    metadata = table.schema.metadata
    assert metadata[b"dataset_version"] == b"v1"
    assert metadata[b"filters"] == CAPTION.filters.encode()


def test_json_carries_the_caption_and_null_for_missing() -> None:
    document = json.loads(FORMATS["json"].write(hostile()))
    assert document["meta"]["source"] == CAPTION.source
    assert document["data"][2]["=Outturn"] is None
