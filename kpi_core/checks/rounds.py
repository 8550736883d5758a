"""Figures that stand in quarter columns and are not comparable from quarter to quarter."""

from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence, about
from kpi_core.facts import Observation
from kpi_core.findings import Finding
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Accumulation, Severity


def accumulating_counts(evidence: Evidence) -> Iterator[Finding]:
    """A count that runs through the year, shown at several quarters of one year (S11)."""
    for assessment in _of_kind(evidence, Accumulation.YEAR_TO_DATE):
        year = evidence.report.period.financial_year_label
        shown = [o for o in _valued(assessment) if o.period.financial_year_label == year]
        if len(shown) < 2:
            continue
        figures = ", ".join(f"{o.figure.raw.strip()} at {o.period.label}" for o in shown)
        message = (
            f"The count runs through the year ({figures}), so its quarters are not comparable "
            f"with each other. {assessment.travel.reason}"
        )
        yield about(
            assessment,
            "accumulating-count-across-quarters",
            Severity.WARNING,
            message,
            shown[-1].cell,
            shown[-1].figure.raw,
        )


def annual_rounds(evidence: Evidence) -> Iterator[Finding]:
    """An annual figure under a quarter heading belongs to an earlier round: an inference (S12)."""
    for assessment in _of_kind(evidence, Accumulation.ANNUAL):
        for earlier in _valued(assessment):
            if earlier.period == evidence.report.period:
                continue
            message = (
                f"The measure is annual, so {earlier.figure.raw.strip()} under "
                f"{earlier.period.label} is taken to be an earlier round. This is inferred; "
                "give the round's own period in the report."
            )
            yield about(
                assessment,
                "annual-round-in-quarter",
                Severity.NOTE,
                message,
                earlier.cell,
                earlier.figure.raw,
            )


def _of_kind(evidence: Evidence, kind: Accumulation) -> Iterator[Assessment]:
    return (a for a in evidence.assessments if a.facts.indicator.accumulation is kind)


def _valued(assessment: Assessment) -> list[Observation]:
    return [o for o in assessment.facts.own if o.value is not None]
