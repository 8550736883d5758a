"""Benchmark cells: several groups in one cell, units that are not printed, periods not stated."""

from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence, about
from kpi_core.findings import Finding
from kpi_core.layout import Role
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Severity, Unit


def composite_cells(evidence: Evidence) -> Iterator[Finding]:
    """A cell quotes several groups while the group column names one (S8)."""
    for assessment in evidence.assessments:
        facts = assessment.facts
        if len(facts.quoted) < 2 or facts.benchmark is None:
            continue
        named = facts.benchmark_group.text if facts.benchmark_group else "none"
        message = (
            f"The cell quotes {len(facts.quoted)} groups and the next column names one of them "
            f"({named}). All are kept; the named one is used for filters and the overview."
        )
        yield about(
            assessment,
            "benchmark-composite",
            Severity.NOTE,
            message,
            facts.benchmark.cell,
            facts.benchmark.text,
        )


def inherited_units(evidence: Evidence) -> Iterator[Finding]:
    """A benchmark without a sign beside own figures that carry one (B6)."""
    for assessment in evidence.assessments:
        facts = assessment.facts
        for quoted in facts.quoted:
            bare = quoted.value is not None and quoted.figure.unit is Unit.UNKNOWN
            if bare and _prints_units(assessment):
                unit = facts.indicator.unit.word
                message = (
                    f"The benchmark {quoted.figure.raw} has no unit; it was read as {unit}, "
                    "like the indicator's own figures. Please confirm."
                )
                yield about(
                    assessment,
                    "benchmark-unit-inherited",
                    Severity.NOTE,
                    message,
                    quoted.cell,
                    quoted.figure.raw,
                )


def unstated_periods(evidence: Evidence) -> Iterator[Finding]:
    """Quoted benchmarks that do not say which period they are for (S8, B5): one finding."""
    quoted = [o for a in evidence.assessments for o in a.facts.quoted if o.period.end is None]
    if not quoted:
        return
    message = (
        f"{len(quoted)} benchmark figures do not say which period they are for. Their gaps are "
        "shown, marked 'period not stated', and they are kept out of ranks and averages. "
        "Add the period to the column heading or to each cell."
    )
    cell = evidence.report.period_cells.get(Role.BENCHMARK)
    yield Finding("benchmark-period-missing", Severity.WARNING, message, source_cell=cell)


def _prints_units(assessment: Assessment) -> bool:
    own = [o.figure.unit for o in assessment.facts.own if o.value is not None]
    return any(unit is not Unit.UNKNOWN for unit in own)
