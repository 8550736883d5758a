"""The shipped report written as HTML, Word and PDF gives the same cell texts back."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.readers import Document, docx, html, read
from tests.formats.document_writers import Table, to_docx, to_html, to_pdf

WRITERS = {"html": to_html, "docx": to_docx, "pdf": to_pdf}


def texts(document: Document) -> Table:
    return [[cell.text for cell in line.cells] for grid in document.grids for line in grid.lines]


def spaced(table: Table) -> Table:
    """Without differences of white space, which a PDF does not keep."""
    return [[" ".join(text.split()) for text in row] for row in table]


@pytest.fixture(scope="module")
def shipped(report_path: Path) -> Table:
    content = report_path.read_text(encoding="utf-8")
    return [line.split("\t") for line in content.split("\n") if line.strip()]


@pytest.mark.parametrize("ending", WRITERS)
def test_the_shipped_report_comes_back_cell_by_cell(shipped: Table, ending: str) -> None:
    write: Callable[[Table], bytes] = WRITERS[ending]
    document = read(io.BytesIO(write(shipped)), f"report.{ending}")
    assert len(shipped) == 23
    assert spaced(texts(document)) == spaced(shipped)
    assert document.cells_read == sum(bool(text.strip()) for row in shipped for text in row)
    assert document.findings == ()


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_html_and_word_keep_the_text_to_the_letter(shipped: Table, ending: str) -> None:
    document = read(io.BytesIO(WRITERS[ending](shipped)), f"report.{ending}")
    assert texts(document) == shipped


WORDS = st.text("aB3%£é’–-", min_size=1, max_size=8)
CELLS = st.lists(WORDS, max_size=3).map(" ".join)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=5)
)


@pytest.mark.parametrize(
    ("write", "read_back"), [(to_html, html.read), (to_docx, docx.read)], ids=["html", "docx"]
)
@settings(max_examples=40, deadline=None)
@given(table=TABLES)
def test_any_table_comes_back(
    write: Callable[[Table], bytes], read_back: Callable[[io.BytesIO, str], Document], table: Table
) -> None:
    full = [["Indicator", *row[1:-1], "2019/20 Q4"] for row in table[:1]] + table
    assert texts(read_back(io.BytesIO(write(full)), "any")) == full
