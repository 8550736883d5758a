"""The targets of one row: the one that is rated against, and those of other periods (R4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.figures import Figure
from kpi_core.cells.targets import Target, TargetKind, parse_target
from kpi_core.facts import Indicator, IndicatorFacts, TargetSet
from kpi_core.layout import Column, Role
from kpi_core.normalise.comparators import inherited
from kpi_core.normalise.reader import RowReader, in_full, of_heading
from kpi_core.periods import UNKNOWN as UNKNOWN_PERIOD
from kpi_core.periods import Period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Polarity, Severity, Unit

IN_CATALOGUE = "the catalogue"
"""Where a target stands that no report prints."""


@dataclass(frozen=True)
class PrintedTarget:
    """One target cell: its figure, what it was read as, why nothing is held against it."""

    column: Column
    cell: Cell
    figure: Figure
    target: Target | None = None
    reason: str | None = None

    @property
    def polarity(self) -> Polarity:
        """The way that its wording implies."""
        return self.target.polarity if self.target is not None else Polarity.UNKNOWN

    @property
    def is_set(self) -> bool:
        """Whether there is a number or a range."""
        ranged = self.target is not None and self.target.lower is not None
        return self.figure.value is not None or ranged

    def set_for(self, indicator: Indicator) -> TargetSet:
        """The target of its indicator."""
        period = self.column.period or UNKNOWN_PERIOD
        return target_set(indicator, period, self.figure, self.cell.address, self.target)


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
    """Targets of other periods, if they can be rated by; others stay text like any cell."""
    found = []
    for column in reader.layout.all(Role.TARGET):
        if column.period is None or (rated is not None and column is rated.column):
            continue
        cell = reader.cell(column)
        parsed = parse_target(cell.text, reader.words.decimal_comma)
        if isinstance(parsed, Target):
            found.append(_printed(column, cell, parsed))
    return [target for target in found if target.is_set]


def _printed(column: Column, cell: Cell, target: Target) -> PrintedTarget:
    if target.missing is not None:
        figure = Figure(cell.text, None, Unit.UNKNOWN, None, target.missing)
        return PrintedTarget(column, cell, figure)
    if target.kind in (TargetKind.FIGURE, TargetKind.BOUND) and target.figure is not None:
        figure = target.figure
        exact = in_full(figure, cell)
        figure = exact if isinstance(exact, Figure) else figure
        return PrintedTarget(column, cell, of_heading(figure, column), target)
    text = Figure(cell.text, None, Unit.TEXT, None)
    return PrintedTarget(column, cell, text, target, target.reason)


def target_set(
    indicator: Indicator, period: Period, figure: Figure, cell: str, target: Target | None
) -> TargetSet:
    """A target with what its wording says of the side that meets it, or of a range."""
    organisation, unit = indicator.organisation, inherited(figure, indicator.unit)
    if target is None:
        return TargetSet(organisation, period, figure, unit, cell)
    if target.kind is TargetKind.RANGE and target.unit is not Unit.UNKNOWN:
        unit = target.unit
    return TargetSet(
        organisation,
        period,
        figure,
        unit,
        cell,
        target.bound,
        target.lower,
        target.upper,
        target.reason,
    )


def only_in_catalogue(facts: IndicatorFacts, rated: Period) -> Iterator[TargetSet]:
    """Targets that the catalogue gives for periods of which the report prints none (R5, R8)."""
    printed = {t.period for t in facts.other_targets}
    if facts.target is not None and facts.target.is_set:
        own = facts.target.period
        printed |= {own, rated} if own.end is None else {own}
    for standard in facts.indicator.standards:
        period = standard.named
        if standard.target is None or period is None:
            continue
        target = parse_target(standard.target)
        assert isinstance(target, Target)  # the catalogue has read it
        if period not in printed and not _of_the_year(period, rated, printed):
            figure = target.figure if target.kind is not TargetKind.RANGE else None
            figure = figure or Figure(standard.target, None, Unit.TEXT, None)
            yield target_set(facts.indicator, period, figure, IN_CATALOGUE, target)


def _of_the_year(period: Period, rated: Period, printed: set[Period]) -> bool:
    """A printed target without a period is that of the rated period's year."""
    return UNKNOWN_PERIOD in printed and period.label == rated.financial_year_label
