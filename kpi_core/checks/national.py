"""What reports and national figures give together: findings that neither gives alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kpi_core.comparators.national import National
from kpi_core.comparators.vintage_findings import vintage_findings
from kpi_core.dataset import Assessed
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding

NationalCheck = Callable[[ReportFacts, National], Iterator[Finding]]

NATIONAL_CHECKS: tuple[NationalCheck, ...] = (vintage_findings,)


def beside_national(reports: Sequence[Assessed], national: National) -> tuple[Assessed, ...]:
    """The reports with what was found in them beside the national figures."""
    if not national.any:
        return tuple(reports)
    return tuple(
        replace(one, findings=(*one.findings, *_found(one.report, national))) for one in reports
    )


def _found(report: ReportFacts, national: National) -> Iterator[Finding]:
    for check in NATIONAL_CHECKS:
        for finding in check(report, national):
            yield finding.at(report=report.report)
