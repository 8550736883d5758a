"""What reports and national figures give together: findings that neither gives alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kpi_core.checks import links, vintages
from kpi_core.checks.evidence import Evidence
from kpi_core.comparators.national import National
from kpi_core.dataset import Assessed
from kpi_core.findings import Finding

NationalCheck = Callable[[Evidence, National], Iterator[Finding]]

NATIONAL_CHECKS: tuple[NationalCheck, ...] = (
    links.unknown_measures,
    vintages.of_benchmark_cells,
    vintages.of_commentary,
)


def beside_national(reports: Sequence[Assessed], national: National) -> tuple[Assessed, ...]:
    """The reports with what was found in them beside the national figures."""
    if not national.any:
        return tuple(reports)
    return tuple(replace(one, findings=(*one.findings, *_found(one, national))) for one in reports)


def _found(one: Assessed, national: National) -> Iterator[Finding]:
    evidence = Evidence(one.report, one.assessments)
    for check in NATIONAL_CHECKS:
        for finding in check(evidence, national):
            yield finding.at(report=one.report.report)
