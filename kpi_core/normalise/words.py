"""What the words, colours and commas of one table mean: settled once, before its rows are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kpi_core.catalogue import ReportEntry
from kpi_core.cells.colours import status_from_fill
from kpi_core.cells.legends import direction_legend_from, legend_from
from kpi_core.cells.outturns import uses_decimal_comma
from kpi_core.cells.words import DirectionVocabulary, StatusVocabulary
from kpi_core.layout import Column, Role, Row, Table
from kpi_core.readers import Cell
from kpi_core.vocabulary import Status

COLOURED = 0.6
"""Share of the rows that have to be red, amber or green before a colour is taken for a status."""


@dataclass(frozen=True)
class TableWords:
    """How the cells of one table are read.

    ``coloured`` is the column whose background colours are the statuses, where no status is
    printed; ``decimal_comma`` says that the table writes 17,1 for 17.1.
    """

    status: StatusVocabulary = field(default_factory=StatusVocabulary)
    direction: DirectionVocabulary = field(default_factory=DirectionVocabulary)
    decimal_comma: bool = False
    coloured: Column | None = None


def words_of(table: Table, texts: Iterable[str], entry: ReportEntry | None) -> TableWords:
    """The vocabulary of one table.

    Args:
        table: as recognised.
        texts: those of the document that stand outside its tables; a legend may be among them.
        entry: what the catalogue says of the report.
    """
    around = list(texts)
    asked = table.layout.one(Role.STATUS)
    status = StatusVocabulary(
        entry.status_words if entry is not None else None,
        legend_from(around),
        answers=asked is not None and asked.text.rstrip().endswith("?"),
    )
    direction = DirectionVocabulary(
        entry.direction_words if entry is not None else None,
        direction_legend_from(around),
        _texts(table, Role.DIRECTION),
    )
    comma = uses_decimal_comma([*_texts(table, Role.VALUE), *_texts(table, Role.TARGET)])
    return TableWords(status, direction, comma, _coloured(table))


def cell_at(row: Row, column: Column) -> Cell | None:
    """The cell under a column, if the line is long enough."""
    return row.line.cells[column.index] if column.index < len(row.line.cells) else None


def _texts(table: Table, role: Role) -> list[str]:
    return [
        cell.text
        for row in table.rows
        for column in row.layout.all(role)
        if (cell := cell_at(row, column)) is not None and not cell.empty
    ]


def _coloured(table: Table) -> Column | None:
    """The column whose colours are statuses: the status column, else the latest figures, else any.

    Colours that are all the same tell nothing.
    """
    if _texts(table, Role.STATUS):
        return None
    layout = table.layout
    status = layout.one(Role.STATUS)
    if status is not None:
        return status
    candidates = [*reversed(layout.values()), *layout.columns]
    return next((column for column in candidates if _is_coloured(table, column)), None)


def _is_coloured(table: Table, column: Column) -> bool:
    cells = [cell_at(row, column) for row in table.rows]
    fills = [cell.fill for cell in cells if cell is not None and cell.fill is not None]
    statuses = [status for fill in fills if isinstance(status := status_from_fill(fill), Status)]
    return len(set(statuses)) > 1 and len(statuses) >= COLOURED * len(table.rows)
