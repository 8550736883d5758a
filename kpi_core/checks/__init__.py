"""Checks: each looks at one assessed report and yields findings. One file per theme.

A new check is one function and one line in ``CHECKS``. Rule names are stable, since people filter
and count by them. Only the commentary checks have "commentary" in their names.
"""

from collections.abc import Callable, Iterator

from kpi_core.checks import (
    agreement,
    benchmarks,
    caveats,
    commentary,
    misplaced,
    missing,
    narrative,
    rounds,
    set_targets,
    values,
)
from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding

__all__ = ["CHECKS", "Evidence", "run"]

CHECKS: tuple[Callable[[Evidence], Iterator[Finding]], ...] = (
    agreement.declared_and_computed,
    benchmarks.composite_cells,
    benchmarks.inherited_units,
    benchmarks.unstated_periods,
    caveats.stated_caveats,
    *(kind.check for kind in commentary.KINDS),
    misplaced.text_of_another_row,
    missing.unexplained_kinds,
    narrative.missing_explanations,
    narrative.red_without_action_or_date,
    rounds.accumulating_counts,
    rounds.annual_rounds,
    set_targets.printed_and_known,
    values.out_of_range,
    values.sudden_factors,
    values.rounding_hides_the_gap,
    values.figure_units,
    values.target_units,
)


def run(evidence: Evidence) -> tuple[Finding, ...]:
    """The findings of every check, in the order of the registry, with the report's id."""
    report = evidence.report.report
    return tuple(f.at(report=report) for check in CHECKS for f in check(evidence))
