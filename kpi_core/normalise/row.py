"""One line of a report becomes the facts of one indicator. Every cell is claimed or reported."""

from dataclasses import dataclass, field, replace
from typing import TypeVar

from kpi_core.catalogue import Catalogue
from kpi_core.cells import Problem
from kpi_core.cells.comparators import QuotedCell, parse_comparators
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.words import Declared, parse_direction, parse_status
from kpi_core.facts import Declaration, Indicator, IndicatorFacts, Observation, Quote
from kpi_core.findings import Finding
from kpi_core.layout import Column, Layout, Role, Row
from kpi_core.normalise.identity import describe
from kpi_core.normalise.leftovers import extras
from kpi_core.normalise.source import Source
from kpi_core.periods import UNKNOWN as UNKNOWN_PERIOD
from kpi_core.periods import Period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Direction, Severity, Status, Unit

W = TypeVar("W", Status, Direction)

TEXT_ROLES = (
    *(Role.PLAN, Role.THEME, Role.OWNER, Role.ACTION, Role.DUE_DATE, Role.REFERENCE),
    *(Role.UNIT, Role.POLARITY, Role.FREQUENCY),
)

OWN_GROUPS = ("statistical-neighbours", "nearest-neighbours")
"""Groups that each organisation has its own of; a region and England are shared."""


@dataclass
class RowReader:
    """Reads the cells of one row; ``findings`` collects what was not understood."""

    row: Row
    source: Source
    rated: Period
    findings: list[Finding] = field(default_factory=list)

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
            if cell.anchor is None or column.role is Role.VALUE or cell.anchor in cells:
                return cell
            return cell.anchor
        at = f", column {column.index + 1}" if column is not None else ""
        return Cell("", f"{self.row.line.address}{at}")

    def text(self, role: Role) -> Quote | None:
        """A cell kept as written, or None where it is empty."""
        column = self.layout.one(role)
        cell = self.cell(column)
        return None if column is None or cell.empty else Quote(cell.text, cell.address)

    def note(self, rule: str, severity: Severity, message: str, cell: Cell) -> None:
        finding = Finding(rule, severity, message, raw=cell.text or None)
        self.findings.append(finding.at(cell.address))

    def figure(self, column: Column) -> tuple[Figure, Cell]:
        """The figure of a cell; one that is not understood is kept as text with a finding."""
        cell = self.cell(column)
        parsed = _in_full(parse_figure(cell.text), cell)
        if isinstance(parsed, Problem):
            heading = column.title
            self.note(
                "figure-unreadable",
                Severity.ERROR,
                f"{cell.address} ({heading}): {parsed.reason}. The text is kept and no figure "
                "is used; correct the cell.",
                cell,
            )
            return Figure(cell.text, None, Unit.TEXT, None), cell
        if parsed.value is not None and parsed.mark is None:
            parsed = replace(parsed, mark=column.mark)
        return parsed, cell

    def declared_status(self) -> Declaration[Status]:
        cell = self.cell(self.layout.one(Role.STATUS))
        return self._declared(parse_status(cell.text), cell, "status", Role.STATUS)

    def declared_direction(self) -> Declaration[Direction]:
        cell = self.cell(self.layout.one(Role.DIRECTION))
        return self._declared(parse_direction(cell.text), cell, "direction", Role.DIRECTION)

    def _declared(
        self, parsed: Declared[W] | Problem, cell: Cell, what: str, role: Role
    ) -> Declaration[W]:
        if self.layout.one(role) is None:
            return Declaration()
        if isinstance(parsed, Problem):
            self.note(
                f"{what}-unknown",
                Severity.ERROR,
                f"{cell.address}: {parsed.reason}. The word is kept as printed and stands for no "
                f"{what}; correct it in the report.",
                cell,
            )
            return Declaration(raw=cell.text, cell=cell.address)
        if parsed.respelled:
            self.note(
                f"{what}-spelling",
                Severity.NOTE,
                f"The {what} is typed {cell.text!r}; it was read as {parsed.word}.",
                cell,
            )
        return Declaration(
            parsed.word, cell.text or None, parsed.missing, cell.address, parsed.respelled
        )

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


def read_row(
    reader: RowReader, position: int, catalogue: Catalogue
) -> tuple[IndicatorFacts, list[Finding]]:
    """The facts of one line and what was not understood in it, both with their cells."""
    name_cell = reader.cell(reader.layout.one(Role.INDICATOR))
    own = [(column, *reader.figure(column)) for column in reader.layout.values()]
    target_column = reader.layout.target_for(reader.rated)
    target = reader.figure(target_column) if target_column is not None else None
    figures = [figure for _, figure, _ in own] + ([target[0]] if target else [])
    columns = {role.value: _plain(reader.text(role)) for role in TEXT_ROLES}
    columns["accumulation"] = _accumulation(reader.layout)
    for role, heading in ((Role.THEME, reader.row.theme), (Role.PLAN, reader.row.plan)):
        if heading is not None and reader.layout.one(role) is None:
            columns[role] = heading.text
    indicator, notes = describe(
        name_cell.text, position, reader.source.organisation, figures, columns, catalogue
    )
    reader.findings += [note.at(name_cell.address) for note in notes]
    facts = IndicatorFacts(
        indicator,
        name_cell.address,
        tuple(
            _observation(indicator, column.period or UNKNOWN_PERIOD, figure, cell)
            for column, figure, cell in own
        ),
        target=_target(indicator, target_column, target),
        status=reader.declared_status(),
        direction=reader.declared_direction(),
        commentary=reader.text(Role.COMMENTARY),
        benchmark=reader.text(Role.BENCHMARK),
        benchmark_group=reader.text(Role.BENCHMARK_GROUP),
        other_targets=_other_targets(indicator, reader, target_column),
        extras=tuple(extras(reader.row, reader.rated)),
    )
    facts = _with_comparators(facts, reader)
    return facts, [finding.at(indicator=indicator.id) for finding in reader.findings]


def _in_full(parsed: Figure | Problem, cell: Cell) -> Figure | Problem:
    """The figure with all digits that the file stores, shown as printed (R6)."""
    exact = parse_figure(cell.exact) if cell.exact is not None else None
    if isinstance(parsed, Figure) and isinstance(exact, Figure) and exact.unit is parsed.unit:
        return replace(parsed, value=exact.value)
    return parsed


def _accumulation(layout: Layout) -> str | None:
    """What the headings of the figures say of how they add up, if they agree."""
    said = {column.accumulation for column in layout.values()}
    return next(iter(said)) if len(said) == 1 else None


def _plain(quote: Quote | None) -> str | None:
    return quote.text if quote is not None else None


def _inherited(figure: Figure, unit: Unit) -> Unit:
    """A figure without a sign has the indicator's unit (B6)."""
    return unit if figure.unit is Unit.UNKNOWN or figure.value is None else figure.unit


def _observation(indicator: Indicator, period: Period, figure: Figure, cell: Cell) -> Observation:
    unit = _inherited(figure, indicator.unit)
    return Observation(indicator.organisation, period, figure, unit, cell.address)


def _target(
    indicator: Indicator, column: Column | None, target: tuple[Figure, Cell] | None
) -> Observation | None:
    if column is None or target is None:
        return None
    return _observation(indicator, column.period or UNKNOWN_PERIOD, *target)


def _other_targets(
    indicator: Indicator, reader: RowReader, rated: Column | None
) -> tuple[Observation, ...]:
    """Targets of other periods; one that is no figure is kept as text like any other cell."""
    found = []
    for column in reader.layout.all(Role.TARGET):
        cell = reader.cell(column)
        parsed = _in_full(parse_figure(cell.text), cell)
        if column is not rated and column.period is not None and isinstance(parsed, Figure):
            found.append(_observation(indicator, column.period, parsed, cell))
    return tuple(found)


def _with_comparators(facts: IndicatorFacts, reader: RowReader) -> IndicatorFacts:
    """Add the quoted figures; none states its period, so theirs is unknown (S8)."""
    quoted = reader.comparators()
    if quoted is None:
        return facts
    organisation = facts.indicator.organisation
    cell = reader.cell(reader.layout.one(Role.BENCHMARK)).address
    observations = tuple(
        Observation(
            _subject(item.group, organisation),
            UNKNOWN_PERIOD,
            item.figure,
            _inherited(item.figure, facts.indicator.unit),
            cell,
        )
        for item in quoted.figures
    )
    named = _subject(quoted.named, organisation) if quoted.named else None
    return replace(facts, quoted=observations, named_comparator=named)


def _subject(group: str, organisation: str) -> str:
    return f"{group}/{organisation}" if group in OWN_GROUPS else group
