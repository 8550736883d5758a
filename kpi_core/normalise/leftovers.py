"""Cells that no fact was made of: each one a finding with its text, so that nothing is lost."""

from collections.abc import Iterator

from kpi_core.findings import Finding
from kpi_core.layout import Column, Layout, Role
from kpi_core.periods import Period
from kpi_core.readers import Cell, Line
from kpi_core.vocabulary import Severity


def outside(line: Line, why: str) -> Iterator[Finding]:
    """Titles, notes and footers: lines that name no indicator."""
    for cell in line.cells:
        if not cell.empty:
            yield _kept(cell, f"{why}, so it is kept here as text only.", "text-outside-table")


def unclaimed(line: Line, layout: Layout, rated: Period) -> Iterator[Finding]:
    """Cells under headings that mean nothing to us, and cells beyond the last heading."""
    target = layout.target_for(rated)
    for column in layout.columns:
        if column.index >= len(line.cells) or line.cells[column.index].empty:
            continue
        if not _claimed(column) and column is not target:
            heading = column.heading.text.strip() or "no heading"
            message = f"The column ({heading}) is not one that is used; the text is kept here."
            yield _kept(line.cells[column.index], message)
    for cell in line.cells[len(layout.columns) :]:
        if not cell.empty:
            yield _kept(cell, "The cell stands beyond the last heading; the text is kept here.")


def row_length(line: Line, layout: Layout) -> Iterator[Finding]:
    """A line with too few cells, or with text beyond the last heading."""
    expected, got = len(layout.columns), len(line.cells)
    if got == expected or (got > expected and all(c.empty for c in line.cells[expected:])):
        return
    lack = "too few" if got < expected else "too many"
    yield Finding(
        "row-length",
        Severity.WARNING,
        f"{line.address} has {got} cells where the header has {expected}, which is {lack}. "
        "Check that no figure stands under the wrong heading.",
        source_cell=line.address,
    )


def nameless(line: Line) -> Iterator[Finding]:
    """A line with several cells and no name: figures that belong to no indicator."""
    yield Finding(
        "indicator-unnamed",
        Severity.WARNING,
        f"{line.address} has figures or text and no indicator name, so nothing of it is rated. "
        "Fill in the name, or remove the line.",
        source_cell=line.address,
    )


def _kept(cell: Cell, message: str, rule: str = "cell-not-used") -> Finding:
    return Finding(rule, Severity.NOTE, message, raw=cell.text, source_cell=cell.address)


def _claimed(column: Column) -> bool:
    """Whether the cells of this column become facts; of targets only the rated period's do."""
    if column.role is Role.VALUE:
        return column.period is not None
    return column.role not in (Role.UNKNOWN, Role.TARGET)
