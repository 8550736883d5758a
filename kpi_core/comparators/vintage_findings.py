"""The vintage check as findings of a report (S9)."""

from collections.abc import Iterator

from kpi_core.comparators.national import National
from kpi_core.comparators.vintage import RowVintage, vintages
from kpi_core.comparators.vintage_message import sentences
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity, Vintage

RULE = "benchmark-vintage"


def vintage_findings(report: ReportFacts, national: National) -> Iterator[Finding]:
    """One finding for each row that quotes figures of an indicator with a national measure."""
    for found in vintages(report, national):
        yield from finding_of(found)


def finding_of(found: RowVintage, opening: str = "") -> Iterator[Finding]:
    """The finding of one row's figures; none where nothing could be compared.

    A warning where a figure fits only what is published for an earlier period than the row's.
    """
    if found.state is Vintage.NOT_COMPARED:
        return
    severity = Severity.WARNING if found.state is Vintage.EARLIER else Severity.NOTE
    message, cell = opening + " ".join(sentences(found)), found.matches[0].quoted.cell
    yield Finding(RULE, severity, message, found.row.raw, cell, found.row.indicator)
