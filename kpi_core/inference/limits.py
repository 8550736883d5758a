"""Which tolerances reproduce what the rows declare: half-open intervals, as exact fractions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi_core.inference.case import Case

NONE = Fraction(0)

NEARLY = Fraction(9, 10)
"""A scheme that fits fewer of the rows is not said to be the report's, whatever else fits less."""


@dataclass(frozen=True)
class Clue:
    """A row fits every tolerance from ``low`` up to, not including, ``high``.

    ``high`` is None where no tolerance is too large. A row with ``never`` fits none at all.
    """

    case: Case
    low: Fraction = NONE
    high: Fraction | None = None
    never: bool = False

    def allows(self, tolerance: Fraction) -> bool:
        above = self.high is None or tolerance < self.high
        return not self.never and self.low <= tolerance and above


@dataclass(frozen=True)
class Fit:
    """The interval that fits most rows.

    Attributes:
        low: the smallest tolerance; 0 means that none is needed.
        high: the first tolerance that is too large, or None.
        low_end: the row that gives ``low``, and ``high_end`` the one that gives ``high``.
        fitted: how many rows are reproduced.
        misfits: the rows that are not.
        conflict: two rows of which no tolerance fits both, where there are such.
        tied: whether another interval fits as many rows.
    """

    low: Fraction
    high: Fraction | None
    low_end: Case | None
    high_end: Case | None
    fitted: int
    misfits: tuple[Case, ...]
    conflict: tuple[Clue, Clue] | None
    tied: bool

    def contains(self, tolerance: Fraction) -> bool:
        return self.low <= tolerance and (self.high is None or tolerance < self.high)


def best_fit(clues: Sequence[Clue]) -> Fit:
    """The interval of tolerances that reproduces most of the rows; the lowest, if several do."""
    usable = [clue for clue in clues if not clue.never]
    low, tied = _lowest_best(usable)
    fitted = [clue for clue in usable if clue.allows(low)]
    highs = [clue for clue in fitted if clue.high is not None]
    first = min(highs, key=lambda clue: clue.high or NONE, default=None)
    last = next((clue for clue in fitted if clue.low == low and low > 0), None)
    return Fit(
        low,
        first.high if first else None,
        last.case if last else None,
        first.case if first else None,
        len(fitted),
        tuple(clue.case for clue in clues if not clue.allows(low)),
        _conflict(usable),
        tied,
    )


def _lowest_best(clues: Sequence[Clue]) -> tuple[Fraction, bool]:
    """Where most rows fit: each row counts from its low on and no more from its high on."""
    steps: Counter[Fraction] = Counter({NONE: 0})
    for clue in clues:
        steps[clue.low] += 1
        if clue.high is not None:
            steps[clue.high] -= 1
    at, counts, running = sorted(steps), [], 0
    for place in at:
        running += steps[place]
        counts.append(running)
    most = max(counts)
    return at[counts.index(most)], counts.count(most) > 1


def _conflict(clues: Sequence[Clue]) -> tuple[Clue, Clue] | None:
    """The row that asks for the largest tolerance and the one that allows the smallest."""
    bounded = [clue for clue in clues if clue.high is not None]
    if not bounded:
        return None
    widest = max(clues, key=lambda clue: clue.low)
    narrowest = min(bounded, key=lambda clue: clue.high or NONE)
    if narrowest.high is not None and widest.low >= narrowest.high:
        return widest, narrowest
    return None
