"""Reading with the checks that a format needs before its library sees the bytes."""

import io
from dataclasses import replace

from kpi_core.readers.grid import Document
from kpi_core.readers.reader import Reader
from kpi_core.readers.safety import zip_check

ARCHIVES = {"xlsx", "xlsm", "ods", "docx"}


def read_checked(reader: Reader, format_: str, content: bytes, name: str) -> Document:
    """Read in this process.

    Raises:
        ReportError: when a check fails or the bytes hold no table.
    """
    noticed = zip_check.check(content, name) if format_ in ARCHIVES else ()
    document = reader.read(io.BytesIO(content), name)
    return replace(document, findings=(*noticed, *document.findings))
