"""Figures that cannot be, or that look mistyped (U3, U5, R6)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kpi_core.checks.evidence import Evidence, about
from kpi_core.facts import Observation
from kpi_core.findings import Finding
from kpi_core.formatting import rounded
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Accumulation, Severity, Unit

FACTORS = (Decimal(10), Decimal(100))
"""A figure this many times its neighbour is more likely a slipped decimal point than news."""

FACTOR_SLACK = Decimal("0.25")
"""How far, as a share of the factor, the ratio may be from it and still look like a slip."""


def out_of_range(evidence: Evidence) -> Iterator[Finding]:
    """A proportion outside 0 to 100, or a count that is negative or no whole number (U3)."""
    for assessment in evidence.assessments:
        for observation in _all_figures(assessment):
            problem = _range_problem(assessment, observation)
            if problem:
                yield about(
                    assessment,
                    "value-out-of-range",
                    Severity.ERROR,
                    f"{observation.figure.raw.strip()} {problem}. Check the cell.",
                    observation.cell,
                    observation.figure.raw,
                )


def sudden_factors(evidence: Evidence) -> Iterator[Finding]:
    """A figure about ten or a hundred times the one before it (U3)."""
    for assessment in evidence.assessments:
        if assessment.facts.indicator.accumulation is Accumulation.YEAR_TO_DATE:
            continue  # such a count starts again every year
        own = [o for o in assessment.facts.own if o.value]
        for before, after in pairwise(own):
            if _slipped(before.value, after.value):
                message = (
                    f"{before.figure.raw.strip()} in {before.period.label} is followed by "
                    f"{after.figure.raw.strip()} in {after.period.label}. Check the decimal point."
                )
                yield about(
                    assessment,
                    "value-sudden-factor",
                    Severity.WARNING,
                    message,
                    after.cell,
                    after.figure.raw,
                )


def rounding_hides_the_gap(evidence: Evidence) -> Iterator[Finding]:
    """Outturn and target look the same as shown, yet the target is not met (R6)."""
    for assessment in evidence.assessments:
        facts, target = assessment.facts, assessment.facts.target
        observed = facts.observed(evidence.report.period)
        if observed is None or target is None or observed.value is None or target.value is None:
            continue
        places = facts.indicator.decimals or 0
        same = rounded(observed.value, places) == rounded(target.value, places)
        status = assessment.rating.status
        if same and status is not None and not status.met:
            message = (
                f"Rounded, {observed.figure.raw.strip()} equals the target, and it is rated on "
                "the unrounded figure. Show one more decimal place."
            )
            yield about(
                assessment,
                "rounding-hides-gap",
                Severity.NOTE,
                message,
                observed.cell,
                observed.figure.raw,
            )


def figure_units(evidence: Evidence) -> Iterator[Finding]:
    """An own figure in another unit than its indicator, or without the sign of the others."""
    for assessment in evidence.assessments:
        facts, unit = assessment.facts, assessment.facts.indicator.unit
        valued = [o for o in facts.own if o.value is not None]
        signed = any(o.figure.unit is unit for o in valued)
        for observation in valued:
            text, bare = observation.figure.raw.strip(), observation.figure.unit is Unit.UNKNOWN
            if observation.unit != unit:
                rule, severity = "figure-unit-differs", Severity.WARNING
                message = (
                    f"{text} is in {observation.unit.word} and the indicator in {unit.word}, so "
                    "the figure is kept and not used. Correct the cell, or give the unit in the "
                    "catalogue."
                )
            elif bare and signed and unit is not Unit.UNKNOWN:
                rule, severity = "figure-unit-inherited", Severity.NOTE
                message = f"{text} has no unit; it was read as {unit.word}, like its neighbours."
            else:
                continue
            raw = observation.figure.raw
            yield about(assessment, rule, severity, message, observation.cell, raw)


def target_units(evidence: Evidence) -> Iterator[Finding]:
    """Outturn and target carry different units (U5)."""
    for assessment in evidence.assessments:
        facts, target = assessment.facts, assessment.facts.target
        if target is None or not target.is_set or target.unit == facts.indicator.unit:
            continue
        message = (
            f"The target {target.figure.raw.strip()} is in {target.unit.word}, the indicator in "
            f"{facts.indicator.unit.word}, so it is not rated. Correct one of them."
        )
        yield about(
            assessment,
            "target-unit-differs",
            Severity.WARNING,
            message,
            target.cell,
            target.figure.raw,
        )


def _all_figures(assessment: Assessment) -> list[Observation]:
    facts = assessment.facts
    targets = [facts.target] if facts.target is not None else []
    return [o for o in (*facts.own, *facts.quoted, *targets) if o.value is not None]


def _range_problem(assessment: Assessment, observation: Observation) -> str | None:
    value, unit = observation.value, observation.unit
    if value is None:
        return None
    name = assessment.facts.indicator.name.casefold()
    if unit is Unit.PERCENT and "proportion" in name and not 0 <= value <= 100:
        return "is no proportion, which lies between 0% and 100%"
    if unit is Unit.COUNT and value < 0:
        return "is a negative count"
    own = observation not in assessment.facts.quoted  # a group's average count is no whole number
    if own and unit is Unit.COUNT and value != value.to_integral_value():
        return "is no whole number, and the indicator is a count"
    return None


def _slipped(before: Decimal | None, after: Decimal | None) -> bool:
    if not before or not after:
        return False
    ratio = max(abs(before), abs(after)) / min(abs(before), abs(after))
    return any(abs(ratio - factor) <= factor * FACTOR_SLACK for factor in FACTORS)
