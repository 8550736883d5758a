"""One file of figures: every cell of a column of figures as what was observed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.text import quote, squeeze
from kpi_core.national.collected import Collected, Observed
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.dfe import durations
from kpi_core.national.dfe.areas import Places
from kpi_core.national.dfe.measures import id_of, measure, named_of
from kpi_core.national.dfe.periods import period_of
from kpi_core.national.dfe.shape import Shape, shape_of
from kpi_core.national.dfe.shares import Parts
from kpi_core.national.printed import printed
from kpi_core.periods import UNKNOWN, Period
from kpi_core.vocabulary import Severity, Unit


@dataclass(frozen=True)
class Line:
    """A line that is kept: where it stands, who and when it is about."""

    at: int
    subject: str
    period: Period
    period_raw: str


def collect(table: CsvTable, found: Collected) -> None:
    """Add all figures, measures and areas of a file, and what is unclear in it."""
    shape = shape_of(table)
    found.findings += table.findings
    if not shape.figures:
        message = "No column of this file holds figures, so that nothing of it is kept."
        found.note("national-no-figures", message, table.name, Severity.WARNING)
        return
    lines = _lines(table, found)
    reader = _Reader(table, shape, found)
    for column in shape.figures:
        groups: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            groups[id_of(table, shape, column, table.lines[line.at])].append(line)
        for id_, group in groups.items():
            reader.measure(id_, column, group)
    reader.finish()


def _lines(table: CsvTable, found: Collected) -> list[Line]:
    """The lines about the country, its regions and councils; others are counted in a finding."""
    time, kind = table.index("time_period"), table.index("time_identifier")
    places, kept = Places(table), []
    left: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for at, cells in enumerate(table.lines):
        area = places.of(at)
        if area is None:
            left[places.level(at)] += 1
            continue
        period = period_of(cells[time], cells[kind])
        raw = f"{squeeze(cells[time])} {squeeze(cells[kind])}"
        if isinstance(period, Problem):
            unknown[period.reason] += 1
            period = UNKNOWN
        found.see(area, period)
        kept.append(Line(at, area.subject, period, raw))
    for level, count in left.items():
        message = f"{count:,} lines of the level {quote(level)} are no council, region or country."
        found.note("national-lines-left-out", message, table.name)
    for reason, count in unknown.items():
        message = f"{reason}; the period of {count:,} lines is not known."
        found.note("national-period-unknown", message, table.name, Severity.WARNING)
    return kept


class _Reader:
    """Reads a column of figures of one file, a measure at a time."""

    def __init__(self, table: CsvTable, shape: Shape, found: Collected) -> None:
        self._table, self._shape, self._found = table, shape, found
        self._parts = Parts(table, shape)
        self._certain = durations.years_and_months(table, shape)
        self._durations: Counter[bool] = Counter()
        self._inferred: set[str] = set()

    def measure(self, id_: str, column: int, lines: Sequence[Line]) -> None:
        """Add a measure with its figures."""
        table, shape = self._table, self._shape
        named = named_of(table, shape, column, [table.lines[line.at] for line in lines])
        year = squeeze(table.lines[lines[0].at][table.index("time_identifier")])
        described = measure(id_, named, year)
        self._found.measures[id_] = described
        if described.unit is Unit.COUNT and "count" not in named.column.casefold():
            self._inferred.add(named.column)
        places = max(printed(table.lines[line.at][column]).places for line in lines)
        for line in lines:
            self._cell(id_, column, line, places)

    def finish(self) -> None:
        """Add what was found on the way."""
        self._found.findings += self._parts.findings()
        name = self._table.name
        about = durations.finding(self._durations[True], self._durations[False], name)
        if about is not None:
            self._found.findings.append(about)
        if self._inferred:
            columns = ", ".join(sorted(self._inferred))
            message = f"Nothing says the unit of {columns}; whole numbers are taken as counts."
            self._found.note("national-unit-inferred", message, name)

    def _cell(self, id_: str, column: int, line: Line, places: int) -> None:
        cells = self._table.lines[line.at]
        raw = cells[column]
        words = [cells[at] for at in self._shape.dimensions]
        duration = durations.months(raw, words, self._certain)
        if duration is not None:
            self._durations[duration.value is not None] += 1
        cell = duration or printed(raw)
        cases = self._parts.of(line.at, column, places)
        self._found.add(
            Observed(
                subject=line.subject,
                measure=id_,
                period=line.period,
                period_raw=line.period_raw,
                raw=raw,
                place=self._table.place(line.at, self._table.header[column]),
                value=cell.value,
                missing=cell.missing,
                numerator=cases[0] if cases else None,
                denominator=cases[1] if cases else None,
            ),
            cell,
            self._table.name,
        )
