"""Which of the files is what, by what they hold: values, dictionary, neighbour sets, code list."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core import readers
from kpi_core.errors import ReleaseError, ReportError
from kpi_core.findings import Finding
from kpi_core.national.release import Progress, SourceFile
from kpi_core.readers.limits import MOST_CHARACTERS
from kpi_core.readers.sniff import ARCHIVES, sniff
from kpi_core.vocabulary import Severity

SHORT, ITEM, YEARS, AREA, VALUES = (
    "Short Desc",
    "Data item",
    "Years",
    "LA and Regions",
    "Values",
)
NUMBER, REGION = "LA Number", "Region"
NEEDED = (SHORT, YEARS, AREA, VALUES)
"""Columns without which the values mean nothing."""

_DICTIONARY = {"Measure_short", "Year_Type", "Polarity"}
_CODES = {"LA Number", "LA Name", "Type"}
_NEIGHBOURS = {"SN1", "SNP"}
_HEADER_LINES = 10
_HEADER_BYTES = 4096
_PARQUET = b"PAR1"

DAMAGED = (pa.ArrowException, OSError, ValueError, MemoryError)
"""What reading a damaged Parquet file may raise."""

Rows = list[dict[str, str]]


@dataclass
class Files:
    """The files of a release by what they are; what is not there is empty.

    ``neighbours`` has each set's file with its lines, from the header on.
    """

    values: SourceFile
    dictionary: tuple[SourceFile, Rows] | None = None
    codes: tuple[SourceFile, Rows] | None = None
    neighbours: list[tuple[SourceFile, list[list[str]]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def read(self) -> tuple[SourceFile, ...]:
        """All that belongs to the release, the values first."""
        companions = (self.dictionary, self.codes, *self.neighbours)
        return (self.values, *(found[0] for found in companions if found is not None))


def is_values(file: SourceFile) -> bool:
    """Whether a file is the long table of values."""
    if not file.content.startswith(_PARQUET):
        return False
    try:
        names = pq.read_schema(pa.BufferReader(file.content)).names
    except DAMAGED:
        return True  # damaged: reading it says so, which helps more than "not known"
    return set(NEEDED) <= set(names)


def sort_out(files: Sequence[SourceFile], progress: Progress) -> Files:
    """Find the values and their companions; the first of a kind counts, neighbour sets all do.

    Raises:
        ReleaseError: when the values are not among the files.
    """
    values = next((file for file in files if is_values(file)), None)
    if values is None:
        raise ReleaseError("None of the files holds the long table of values of this tool.")
    found = Files(values)
    for file in files:
        if _is_workbook(file):
            progress(f"Reading {file.name}.")
            _workbook(file, found)
        elif not file.content.startswith(_PARQUET):
            _table(file, found)
    return found


def _is_workbook(file: SourceFile) -> bool:
    """A damaged workbook is one too: reading it says so."""
    if not file.content.startswith(ARCHIVES):
        return False
    try:
        return sniff(file.content, "", file.name) == "xlsx"
    except ReportError:
        return file.name.casefold().endswith(".xlsx")


def _table(file: SourceFile, found: Files) -> None:
    """The dictionary, if the file is it."""
    start = file.content[:_HEADER_BYTES].decode("utf-8-sig", errors="replace").split("\n")[0]
    if found.dictionary is not None or not all(name in start for name in _DICTIONARY):
        return
    text = _text(file, found)
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        rows = [{k: v or "" for k, v in row.items() if isinstance(k, str)} for row in reader]
    except csv.Error as error:
        found.findings.append(_damaged(file, f"{error}."))
        return
    found.dictionary = (file, rows)


def _text(file: SourceFile, found: Files) -> str:
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = (
            "The file is not UTF-8, so it was read as Windows-1252. Check dashes and fractions in "
            "the names of measures, or save it as UTF-8."
        )
        note = Finding("encoding-assumed", Severity.WARNING, message, source_cell=file.name)
        found.findings.append(note)
        return file.content.decode("cp1252", errors="replace")


def _workbook(file: SourceFile, found: Files) -> None:
    """A set of neighbours or the code list, if the workbook is one."""
    try:
        document = readers.read(io.BytesIO(file.content), file.name)
    except ReportError as error:
        found.findings.append(_damaged(file, str(error)))
        return
    for grid in document.grids:
        lines = [[cell.shown.strip() for cell in line.cells] for line in grid.lines]
        for start, line in enumerate(lines[:_HEADER_LINES]):
            if set(line) >= _CODES and found.codes is None:
                found.codes = (file, list(_named(lines[start], lines[start + 1 :])))
                return
            if set(line) >= _NEIGHBOURS:
                found.neighbours.append((file, lines[start:]))
                return


def _named(header: list[str], lines: list[list[str]]) -> Iterator[dict[str, str]]:
    for line in lines:
        yield dict(zip(header, line, strict=False))


def _damaged(file: SourceFile, why: str) -> Finding:
    message = (
        f"It could not be read, so that nothing in it is used: {why} Get the file again and "
        "import again."
    )
    return Finding("national-file-unreadable", Severity.WARNING, message, source_cell=file.name)
