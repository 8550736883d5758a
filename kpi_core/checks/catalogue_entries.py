"""Indicators of the catalogue that no report has: misspelled there, or no longer reported."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kpi_core.catalogue import Catalogue, IndicatorEntry, name_key
from kpi_core.cells.text import quote
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories import order_key
from kpi_core.nearest import LIKE_A_NAME, nearest
from kpi_core.vocabulary import Severity

MOST_COMPARED = 100
"""Unused entries for which a nearest name is sought: comparing takes long."""


def unused_entries(reports: Sequence[ReportFacts], catalogue: Catalogue) -> Iterator[Finding]:
    """A note for each entry of an organisation that matches no row of any of its reports.

    The note is about the newest of the reports.
    """
    by_organisation: dict[str, list[ReportFacts]] = defaultdict(list)
    for report in reports:
        by_organisation[report.organisation].append(report)
    for organisation, own in by_organisation.items():
        newest = max(own, key=order_key)
        for finding in _unused(organisation, own, catalogue):
            yield finding.at(report=newest.report)


def _unused(
    organisation: str, reports: Sequence[ReportFacts], catalogue: Catalogue
) -> Iterator[Finding]:
    rows = [row.indicator for report in reports for row in report.indicators]
    printed, ids = {name_key(row.name) for row in rows}, {row.id for row in rows}
    unlisted = dict.fromkeys(
        row.name for row in rows if catalogue.indicator(organisation, row.name) is None
    )
    unused = (
        entry
        for entry in catalogue.indicators
        if entry.organisation == organisation
        and entry.id not in ids
        and printed.isdisjoint(map(name_key, entry.names))
    )
    for at, entry in enumerate(unused):
        near = nearest(entry.names[0], unlisted, LIKE_A_NAME) if at < MOST_COMPARED else None
        yield _note(entry, near)


def _note(entry: IndicatorEntry, near: str | None) -> Finding:
    if near is not None:
        remedy = f"The nearest row is {quote(near)}; if it is the same, add it to the names."
    else:
        remedy = "Add the wording of the report to its names, or leave it if it is not due."
    message = f"The catalogue lists {entry.id!r}, and no row read has one of its names. {remedy}"
    return Finding("catalogue-indicator-unused", Severity.NOTE, message, raw=entry.names[0])
