"""The Adult Social Care Outcomes Framework: a workbook with one sheet of figures per measure."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace

from kpi_core import readers
from kpi_core.errors import ReleaseError, ReportError
from kpi_core.national.ascof import figures
from kpi_core.national.ascof.workbook import Book, sort_out
from kpi_core.national.assembled import About, assemble
from kpi_core.national.collected import Collected
from kpi_core.national.release import Progress, Release, SourceFile
from kpi_core.vocabulary import Severity

ABOUT = About(
    source="ascof",
    title="Measures from the Adult Social Care Outcomes Framework, England",
    publisher="department-of-health-and-social-care",
    publisher_name="Department of Health and Social Care",
)
_NHS = ("nhs-england", "NHS England")
_NAME = re.compile(rb"adult social care outcomes framework", re.IGNORECASE)
_TEXTS = ("content.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_LOOKED_AT = 4_000_000
"""Bytes of a workbook's text in which its name has to stand; the cover is the first sheet."""


def recognises(given: Sequence[SourceFile]) -> bool:
    """Whether a workbook that names the framework is among the files."""
    return any(_is_workbook(file) for file in given)


def read(given: Sequence[SourceFile], progress: Progress) -> Release:
    """Read the workbooks.

    Raises:
        ReleaseError: when one is damaged, or holds no sheet of figures.
    """
    found, ours = Collected(), [file for file in given if _is_workbook(file)]
    about = ABOUT
    for file in ours:
        progress(f"Reading {file.name}, which takes some seconds.")
        book = _book(file)
        about = _publisher(about, book)
        for sheet in book.sheets:
            figures.collect(sheet, book, file.name, found)
        for name, lines in book.left:
            message = f"{name} does not begin with 'Table 1a:' or the like; {lines} lines left out."
            found.note("national-lines-left-out", message, file.name, Severity.WARNING)
    progress(f"Sorting {len(found.figures):,} figures.")
    return assemble(about, ours, found)


def _book(file: SourceFile) -> Book:
    try:
        book = sort_out(readers.read(io.BytesIO(file.content), file.name))
    except ReportError as error:
        raise ReleaseError(f"{error}") from error
    if not book.sheets:
        raise ReleaseError(
            f"{file.name}: no sheet has headings such as 'Local authority' and 'ONS area code' "
            "below a title such as 'Table 4a: ...'. Get the workbook of aggregated measures."
        )
    return book


def _publisher(about: About, book: Book) -> About:
    """By the address for questions on the cover: NHS England published it for some years."""
    addresses = " ".join(text for text in book.cover if "@" in text).casefold()
    if re.search(r"@(?:[a-z.]*\.)?nhs\.(?:net|uk)", addresses):
        return replace(about, publisher=_NHS[0], publisher_name=_NHS[1])
    return about


def _is_workbook(file: SourceFile) -> bool:
    if not file.content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            return any(_names_it(archive, name) for name in set(_TEXTS) & set(archive.namelist()))
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError, RuntimeError):
        return False


def _names_it(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        return _NAME.search(part.read(_LOOKED_AT)) is not None
