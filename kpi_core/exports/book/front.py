"""What stands before the tables of a workbook: its cover, its contents and its notes."""

from collections.abc import Sequence
from typing import Any

from kpi_core.exports.book.grid import NOTES, Grid, fit, heading
from kpi_core.exports.book.sizes import heading_height
from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable
from kpi_core.vocabulary import Shorthand

COVER, CONTENTS = "Cover", "Contents"

WHAT_IT_IS = (
    "Figures of a council's performance scorecard as the council reported them, with what this "
    "application worked out from them beside. Management information, not official statistics."
)

_COVER_WIDTH = 90


def cover(book: Any, caption: Caption, tables: int) -> None:
    """The caption, one fact to a row, its title as the heading."""
    sheet = book.add_worksheet(COVER)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _COVER_WIDTH)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    title, *lines = cover_lines(caption, tables)
    sheet.write_string(0, 0, fit(title), heading(book))
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, fit(line), wrapped)
        sheet.set_row(row, heading_height(line, _COVER_WIDTH))


def cover_lines(caption: Caption, tables: int) -> list[str]:
    """The title, what the workbook is, and every fact that the caption has."""
    facts = {**caption.facts(), "Licence": caption.licence, "Contact": caption.contact}
    said = {label: printable(text) for label, text in facts.items() if text}
    title = said.pop("Title", "")
    noun = "one table" if tables == 1 else f"{tables} tables, one to a worksheet"
    holds = f"This workbook holds {noun}."
    return [title, WHAT_IT_IS, holds, *(f"{label}: {text}" for label, text in said.items())]


def contents(grids: Sequence[Grid]) -> Grid:
    """Every sheet that follows, each with a link."""
    return Grid(
        CONTENTS,
        CONTENTS,
        "Each name in the first column leads to its worksheet.",
        {
            "Worksheet": [grid.name for grid in grids],
            "What it holds": [grid.title for grid in grids],
            "Rows": [float(grid.rows) for grid in grids],
        },
        links=True,
    )


def notes(tables: Sequence[Grid]) -> list[Grid]:
    """The marks that stand in the tables, explained; no sheet where there is none."""
    cells = {cell for grid in tables for column in grid.columns.values() for cell in column}
    used = [mark for mark in Shorthand if mark.text in cells]
    if not used:
        return []
    said = "A mark stands where there is no figure or no text, or beside a figure."
    meanings: dict[str, list[str | float]] = {
        "Mark": [mark.text for mark in used],
        "What it means": [mark.meaning for mark in used],
    }
    return [Grid(NOTES, NOTES, said, meanings)]
