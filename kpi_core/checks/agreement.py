"""Declared against computed: both are kept, and a difference is for a person to settle (R7)."""

from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence, about
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity


def declared_and_computed(evidence: Evidence) -> Iterator[Finding]:
    """A declared status or direction that the named scheme does not reproduce."""
    for assessment in evidence.assessments:
        facts = assessment.facts
        rating, travel = assessment.rating, assessment.travel
        for what, declared, computed, agrees, reason in (
            ("status", facts.status, rating.status, assessment.agrees_status, rating.reason),
            (
                *("direction", facts.direction, travel.direction),
                *(assessment.agrees_direction, travel.reason),
            ),
        ):
            if declared.word is None or computed is None or agrees is not False:
                continue
            message = (
                f"The report declares {declared.word.word}; the scheme gives {computed.word}. "
                f"{reason} The declared {what} is kept; ask the owner which is meant."
            )
            yield about(
                assessment,
                f"{what}-disagrees",
                Severity.WARNING,
                message,
                declared.cell or facts.name_cell,
                declared.raw,
            )
