"""How fast each format is read, and how much of that is the library's own reading.

    python -m benchmarks.reading            # 5 rounds
    python -m benchmarks.reading --quick    # one round of a small report, to see that it runs

For each format one report is written, then read in turn in four ways: by the library alone, by
our reader, by our reader in a process of its own (as files are read when the app or the command
line gets them), and all the way to rated facts. A figure is for a person; nothing fails on it.
"""

import argparse
import csv
import io
import json
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import synthetic
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.readers import READERS, read

RESULTS = Path(__file__).with_name("reading.json")

INDICATORS = 900
"""Rows of the report; fifty of the shipped one on end."""

HEADINGS = (
    *("format", "cells", "library alone, s", "our reader, s", "library's share"),
    *("as the app reads it, s", "cells a second", "to rated facts, s"),
)

Table = list[list[str]]


def main() -> None:
    """Measure, print a table and write ``reading.json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, choices=range(1, 31), metavar="1..30")
    parser.add_argument("--quick", action="store_true", help="one round of the shipped report")
    given = parser.parse_args()
    size, rounds = (18, 1) if given.quick else (INDICATORS, given.rounds)
    results = {name: measure(name, size, rounds) for name in FORMATS}
    print(table(results))
    if not given.quick:
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")
        print(f"Written to {RESULTS.name}.")


def measure(name: str, size: int, rounds: int) -> dict[str, Any]:
    """Median seconds of each way of reading one format."""
    write, alone = FORMATS[name]
    rows = [line.split("\t") for line in synthetic.report(size).splitlines() if line]
    content = write(rows)
    file = f"report.{name}"
    ways: dict[str, Callable[[], object]] = {
        "library alone": lambda: alone(content),
        "our reader": lambda: READERS[name].read(io.BytesIO(content), file),
        "as the app reads it": lambda: read(io.BytesIO(content), file),
        "to rated facts": lambda: read_report(content, file, Catalogue()),
    }
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(rounds + 1):
        for way, run in ways.items():
            started = time.perf_counter()
            run()
            if number or rounds == 1:  # the first round imports the libraries
                taken[way].append(time.perf_counter() - started)
    document = read(io.BytesIO(content), file)
    seconds = {way: round(median(times), 4) for way, times in taken.items()}
    return {"bytes": len(content), "cells": document.cells_read, "seconds": seconds}


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures as Markdown."""
    lines = [
        f"| {' | '.join(HEADINGS)} |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, found in results.items():
        seconds = found["seconds"]
        share = seconds["library alone"] / seconds["our reader"]
        rate = found["cells"] / seconds["as the app reads it"]
        cells = [
            name,
            f"{found['cells']:,}",
            f"{seconds['library alone']:.3f}",
            f"{seconds['our reader']:.3f}",
            f"{share:.0%}",
            f"{seconds['as the app reads it']:.3f}",
            f"{rate:,.0f}",
            f"{seconds['to rated facts']:.3f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _delimited(delimiter: str) -> Callable[[Table], bytes]:
    def write(rows: Table) -> bytes:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter).writerows(rows)
        return stream.getvalue().encode()

    return write


def _csv(content: bytes) -> object:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def _tsv(content: bytes) -> object:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), delimiter="\t"))


def _xlsx(content: bytes) -> object:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def _xls(content: bytes) -> object:
    import xlrd

    book = xlrd.open_workbook(file_contents=content, formatting_info=True)
    return [sheet.row_values(at) for sheet in book.sheets() for at in range(sheet.nrows)]


def _ods(content: bytes) -> object:
    import odfdo

    return [list(sheet.traverse()) for sheet in odfdo.Document(io.BytesIO(content)).body.tables]


def _html(content: bytes) -> object:
    import lxml.html

    root = lxml.html.document_fromstring(content)
    return [[cell.text_content() for cell in row.iter("td", "th")] for row in root.iter("tr")]


def _docx(content: bytes) -> object:
    import docx

    document = docx.Document(io.BytesIO(content))
    rows: Iterable[Any] = (row for grid in document.tables for row in grid.rows)
    return [[cell.text for cell in row.cells] for row in rows]


def _pdf(content: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(content)) as document:
        return [page.extract_tables() for page in document.pages]


def _sheets(name: str) -> Callable[[Table], bytes]:
    def write(rows: Table) -> bytes:
        from tests.formats import sheet_writers

        made: bytes = getattr(sheet_writers, f"to_{name}")(rows, typed=True)
        return made

    return write


def _documents(name: str) -> Callable[[Table], bytes]:
    def write(rows: Table) -> bytes:
        from tests.formats import document_writers

        made: bytes = getattr(document_writers, f"to_{name}")(rows)
        return made

    return write


FORMATS: dict[str, tuple[Callable[[Table], bytes], Callable[[bytes], object]]] = {
    "csv": (_delimited(","), _csv),
    "tsv": (_delimited("\t"), _tsv),
    "xlsx": (_sheets("xlsx"), _xlsx),
    "xls": (_sheets("xls"), _xls),
    "ods": (_sheets("ods"), _ods),
    "html": (_documents("html"), _html),
    "docx": (_documents("docx"), _docx),
    "pdf": (_documents("pdf"), _pdf),
}
"""How each format is written for the test, and read by its library alone."""


if __name__ == "__main__":
    main()
