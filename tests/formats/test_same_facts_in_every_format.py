"""The shipped report says the same in whatever format it was published; only addresses differ."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed, tables
from tests.formats import document_writers, sheet_writers

Table = list[list[str]]

NAME = "cheshire-west-and-chester-2019-20-q4"

ADDRESSES = frozenset({"source_cell", "source_name", "sha256", "format"})
"""Columns in which the formats may differ."""


def delimited(delimiter: str, encoding: str) -> Callable[[Table], bytes]:
    def write(table: Table) -> bytes:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter).writerows(table)
        return stream.getvalue().encode(encoding)

    return write


WRITERS: dict[str, tuple[str, Callable[[Table], bytes]]] = {
    "CSV": ("csv", delimited(",", "utf-8")),
    "CSV with a byte-order mark": ("csv", delimited(",", "utf-8-sig")),
    "TSV": ("tsv", delimited("\t", "utf-8")),
    "semicolons in Windows-1252": ("csv", delimited(";", "cp1252")),
    "XLSX of texts": ("xlsx", lambda table: sheet_writers.to_xlsx(table, typed=False)),
    "XLSX of numbers": ("xlsx", lambda table: sheet_writers.to_xlsx(table, typed=True)),
    "XLS of texts": ("xls", lambda table: sheet_writers.to_xls(table, typed=False)),
    "XLS of numbers": ("xls", lambda table: sheet_writers.to_xls(table, typed=True)),
    "ODS of texts": ("ods", lambda table: sheet_writers.to_ods(table, typed=False)),
    "ODS of numbers": ("ods", lambda table: sheet_writers.to_ods(table, typed=True)),
    "HTML": ("html", document_writers.to_html),
    "DOCX": ("docx", document_writers.to_docx),
    "PDF": ("pdf", document_writers.to_pdf),
}


@pytest.fixture(scope="module")
def known(root: Path) -> Catalogue:
    return catalogues.load(root / "data" / "catalogue.toml")


@pytest.fixture(scope="module")
def published(report_path: Path, known: Catalogue) -> Assessed:
    return read_report(report_path.read_bytes(), report_path.name, known)


@pytest.fixture(scope="module")
def table(report_path: Path) -> Table:
    """The report as it stands, its repeated headers and blank lines included."""
    return [line.split("\t") for line in report_path.read_text("utf-8").split("\n")]


def rows(assessed: Assessed, name: str) -> list[dict[str, Any]]:
    """A table of the dataset without what says where in the file a thing stands."""
    return [
        {column: value for column, value in row.items() if column not in ADDRESSES}
        for row in tables([assessed])[name].to_pylist()
    ]


@pytest.mark.parametrize("written", WRITERS)
def test_the_shipped_report_gives_the_same_facts(
    written: str, table: Table, published: Assessed, known: Catalogue
) -> None:
    ending, write = WRITERS[written]
    found = read_report(write(table), f"{NAME}.{ending}", known)
    for name in ("observations", "indicators", "ratings", "history_ratings", "extras"):
        assert rows(found, name) == rows(published, name), name
    assert found.report.cells_read == published.report.cells_read == 287
    assert found.report.cells_ignored == published.report.cells_ignored == 65


@pytest.mark.parametrize("written", WRITERS)
def test_no_format_adds_an_error_or_hides_a_finding(
    written: str, table: Table, published: Assessed, known: Catalogue
) -> None:
    ending, write = WRITERS[written]
    found = read_report(write(table), f"{NAME}.{ending}", known)
    rules = sorted(f.rule for f in found.findings if f.rule != "encoding-assumed")
    assert rules == sorted(f.rule for f in published.findings)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("CSV", "line 4, column 7"),
        ("XLSX of numbers", "sheet 'Sheet', cell G4"),
        ("HTML", "table 1, row 4, column 7"),
        ("DOCX", "table 1, row 4, column 7"),
        ("PDF", "page 1, table 1, row 4, column 7"),
    ],
)
def test_a_cell_is_named_as_its_own_program_names_it(
    written: str, cell: str, table: Table, known: Catalogue
) -> None:
    ending, write = WRITERS[written]
    found = read_report(write(table), f"{NAME}.{ending}", known)
    assert found.assessments[0].facts.own[-1].cell == cell
