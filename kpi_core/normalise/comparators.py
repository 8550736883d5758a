"""The figures of others that a row quotes: in a benchmark cell, or in a column for each group."""

from collections.abc import Iterator
from dataclasses import replace

from kpi_core.cells.figures import Figure
from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.layout import Role
from kpi_core.normalise.reader import RowReader
from kpi_core.periods import UNKNOWN, Period, parse_period
from kpi_core.vocabulary import Unit

OWN_GROUPS = ("statistical-neighbours", "nearest-neighbours")
"""Groups that each organisation has its own of; a region and England are shared."""


def with_comparators(facts: IndicatorFacts, reader: RowReader) -> IndicatorFacts:
    """Add the quoted figures; one whose period is not stated is of an unknown one (S8)."""
    cell, named = reader.comparators(), None
    found = list(_of_columns(facts, reader))
    if cell is not None:
        address = reader.cell(reader.layout.one(Role.BENCHMARK)).address
        named = subject_of(cell.named, facts.indicator.organisation) if cell.named else None
        for item in cell.figures:
            stated = parse_period(item.stated) if item.stated else UNKNOWN
            period = stated if isinstance(stated, Period) else UNKNOWN
            found.append(_quoted(facts, item.group, period, item.figure, address))
    return replace(facts, quoted=tuple(found), named_comparator=named)


def _of_columns(facts: IndicatorFacts, reader: RowReader) -> Iterator[Observation]:
    """Columns that are headed by a group, such as "England" or "North West 2018/19"."""
    for column in reader.layout.all(Role.COMPARATOR):
        if not reader.cell(column).empty:
            figure, cell = reader.figure(column)
            yield _quoted(facts, column.group, column.period or UNKNOWN, figure, cell.address)


def _quoted(
    facts: IndicatorFacts, group: str, period: Period, figure: Figure, address: str
) -> Observation:
    unit = inherited(figure, facts.indicator.unit)
    subject = subject_of(group, facts.indicator.organisation)
    return Observation(subject, period, figure, unit, address)


def inherited(figure: Figure, unit: Unit) -> Unit:
    """A figure without a sign has the indicator's unit (B6)."""
    return unit if figure.unit is Unit.UNKNOWN or figure.value is None else figure.unit


def subject_of(group: str, organisation: str) -> str:
    """Whose figure it is: each council has neighbours of its own."""
    return f"{group}/{organisation}" if group in OWN_GROUPS else group
