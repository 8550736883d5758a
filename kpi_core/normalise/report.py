"""One report file becomes typed facts and findings; cells read = cells kept + cells ignored."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from kpi_core.catalogue import Catalogue
from kpi_core.cells.names import polarity_from
from kpi_core.errors import ReportError
from kpi_core.facts import ColumnRead, IndicatorFacts, ReportFacts, TableRead
from kpi_core.findings import Finding
from kpi_core.layout import Known, Layout, Recognised, Role, Row, Table, recognise
from kpi_core.normalise.identity import own_word, same_indicator
from kpi_core.normalise.leftovers import (
    beyond,
    colour_noted,
    columns_inferred,
    moved,
    outside,
    periods_inferred,
    repeated,
    row_length,
)
from kpi_core.normalise.rated import (
    about_period,
    current,
    latest,
    no_period,
    no_rows,
    of_title,
    rows_of,
    undated,
)
from kpi_core.normalise.reader import RowReader
from kpi_core.normalise.row import read_row
from kpi_core.normalise.source import Source, identify, slug
from kpi_core.normalise.words import TableWords, words_of
from kpi_core.periods import Period
from kpi_core.readers import Document
from kpi_core.vocabulary import Severity


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
    rated = _rated(source, found, document.name)
    walk = _Walk(source, rated, catalogue)
    walk.down(found)
    period_notes = about_period(source, rated, found, walk.rows)
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
        contact=catalogue.contact(source.organisation),
    )


def _rated(source: Source, found: Recognised, name: str) -> Period:
    if not any(table.rows for table in found.tables):
        raise ReportError(no_rows(name, found))
    stated = source.period or of_title(source, found) or current(source, found)
    rated = stated or latest(found) or undated(found)
    if rated is None:
        raise ReportError(no_period(name, found))
    return rated


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
        self.texts: list[str] = []

    def down(self, found: Recognised) -> None:
        loose_lines = (*found.loose, *(loose for table in found.tables for loose in table.loose))
        self.texts = [c.text for loose in loose_lines for c in loose.line.cells if not c.empty]
        for loose in found.loose:
            self.findings += outside(loose)
        for table in found.tables:
            self.table(table)

    def table(self, table: Table) -> None:
        self.findings += _heading_findings(table.layout)
        self.findings += [*columns_inferred(table), *periods_inferred(table), *moved(table)]
        table = _of_period(table, self.rated)
        words = words_of(table, self.texts, self.catalogue.reports.get(self.source.report))
        self.findings += colour_noted(words)
        for row in table.rows:
            self.row(row, words)
        for loose in table.loose:
            self.findings += outside(loose)

    def row(self, row: Row, words: TableWords) -> None:
        reader = RowReader(row, self.source, self.rated, words)
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
        new_id = self._own_id(base, own_word(facts.indicator))
        facts = replace(facts, indicator=replace(facts.indicator, id=new_id))
        self._first[new_id] = facts
        return facts, [same_indicator(facts, first)]

    def _own_id(self, base: str, word: str | None) -> str:
        """With the word that tells it apart, which lasts over reports; else with a number."""
        if word is not None and (told_apart := f"{base}-{slug(word)}") not in self._first:
            return told_apart
        taken = self._numbered.get(base, 1)
        while (new_id := f"{base}-{taken + 1}") in self._first:
            taken += 1
        self._numbered[base] = taken + 1
        return new_id


def _of_period(table: Table, rated: Period) -> Table:
    """The table with the statuses and remarks of the rated period alone as the rows' own."""
    layout = table.layout.rated(rated)
    rows = (
        replace(row, layout=layout if row.layout is table.layout else row.layout.rated(rated))
        for row in table.rows
    )
    return replace(table, layout=layout, rows=tuple(rows))


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
    for layout in (*(t.layout for t in found.tables), *(row.layout for row in rows_of(found))):
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
            column.problem if column.unusable else None,
        )
        for column in table.layout.columns
    )
    return TableRead(table.where, table.shape, columns, len(table.rows))
