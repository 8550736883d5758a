"""One council among all that have a figure of one measure and period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kpi_core.comparators.aggregate import GroupFigure
from kpi_core.comparators.groups import ENGLAND
from kpi_core.comparators.published import Measure, PeriodFigures
from kpi_core.formatting import number_word
from kpi_core.rules.comparison import compare
from kpi_core.rules.standing import (
    LINEAR,
    NO_OTHER,
    SIZE_MATTERS,
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

TIMES = 2
"""No figure that is an average of councils is so many times the greatest of them."""

TOO_GREAT = (
    f"Not compared: the published figure is more than {number_word(TIMES)} times the greatest of "
    "any council, so that it is a total or counted in another way."
)


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
        why = self._apart(found)
        if why is not None:
            return Likeness(None, None, why)
        return likeness(self.own, found.value, self.polarity, self.usual)

    def gap(self, found: GroupFigure) -> Decimal | None:
        """Positive is better; None where nothing compares, as one council with a total."""
        published = found.statistic is Statistic.PUBLISHED
        if not self.there or (published and (self.total or self._beyond(found.value))):
            return None
        return compare(self.value, found.value, self.polarity).gap

    @cached_property
    def total(self) -> bool:
        """Whether figures grow with the size of an area, as numbers of cases do.

        So do sums of money, which nothing tells from those per head but the figure of England.
        """
        unit = self.measure.unit
        sums = unit.per is None and self._beyond(self.figures.value(ENGLAND))
        return unit is Unit.COUNT or sums

    def _apart(self, found: GroupFigure) -> str | None:
        """Why the council cannot be called like a group, whatever the two figures are."""
        if not self.there:
            return f"Not compared: {NO_COUNCIL}"
        if self.own is not None and found.value is None:
            return f"{NO_OTHER} {found.reason}"
        if self.total:
            return SIZE_MATTERS
        published = found.statistic is Statistic.PUBLISHED
        return TOO_GREAT if published and self._beyond(found.value) else None

    def _beyond(self, value: Decimal | None) -> bool:
        """Whether a figure is too great to be an average of councils."""
        greatest = max((v for v in self.values.values() if v is not None), default=Decimal(0))
        return value is not None and value > TIMES * greatest > 0


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
