"""One report with all that was computed from it: what the dataset is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.rules.assess import Assessment, Schemes


@dataclass(frozen=True)
class Assessed:
    """``caveats`` are sentences by indicator id."""

    report: ReportFacts
    assessments: tuple[Assessment, ...]
    schemes: Schemes
    findings: tuple[Finding, ...]
    caveats: Mapping[str, tuple[str, ...]]
