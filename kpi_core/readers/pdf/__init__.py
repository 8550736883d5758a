"""PDF files that hold text: tables with and without lines, over pages and side by side."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from kpi_core.errors import ReportError
from kpi_core.findings import Finding
from kpi_core.readers.grid import Document
from kpi_core.readers.limits import Tally
from kpi_core.readers.pdf.areas import page_items
from kpi_core.readers.pdf.found import FoundTable
from kpi_core.readers.pdf.furniture import set_aside
from kpi_core.readers.pdf.sheet import Sheet, sheets
from kpi_core.readers.pdf.story import Page, Story
from kpi_core.vocabulary import Severity

LEAST_WORDS = 5
"""A page with a picture and fewer words is a picture of a page."""


def read(stream: BinaryIO, name: str) -> Document:
    """Read the tables of a PDF, each with the text before it.

    Raises:
        ReportError: for a file that is locked, damaged, empty, or pictures of pages.
    """
    all_sheets = list(sheets(stream, name))
    pictures = [sheet.number for sheet in all_sheets if _is_picture(sheet)]
    if len(pictures) == len(all_sheets) or not any(sheet.words for sheet in all_sheets):
        raise ReportError(_nothing_read(name, pictures))
    story = Story(Tally(name))
    story.tell(_pages(all_sheets))
    return Document(name, story.grids(name), tuple(_unread(number) for number in pictures))


def _pages(all_sheets: Sequence[Sheet]) -> Iterator[Page]:
    before: FoundTable | None = None
    for sheet, around in set_aside(all_sheets):
        found = page_items(sheet, before)
        before = found.open_table
        yield Page(sheet.number, found, tuple(around))


def _is_picture(sheet: Sheet) -> bool:
    return sheet.pictures > 0 and len(sheet.words) < LEAST_WORDS


def _nothing_read(name: str, pictures: Sequence[int]) -> str:
    if pictures:
        return (
            f"{name}: this PDF holds pictures of pages, not text. Ask for the spreadsheet that it "
            "came from, or run text recognition (OCR) on it first."
        )
    return f"{name}: this PDF holds no text. Ask for the spreadsheet that it came from."


def _unread(number: int) -> Finding:
    return Finding(
        "picture-not-read",
        Severity.WARNING,
        f"Page {number} is a picture, so nothing on it was read. Check whether it shows figures.",
        source_cell=f"page {number}",
    )
