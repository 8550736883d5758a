"""Reads the cells of one row: typed values, and a finding for what was not understood."""

from dataclasses import dataclass, field, replace

from kpi_core.cells import Problem
from kpi_core.cells.comparators import QuotedCell, parse_comparators
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.missing import no_commentary
from kpi_core.cells.outturns import parse_outturn
from kpi_core.facts import Extra, Quote
from kpi_core.findings import Finding
from kpi_core.layout import PARTS, Column, Layout, Role, Row
from kpi_core.normalise.source import Source
from kpi_core.normalise.words import TableWords
from kpi_core.periods import Period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Severity, Unit

_FIGURES = (Role.VALUE, *PARTS)

FURTHER = ("second", "third", "fourth", "fifth")
"""What the further figures of a cell are called; no cell is read that has more."""


@dataclass
class RowReader:
    """``findings`` collects what was not understood, ``further`` what else stands in a cell."""

    row: Row
    source: Source
    rated: Period
    words: TableWords = field(default_factory=TableWords)
    findings: list[Finding] = field(default_factory=list)
    further: list[Extra] = field(default_factory=list)

    @property
    def layout(self) -> Layout:
        return self.row.layout

    def cell(self, column: Column | None) -> Cell:
        """The cell under a column; an empty one where the line is too short.

        What is merged over several rows counts for each of them, figures excepted: one figure
        over two rows or two periods is of one of them, and nobody says which.
        """
        cells = self.row.line.cells
        if column is not None and column.index < len(cells):
            cell = cells[column.index]
            if cell.anchor is None or column.role in _FIGURES or cell.anchor in cells:
                return cell
            return cell.anchor
        at = f", column {column.index + 1}" if column is not None else ""
        return Cell("", f"{self.row.line.address}{at}")

    def text(self, role: Role) -> Quote | None:
        """A cell kept as written, or None where it is empty."""
        column = self.layout.one(role)
        cell = self.cell(column)
        return None if column is None or cell.empty else Quote(cell.text, cell.address)

    def commentary(self) -> Quote | None:
        """What is written; "No notes" and the like are kept, and are no commentary."""
        column, quote = self.layout.one(Role.COMMENTARY), self.text(Role.COMMENTARY)
        if column is None or quote is None or not no_commentary(quote.text):
            return quote
        self.further.append(Extra(column.title, quote.text, quote.cell))
        return None

    def note(self, rule: str, severity: Severity, message: str, cell: Cell) -> None:
        finding = Finding(rule, severity, message, raw=cell.text or None)
        self.findings.append(finding.at(cell.address))

    def figure(self, column: Column) -> tuple[Figure, Cell]:
        """The figure of a cell; one that is not understood is kept as text with a finding."""
        cell = self.cell(column)
        parsed = in_full(parse_outturn(cell.text, self.words.decimal_comma), cell)
        if isinstance(parsed, Problem):
            return self.unreadable(column, cell, parsed), cell
        if parsed.bound is not None:
            self.note(
                "figure-bound",
                Severity.WARNING,
                f"{cell.address} ({column.title}): {cell.text.strip()!r} says only on which side "
                "of a number the figure lies. The text is kept and no figure is used.",
                cell,
            )
        self._further(column, cell, parsed)
        if parsed.value is not None and parsed.mark is None:
            parsed = replace(parsed, mark=column.mark)
        return of_heading(parsed, column), cell

    def unreadable(self, column: Column, cell: Cell, problem: Problem) -> Figure:
        """The text of a cell in place of its figure."""
        self.note(
            "figure-unreadable",
            Severity.ERROR,
            f"{cell.address} ({column.title}): {problem.reason}. The text is kept and no figure "
            "is used; correct the cell.",
            cell,
        )
        return Figure(cell.text, None, Unit.TEXT, None)

    def _further(self, column: Column, cell: Cell, figure: Figure) -> None:
        """Further figures in the cell, and the parts that a share is made of."""
        parts = [
            (f"{which} figure", also.raw) for which, also in zip(FURTHER, figure.also, strict=False)
        ]
        parts += [
            (part, str(number))
            for part, number in (
                ("numerator", figure.numerator),
                ("denominator", figure.denominator),
            )
            if number is not None
        ]
        self.further += [
            Extra(f"{column.title}, {what}", text, cell.address) for what, text in parts
        ]

    def comparators(self) -> QuotedCell | None:
        value = self.cell(self.layout.one(Role.BENCHMARK))
        group = self.cell(self.layout.one(Role.BENCHMARK_GROUP))
        if self.layout.one(Role.BENCHMARK) is None:
            return None
        parsed = parse_comparators(value.text, group.text)
        if isinstance(parsed, Problem):
            self.note(
                "benchmark-unreadable",
                Severity.WARNING,
                f"{value.address}: {parsed.reason}. The text is kept and no comparator is used.",
                value,
            )
            return None
        return parsed


def of_heading(figure: Figure, column: Column) -> Figure:
    """A figure without a sign, in the unit that its heading states."""
    bare = figure.unit is Unit.UNKNOWN and figure.value is not None
    return replace(figure, unit=column.unit) if bare else figure


def in_full(parsed: Figure | Problem, cell: Cell) -> Figure | Problem:
    """The figure with all digits that the file stores, shown as printed (R6)."""
    exact = parse_figure(cell.exact) if cell.exact is not None else None
    if isinstance(parsed, Figure) and isinstance(exact, Figure) and exact.unit is parsed.unit:
        return replace(parsed, value=exact.value)
    return parsed
