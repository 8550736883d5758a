"""The status and the direction that a row declares: in words, in arrows or by a cell's colour."""

from typing import TypeVar

from kpi_core.cells import Problem
from kpi_core.cells.colours import status_from_fill
from kpi_core.cells.direction_words import judge
from kpi_core.cells.words import Declared
from kpi_core.facts import Declaration
from kpi_core.layout import Role
from kpi_core.normalise.reader import RowReader
from kpi_core.readers import Cell
from kpi_core.vocabulary import Direction, Movement, Polarity, Severity, Status

W = TypeVar("W", Status, Direction)


def declared_status(reader: RowReader) -> Declaration[Status]:
    """The printed word; where the table prints none, what the cell's colour says."""
    coloured = reader.words.coloured
    if coloured is not None:
        return _coloured(reader, reader.cell(coloured))
    column = reader.layout.one(Role.STATUS)
    if column is None:
        return Declaration()
    cell = reader.cell(column)
    return _declaration(reader, reader.words.status.parse(cell.text), cell, "status")


def declared_direction(reader: RowReader, polarity: Polarity) -> Declaration[Direction]:
    """The printed judgement; an arrow alone is judged by the indicator's polarity (D2)."""
    column = reader.layout.one(Role.DIRECTION)
    if column is None:
        return Declaration()
    cell = reader.cell(column)
    parsed = reader.words.direction.parse(cell.text)
    moved = isinstance(parsed, Declared) and parsed.word is None and parsed.missing is None
    if moved and isinstance(parsed, Declared) and parsed.movement is not None:
        return _moved(reader, cell, parsed.movement, polarity)
    return _declaration(reader, parsed, cell, "direction")


def _declaration(
    reader: RowReader, parsed: Declared[W] | Problem, cell: Cell, what: str
) -> Declaration[W]:
    if isinstance(parsed, Problem):
        reader.note(
            f"{what}-unknown",
            Severity.ERROR,
            f"{cell.address}: {parsed.reason}. The word is kept as printed and stands for no "
            f"{what}; correct it in the report.",
            cell,
        )
        return Declaration(raw=cell.text, cell=cell.address)
    if parsed.respelled:
        reader.note(
            f"{what}-spelling",
            Severity.NOTE,
            f"The {what} is typed {cell.text!r}; it was read as {parsed.word}.",
            cell,
        )
    return Declaration(
        parsed.word, cell.text or None, parsed.missing, cell.address, parsed.respelled
    )


def _moved(
    reader: RowReader, cell: Cell, movement: Movement, polarity: Polarity
) -> Declaration[Direction]:
    word = judge(movement, polarity)
    said = f"{cell.text.strip()!r} says which way the figure moved"
    if word is None:
        reader.note(
            "direction-not-judged",
            Severity.WARNING,
            f"{cell.address}: {said}, and it is not known which way is good. The sign is kept as "
            "printed; give the indicator a polarity in the catalogue.",
            cell,
        )
        return Declaration(raw=cell.text, cell=cell.address)
    reader.note(
        "direction-from-movement",
        Severity.NOTE,
        f"{said}; with {polarity.word.lower()} that is {word}.",
        cell,
    )
    return Declaration(word, cell.text, None, cell.address)


def _coloured(reader: RowReader, cell: Cell) -> Declaration[Status]:
    """A colour is printed like a word; white and grey declare nothing."""
    status = status_from_fill(cell.fill) if cell.fill is not None else None
    if status is None:
        return Declaration(cell=cell.address)
    raw = f"colour {cell.fill}"
    if isinstance(status, Problem):
        message = f"{cell.address}: {status.reason}, so it stands for no status."
        reader.note("status-unknown", Severity.WARNING, message, cell)
        return Declaration(raw=raw, cell=cell.address)
    return Declaration(status, raw, None, cell.address)
