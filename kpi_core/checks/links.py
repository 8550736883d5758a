"""Links to national measures that lead nowhere, though their source was imported."""

from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence, about
from kpi_core.comparators.national import National
from kpi_core.findings import Finding
from kpi_core.nearest import LIKE_A_NAME, nearest
from kpi_core.vocabulary import Severity


def unknown_measures(evidence: Evidence, national: National) -> Iterator[Finding]:
    """A measure of an imported source that has none of that id; other sources may still come."""
    sources = {_source(measure) for measure in national.measure}
    for assessment in evidence.assessments:
        facts = assessment.facts
        measure = facts.indicator.national_measure
        if measure is None or measure in national.measure or _source(measure) not in sources:
            continue
        same = [other for other in national.measure if _source(other) == _source(measure)]
        near = nearest(measure, same, LIKE_A_NAME)
        meant = f"Did you mean {near!r}?" if near else "Check its id, or import what holds it."
        message = (
            f"The catalogue joins this indicator to {measure!r}, which is not among the measures "
            f"that were imported of {_source(measure)}. {meant}"
        )
        rule = "catalogue-measure-unknown"
        yield about(assessment, rule, Severity.NOTE, message, facts.name_cell, measure)


def _source(measure: str) -> str:
    return measure.partition("/")[0]
