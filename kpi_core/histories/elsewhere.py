"""What the other reports of an organisation say of the indicators of one of them."""

from collections.abc import Mapping, Sequence

from kpi_core.facts import Observation, ReportFacts
from kpi_core.histories.order import in_order

Figures = Mapping[str, tuple[Observation, ...]]
"""Own figures by indicator id, those of the newest report first."""


def figures_elsewhere(reports: Sequence[ReportFacts]) -> dict[str, Figures]:
    """For each report, by its id, the own figures that others of its organisation have.

    Args:
        reports: linked, so that one indicator has one id in all of them.
    """
    return {report.report: _others(report, reports) for report in reports}


def _others(report: ReportFacts, reports: Sequence[ReportFacts]) -> Figures:
    mine = [r for r in reports if r.organisation == report.organisation and r is not report]
    found: dict[str, tuple[Observation, ...]] = {}
    for other in reversed(in_order(mine)):
        for facts in other.indicators:
            found[facts.indicator.id] = (*found.get(facts.indicator.id, ()), *facts.own)
    return found
