"""A place in an order: 1 is the best, and equal figures share the better place (P3)."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from kpi_core.vocabulary import Polarity

T = TypeVar("T")

_WHY_NOT = {
    Polarity.NEUTRAL: "No rank: neither way is good for this measure.",
    Polarity.TARGET_IS_BEST: "No rank: nearest to a target is best, not highest or lowest.",
    Polarity.UNKNOWN: "No rank: it is not known which way is good.",
}
NO_FIGURE = "No rank: there is no figure to rank."


@dataclass(frozen=True)
class Rank:
    """``place`` among ``of`` figures, this one included; None with the ``reason``.

    ``sharing`` counts the others that have the very same figure, and so the same place.
    """

    place: int | None
    of: int
    sharing: int = 0
    reason: str | None = None

    @property
    def sentence(self) -> str:
        """Such as ``3 of 150, a place shared with 1 other; 1 is the best.``"""
        if self.place is None:
            return str(self.reason)
        others = "other" if self.sharing == 1 else "others"
        shared = f", a place shared with {self.sharing:,} {others}" if self.sharing else ""
        return f"{self.place:,} of {self.of:,}{shared}; 1 is the best."


def no_rank(polarity: Polarity) -> str | None:
    """Why nothing is ranked where neither high nor low is good; None where ranks make sense."""
    return _WHY_NOT.get(polarity)


def ranks(figures: Mapping[T, Decimal | None], polarity: Polarity) -> dict[T, Rank]:
    """The rank of each; a missing figure takes no place and is not counted in ``of``.

    Args:
        figures: whatever is ranked, each with its figure or None.
        polarity: which way is good; without one nothing has a rank.
    """
    best_first = _best_first(figures, polarity)
    return {key: _rank(value, best_first, polarity) for key, value in figures.items()}


def rank(own: T, figures: Mapping[T, Decimal | None], polarity: Polarity) -> Rank:
    """The rank of one among all, itself included, as in :func:`ranks`."""
    return _rank(figures.get(own), _best_first(figures, polarity), polarity)


def _best_first(figures: Mapping[T, Decimal | None], polarity: Polarity) -> list[Decimal]:
    """The figures in rising order, turned so that the best one comes first."""
    sign = -polarity.sign
    return sorted(sign * value for value in figures.values() if value is not None)


def _rank(value: Decimal | None, best_first: list[Decimal], polarity: Polarity) -> Rank:
    count = len(best_first)
    why = no_rank(polarity) or (NO_FIGURE if value is None else None)
    if why is not None or value is None:
        return Rank(None, count, reason=why)
    turned = -polarity.sign * value
    place, after = bisect_left(best_first, turned), bisect_right(best_first, turned)
    return Rank(place + 1, count, max(after - place - 1, 0))
