"""One row as evidence: what it declares, and how far its figure is from what it is held against."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from kpi_core.formatting import decimal, rounded, size_text
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Direction, Status, Unit


@dataclass(frozen=True)
class Case:
    """A figure against another: its target, or an earlier figure.

    Attributes:
        title: the indicator's.
        cell: where the word is declared.
        word: what is declared.
        value: our figure.
        other: the target or the earlier figure; there are no shares of one that is zero.
        measure: polarity, unit and decimals.
    """

    title: str
    cell: str
    word: Status | Direction
    value: Decimal
    other: Decimal
    measure: Measure

    @cached_property
    def gain(self) -> Fraction:
        """In native units, positive when better."""
        return self.measure.polarity.sign * (Fraction(self.value) - Fraction(self.other))

    @cached_property
    def share(self) -> Fraction:
        """The same as a fraction of what the figure is held against."""
        return self.gain / abs(Fraction(self.other))

    @property
    def in_points(self) -> bool:
        return self.measure.unit is Unit.PERCENT

    @property
    def figures(self) -> str:
        """Both figures as a person reads them, such as 67.2% against 70.0%."""
        return f"{self.measure.figure(self.value)} against {self.measure.figure(self.other)}"

    @property
    def size(self) -> str:
        """The distance in native units, as a person reads it: "2.8 points"."""
        return size_text(decimal(self.gain), self.measure.unit, self.measure.decimals)


def percent(share: Fraction) -> str:
    """A share with two decimals, which are kept: "4.00%"."""
    return f"{rounded(decimal(abs(share)) * 100, 2)}%"


def native(number: Fraction) -> str:
    """A number of native units, with as many decimals as it needs, six at most."""
    text = f"{rounded(decimal(abs(number)), 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
