"""One council among all that have a figure of one measure and period."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kpi_core.comparators.aggregate import GroupFigure
from kpi_core.comparators.groups import councils
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure, PeriodFigures
from kpi_core.rules.comparison import compare
from kpi_core.rules.standing import (
    LINEAR,
    NO_OTHER,
    Bands,
    Likeness,
    Method,
    Rank,
    Spread,
    bands,
    likeness,
    rank,
    ranks,
    spread,
)
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import Polarity, Statistic, Unit


@dataclass(frozen=True)
class Field:
    """``values`` are the figures of every council, this one's ``own`` among them."""

    organisation: str
    measure: Measure
    polarity: Polarity
    figures: PeriodFigures
    values: Mapping[str, Decimal | None]
    own: Measured | None

    @cached_property
    def rank(self) -> Rank:
        return rank(self.organisation, self.values, self.polarity)

    @cached_property
    def ranks(self) -> Mapping[str, Rank]:
        """The rank of every council."""
        return ranks(self.values, self.polarity)

    def quarters(self, method: Method = LINEAR) -> Bands:
        """The quarters of all councils."""
        return bands(self.values.values(), method=method)

    @cached_property
    def usual(self) -> Spread:
        """The usual spread of all councils."""
        return spread(self.values.values())

    def likeness(self, found: GroupFigure) -> Likeness:
        """How the council stands to a group's figure."""
        if self.own is not None and found.value is None:
            return Likeness(None, None, f"{NO_OTHER} {found.reason}")
        return likeness(self.own, found.value, self.polarity, self.usual)

    def gap(self, found: GroupFigure) -> Decimal | None:
        """Positive is better; None where nothing compares, as one council with a total."""
        if found.statistic is Statistic.PUBLISHED and self.measure.unit is Unit.COUNT:
            return None
        own = None if self.own is None else self.own.value
        return compare(own, found.value, self.polarity).gap


def field_of(
    national: National,
    organisation: str,
    measure: Measure,
    figures: PeriodFigures,
    own: Measured | None = None,
    polarity: Polarity | None = None,
) -> Field:
    """A council in its field.

    Args:
        national: what was imported.
        organisation: the council.
        measure: what is measured.
        figures: every area's figure of one period.
        own: the figure to take in place of the published one, such as the council's own.
        polarity: the measure's, unless another is given.
    """
    mine = own if own is not None else figures.measured(organisation)
    others = councils(national, organisation, figures.day)
    values = {subject: figures.value(subject) for subject in others}
    values[organisation] = None if mine is None else mine.value
    return Field(organisation, measure, polarity or measure.polarity, figures, values, mine)
