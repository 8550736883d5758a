"""Reading a report file into grids of cells, each with its address. One file per format.

A new format is one module with a ``read`` function and one line in ``READERS``; the registry's
contract test then covers it. Readers know nothing of what a column means.
"""

from dataclasses import replace
from typing import BinaryIO

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.grid import Cell, Document, Grid, Line
from kpi_core.readers.limits import MOST_BYTES, refuse_size
from kpi_core.readers.reader import Reader
from kpi_core.readers.safety import isolated
from kpi_core.readers.safety.checked import read_checked
from kpi_core.readers.safety.file_name import ending, shown
from kpi_core.readers.sniff import WORDS, sniff
from kpi_core.vocabulary import Severity

__all__ = ["READERS", "Cell", "Document", "Grid", "Line", "Reader", "bounded", "read"]

READERS: dict[str, Reader] = {
    "csv": Reader("kpi_core.readers.delimited"),
    "tsv": Reader("kpi_core.readers.delimited"),
    "txt": Reader("kpi_core.readers.delimited"),
    "xlsx": Reader("kpi_core.readers.workbooks.xlsx", isolated=True),
    "xlsm": Reader("kpi_core.readers.workbooks.xlsx", isolated=True),
    "xls": Reader("kpi_core.readers.workbooks.xls", isolated=True),
    "ods": Reader("kpi_core.readers.workbooks.ods", isolated=True),
    "html": Reader("kpi_core.readers.html", isolated=True),
    "htm": Reader("kpi_core.readers.html", isolated=True),
    "docx": Reader("kpi_core.readers.docx", isolated=True),
    "pdf": Reader("kpi_core.readers.pdf", isolated=True),
}
"""By the ending of a file's name, which is also what a file is said to have been read as."""


def bounded(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a file, an upload say, unless they are too many.

    Raises:
        ReportError: naming the limit.
    """
    content = stream.read(MOST_BYTES + 1)
    refuse_size(len(content), shown(name))
    return content


def read(stream: BinaryIO, name: str) -> Document:
    """Read an open binary stream as the format that its bytes have, whatever its name ends in.

    Raises:
        ReportError: when the bytes hold no table, or are of a format that is not read.
    """
    label = shown(name)
    content = bounded(stream, name)
    if not content:
        raise ReportError(f"{label}: the file is empty. Export the table again and check its size.")
    said = ending(label)
    found = sniff(content, said, label)
    if said in READERS and READERS[said] == READERS[found]:
        return _read(said, content, label)
    differs = f"The file's name {f'ends in .{said}' if said else 'has no ending'}, and it is"
    try:
        document = _read(found, content, label)
    except ReportError as error:
        raise ReportError(f"{error} {differs} {WORDS[found]}.") from error
    note = Finding("format-differs", Severity.NOTE, f"{differs} {WORDS[found]}; it was read so.")
    return replace(document, findings=(note, *document.findings))


def _read(format_: str, content: bytes, name: str) -> Document:
    reader = READERS[format_]
    way = isolated.read if reader.isolated else read_checked
    return replace(way(reader, format_, content, name), format=format_)
