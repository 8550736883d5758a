"""How the figures of one indicator are judged and written."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.formatting import figure_text, size_text
from kpi_core.vocabulary import Polarity, Unit


@dataclass(frozen=True)
class Measure:
    """Polarity, unit and decimals of one indicator."""

    polarity: Polarity
    unit: Unit
    decimals: int | None

    def figure(self, value: Decimal) -> str:
        return figure_text(value, self.unit, self.decimals)

    def exact(self, value: Decimal) -> str:
        """A threshold, with as many decimals as it needs."""
        return figure_text(value, self.unit)

    def size(self, difference: Decimal) -> str:
        return size_text(difference, self.unit, self.decimals)

    def exact_size(self, difference: Decimal) -> str:
        """The width of a band, with as many decimals as it needs."""
        return size_text(difference, self.unit)
