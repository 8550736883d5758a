"""One row of a report becomes the facts of one indicator. Every cell is claimed or reported."""

from dataclasses import replace

from kpi_core.catalogue import Catalogue
from kpi_core.cells.figures import Figure
from kpi_core.facts import Indicator, IndicatorFacts, Observation, Quote
from kpi_core.findings import Finding
from kpi_core.layout import Layout, Role
from kpi_core.normalise.comparators import inherited, with_comparators
from kpi_core.normalise.declared import declared_direction, declared_status
from kpi_core.normalise.describe import Printed, describe
from kpi_core.normalise.leftovers import extras
from kpi_core.normalise.parts import with_parts
from kpi_core.normalise.reader import RowReader
from kpi_core.normalise.targets import (
    PrintedTarget,
    only_in_catalogue,
    other_targets,
    rated_target,
)
from kpi_core.periods import UNKNOWN as UNKNOWN_PERIOD
from kpi_core.periods import Period
from kpi_core.readers import Cell
from kpi_core.vocabulary import Accumulation

TEXT_ROLES = (
    *(Role.PLAN, Role.THEME, Role.OWNER, Role.ACTION, Role.DUE_DATE, Role.REFERENCE),
    *(Role.UNIT, Role.POLARITY, Role.FREQUENCY),
)


def read_row(
    reader: RowReader, position: int, catalogue: Catalogue
) -> tuple[IndicatorFacts, list[Finding]]:
    """The facts of one row and what was not understood in it, both with their cells."""
    name = reader.cell(reader.layout.one(Role.INDICATOR))
    own = [(column, *reader.figure(column)) for column in reader.layout.values()]
    target = rated_target(reader)
    printed = _printed(reader, name, [figure for _, figure, _ in own], target)
    indicator, notes = describe(printed, position, reader.source.organisation, catalogue)
    reader.findings += [note.at(name.address) for note in notes]
    facts = IndicatorFacts(
        indicator,
        name.address,
        tuple(_observation(indicator, column.period, figure, cell) for column, figure, cell in own),
        target=target.set_for(indicator) if target is not None else None,
        status=declared_status(reader),
        direction=declared_direction(reader, indicator.polarity),
        commentary=reader.commentary(),
        benchmark=reader.text(Role.BENCHMARK),
        benchmark_group=reader.text(Role.BENCHMARK_GROUP),
        other_targets=tuple(t.set_for(indicator) for t in other_targets(reader, target)),
    )
    facts = replace(
        facts, other_targets=(*facts.other_targets, *only_in_catalogue(facts, reader.rated))
    )
    facts = with_comparators(facts, reader)
    facts = with_parts(facts, reader, catalogue.indicator(indicator.organisation, name.text))
    facts = replace(facts, extras=(*extras(reader.row, reader.rated), *reader.further))
    return facts, [finding.at(indicator=indicator.id) for finding in reader.findings]


def _printed(
    reader: RowReader, name: Cell, own: list[Figure], target: PrintedTarget | None
) -> Printed:
    columns = {role.value: _plain(reader.text(role)) for role in TEXT_ROLES}
    for role, heading in ((Role.THEME, reader.row.theme), (Role.PLAN, reader.row.plan)):
        if heading is not None and reader.layout.one(role) is None:
            columns[role] = heading.text
    return Printed(
        name.text,
        tuple([*own, target.figure] if target is not None else own),
        columns,
        accumulation=_accumulation(reader.layout),
        target=target.cell.text if target is not None else "",
        target_polarity=target.polarity if target is not None else None,
    )


def _accumulation(layout: Layout) -> Accumulation:
    """What the headings of the figures say of how they add up, if they agree."""
    said = {column.accumulation for column in layout.values()}
    return next(iter(said)) if len(said) == 1 else Accumulation.UNKNOWN


def _plain(quote: Quote | None) -> str | None:
    return quote.text if quote is not None else None


def _observation(
    indicator: Indicator, period: Period | None, figure: Figure, cell: Cell
) -> Observation:
    unit = inherited(figure, indicator.unit)
    return Observation(indicator.organisation, period or UNKNOWN_PERIOD, figure, unit, cell.address)
