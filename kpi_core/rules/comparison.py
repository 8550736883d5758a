"""How a figure stands against a comparator's figure, polarity applied (B4, B5, S18)."""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.vocabulary import Comparison, Polarity


@dataclass(frozen=True)
class Compared:
    """``gap`` is in native units, positive when ours is better; None where nothing compares."""

    comparison: Comparison
    gap: Decimal | None = None


def compare(value: Decimal | None, other: Decimal | None, polarity: Polarity) -> Compared:
    """Compare two figures of the same unit. Equal figures are level; no figure, no comparison."""
    if value is None or other is None or not polarity.judges:
        return Compared(Comparison.NO_COMPARISON)
    gap = polarity.sign * (value - other)
    if gap == 0:
        return Compared(Comparison.LEVEL, gap)
    return Compared(Comparison.BETTER if gap > 0 else Comparison.WORSE, gap)
