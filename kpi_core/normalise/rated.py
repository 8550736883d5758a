"""Which period a report is rated in, and what to say of how that is known."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kpi_core.facts import IndicatorFacts
from kpi_core.findings import Finding
from kpi_core.layout import Recognised, Row
from kpi_core.layout.entries import NO_PERIOD
from kpi_core.normalise.source import Source
from kpi_core.periods import UNKNOWN as UNKNOWN_PERIOD
from kpi_core.periods import Period
from kpi_core.vocabulary import Severity, TableShape


def latest(found: Recognised) -> Period | None:
    """The latest period whose column holds anything.

    Of a quarter and a year that end on one day, the one with more figures; else the year.
    """
    filled = Counter(
        column.period
        for row in rows_of(found)
        for column in row.layout.values()
        if column.period is not None
        and column.index < len(row.line.cells)
        and not row.line.cells[column.index].empty
    )
    stated = filled.keys() - {UNKNOWN_PERIOD} or filled.keys()
    last = max((period.sort_key[0] for period in stated), default=0)
    ended = [period for period in stated if period.sort_key[0] == last]
    return max(ended, key=lambda period: (filled[period], period.sort_key), default=None)


def of_title(source: Source, found: Recognised) -> Period | None:
    """The period that a title states, where every table gives its figures for one period."""
    shapes = {table.shape for table in found.tables if table.rows}
    return source.stated if shapes == {TableShape.ONE_PERIOD} else None


def current(source: Source, found: Recognised) -> Period | None:
    """Unknown, where most rows have a "current" figure without a period beside dated ones."""
    rows = list(rows_of(found))
    across = [t for t in found.tables if t.shape is TableShape.PERIODS_ACROSS]
    without = sum(
        len(table.rows)
        for table in across
        if any(column.period == UNKNOWN_PERIOD for column in table.layout.values())
    )
    return UNKNOWN_PERIOD if source.stated is None and 2 * without > len(rows) else None


def undated(found: Recognised) -> Period | None:
    """Unknown, for a table that has rows and no column of figures at all."""
    shapes = {table.shape for table in found.tables if table.rows}
    return UNKNOWN_PERIOD if TableShape.ONE_PERIOD in shapes else None


def rows_of(found: Recognised) -> Iterator[Row]:
    return (row for table in found.tables for row in table.rows)


def no_rows(name: str, found: Recognised) -> str:
    lines = (loose for table in found.tables for loose in table.loose)
    undated = next((loose.line for loose in lines if loose.why == NO_PERIOD), None)
    if undated is not None:
        return (
            f"{name}: the header line was found, but no line under it names a period, such as "
            f"2019/20 Q4. The first one is {undated.address}; write out which period it is of."
        )
    return (
        f"{name}: the header line was found, but no line under it names an indicator. "
        "Check that the table was exported with its rows."
    )


def no_period(name: str, found: Recognised) -> str:
    problems = [
        f"{column.heading.address}: {column.problem}"
        for table in found.tables
        for column in table.layout.columns
        if column.problem
    ]
    said = "; ".join(problems[:3]) or "no period column holds a figure"
    return f"{name}: no period could be read ({said}). Correct the column headings."


def about_period(
    source: Source, rated: Period, found: Recognised, rows: Iterable[IndicatorFacts]
) -> Iterator[Finding]:
    if source.period is not None:
        if all(facts.observed(rated) is None for facts in rows):
            yield _period_absent(rated)
    elif rated == UNKNOWN_PERIOD:
        yield _period_unknown()
    else:
        yield _period_note(rated, source, found)


def _period_unknown() -> Finding:
    return Finding(
        "period-unknown",
        Severity.WARNING,
        "Neither a heading, a title nor the file name says which period the figures are of, so "
        "it is unknown. Give the report a period in the catalogue.",
    )


def _period_note(rated: Period, source: Source, found: Recognised) -> Finding:
    across = any(table.shape is not TableShape.ONE_PERIOD for table in found.tables)
    taken = "the latest column" if across else source.stated_in
    return Finding(
        "period-inferred",
        Severity.NOTE,
        f"The rated period was taken to be {'' if across else 'that of '}{taken}, {rated.label}. "
        "Give the report a period in the catalogue if that is wrong.",
    )


def _period_absent(rated: Period) -> Finding:
    return Finding(
        "period-not-in-report",
        Severity.ERROR,
        f"The catalogue says that the report is of {rated.label}, and no column is of that "
        "period, so nothing is rated. Correct the catalogue or the column headings.",
    )
