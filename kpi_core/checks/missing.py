"""Gaps whose meaning the report does not explain."""

from collections import Counter
from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding
from kpi_core.vocabulary import Missing, Severity

UNEXPLAINED = (Missing.BLANK, Missing.DASH)


def unexplained_kinds(evidence: Evidence) -> Iterator[Finding]:
    """Empty cells and dashes side by side among the figures, kept apart until explained (S6)."""
    kinds = Counter(
        observation.figure.missing
        for assessment in evidence.assessments
        for observation in assessment.facts.own
        if observation.figure.missing in UNEXPLAINED
    )
    if len(kinds) < 2:
        return
    message = (
        f"{kinds[Missing.BLANK]} figures are left empty and {kinds[Missing.DASH]} are printed as "
        "a dash, and the report does not say what either means. They are kept apart; say in the "
        "report which one is 'not due' and which 'not available'."
    )
    yield Finding("missing-kinds-unexplained", Severity.NOTE, message)
