"""A plain long table: one figure in each line, with its area, indicator and period."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from kpi_core.cells import Problem
from kpi_core.cells.figures import parse_figure
from kpi_core.cells.marks import mark_from
from kpi_core.cells.polarity_words import parse_polarity
from kpi_core.cells.text import quote, squeeze
from kpi_core.cells.unit_words import parse_unit
from kpi_core.national.cases import gives
from kpi_core.national.collected import Collected, Measured, Observed
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.gss import area_of
from kpi_core.national.numbers import Stored
from kpi_core.national.plain.headings import columns
from kpi_core.national.printed import printed, slug
from kpi_core.periods import UNKNOWN, Period, parse_period
from kpi_core.vocabulary import Mark, Missing, Polarity, Severity, Unit

Row = Mapping[str, str]


def collect(table: CsvTable, found: Collected) -> None:
    """Add all figures, measures and areas of a file, and what is unclear in it."""
    found.findings += table.findings
    _Reader(table, found).read()


class _Reader:
    def __init__(self, table: CsvTable, found: Collected) -> None:
        self._table, self._found = table, found
        self._columns = columns(table.header)
        self._unknown: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._differ = 0

    def read(self) -> None:
        for at, line in enumerate(self._table.lines):
            row = {key: line[column].strip() for key, column in self._columns.items()}
            self._table.require(at, self._columns["subject"])
            self._table.require(at, self._columns["indicator"])
            self._line(at, row)
        self._findings()

    def _line(self, at: int, row: Row) -> None:
        measure = self._measure(row)
        period = self._period(row["period"])
        area = area_of(row["subject"], row.get("code", ""))
        self._found.see(area, period)
        raw = self._table.lines[at][self._columns["value"]]
        cell, mark = figure(raw)
        cases = self._cases_of(row, cell, self._found.measures[measure].unit)
        self._found.add(
            Observed(
                subject=area.subject,
                measure=measure,
                period=period,
                period_raw=row["period"],
                raw=raw,
                place=self._place(at, "value"),
                value=cell.value,
                missing=cell.missing,
                mark=mark_from(row["mark"]) if row.get("mark") else mark,
                numerator=cases[0],
                denominator=cases[1],
                lower=_number(row, "lower"),
                upper=_number(row, "upper"),
            ),
            cell,
            self._table.name,
        )

    def _cases_of(self, row: Row, cell: Stored, unit: Unit) -> tuple[float | None, float | None]:
        """Those of a share have to give its figure; those of another figure stand as printed."""
        cases = _number(row, "numerator"), _number(row, "denominator")
        if unit.per is None or cell.value is None or cases[0] is None or cases[1] is None:
            return cases
        if gives((cases[0], cases[1]), cell.value, unit.per, cell.places):
            return cases
        self._differ += 1
        return None, None

    def _place(self, at: int, key: str) -> str:
        return self._table.place(at, self._table.header[self._columns[key]])

    def _period(self, text: str) -> Period:
        period = period_of(text)
        if isinstance(period, Problem):
            self._unknown[period.reason] += 1
            return UNKNOWN
        return period

    def _measure(self, row: Row) -> str:
        id_ = id_of(row)
        unit = _unit(row)
        known = self._found.measures.get(id_)
        if known is None:
            if unit is Unit.UNKNOWN:
                self._note_unit(row)
            self._found.measures[id_] = _measured(id_, row, unit)
        elif known.unit is not unit:
            self._units[id_] += 1
        return id_

    def _note_unit(self, row: Row) -> None:
        said = " and ".join(quote(row[key]) for key in ("measure", "unit") if row.get(key))
        message = (
            f"The unit of {quote(row['indicator'])} is not known{f' from {said}' * bool(said)}."
        )
        self._found.note("national-unit-unknown", message, self._table.name)

    def _findings(self) -> None:
        name, note = self._table.name, self._found.note
        for reason, count in self._unknown.items():
            message = f"{reason}; the period of {count:,} lines is not known."
            note("national-period-unknown", message, name, Severity.WARNING)
        for id_, count in self._units.items():
            message = (
                f"{count:,} lines of {id_} give another unit than its first line, which counts."
            )
            note("national-unit-differs", message, name, Severity.WARNING)
        if self._differ:
            message = (
                f"{self._differ:,} figures are not what numerator and denominator give; they stand "
                "without their cases."
            )
            note("national-cases-differ", message, name)
        self._note_columns()

    def _note_columns(self) -> None:
        for at, heading in enumerate(self._table.header):
            if at in self._columns.values():
                continue
            cells = [printed(line[at]) for line in self._table.lines]
            count = sum(cell.value is not None or not cell.understood for cell in cells)
            if count:
                message = (
                    f"The column {quote(heading)} has no place here; {count:,} cells left out."
                )
                self._found.note("national-column-left-out", message, self._table.name)


def id_of(row: Row) -> str:
    """``plain/claimant-count/percentage``: what is measured is one of several of an indicator."""
    kind = slug(row.get("measure", ""))
    return "/".join(filter(None, ("plain", slug(row["indicator"]), kind)))


@lru_cache(maxsize=4096)
def figure(text: str) -> tuple[Stored, Mark | None]:
    """A number alone, else whatever a report may print: ``17.1%``, ``£1.2m``, ``12 [p]``."""
    cell = printed(text)
    if cell.understood:
        return cell, None
    found = parse_figure(text)
    if isinstance(found, Problem) or found.value is None:
        missing = Missing.NOT_AVAILABLE if isinstance(found, Problem) else found.missing
        return Stored(None, missing=missing or Missing.NOT_AVAILABLE, understood=False), None
    return Stored(float(found.value), found.decimals or 0), found.mark


@lru_cache(maxsize=4096)
def period_of(text: str) -> Period | Problem:
    """Any spelling that the project knows."""
    return parse_period(text)


def _number(row: Row, key: str) -> float | None:
    return printed(row[key]).value if row.get(key) else None


def _unit(row: Row) -> Unit:
    """What the measure says, as ``Percentage`` of ``Persons`` does; else what the unit says."""
    for key in ("measure", "unit"):
        unit = parse_unit(row.get(key, ""))
        if not isinstance(unit, Problem) and unit is not Unit.UNKNOWN:
            return unit
    return Unit.UNKNOWN


def _measured(id_: str, row: Row, unit: Unit) -> Measured:
    kind, title = row.get("measure", ""), row.get("title") or row["indicator"]
    polarity = parse_polarity(row.get("polarity", ""))
    counted = row.get("unit", "")
    told = row.get("description") or (f"Unit as printed: {counted}." if counted else None)
    return Measured(
        id=id_,
        name="; ".join(filter(None, (squeeze(row["indicator"]), squeeze(kind)))),
        title=f"{squeeze(title)}, {squeeze(kind).lower()}" if kind else squeeze(title),
        unit=unit,
        polarity=Polarity.UNKNOWN if isinstance(polarity, Problem) else polarity,
        description=told,
        owner=row.get("source") or None,
    )
