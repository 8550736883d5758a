"""Reading a report file into grids of cells, each with its address. One file per format.

A new format is one module with a ``read`` function and one line in ``READERS``; the registry's
contract test then covers it. Readers know nothing of what a column means.
"""

from collections.abc import Callable
from pathlib import PurePath
from typing import BinaryIO

from kpi_core.errors import ReportError
from kpi_core.readers import delimited, docx, html, pdf
from kpi_core.readers.grid import Cell, Document, Grid, Line

__all__ = ["READERS", "Cell", "Document", "Grid", "Line", "format_of", "read"]

READERS: dict[str, Callable[[BinaryIO, str], Document]] = {
    "csv": delimited.read,
    "tsv": delimited.read,
    "txt": delimited.read,
    "html": html.read,
    "htm": html.read,
    "docx": docx.read,
    "pdf": pdf.read,
}


def format_of(name: str) -> str:
    """The format that a file name says it has.

    Raises:
        ReportError: for an ending that no reader knows.
    """
    ending = PurePath(name).suffix.lstrip(".").lower()
    if ending not in READERS:
        known = ", ".join(f".{known}" for known in READERS)
        said = f"ends in .{ending}" if ending else "has no ending"
        raise ReportError(
            f"{name}: the file {said}, and this version reads {known}. "
            "Save the table as CSV (comma separated, UTF-8) and try again."
        )
    return ending


def read(stream: BinaryIO, name: str) -> Document:
    """Read an open binary stream as the format its name says.

    Raises:
        ReportError: when the bytes hold no table.
    """
    return READERS[format_of(name)](stream, name)
