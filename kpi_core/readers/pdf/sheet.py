"""What is drawn on the pages of a PDF: words, rectangles, rules and cells between rules.

The only place where pdfplumber and pdfminer can trip over a file.
"""

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
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
from kpi_core.readers.pdf.open_sides import ONE_LINE, open_sides

WORD_GAP = 0.2
"""A wider gap, as a share of the letter size, ends a word where no space is written."""

SHADOW = 0.1
"""The same letter printed again so close to the first, in letter sizes, only makes it bold."""

SHADOW_GRID = 8.0
"""Letters are looked for in squares of so many points; larger type casts no shadow here."""

MOST_EDGES = 20_000
"""A page with more lines is a drawing; looking for cells in it would take minutes."""

SAVE_AGAIN = "Open it in a PDF viewer, print it to a new PDF, and try again."


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box

    @property
    def size(self) -> float:
        return self.box.height


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
        rules: level lines, and edges of rectangles.
        tables: the cells that lines enclose.
        closed: the same if tables with lines between their cells alone had their sides drawn.
    """

    number: int
    box: Box
    words: tuple[Word, ...]
    turned: tuple[Word, ...]
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
    content = io.BytesIO(stream.read())
    try:
        with _quiet(), pdfplumber.open(content, raise_unicode_errors=False) as file:
            _refuse_long(len(file.pages), name)
            for page in file.pages:
                yield _sheet(page)
                page.close()
    except ReportError:
        raise
    except Exception as error:  # pdfplumber and pdfminer raise whatever they trip over
        raise ReportError(_why(error, name)) from error


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


def _sheet(page: Page) -> Sheet:
    text = _without_shadows(page)
    drawn = [*page.rects, *page.lines]
    few = len(drawn) < MOST_EDGES
    return Sheet(
        page.page_number,
        _box(page.bbox),
        tuple(_words(text, upright=True)),
        tuple(_words(text, upright=False)),
        tuple(
            Patch(_of(rect), hex_colour(rect["non_stroking_color"]) if rect["fill"] else None)
            for rect in page.rects
        ),
        tuple(_of(edge) for edge in _level_edges(drawn)),
        tuple(_tables(page, closed=False)) if few else (),
        tuple(_tables(page, closed=True)) if few else (),
        len(page.images),
    )


def _without_shadows(page: Page) -> Page:
    """Each letter once: some programs make bold type by printing it twice, a hair apart."""
    seen: dict[tuple[str, int, int], list[Box]] = {}
    shadows: set[int] = set()
    for char in page.chars:
        box = _of(char)
        column, row = int(box.x0 // SHADOW_GRID), int(box.top // SHADOW_GRID)
        near = (
            other
            for at in product((column - 1, column, column + 1), (row - 1, row, row + 1))
            for other in seen.get((char["text"], *at), ())
        )
        if any(_shadows(box, other, SHADOW * char["size"]) for other in near):
            shadows.add(id(char))
        seen.setdefault((char["text"], column, row), []).append(box)
    return page.filter(lambda o: id(o) not in shadows) if shadows else page


def _shadows(box: Box, other: Box, near: float) -> bool:
    return abs(box.x0 - other.x0) < near and abs(box.top - other.top) < near


def _words(page: Page, upright: bool) -> Iterator[Word]:
    chosen = page.filter(lambda o: o["object_type"] == "char" and bool(o["upright"]) is upright)
    upwards = any(char["matrix"][1] > 0 for char in chosen.chars) and not upright
    directions = {} if upright else {"char_dir_rotated": "btt" if upwards else "ttb"}
    for word in chosen.extract_words(
        x_tolerance_ratio=WORD_GAP, keep_blank_chars=not upright, **directions
    ):
        yield Word(str(word["text"]), _of(word))


def _of(drawn: dict[str, Any]) -> Box:
    return _box((drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"]))


def _box(corners: tuple[float, float, float, float]) -> Box:
    return Box(*(float(corner) for corner in corners))


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
        yield tuple(_box(cell) for cell in table.cells)


def _level_edges(drawn: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines, and the upper and lower edges of rectangles; the pieces of one line as one."""
    edges = (edge for o in drawn for edge in obj_to_edges(o))
    return merge_edges([e for e in edges if e["orientation"] == "h"], *(ONE_LINE,) * 4)
