"""Cells that no fact was made of: each an extra fact of its row, or a finding with its text."""

from collections import Counter
from collections.abc import Iterator

from kpi_core.facts import Extra
from kpi_core.findings import Finding
from kpi_core.layout import PARTS, Column, Loose, Role, Row, Table
from kpi_core.normalise.words import TableWords
from kpi_core.periods import Period, find_period
from kpi_core.readers import Cell
from kpi_core.vocabulary import ColumnBasis, Severity


def outside(loose: Loose) -> Iterator[Finding]:
    """Titles, notes, footers and other lines that hold no indicator."""
    for cell in loose.line.cells:
        if not cell.empty:
            yield _kept(cell, f"{loose.why}, so it is kept here as text only.", loose.rule)
    if loose.unnamed:
        yield nameless(loose)


def extras(row: Row, rated: Period) -> Iterator[Extra]:
    """Cells under headings that mean nothing to us, and what further lines of the row hold."""
    target = row.layout.target_for(rated)
    for column in row.layout.columns:
        if column.index >= len(row.line.cells) or row.line.cells[column.index].empty:
            continue
        if not _claimed(column) and column is not target:
            cell = row.line.cells[column.index]
            yield Extra(_title(column), cell.text, cell.address)
    for role, heading in ((Role.THEME, row.theme), (Role.PLAN, row.plan)):
        if (
            heading is not None and row.layout.one(role) is not None
        ):  # the row's own column says more
            yield Extra("section heading", heading.text, heading.address)
    for kept in row.kept:
        yield Extra(kept.heading, kept.cell.text, kept.cell.address)


def beyond(row: Row) -> Iterator[Finding]:
    """Cells that stand beyond the last heading."""
    for cell in row.line.cells[len(row.layout.columns) :]:
        if not cell.empty:
            yield _kept(cell, "The cell stands beyond the last heading; the text is kept here.")


def repeated(row: Row) -> Iterator[Finding]:
    """A second figure for one indicator and period."""
    for repeat in row.repeats:
        cell = repeat.cell
        message = (
            f"{cell.address} gives a second figure for {repeat.heading}. The first one is used and "
            "this one is kept beside it; remove one, or tell the two indicators apart."
        )
        yield Finding("figure-repeated", Severity.WARNING, message, cell.text, cell.address)


def moved(table: Table) -> Iterator[Finding]:
    """A warning that the cells of a table do not stand under their headings."""
    if table.moved:
        way = "right" if table.moved > 0 else "left"
        message = (
            f"{table.where}: the cells stand one column to the {way} of their headings, and were "
            "read so because only then they suit them. Check a few, or correct the header line."
        )
        cell = table.layout.columns[-1].heading.address
        yield Finding("columns-shifted", Severity.WARNING, message, source_cell=cell)


def row_length(row: Row) -> Iterator[Finding]:
    """A line with too few cells, or with text beyond the last heading."""
    line = row.line
    expected, got = len(row.layout.columns), len(line.cells)
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


def nameless(loose: Loose) -> Finding:
    """A line with several cells and no name: figures that belong to no indicator."""
    address = loose.line.address
    return Finding(
        "indicator-unnamed",
        Severity.WARNING,
        f"{address} has figures or text and no indicator name, so nothing of it is rated. "
        "Fill in the name, or remove the line.",
        source_cell=address,
    )


def columns_inferred(table: Table) -> Iterator[Finding]:
    """A note for each column that was not recognised by its heading alone."""
    filled = Counter(
        column.heading.address
        for row in table.rows
        for column in row.layout.columns
        if column.index < len(row.line.cells) and not row.line.cells[column.index].empty
    )
    for column in table.layout.columns:
        cells = filled[column.heading.address]
        if column.role is Role.VALUE and column.period is None and not column.problem and cells:
            yield _undated(column)
        if column.basis in _INFERRED:
            message = f"{column.title!r} was taken to be the {_role(column)}, {column.basis.phrase}"
            yield _of_column(column, "column-inferred", f"{message}. Correct it in the catalogue.")
        elif column.second and cells:
            message = f"{column.title!r} is kept with each row and not used: {column.second}."
            yield _of_column(column, "column-repeated", message)
        elif column.unexplained and cells:
            message = (
                f"{column.title!r} is no heading that is known. What stands in its {cells} "
                "cells is kept with each row; name the column in the catalogue to use it."
            )
            yield _of_column(column, "column-not-recognised", message)


def _undated(column: Column) -> Finding:
    message = (
        f"{column.heading.address}: {column.title!r} names no period that has no column yet, so "
        "its figures are kept with each row and not rated. Name its period in the heading, or "
        "give the report a period in the catalogue."
    )
    return Finding("column-undated", Severity.WARNING, message, column.text, column.heading.address)


def periods_inferred(table: Table) -> Iterator[Finding]:
    """A note for periods that a heading such as "Q2" or a day does not state alone."""
    for column in table.layout.columns:
        if column.beside and column.role in (Role.VALUE, Role.PERIOD):
            label = column.period.label if column.period is not None else "the ends of periods"
            message = f"{column.title!r} was read as {label}, {column.beside}"
            advice = "Write the period out if that is wrong."
            yield _of_column(column, "heading-period-inferred", f"{message}. {advice}")
            return


def colour_noted(words: TableWords) -> Iterator[Finding]:
    """A note that the statuses of a table were taken from colours."""
    if words.coloured is not None:
        message = (
            f"No status is printed; it was taken from the colours under {words.coloured.title!r}. "
            "Check a few of them, since a colour may mean something else."
        )
        yield _of_column(words.coloured, "status-from-colour", message)


KEPT_AS_PRINTED = frozenset(
    {
        Role.UNKNOWN,
        Role.TARGET,
        Role.PERIOD,
        Role.PREVIOUS,
        Role.UNIT,
        Role.POLARITY,
        Role.FREQUENCY,
        *PARTS,
    }
)
"""Roles whose text is kept beside what was understood of it, if anything was."""

_INFERRED = (ColumnBasis.SIMILAR, ColumnBasis.CONTENT)


def _role(column: Column) -> str:
    return column.role.replace("_", " ")


def _of_column(column: Column, rule: str, message: str) -> Finding:
    return Finding(
        rule,
        Severity.NOTE,
        f"{column.heading.address}: {message}",
        raw=column.heading.text or None,
        source_cell=column.heading.address,
    )


def _title(column: Column) -> str:
    """The heading; with its period where that stands elsewhere, as in a table of periods."""
    if column.period is None or find_period(column.text) is not None:
        return column.title
    return f"{column.title}, {column.period.label}"


def _kept(cell: Cell, message: str, rule: str = "cell-not-used") -> Finding:
    return Finding(rule, Severity.NOTE, message, raw=cell.text, source_cell=cell.address)


def _claimed(column: Column) -> bool:
    """Whether the texts of this column stand in a fact; of targets only the rated period's do."""
    if column.role is Role.VALUE:
        return column.period is not None
    return column.role not in KEPT_AS_PRINTED
