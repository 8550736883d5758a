"""The workbook's sheets by what they hold: tables of figures, notes, contents and the log."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kpi_core.cells.text import squeeze
from kpi_core.readers import Document, Grid, Line

_TITLE = re.compile(r"table (?P<code>[0-9][a-z](?:\([0-9a-z]+\))?): *(?P<title>.*)", re.IGNORECASE)
_NOTE = re.compile(r"\[note ([0-9]{1,3})\]", re.IGNORECASE)
HEADING = re.compile(r"(?P<years>[0-9]{4} to [0-9]{4}) *[-–] *(?P<what>\S.*)")
_AREA = ("local authority", "ons area code")
_BOILERPLATE = ("this worksheet contains", "cells marked")


@dataclass(frozen=True)
class Sheet:
    """One table of figures.

    Attributes:
        code: as the publisher writes it, such as ``3d(1a)``.
        title: without its notes.
        notes: numbers of the notes that the title refers to.
        about: what the lines between title and headings explain.
        header: the line of headings.
        lines: the lines below it.
    """

    name: str
    code: str
    title: str
    notes: tuple[str, ...]
    about: tuple[str, ...]
    header: Line
    lines: Sequence[Line]


@dataclass
class Book:
    """A workbook sorted out; ``left`` names sheets with figures that were not understood."""

    cover: tuple[str, ...] = ()
    sheets: list[Sheet] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    log: list[tuple[str, str, str]] = field(default_factory=list)
    left: list[tuple[str, int]] = field(default_factory=list)

    def changes(self, code: str) -> list[tuple[str, str]]:
        """What the log says of a measure: the years, and how they compare with others."""
        return [(years, text) for about, years, text in self.log if about == code.casefold()]


def sort_out(document: Document) -> Book:
    """Tell the sheets of a workbook apart."""
    book = Book()
    for grid in document.grids:
        at = _header(grid)
        if at is not None:
            _table(grid, at, book)
        elif not _companion(grid, book) and not book.cover:
            book.cover = tuple(line.cells[0].text for line in grid.lines if line.cells)
    return book


def texts(line: Line) -> list[str]:
    """The cells of a line as a person sees them."""
    return [squeeze(cell.shown) for cell in line.cells]


def _header(grid: Grid) -> int | None:
    for at, line in enumerate(grid.lines):
        found = [text.casefold() for text in texts(line)]
        if all(name in found for name in _AREA):
            return at
    return None


def _table(grid: Grid, at: int, book: Book) -> None:
    first = texts(grid.lines[0])[0] if at else ""
    match = _TITLE.fullmatch(first)
    lines = [line for line in grid.lines[at + 1 :] if not line.empty]
    if match is None:
        book.left.append((grid.title, len(lines)))
        return
    between = (texts(line)[0] for line in grid.lines[1:at])
    about = (text for text in between if not text.casefold().startswith(_BOILERPLATE))
    sheet = Sheet(
        name=grid.title,
        code=match["code"].casefold(),
        title=squeeze(_NOTE.sub("", match["title"])),
        notes=tuple(_NOTE.findall(match["title"])),
        about=tuple(filter(None, about)),
        header=grid.lines[at],
        lines=lines,
    )
    book.sheets.append(sheet)


def _companion(grid: Grid, book: Book) -> bool:
    """Read a sheet of notes, of contents or of changes, if it is one."""
    for at, line in enumerate(grid.lines):
        head = [text.casefold() for text in texts(line)]
        rows = list(_rows(head, grid.lines[at + 1 :]))
        if "note text" in head:
            book.notes = {
                number[0]: row["note text"]
                for row in rows
                if (number := _NOTE.findall(row["note number"]))
            }
            return True
        if "metric" in head and "source" in head:
            book.sources = {row["metric"].casefold(): row["source"] for row in rows}
            return True
        if "year of change" in head:
            book.log = [(*_keys(row), row[head[-1]]) for row in rows]
            return True
    return False


def _keys(row: Mapping[str, str]) -> tuple[str, str]:
    return next(iter(row.values())).casefold(), row["year of change"]


def _rows(head: Sequence[str], lines: Sequence[Line]) -> Iterator[Mapping[str, str]]:
    for line in lines:
        yield dict(zip(head, texts(line), strict=False))
