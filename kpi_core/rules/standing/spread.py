"""The usual spread of figures: the scaled median absolute deviation (Q3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import median

SCALE = Fraction("1.4826")
"""Makes the deviation that of a normal distribution, where 68% lie within one of the middle."""

LEAST_FIGURES = 10
"""Our choice: the middle distance of fewer figures moves too much from one to the next."""

USUAL_SPREAD = (
    f"The usual spread is {float(SCALE)} times the middle one of the figures' distances from their "
    f"median. It needs at least {LEAST_FIGURES} figures."
)


@dataclass(frozen=True)
class Spread:
    """``size`` in the figures' unit; None with the ``reason``."""

    size: Fraction | None
    count: int
    reason: str | None = None


def spread(figures: Iterable[Decimal | None]) -> Spread:
    """The scaled median absolute deviation of the figures, missing ones left out."""
    known = [figure for figure in figures if figure is not None]
    count = len(known)
    if count < LEAST_FIGURES:
        why = f"No usual spread: fewer than {LEAST_FIGURES} councils have a figure ({count})."
        return Spread(None, count, why)
    middle = median(known)
    size = SCALE * Fraction(median(abs(figure - middle) for figure in known))
    if not size:
        why = "No usual spread: at least half of the councils have the very same figure."
        return Spread(None, count, why)
    return Spread(size, count)
