"""What is known of a report before its table is read: organisation, title, period, schemes."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from kpi_core.catalogue import Catalogue, ReportEntry
from kpi_core.findings import Finding
from kpi_core.periods import Period, parse_period
from kpi_core.readers import Grid
from kpi_core.vocabulary import Severity

TITLE_LINES = 20
"""How far down a title may stand."""

COUNCIL = re.compile(r"((?:[A-Z][\w'’-]+ )(?:(?:[A-Z][\w'’-]+|and|of|upon|the|on) ){0,6}Council)\b")


@dataclass(frozen=True)
class Source:
    """The report's own facts, and which of them were inferred."""

    report: str
    organisation: str
    organisation_name: str
    organisation_basis: str | None
    title: str
    period: Period | None
    licence: str
    published_on: date | None
    findings: tuple[Finding, ...] = ()

    @property
    def year(self) -> int | None:
        """First year of the financial year, for headings that say only "Q4"."""
        label = self.period.financial_year_label if self.period else None
        return int(label[:4]) if label else None


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: a stable id from a name."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "unnamed"


def identify(name: str, grid: Grid, catalogue: Catalogue) -> Source:
    """The catalogue's entry for this file, else what the text and the file name give away."""
    report = slug(PurePath(name).stem)
    entry = catalogue.reports.get(report)
    if entry is None:
        return _inferred(report, name, grid)
    return Source(
        report,
        entry.organisation,
        catalogue.organisation_name(entry.organisation),
        entry.organisation_basis,
        entry.title,
        _period(entry),
        entry.licence,
        entry.published_on,
        tuple(_doubts(entry, catalogue)),
    )


def _period(entry: ReportEntry) -> Period | None:
    if entry.period is None:
        return None
    period = parse_period(entry.period)
    assert isinstance(period, Period), "the catalogue was validated when it was read"
    return period


def _doubts(entry: ReportEntry, catalogue: Catalogue) -> list[Finding]:
    findings = []
    if entry.organisation_basis:
        name = catalogue.organisation_name(entry.organisation)
        findings.append(
            Finding(
                "organisation-inferred",
                Severity.NOTE,
                f"The report does not name its organisation. {name} is "
                f"{entry.organisation_basis}; correct the catalogue if that is wrong.",
            )
        )
    if entry.published_on is None:
        findings.append(
            Finding(
                "publication-date-missing",
                Severity.NOTE,
                "The report does not say when it was published. Its age is counted from the end "
                "of its period; give published_on in the catalogue when it is known.",
            )
        )
    return findings


def _inferred(report: str, name: str, grid: Grid) -> Source:
    """The organisation from a title line, else from the file name; either way a note."""
    found = next(
        (
            match.group(1)
            for line in grid.lines[:TITLE_LINES]
            if sum(not cell.empty for cell in line.cells) == 1  # rows may name any council
            for cell in line.cells
            if (match := COUNCIL.search(cell.text))
        ),
        None,
    )
    stem = PurePath(name).stem
    organisation = found or stem
    told = "a title in the file" if found else "the file name"
    finding = Finding(
        "organisation-inferred",
        Severity.NOTE,
        f"The organisation was taken from {told}: {organisation!r}. "
        f"Add [reports.{report}] to the catalogue to name it.",
    )
    basis = f"taken from {told}"
    return Source(
        report, slug(organisation), organisation, basis, stem, None, UNSTATED, None, (finding,)
    )


UNSTATED = "not stated in the report"
