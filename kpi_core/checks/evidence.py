"""What a check may look at: the report's facts and what was computed from them."""

from dataclasses import dataclass

from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Severity


@dataclass(frozen=True, eq=False)
class Evidence:
    """One report with its assessments, in the same order. Each is equal to itself alone."""

    report: ReportFacts
    assessments: tuple[Assessment, ...]


def about(
    assessment: Assessment, rule: str, severity: Severity, message: str, cell: str, raw: str | None
) -> Finding:
    """A finding about one indicator."""
    return Finding(rule, severity, message, raw, cell, assessment.facts.indicator.id)
