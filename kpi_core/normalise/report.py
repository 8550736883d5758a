"""One report file becomes typed facts and findings; cells read = cells kept + cells ignored."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kpi_core.catalogue import Catalogue
from kpi_core.cells.names import polarity_from
from kpi_core.errors import ReportError
from kpi_core.facts import ColumnRead, IndicatorFacts, ReportFacts, TableRead
from kpi_core.findings import Finding
from kpi_core.layout import Known, Layout, Recognised, Role, Row, Table, recognise
from kpi_core.normalise.identity import same_indicator
from kpi_core.normalise.leftovers import beyond, columns_inferred, outside, repeated, row_length
from kpi_core.normalise.row import RowReader, read_row
from kpi_core.normalise.source import Source, identify
from kpi_core.periods import UNKNOWN as UNKNOWN_PERIOD
from kpi_core.periods import Period
from kpi_core.readers import Document
from kpi_core.vocabulary import Severity, TableShape


def normalise(document: Document, content: bytes, catalogue: Catalogue) -> ReportFacts:
    """Every cell of the document as a fact or as a finding with its address.

    Args:
        document: the cells as read.
        content: the bytes they were read from, for the checksum.
        catalogue: what people know about the report and its indicators.

    Raises:
        ReportError: when there is no table, or none with a period that can be read.
    """
    source = identify(document, catalogue)
    found = recognise(document, _known(source, catalogue))
    if not any(table.rows for table in found.tables):
        raise ReportError(
            f"{document.name}: the header line was found, but no line under it names an "
            "indicator. Check that the table was exported with its rows."
        )
    rated = source.period or _latest(found) or _undated(found)
    if rated is None:
        raise ReportError(_no_period(document.name, found))
    walk = _Walk(source, rated, catalogue)
    walk.down(found)
    period_notes = _about_period(source, rated, found, walk.rows)
    findings = (*document.findings, *source.findings, *walk.findings, *period_notes)
    return ReportFacts(
        report=source.report,
        organisation=source.organisation,
        organisation_name=source.organisation_name,
        organisation_basis=source.organisation_basis,
        title=source.title,
        period=rated,
        source_name=document.name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=document.format,
        licence=source.licence,
        published_on=source.published_on,
        indicators=tuple(walk.rows),
        findings=tuple(finding.at(report=source.report) for finding in findings),
        cells_read=document.cells_read,
        cells_ignored=found.header_cells,
        period_cells=_heading_cells(found),
        tables=tuple(map(_table_read, found.tables)),
    )


def _known(source: Source, catalogue: Catalogue) -> Known:
    def is_indicator(text: str) -> bool:
        listed = catalogue.indicator(source.organisation, text)
        return listed is not None or polarity_from(text).judges

    entry = catalogue.reports.get(source.report)
    period = source.period or source.stated
    if entry is None:
        return Known(period, is_indicator=is_indicator)
    return Known(period, entry.columns, entry.skip, is_indicator)


class _Walk:
    """Goes down the rows, numbering indicators and noticing repeats."""

    def __init__(self, source: Source, rated: Period, catalogue: Catalogue) -> None:
        self.source, self.rated, self.catalogue = source, rated, catalogue
        self.rows: list[IndicatorFacts] = []
        self.findings: list[Finding] = []
        self._first: dict[str, IndicatorFacts] = {}
        self._numbered: dict[str, int] = {}

    def down(self, found: Recognised) -> None:
        for loose in found.loose:
            self.findings += outside(loose)
        for table in found.tables:
            self.table(table)

    def table(self, table: Table) -> None:
        self.findings += [*_heading_findings(table.layout), *columns_inferred(table)]
        for row in table.rows:
            self.row(row)
        for loose in table.loose:
            self.findings += outside(loose)

    def row(self, row: Row) -> None:
        reader = RowReader(row, self.source, self.rated)
        facts, findings = read_row(reader, len(self.rows) + 1, self.catalogue)
        facts, repeat = self._unique(facts)
        extra = [*beyond(row), *row_length(row), *repeated(row), *repeat]
        new_id = facts.indicator.id
        self.findings += [replace(f, indicator=new_id) for f in (*findings, *extra)]
        self.rows.append(facts)

    def _unique(self, facts: IndicatorFacts) -> tuple[IndicatorFacts, list[Finding]]:
        """A second line of the same indicator is kept under an id of its own."""
        base = facts.indicator.id
        first = self._first.setdefault(base, facts)
        if first is facts:
            return facts, []
        taken = self._numbered.get(base, 1)
        while (new_id := f"{base}-{taken + 1}") in self._first:
            taken += 1
        self._numbered[base] = taken + 1
        facts = replace(facts, indicator=replace(facts.indicator, id=new_id))
        self._first[new_id] = facts
        return facts, [same_indicator(facts, first)]


def _latest(found: Recognised) -> Period | None:
    """The latest period whose column holds anything."""
    periods = {
        column.period
        for row in _rows(found)
        for column in row.layout.values()
        if column.period is not None
        and column.index < len(row.line.cells)
        and not row.line.cells[column.index].empty
    }
    stated = periods - {UNKNOWN_PERIOD}
    return max(stated or periods, key=lambda period: period.sort_key, default=None)


def _undated(found: Recognised) -> Period | None:
    """Unknown, for a table that has rows and no column of figures at all."""
    shapes = {table.shape for table in found.tables if table.rows}
    return UNKNOWN_PERIOD if TableShape.ONE_PERIOD in shapes else None


def _rows(found: Recognised) -> Iterator[Row]:
    return (row for table in found.tables for row in table.rows)


def _no_period(name: str, found: Recognised) -> str:
    problems = [
        f"{column.heading.address}: {column.problem}"
        for table in found.tables
        for column in table.layout.columns
        if column.problem
    ]
    said = "; ".join(problems[:3]) or "no period column holds a figure"
    return f"{name}: no period could be read ({said}). Correct the column headings."


def _about_period(
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


def _heading_findings(layout: Layout) -> Iterator[Finding]:
    for column in layout.columns:
        if column.unusable:
            yield Finding(
                "period-unreadable",
                Severity.ERROR,
                f"{column.heading.address}: {column.problem}. The column's figures are not used; "
                "correct the heading.",
                raw=column.heading.text,
                source_cell=column.heading.address,
            )


def _heading_cells(found: Recognised) -> dict[str, str]:
    """The first heading cell of each role and period, for findings about a whole column."""
    cells: dict[str, str] = {}
    for layout in (*(t.layout for t in found.tables), *(row.layout for row in _rows(found))):
        for column in layout.columns:
            dated = column.period is not None and column.role is Role.VALUE
            key = column.period.label if dated and column.period else column.role
            cells.setdefault(key, column.heading.address)
    return cells


def _table_read(table: Table) -> TableRead:
    columns = tuple(
        ColumnRead(
            column.text,
            column.heading.address,
            column.role,
            column.period.label if column.period is not None else None,
            column.basis,
            column.problem,
        )
        for column in table.layout.columns
    )
    return TableRead(table.where, table.shape, columns, len(table.rows))
