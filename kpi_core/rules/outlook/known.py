"""The figures known at the rated period: none of a later one, none that is a forecast."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from kpi_core.facts import Observation
from kpi_core.periods import Period
from kpi_core.vocabulary import Mark, Unit

Slots = tuple[Decimal | None, ...]
"""One figure per period without leaving one out; None where it is missing."""


@dataclass(frozen=True)
class Known:
    """``figures`` are of every kind of period; ``broken`` if one of the rated kind is a break."""

    rated: Period
    figures: Mapping[Period, Decimal]
    broken: bool = False

    def at(self, period: Period | None) -> Decimal | None:
        return None if period is None else self.figures.get(period)

    @property
    def latest(self) -> Period | None:
        """The last period with a figure, of whatever kind."""
        return max(self.figures, key=lambda period: period.sort_key, default=None)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """From the first of the rated kind with a figure to the rated one."""
        mine = [period for period in self.figures if period.kind is self.rated.kind]
        first = min(mine, key=lambda period: period.sort_key, default=None)
        if first is None:
            return ()
        every = [self.rated]
        while every[-1] != first and (before := every[-1].previous()) is not None:
            every.append(before)
        return tuple(reversed(every))

    @property
    def slots(self) -> Slots:
        return tuple(self.at(period) for period in self.periods)

    @property
    def increments(self) -> Slots:
        """What came in each period alone, of a count that starts anew each financial year.

        Known in a year's first period, else only where the count before it is known too. The
        first period of all has none unless it starts a year.
        """
        periods = self.periods
        before = [periods[0].previous(), *periods[:-1]] if periods else []
        made = [self._came_in(earlier, now) for earlier, now in zip(before, periods, strict=True)]
        while made and made[0] is None:
            del made[0]
        return tuple(made)

    def _came_in(self, earlier: Period | None, now: Period) -> Decimal | None:
        value = self.at(now)
        if earlier is None or earlier.financial_year_label != now.financial_year_label:
            return value
        start = self.at(earlier)
        return None if value is None or start is None else value - start

    @cached_property
    def falls(self) -> frozenset[str | None]:
        """The financial years within which the count goes down, as no running count can."""
        there = [period for period in self.periods if period in self.figures]
        years = {
            now.financial_year_label
            for before, now in pairwise(there)
            if before.financial_year_label == now.financial_year_label
            and self.figures[now] < self.figures[before]
        }
        return frozenset(years)

    @property
    def falls_this_year(self) -> bool:
        return self.rated.financial_year_label in self.falls


def known_at(rated: Period, unit: Unit, observations: Iterable[Observation]) -> Known:
    """What is known at a period.

    Args:
        rated: the period of the report.
        unit: the indicator's own; a figure in another cannot be held against it.
        observations: own figures; of two for one period the first counts, missing or not.
    """
    first: dict[Period, Observation] = {}
    for observation in observations:
        if observation.period.sort_key <= rated.sort_key:
            first.setdefault(observation.period, observation)
    used = {
        period: o.value
        for period, o in first.items()
        if o.value is not None and o.unit is unit and o.figure.mark is not Mark.FORECAST
    }
    breaks = (p for p, o in first.items() if o.figure.mark is Mark.BREAK and p.kind is rated.kind)
    return Known(rated, used, any(breaks))
