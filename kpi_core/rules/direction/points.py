"""What is held against what: a figure and an earlier one, or the two ends of a fitted line."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.periods import Period
from kpi_core.vocabulary import Mark, Unit


@dataclass(frozen=True)
class Point:
    """One reported figure of a series.

    ``unit`` is None where it is the indicator's own; ``carried`` if an earlier report gave it.
    """

    period: Period
    value: Decimal
    mark: Mark | None = None
    unit: Unit | None = None
    carried: bool = False


@dataclass(frozen=True)
class Held:
    """Two numbers of one indicator, exact, and where they come from.

    Attributes:
        now: the figure judged, or the end of a fitted line.
        then: the figure it is compared with, or the start of the line.
        first: the period of ``then``, and ``last`` that of ``now``.
        used: every point that the two were made from, in time order.
        note: what a reader should know of how the earlier figure was found, as a sentence.
        line: whether the two are ends of a line.
    """

    now: Fraction
    then: Fraction
    first: Period
    last: Period
    used: tuple[Point, ...]
    note: str = ""
    line: bool = False

    @classmethod
    def of(cls, earlier: Point, current: Point, note: str = "") -> "Held":
        """Two reported figures."""
        values = Fraction(current.value), Fraction(earlier.value)
        return cls(*values, earlier.period, current.period, (earlier, current), note)

    @property
    def change(self) -> Fraction:
        return self.now - self.then
