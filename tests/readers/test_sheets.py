"""What every workbook reader does alike, whatever the format: one test body over the three."""

from datetime import date

import pytest

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers import Cell, Document, Grid
from kpi_core.readers.workbooks.sheet import MOST_BLANK_LINES
from tests.readers.sheet_files import (
    MAKERS,
    Made,
    Put,
    commented_ods,
    commented_xlsx,
    read_as,
    table,
)

pytestmark = pytest.mark.parametrize("ending", MAKERS)


def document(ending: str, *made: Made) -> Document:
    return read_as(ending, MAKERS[ending](*made))


def only(ending: str, made: Made) -> Grid:
    (grid,) = document(ending, made).grids
    return grid


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in grid.lines]


def noticed(ending: str, *made: Made) -> list[tuple[str, str, str | None]]:
    findings = document(ending, *made).findings
    return [(finding.rule, finding.severity, finding.source_cell) for finding in findings]


def test_each_sheet_is_a_grid_with_its_name_and_addresses(ending: str) -> None:
    found = document(ending, table(["a"]), table([None, "b"], [None, "c"], name="Bob's 2019"))
    assert [(grid.name, grid.title) for grid in found.grids] == [
        (f"report.{ending}", "sheet 'Q4'"),
        (f"report.{ending}", "sheet 'Bob's 2019'"),
    ]
    line = found.grids[1].lines[1]
    assert line.address == "sheet 'Bob's 2019', row 2"
    assert [cell.address for cell in line.cells] == [
        "sheet 'Bob's 2019', cell A2",
        "sheet 'Bob's 2019', cell B2",
    ]
    assert found.cells_read == 3


def test_text_is_as_stored_with_its_blanks_and_line_breaks(ending: str) -> None:
    stored = [" a  b ", "line one\nline two", "=1+1", "12%", "–’é", "<b>&amp;</b>"]
    if ending == "xlsx":
        stored.remove("=1+1")  # openpyxl writes it as a formula
    assert texts(only(ending, table([*stored]))) == [stored]


NUMBERS: list[tuple[Put, str, str | None]] = [
    (Put(0.171, "0%", "17%"), "17%", "17.1%"),
    (Put(0.171, "0.0%", "17.1%"), "17.1%", None),
    (Put(0.1713, "0.0%", "17.1%"), "17.1%", "17.13%"),
    (Put(0.171, "0.00%", "17.10%"), "17.10%", None),
    (Put(1.0, "0%", "100%"), "100%", None),
    (Put(17.100000000000001, "General", "17.1"), "17.1", None),
    (Put(347.0, "General", "347"), "347", None),
    (Put(0, "General", "0"), "0", None),
    (Put(-3.5, "General", "-3.5"), "-3.5", None),
    (Put(74.4, "0.0", "74.4"), "74.4", None),
    (Put(73, "0.0", "73.0"), "73.0", None),
    (Put(1234567.8, "#,##0", "1,234,568"), "1,234,568", "1,234,567.8"),
    (Put(7251, '"£"#,##0', "£7,251"), "£7,251", None),
    (Put(26.67, '"£"#,##0.0', "£26.7"), "£26.7", "£26.67"),
    (Put(-2.13, "0.0;(0.0)", "(2.1)"), "(2.1)", "(2.13)"),
    (Put(17.13, '0.0"%"', "17.1%"), "17.1%", "17.13%"),
    (Put(5, '0 "days"', "5 days"), "5 days", None),
    (Put(5.25, '0 "days"', "5 days"), "5 days", "5.25 days"),
    (Put(1234567, '"£"0.0,,"m"', "£1.2m"), "£1.2m", "£1.234567m"),
]


@pytest.mark.parametrize(("put", "text", "exact"), NUMBERS, ids=[str(n[0]) for n in NUMBERS])
def test_U4_a_number_is_shown_by_its_format_and_kept_in_full(
    ending: str, put: Put, text: str, exact: str | None
) -> None:
    found = document(ending, table(["Indicator", put]))
    cell = found.grids[0].lines[0].cells[1]
    assert (cell.text, cell.exact) == (text, exact)
    assert found.findings == ()


@pytest.mark.parametrize(
    ("put", "text"),
    [
        (Put(date(2019, 6, 1), "mmm-yy", "Jun-19"), "Jun-19"),
        (Put(date(2019, 6, 30), "dd/mm/yyyy", "30/06/2019"), "2019-06-30"),
        (Put(True, shown="TRUE"), "TRUE"),
        (Put(False, shown="FALSE"), "FALSE"),
        (Put("#N/A"), "#N/A"),
        (Put("#DIV/0!"), "#DIV/0!"),
    ],
    ids=str,
)
def test_dates_truths_and_errors_are_shown_as_people_see_them(
    ending: str, put: Put, text: str
) -> None:
    assert texts(only(ending, table(["x", put]))) == [["x", text]]


@pytest.mark.parametrize(
    ("put", "shown", "stored"),
    [
        (Put(0, '0;-0;"-"', "-"), "-", "0"),
        (Put(-1, '"up";"down"', "down"), "down", "-1"),
    ],
)
def test_M4_a_number_that_its_format_hides_is_noted_and_kept(
    ending: str, put: Put, shown: str, stored: str
) -> None:
    found = document(ending, table(["x", put]))
    cell = found.grids[0].lines[0].cells[1]
    assert (cell.text, cell.exact) == (shown, stored)
    (finding,) = found.findings
    assert (finding.rule, finding.raw) == ("number-not-shown", stored)
    assert finding.source_cell == "sheet 'Q4', cell B1"


def test_a_merged_cell_has_its_text_once_and_anchors_the_rest(ending: str) -> None:
    made = table(
        [Put("Title", fill="FF0000"), None, None],
        ["Theme", "a", "b"],
        [None, "c", "d"],
        merged=[((1, 1), (1, 3)), ((2, 1), (3, 1))],
    )
    grid = only(ending, made)
    assert texts(grid) == [["Title", "", ""], ["Theme", "a", "b"], ["", "c", "d"]]
    title, theme = grid.lines[0].cells[0], grid.lines[1].cells[0]
    anchors = {cell.address: cell.anchor for line in grid.lines for cell in line.cells}
    assert {address: cell for address, cell in anchors.items() if cell} == {
        "sheet 'Q4', cell B1": title,
        "sheet 'Q4', cell C1": title,
        "sheet 'Q4', cell A3": theme,
    }
    assert [cell.shown for cell in grid.lines[0].cells] == ["Title"] * 3
    assert {cell.fill for cell in grid.lines[0].cells} == {"FF0000"}


def test_a_merged_title_wider_than_the_table_makes_no_columns(ending: str) -> None:
    made = table(["Title"], ["a", "b"], merged=[((1, 1), (1, 200))])
    assert texts(only(ending, made)) == [["Title", ""], ["a", "b"]]


def test_fills_are_six_capital_digits_and_white_is_none(ending: str) -> None:
    row = [Put("a", fill="FF0000"), Put("b", fill="FFFFFF"), "c", Put(fill="00FF00"), "e"]
    (line,) = only(ending, table(row)).lines
    assert [cell.fill for cell in line.cells] == ["FF0000", None, None, "00FF00", None]


def test_a_column_of_colours_alone_is_a_column_and_wide_paint_is_not(ending: str) -> None:
    status = table(["a", Put(fill="FF0000")], ["b", Put(fill="00FF00")])
    assert [[c.fill for c in line.cells] for line in only(ending, status).lines] == [
        [None, "FF0000"],
        [None, "00FF00"],
    ]
    banner = table(["a", *[Put(fill="FFFF00")] * 4])
    assert texts(only(ending, banner)) == [["a"]]


def test_hidden_rows_columns_and_sheets_are_read_and_named(ending: str) -> None:
    rows = [[f"r{row}", "b", "c", "d"] for row in range(1, 8)]
    made = table(*rows, hidden_rows=(2, 3, 4, 7), hidden_columns=(2, 4))
    found = document(ending, made, table(["secret"], name="Old", hidden=True))
    assert texts(found.grids[0]) == rows
    assert texts(found.grids[1]) == [["secret"]]
    said = {finding.rule: finding for finding in found.findings}
    assert sorted(said) == ["columns-hidden", "rows-hidden", "sheet-hidden"]
    assert "rows 2 to 4 and 7 are hidden" in said["rows-hidden"].message
    assert "columns B and D are hidden" in said["columns-hidden"].message
    assert "sheet 'Old' is hidden" in said["sheet-hidden"].message
    assert {finding.severity for finding in found.findings} == {"warning"}


def test_hidden_rows_and_columns_without_cells_are_no_news(ending: str) -> None:
    cells = {(1, 1): Put("a"), (1, 2): Put(fill="FF0000"), (3, 1): Put("b"), (2, 1): Put(" ")}
    made = Made(cells, hidden_rows=(2,), hidden_columns=(2, 5))
    assert noticed(ending, made) == []


def test_empty_rows_inside_stay_and_empty_rows_and_columns_around_go(ending: str) -> None:
    made = Made({(2, 2): Put("a"), (4, 2): Put("b"), (9, 9): Put("  ")})
    grid = only(ending, made)
    assert texts(grid) == [[], ["", "a"], [], ["", "b"]]
    assert [line.address[-5:] for line in grid.lines] == ["row 1", "row 2", "row 3", "row 4"]


def test_a_stray_cell_far_below_keeps_its_row_number(ending: str) -> None:
    grid = only(ending, Made({(1, 1): Put("a"), (5_000, 1): Put("stray")}))
    assert len(grid.lines) == 1 + MOST_BLANK_LINES + 1
    assert grid.lines[-1].cells == (Cell("stray", "sheet 'Q4', cell A5000"),)


def test_empty_sheets_are_left_out(ending: str) -> None:
    found = document(ending, table([None, " "], name="Blank"), table(["a"]))
    assert [grid.title for grid in found.grids] == ["sheet 'Q4'"]
    assert found.findings == ()


def test_a_workbook_without_a_filled_cell_is_one_error(ending: str) -> None:
    with pytest.raises(ReportError, match=rf"^report\.{ending}: no sheet .* holds a filled cell"):
        document(ending, table([" "]))


@pytest.mark.parametrize("width", [1_001, 20])
def test_a_sheet_beyond_the_limits_is_refused(
    ending: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kpi_core.readers.limits.MOST_LINES", 50)
    rows = 1 if width > 1_000 else 60
    if ending == "xls" and width > 256:
        pytest.skip("XLS has 256 columns.")
    with pytest.raises(ReportError, match=r"more than .* (columns|lines), which is too many"):
        document(ending, table(*[["x"] * width] * rows))


@pytest.mark.parametrize("text", ["check this", "two\nlines"])
def test_comments_are_kept_as_findings(ending: str, text: str) -> None:
    if ending == "xls":
        pytest.skip("There is no writer of comments in XLS.")
    content = commented_xlsx(text) if ending == "xlsx" else commented_ods(text)
    (finding,) = read_as(ending, content).findings
    assert finding == Finding(
        "cell-comment",
        finding.severity,
        finding.message,
        raw=text,
        source_cell="sheet 'Q4', cell B1",
    )
