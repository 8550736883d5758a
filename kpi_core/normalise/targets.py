"""The targets of one row: the one that is rated against, and those of other periods (R4)."""

from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.figures import Figure
from kpi_core.cells.targets import Target, TargetKind, parse_target
from kpi_core.layout import Column, Role
from kpi_core.normalise.reader import RowReader, in_full, of_heading
from kpi_core.readers import Cell
from kpi_core.vocabulary import Polarity, Severity, Unit


@dataclass(frozen=True)
class PrintedTarget:
    """One target cell: its figure, the way that its wording implies, why it is not a number."""

    column: Column
    cell: Cell
    figure: Figure
    polarity: Polarity = Polarity.UNKNOWN
    reason: str | None = None


def rated_target(reader: RowReader) -> PrintedTarget | None:
    """The target of the rated period, or None where the table has no column for it."""
    column = reader.layout.target_for(reader.rated)
    if column is None:
        return None
    cell = reader.cell(column)
    parsed = parse_target(cell.text, reader.words.decimal_comma)
    if isinstance(parsed, Problem):
        return PrintedTarget(column, cell, reader.unreadable(column, cell, parsed))
    printed = _printed(column, cell, parsed)
    if printed.reason is not None:
        reader.note(
            "target-not-a-number",
            Severity.NOTE,
            f"{cell.address}: {printed.reason}, so the figure is not rated against it.",
            cell,
        )
    return printed


def other_targets(reader: RowReader, rated: PrintedTarget | None) -> list[PrintedTarget]:
    """Targets of other periods, if they are numbers; others are kept as text like any cell."""
    found = []
    for column in reader.layout.all(Role.TARGET):
        if column.period is None or (rated is not None and column is rated.column):
            continue
        cell = reader.cell(column)
        parsed = parse_target(cell.text, reader.words.decimal_comma)
        if isinstance(parsed, Target):
            found.append(_printed(column, cell, parsed))
    return [target for target in found if target.figure.value is not None]


def _printed(column: Column, cell: Cell, target: Target) -> PrintedTarget:
    if target.missing is not None:
        figure = Figure(cell.text, None, Unit.UNKNOWN, None, target.missing)
        return PrintedTarget(column, cell, figure)
    if target.kind in (TargetKind.FIGURE, TargetKind.BOUND) and target.figure is not None:
        figure = target.figure
        exact = in_full(figure, cell)
        figure = exact if isinstance(exact, Figure) else figure
        return PrintedTarget(column, cell, of_heading(figure, column), target.polarity)
    text = Figure(cell.text, None, Unit.TEXT, None)
    reason = target.reason or f"the target is a range, from {target.lower} to {target.upper}"
    return PrintedTarget(column, cell, text, target.polarity, reason)
