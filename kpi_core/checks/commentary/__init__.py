"""Commentary against its own row: each kind of claim that is tested, one file per theme (S10).

A contradiction is a warning that quotes both sides; nothing is resolved. A reading that is not
certain yields nothing: every kind asks first whether the sentence is about this row, this period
and a fact (``silence``, ``subjects``, ``times``).
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kpi_core.checks.commentary import comparators, differences, directions, figures, targets
from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding

__all__ = ["KINDS", "Kind"]


class Kind(NamedTuple):
    """A kind of claim: what it says, what it is held against, and the check that does so."""

    claim: str
    against: str
    check: Callable[[Evidence], Iterator[Finding]]


KINDS: tuple[Kind, ...] = (
    Kind(
        "A figure given as the row’s own, such as “performance was 14%”",
        "the figure of the period that the words name; without a period, every figure of the row",
        figures.figures,
    ),
    Kind(
        "A figure beside an earlier time, such as “an improvement on Q3 (60.1%)”",
        "the row’s figure of that time",
        figures.earlier_figures,
    ),
    Kind(
        "A difference, such as “0.49 points below target”",
        "the differences between the figures, the target and the benchmarks of the row",
        differences.differences,
    ),
    Kind(
        "A share beside its counts, such as “17.1% (49 of 286 children)”",
        "the two counts divided",
        differences.shares,
    ),
    Kind(
        "A target given as a figure, such as “against a target of 70%”",
        "the targets of the row",
        targets.set_targets,
    ),
    Kind(
        "A claim about the target, such as “better than target” or “the target was met”",
        "the figure against the target",
        targets.target_claims,
    ),
    Kind(
        "A colour, such as “this measure is green”",
        "the declared status",
        targets.status_claims,
    ),
    Kind(
        "A movement, such as “improved since last quarter” or “has doubled since last year”",
        "the row’s figures of the periods that the words name",
        directions.movements,
    ),
    Kind(
        "A comparator’s figure, such as “England (21%)”",
        "the figure that the benchmark cell quotes",
        comparators.comparator_figures,
    ),
    Kind(
        "A comparison, such as “above the England average” or “in line with the North West”",
        "the figure against the comparator, as quoted",
        comparators.comparator_claims,
    ),
)
"""Every kind of claim, in the order in which findings are listed."""
