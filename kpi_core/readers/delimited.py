"""CSV, TSV and other delimited text, in any usual encoding."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO, Literal

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.grid import Cell, Document, Grid, Line
from kpi_core.readers.limits import MOST_CHARACTERS, Tally
from kpi_core.vocabulary import Severity

DELIMITERS = ("\t", ",", ";", "|")

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

MARKS_KEPT = "Until then every quotation mark of this file is read as text."

SAVE_AS_CSV = "Save the table as CSV (comma separated, UTF-8) and try again."


def read(stream: BinaryIO, name: str) -> Document:
    """Read delimited text.

    Raises:
        ReportError: for an empty file, bytes that are no text, or text that cannot be split.
    """
    text, findings = _decode(stream.read(), name)
    if not text.strip():
        raise ReportError(f"{name}: the file is empty. Export the table again and check its size.")
    lines, more = _lines(text, name)
    return Document(name, (Grid(name, lines),), findings + more)


def _decode(content: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    if content.startswith(UTF_16_MARKS):
        return _decode_utf_16(content, name), ()
    if b"\x00" in content:
        line = content.count(b"\n", 0, content.index(0)) + 1
        raise ReportError(
            f"{name}: this is not a text file (line {line} holds a zero byte). {SAVE_AS_CSV}"
        )
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return _decode_windows(content, name, error)


def _decode_utf_16(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError as error:
        raise ReportError(
            f"{name}: the file says that it is UTF-16 and is damaged at byte {error.start + 1}. "
            f"{SAVE_AS_CSV}"
        ) from error


def _decode_windows(
    content: bytes, name: str, error: UnicodeDecodeError
) -> tuple[str, tuple[Finding, ...]]:
    """Windows-1252 is what spreadsheets write when they do not write UTF-8; say that we chose."""
    line = content.count(b"\n", 0, error.start) + 1
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as other:
        at = content.count(b"\n", 0, other.start) + 1
        raise ReportError(
            f"{name}: line {at} holds a byte that is text neither in UTF-8 nor in Windows-1252. "
            f"{SAVE_AS_CSV}"
        ) from error
    finding = Finding(
        "encoding-assumed",
        Severity.WARNING,
        f"Line {line} is not UTF-8, so the file was read as Windows-1252. "
        "Check pound signs, dashes and apostrophes, or save it as UTF-8.",
        source_cell=f"line {line}",
    )
    return text, (finding,)


def _lines(text: str, name: str) -> tuple[tuple[Line, ...], tuple[Finding, ...]]:
    """Split strictly, since a quotation mark out of place would swallow cells in silence.

    Tab separated text is mostly written without quoting, so there the marks are taken as text.
    """
    csv.field_size_limit(MOST_CHARACTERS)
    delimiter = _delimiter(text)
    try:
        return tuple(_split(text, name, delimiter, csv.QUOTE_MINIMAL)), ()
    except ReportError as error:
        if delimiter != "\t":
            raise
        finding = Finding("quotation-marks-kept", Severity.WARNING, f"{error} {MARKS_KEPT}")
        return tuple(_split(text, name, delimiter, csv.QUOTE_NONE)), (finding,)


def _split(text: str, name: str, delimiter: str, quoting: Literal[0, 3]) -> Iterator[Line]:
    tally = Tally(name)
    stream = io.StringIO(text, newline="")
    source = csv.reader(stream, delimiter=delimiter, quoting=quoting, strict=True)
    first = 1
    try:
        for fields in source:
            address = f"line {first}"
            tally.line(len(fields))
            cells = (Cell(f, f"{address}, column {at}") for at, f in enumerate(fields, start=1))
            yield Line(address, tuple(cells))
            first = source.line_num + 1
    except csv.Error as error:
        raise ReportError(
            f"{name}: the table cannot be split into cells from line {first} on ({error}). Look "
            "there for a quotation mark that is never closed, or that stands inside a cell."
        ) from error


def _delimiter(text: str) -> str:
    """The delimiter that most lines share, by the number of cells that it makes.

    Text between quotation marks may hold any of them, so cells are counted after splitting.
    """
    for sample in (text[:65_536], text[: 2 * MOST_CHARACTERS]):  # one cell may fill the first
        found = {mark: _regularity(sample, mark) for mark in DELIMITERS}
        if any(found.values()):
            break
    return max(DELIMITERS, key=lambda mark: found[mark])


def _regularity(sample: str, delimiter: str) -> tuple[int, ...]:
    try:
        widths = [
            len(fields)
            for fields in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
            if len(fields) > 1
        ]
    except csv.Error:
        return ()
    if not widths:
        return ()
    usual = max(set(widths), key=widths.count)
    return (widths.count(usual) * usual, usual)
