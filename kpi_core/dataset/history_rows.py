"""Rows of ``history_ratings``: periods that no report rates itself, each by the rules of its time.

A target and a scheme belong to the report that set them (R8). So a period's rating comes from the
newest report that knows a target for it, held against the newest version of its figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kpi_core.dataset.assessed import Assessed
from kpi_core.dataset.rating_rows import Row, number
from kpi_core.rules.assess import Assessment, PeriodRating


class _Key(NamedTuple):
    organisation: str
    indicator: str
    period_label: str


@dataclass(frozen=True)
class _Reading:
    """What one report makes of a period that it does not rate."""

    item: Assessment
    history: PeriodRating

    @property
    def has_target(self) -> bool:
        return self.history.yardstick.target is not None


def history_rows(ordered: Sequence[Assessed]) -> list[Row]:
    """One row per indicator and period that is rated by no report.

    Args:
        ordered: oldest first.
    """
    rated = {
        _Key(a.report.organisation, item.facts.indicator.id, a.report.period.label)
        for a in ordered
        for item in a.assessments
    }
    readings: dict[_Key, list[_Reading]] = {}
    for key, reading in _readings(ordered):
        if key not in rated:
            readings.setdefault(key, []).append(reading)
    return [_row(key, _of_its_time(found)) for key, found in readings.items()]


def _readings(ordered: Sequence[Assessed]) -> Iterator[tuple[_Key, _Reading]]:
    for a in ordered:
        for item in a.assessments:
            for history in item.history:
                indicator = item.facts.indicator.id
                key = _Key(a.report.organisation, indicator, history.period.label)
                yield key, _Reading(item, history)


def _of_its_time(found: Sequence[_Reading]) -> _Reading:
    newest = found[-1]
    known = next((reading for reading in reversed(found) if reading.has_target), newest)
    if known is newest or newest.item.facts.indicator.unit is not known.item.facts.indicator.unit:
        return newest
    return replace(known, history=_with_figure_of(newest, known))


def _with_figure_of(newest: _Reading, known: _Reading) -> PeriodRating:
    """The target and the scheme of one reading held against the figure of another."""
    period = known.history.period
    now, then = (reading.item.facts.observed(period) for reading in (newest, known))
    if now is None or then is None or now.value == then.value:
        return known.history
    if now.unit is not newest.item.facts.indicator.unit:
        return newest.history
    return replace(known.history, rating=known.history.yardstick.rate(now))


def _row(key: _Key, reading: _Reading) -> Row:
    history = reading.history
    return {
        **key._asdict(),
        "period_end": history.period.end,
        "computed_status": history.rating.status,
        "status_reason": history.rating.reason,
        "target": number(history.target),
        "bands": str(history.rating.bands) if history.rating.bands else None,
        "scheme": history.yardstick.label,
    }
