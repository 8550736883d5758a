"""One report file becomes typed facts and findings; cells read = cells kept + cells ignored."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from kpi_core.catalogue import Catalogue
from kpi_core.cells.names import polarity_from
from kpi_core.errors import ReportError
from kpi_core.facts import IndicatorFacts, ReportFacts
from kpi_core.findings import Finding
from kpi_core.layout import Layout, Role, Section, sections
from kpi_core.normalise.identity import same_indicator
from kpi_core.normalise.leftovers import nameless, outside, row_length, unclaimed
from kpi_core.normalise.row import RowReader, read_row
from kpi_core.normalise.source import Source, identify
from kpi_core.periods import Period
from kpi_core.readers import Document, Grid, Line, format_of
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
    grid = document.grids[0]
    source = identify(grid.name, grid, catalogue)
    found = sections(grid, source.year)
    rated = source.period or _latest(found)
    if rated is None:
        raise ReportError(_no_period(grid, found))
    walk = _Walk(source, rated, catalogue)
    walk.down(found, grid.name)
    period_notes = _about_period(source, rated, walk.rows)
    findings = (*document.findings, *source.findings, *walk.findings, *period_notes)
    return ReportFacts(
        report=source.report,
        organisation=source.organisation,
        organisation_name=source.organisation_name,
        organisation_basis=source.organisation_basis,
        title=source.title,
        period=rated,
        source_name=grid.name,
        sha256=hashlib.sha256(content).hexdigest(),
        format=format_of(grid.name),
        licence=source.licence,
        published_on=source.published_on,
        indicators=tuple(walk.rows),
        findings=tuple(finding.at(report=source.report) for finding in findings),
        cells_read=grid.cells_read,
        cells_ignored=sum(section.header_cells for section in found),
        period_cells=_heading_cells(found),
    )


class _Walk:
    """Goes down the lines, numbering indicators and noticing repeats."""

    def __init__(self, source: Source, rated: Period, catalogue: Catalogue) -> None:
        self.source, self.rated, self.catalogue = source, rated, catalogue
        self.rows: list[IndicatorFacts] = []
        self.findings: list[Finding] = []
        self._first: dict[str, IndicatorFacts] = {}

    def down(self, found: list[Section], name: str) -> None:
        for section in found:
            self.section(section)
        if not self.rows:
            raise ReportError(
                f"{name}: the header line was found, but no line under it names an indicator. "
                "Check that the table was exported with its rows."
            )

    def section(self, section: Section) -> None:
        if section.layout is None:
            for line in section.lines:
                self.findings += outside(line, "It stands before the table")
            return
        self.findings += _heading_findings(section.layout)
        for line in section.lines:
            self.line(line, section.layout)

    def line(self, line: Line, layout: Layout) -> None:
        if line.empty:
            return
        filled = sum(not cell.empty for cell in line.cells)
        name = layout.one(Role.INDICATOR)
        if name is None or name.index >= len(line.cells) or line.cells[name.index].empty:
            self.findings += outside(line, "Its line names no indicator")
            self.findings += nameless(line) if filled > 1 else ()
            return
        if filled == 1 and not self._names_indicator(line.cells[name.index].text):
            self.findings += outside(
                line, "Its line holds nothing else and reads like no indicator"
            )
            return
        reader = RowReader(line, layout, self.source, self.rated)
        facts, findings = read_row(reader, len(self.rows) + 1, self.catalogue)
        facts, repeat = self._unique(facts)
        extra = [*unclaimed(line, layout, self.rated), *row_length(line, layout), *repeat]
        new_id = facts.indicator.id
        self.findings += [replace(f, indicator=new_id) for f in (*findings, *extra)]
        self.rows.append(facts)

    def _names_indicator(self, text: str) -> bool:
        """Whether a text alone in its line is an indicator, and no heading or note."""
        listed = self.catalogue.indicator(self.source.organisation, text)
        return listed is not None or polarity_from(text).judges

    def _unique(self, facts: IndicatorFacts) -> tuple[IndicatorFacts, list[Finding]]:
        """A second line of the same indicator is kept under an id of its own."""
        base, taken = facts.indicator.id, 1
        first = self._first.setdefault(base, facts)
        if first is facts:
            return facts, []
        while (new_id := f"{base}-{taken + 1}") in self._first:
            taken += 1
        facts = replace(facts, indicator=replace(facts.indicator, id=new_id))
        self._first[new_id] = facts
        return facts, [same_indicator(facts, first)]


def _latest(found: list[Section]) -> Period | None:
    """The latest period column that holds anything."""
    periods = [
        column.period
        for section in found
        if section.layout is not None
        for column in section.layout.values()
        if column.period is not None and _holds_anything(section, column.index)
    ]
    return max(periods, key=lambda period: period.sort_key, default=None)


def _holds_anything(section: Section, index: int) -> bool:
    return any(len(line.cells) > index and not line.cells[index].empty for line in section.lines)


def _no_period(grid: Grid, found: list[Section]) -> str:
    problems = [
        f"{column.heading.address}: {column.problem}"
        for section in found
        if section.layout is not None
        for column in section.layout.columns
        if column.problem
    ]
    said = "; ".join(problems[:3]) or "no period column holds a figure"
    return f"{grid.name}: no period could be read ({said}). Correct the column headings."


def _about_period(source: Source, rated: Period, rows: list[IndicatorFacts]) -> Iterator[Finding]:
    if source.period is None:
        yield _period_note(rated)
    elif all(facts.observed(rated) is None for facts in rows):
        yield _period_absent(rated)


def _period_note(rated: Period) -> Finding:
    return Finding(
        "period-inferred",
        Severity.NOTE,
        f"The rated period was taken to be the latest column, {rated.label}. "
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


def _heading_cells(found: list[Section]) -> dict[str, str]:
    """The first heading cell of each role and period, for findings about a whole column."""
    cells: dict[str, str] = {}
    for section in found:
        for column in section.layout.columns if section.layout else ():
            dated = column.period is not None and column.role is Role.VALUE
            key = column.period.label if dated and column.period else column.role
            cells.setdefault(key, column.heading.address)
    return cells
