"""A CSV file of a release: its heading and lines, each with its address for people."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi_core.cells.text import squeeze
from kpi_core.errors import ReleaseError
from kpi_core.findings import Finding
from kpi_core.national.release import SourceFile
from kpi_core.readers.limits import MOST_CHARACTERS
from kpi_core.vocabulary import Severity

MOST_LINES = 2_000_000
_LONGEST_HEADING = 16_384
_GET_AGAIN = "Get the file again and repeat the import."


@dataclass(frozen=True)
class CsvTable:
    """``lines`` are as long as ``header``; ``numbers`` says where each stands in the file.

    Blank lines are left out. Cells are as printed, without the blanks around headings.
    """

    name: str
    header: tuple[str, ...]
    lines: Sequence[Sequence[str]]
    numbers: Sequence[int]
    findings: tuple[Finding, ...] = ()

    def place(self, at: int, column: str) -> str:
        """Where a cell stands: ``d3.csv, line 12, column CPP_start``."""
        return f"{self.name}, line {self.numbers[at]}, column {column}"

    def index(self, column: str) -> int:
        return self.header.index(column)

    def require(self, at: int, *columns: int) -> None:
        """Without a text in one of these columns a line belongs to nothing.

        Raises:
            ReleaseError: naming file, line and column, when all of them are empty.
        """
        if not any(self.lines[at][column].strip() for column in columns):
            raise ReleaseError(
                f"{self.place(at, self.header[columns[0]])}: the cell is empty, so that the line "
                "belongs to nothing. Fill it in or take the line out, and import again."
            )


def headings(file: SourceFile) -> frozenset[str]:
    """The headings of a CSV file, whatever their order."""
    return frozenset(header_of(file))


def header_of(file: SourceFile) -> tuple[str, ...]:
    """The first line of a CSV file; empty where the file is something else."""
    start = file.content[:_LONGEST_HEADING]
    if b"\x00" in start:
        return ()
    text = start.decode("utf-8-sig", errors="replace")
    try:
        first = next(csv.reader(io.StringIO(text, newline="")), [])
    except csv.Error:
        return ()
    return tuple(squeeze(cell) for cell in first)


def read_csv(file: SourceFile) -> CsvTable:
    """Read a whole file.

    Raises:
        ReleaseError: naming file and line, when it is no text, or a line has too few or too many
            cells, as when a download broke off.
    """
    text, findings = _text(file)
    lines = _lines(file.name, text)
    header = tuple(squeeze(cell) for cell in next(lines, (1, []))[1])
    kept: list[list[str]] = []
    numbers: list[int] = []
    for number, line in lines:
        if not any(line):
            continue
        if len(line) != len(header):
            raise ReleaseError(
                f"{file.name}, line {number}: {len(line)} cells under {len(header)} headings, so "
                f"that column {min(len(line), len(header)) + 1} is in doubt. {_GET_AGAIN}"
            )
        kept.append(line)
        numbers.append(number)
    return CsvTable(file.name, header, kept, numbers, findings)


def _text(file: SourceFile) -> tuple[str, tuple[Finding, ...]]:
    try:
        return file.content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
    try:
        text = file.content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise ReleaseError(
            f"{file.name}, line {line}: a byte that is text neither in UTF-8 nor in Windows-1252. "
            f"{_GET_AGAIN}"
        ) from error
    message = f"Line {line} is not UTF-8, so that the file was read as Windows-1252."
    found = Finding("encoding-assumed", Severity.WARNING, message, source_cell=file.name)
    return text, (found,)


def _lines(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MOST_CHARACTERS)
    source = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 1
    try:
        for count, line in enumerate(source):
            if count > MOST_LINES:
                raise ReleaseError(f"{name}: more than {MOST_LINES:,} lines, which is not read.")
            yield number, line
            number = source.line_num + 1
    except csv.Error as error:
        raise ReleaseError(
            f"{name}, line {number}: the table cannot be split into cells ({error}). {_GET_AGAIN}"
        ) from error
