"""What is drawn on the pages of a PDF: words, rectangles, rules and cells between rules.

The only place where pdfplumber and pdfminer can trip over a file.
"""

import io
import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfplumber.page import Page
from pdfplumber.table import merge_edges
from pdfplumber.utils.geometry import obj_to_edges

from kpi_core.errors import ReportError
from kpi_core.readers.limits import MOST_PAGES, ONLY_THE_TABLE
from kpi_core.readers.pdf.colours import hex_colour
from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import (
    Word,
    box_from,
    box_of,
    letters_of,
    level_words,
    slanted_text,
    turned_lines,
)
from kpi_core.readers.pdf.open_sides import ONE_LINE, open_sides

FAR_AWAY = 100_000.0
"""No page is so many points wide or high: that is 35 metres."""

MOST_EDGES = 20_000
"""A page with more lines is a drawing; looking for cells in it would take minutes."""

SAVE_AGAIN = "Open it in a PDF viewer, print it to a new PDF, and try again."


@dataclass(frozen=True, slots=True)
class Patch:
    """A drawn rectangle, with its colour as six hex digits if it is filled."""

    box: Box
    fill: str | None


@dataclass(frozen=True)
class Sheet:
    """One page.

    Attributes:
        turned: text that runs upwards or downwards, a line as one word.
        slanted: text that runs in any other way, such as a stamp across the page.
        rules: level lines, and edges of rectangles.
        tables: the cells that lines enclose.
        closed: the same if tables with lines between their cells alone had their sides drawn.
    """

    number: int
    box: Box
    words: tuple[Word, ...]
    turned: tuple[Word, ...]
    slanted: tuple[Word, ...]
    patches: tuple[Patch, ...]
    rules: tuple[Box, ...]
    tables: tuple[tuple[Box, ...], ...]
    closed: tuple[tuple[Box, ...], ...]
    pictures: int


def sheets(stream: BinaryIO, name: str) -> Iterator[Sheet]:
    """The pages in order.

    Raises:
        ReportError: for a file that is locked, damaged or too long.
    """
    for page in _parsed_pages(io.BytesIO(stream.read()), name):
        yield _sheet(page)
        page.close()


def _parsed_pages(content: io.BytesIO, name: str) -> Iterator[Page]:
    """Each page with its objects parsed, so that no damage is met later."""
    try:
        with _quiet(), pdfplumber.open(content, raise_unicode_errors=False) as file:
            _refuse_long(len(file.pages), name)
            for page in file.pages:
                _parse(page)
                yield page
    except ReportError:
        raise
    except Exception as error:  # pdfplumber and pdfminer raise whatever they trip over
        raise ReportError(_why(error, name)) from error


def _parse(page: Page) -> None:
    """Asking for the objects of a page parses it."""
    if not _are_sane(page.bbox):
        raise ValueError("no page has this size")
    assert page.objects is not None


def _refuse_long(pages: int, name: str) -> None:
    if pages > MOST_PAGES:
        raise ReportError(
            f"{name}: the file has {pages:,} pages; at most {MOST_PAGES} are read. {ONLY_THE_TABLE}"
        )


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep back pdfminer's remarks on files that it reads all the same."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="pdf(miner|plumber)")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _why(error: Exception, name: str) -> str:
    causes = (error, *error.args)
    if any(isinstance(cause, PDFEncryptionError) for cause in causes):
        return (
            f"{name}: the PDF is locked with a password. Open it, save it without the password "
            "and try again."
        )
    kind = type(next((c for c in error.args if isinstance(c, Exception)), error)).__name__
    return f"{name}: this is no PDF, or a damaged one ({kind}). {SAVE_AGAIN}"


def _sheet(whole: Page) -> Sheet:
    page = whole.filter(_has_a_place)
    letters = letters_of(page)
    drawn = [*page.rects, *page.lines]
    few = len(drawn) < MOST_EDGES
    return Sheet(
        page.page_number,
        box_from(page.bbox),
        tuple(level_words(letters)),
        tuple(turned_lines(letters)),
        tuple(slanted_text(letters)),
        tuple(
            Patch(box_of(rect), hex_colour(rect["non_stroking_color"]) if rect["fill"] else None)
            for rect in page.rects
        ),
        tuple(box_of(edge) for edge in _level_edges(drawn)),
        tuple(_tables(page, closed=False)) if few else (),
        tuple(_tables(page, closed=True)) if few else (),
        len(page.images),
    )


def _has_a_place(drawn: dict[str, Any]) -> bool:
    """Damaged files have numbers that no page has, or that are none."""
    sides = (drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"])
    return _are_sane((*sides, *drawn.get("matrix", ()), drawn.get("size", 0)))


def _are_sane(numbers: Iterable[float]) -> bool:
    return all(abs(number) < FAR_AWAY for number in numbers)


def _tables(page: Page, closed: bool) -> Iterator[tuple[Box, ...]]:
    """The cells that lines enclose, or would enclose if each table had its ``closed`` sides."""
    plain = page.filter(lambda o: o["object_type"] in ("line", "rect"))
    settings = {}
    if closed:
        lines = merge_edges(plain.edges, *(ONE_LINE,) * 4)
        settings = {
            "explicit_vertical_lines": open_sides(lines, "v"),
            "explicit_horizontal_lines": open_sides(lines, "h"),
        }
    for table in plain.find_tables(settings):
        yield tuple(box_from(cell) for cell in table.cells)


def _level_edges(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines, and the upper and lower edges of rectangles; the pieces of one line as one."""
    edges = (edge for o in drawn for edge in obj_to_edges(o))
    return merge_edges([e for e in edges if e["orientation"] == "h"], *(ONE_LINE,) * 4)
