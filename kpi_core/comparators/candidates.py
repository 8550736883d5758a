"""The published figures that a quoted group may stand for, period by period (B2, B3, S9)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_core.comparators.aggregate import aggregate, statistics_of
from kpi_core.comparators.groups import Group, neighbour_groups
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure, PeriodFigures, by_period
from kpi_core.formatting import between, figure_text
from kpi_core.vocabulary import Statistic


@dataclass(frozen=True)
class Candidate:
    """A group's figure of one period. ``dated`` is the first day of its set of neighbours."""

    group: Group
    statistic: Statistic
    figures: PeriodFigures
    value: Decimal
    measure: Measure
    dated: date | None = None

    @property
    def label(self) -> str:
        return self.figures.period.label

    @property
    def decimals(self) -> int | None:
        """Decimals of a figure as published; None for one that was worked out of several."""
        return self.measure.decimals if self.statistic is Statistic.PUBLISHED else None

    @property
    def text(self) -> str:
        """A mean or a middle one may need one decimal more than what it is made of."""
        shown = between(self.value, self.measure.decimals)
        return figure_text(self.value, self.measure.unit, shown)


def periods_until(national: National, measure: str, day: date) -> tuple[PeriodFigures, ...]:
    """The periods of a measure that had ended by a day, the newest first."""
    frame = national.figures(measure)
    ended = frame[frame["period_end"].map(lambda end: isinstance(end, date) and end <= day)]
    return tuple(by_period(ended))[::-1]


def candidates(
    national: National,
    measure: Measure,
    organisation: str,
    subject: str,
    periods: Sequence[PeriodFigures],
) -> Iterator[Candidate]:
    """Every figure that a quoted group may stand for, in the order of the periods.

    Args:
        national: what was imported.
        measure: the national measure.
        organisation: the council that quotes it.
        subject: of the quoted figure, such as ``england`` or ``statistical-neighbours/x``.
        periods: of that measure.
    """
    sets = national.neighbours
    dates = dict(zip(sets["neighbour_set"], sets["dated"], strict=True))
    for figures in periods:
        for group in _meant(national, organisation, subject, figures.day):
            for statistic in _statistics(group, figures):
                value = aggregate(group, statistic, figures.rows, measure.unit).value
                if value is not None:
                    dated = dates.get(group.neighbour_set)
                    yield Candidate(group, statistic, figures, value, measure, dated)


def _meant(
    national: National, organisation: str, subject: str, day: date | None
) -> Iterator[Group]:
    """The groups that a quoted subject may stand for: neighbours by each dated set."""
    name, _, of = subject.partition("/")
    if of:
        yield from (g for g in neighbour_groups(national, organisation, day) if g.key == name)
    else:
        yield Group(subject, national.area_name(subject), (), subject)


def _statistics(group: Group, figures: PeriodFigures) -> tuple[Statistic, ...]:
    """Countries and regions are quoted as published, and never as a mean of their councils."""
    return (Statistic.PUBLISHED,) if group.subject else statistics_of(group, figures.rows)
