"""One council among all that have a figure of one measure and period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kpi_core.comparators.aggregate import GroupFigure
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

NO_COUNCIL = "it was no council at the end of the period."
"""Why a council has no place in a period outside its time, whatever figures there are (G3)."""


@dataclass(frozen=True)
class Field:
    """``values`` are the figures of every council of that day, this one's ``own`` among them.

    A council that had ended, or had not begun, is not among them.
    """

    organisation: str
    measure: Measure
    polarity: Polarity
    figures: PeriodFigures
    values: Mapping[str, Decimal | None]
    own: Measured | None

    @property
    def value(self) -> Decimal | None:
        """The council's figure, whether or not it was a council that day."""
        return None if self.own is None else self.own.value

    @property
    def there(self) -> bool:
        """Whether it was a council that day."""
        return self.organisation in self.values

    @cached_property
    def rank(self) -> Rank:
        if not self.there:
            return Rank(None, self.usual.count, reason=f"No rank: {NO_COUNCIL}")
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
        if not self.there:
            return Likeness(None, None, f"Not compared: {NO_COUNCIL}")
        if self.own is not None and found.value is None:
            return Likeness(None, None, f"{NO_OTHER} {found.reason}")
        return likeness(self.own, found.value, self.polarity, self.usual)

    def gap(self, found: GroupFigure) -> Decimal | None:
        """Positive is better; None where nothing compares, as one council with a total."""
        total = found.statistic is Statistic.PUBLISHED and self.measure.unit is Unit.COUNT
        if total or not self.there:
            return None
        return compare(self.value, found.value, self.polarity).gap


def field_of(
    organisation: str,
    measure: Measure,
    figures: PeriodFigures,
    ranked: Iterable[str],
    own: Measured | None = None,
    polarity: Polarity | None = None,
) -> Field:
    """A council in its field.

    Args:
        organisation: the council.
        measure: what is measured.
        figures: every area's figure of one period.
        ranked: the councils that have a place, itself included if it was one that day.
        own: the figure to take in place of the published one, such as the council's own.
        polarity: the measure's, unless another is given.
    """
    mine = own if own is not None else figures.measured(organisation)
    values = {subject: figures.value(subject) for subject in ranked}
    if organisation in values:
        values[organisation] = None if mine is None else mine.value
    return Field(organisation, measure, polarity or measure.polarity, figures, values, mine)
