"""Figures that a report's own history holds: what earlier reports gave and it says nothing of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kpi_core.facts import IndicatorFacts, Observation, ReportFacts
from kpi_core.periods import Period


def carried(reports: Sequence[ReportFacts]) -> Iterator[ReportFacts]:
    """Each report with the earlier figures of its indicators beside its own.

    A report knows what was published before it and nothing that came later. Where several gave a
    figure for a period, the latest of them counts; what the report itself says, a gap too, wins.

    Args:
        reports: of one organisation, oldest first, with the ids of its history.
    """
    known: dict[str, dict[Period, Observation]] = {}
    for report in reports:
        yield replace(
            report,
            indicators=tuple(
                _with_earlier(facts, known.get(facts.indicator.id, {}), report.period)
                for facts in report.indicators
            ),
        )
        for facts in report.indicators:
            known.setdefault(facts.indicator.id, {}).update((o.period, o) for o in facts.own)


def _with_earlier(
    facts: IndicatorFacts, known: dict[Period, Observation], rated: Period
) -> IndicatorFacts:
    said = {observation.period for observation in facts.own}
    earlier = (o for period, o in known.items() if period not in said and period.end is not None)
    before = tuple(o for o in earlier if o.period.sort_key < rated.sort_key)
    return replace(facts, earlier=before) if before else facts
