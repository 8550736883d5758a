"""The shipped report as a workbook of each format gives the same texts, cell by cell."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core.readers import read
from tests.formats.sheet_writers import to_ods, to_xls, to_xlsx, typed_number
from tests.readers.sheet_files import read_as

WRITERS = {"xlsx": to_xlsx, "xls": to_xls, "ods": to_ods}


@pytest.fixture(scope="module")
def table(report_path: Path) -> list[list[str]]:
    """The report split by tabs, its repeated headers and blank lines kept."""
    return [line.split("\t") for line in report_path.read_text("utf-8").split("\n")]


@pytest.mark.parametrize("typed", [False, True], ids=["texts", "numbers"])
@pytest.mark.parametrize("ending", WRITERS)
def test_S1_the_shipped_report_reads_the_same_from_every_workbook(
    table: list[list[str]], ending: str, typed: bool
) -> None:
    write: Callable[[list[list[str]], bool], bytes] = WRITERS[ending]
    document = read(io.BytesIO(write(table, typed)), f"report.{ending}")
    (grid,) = document.grids
    assert document.findings == ()
    found = [[cell.text for cell in line.cells] for line in grid.lines]
    assert len(found) == len(table) == 29
    for read_texts, texts in zip(found, table, strict=True):
        assert read_texts == ([] if texts == [""] else texts)
    assert [cell for line in grid.lines for cell in line.cells if cell.exact] == []
    assert grid.cells_read == 287


def test_the_typed_report_holds_numbers(table: list[list[str]]) -> None:
    """Else the test above would compare texts with texts."""
    numbers = [typed for row in table for text in row if (typed := typed_number(text))]
    assert len([typed for typed in numbers if typed.percent]) == 77
    assert {typed.code for typed in numbers} >= {"0", "0.0", "0%", "0.0%", "0.00%"}


@pytest.mark.parametrize("ending", WRITERS)
def test_money_and_thousands_are_written_as_numbers_too(ending: str) -> None:
    texts = ["£7,251", "£26.70", "15,234", "1,234.5", "0.0%", "100%", "007", "2019/20"]
    assert [bool(typed_number(text)) for text in texts] == [True] * 6 + [False] * 2
    document = read_as(ending, WRITERS[ending]([texts], True))
    assert [[cell.text for cell in line.cells] for line in document.grids[0].lines] == [texts]
    assert document.findings == ()
