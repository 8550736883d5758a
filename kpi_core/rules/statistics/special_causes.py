"""The rules that tell a special cause from ordinary variation, in order of priority (X3)."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kpi_core.rules.statistics.ruleset import Ruleset
from kpi_core.vocabulary import SpecialCause

Values = Sequence[Fraction | None]

Lines = tuple[Fraction, Fraction, Fraction, Fraction, Fraction]
"""Lower limit, lower outer line, mean, upper outer line, upper limit."""

Sides = dict[int, int]
"""Which figures a rule flags, each +1 for high or rising and -1 for low or falling."""

_WINDOW = 3
_MOST_OF_WINDOW = 2


@dataclass(frozen=True)
class Signal:
    """``side`` is +1 for high or rising, -1 for low or falling."""

    cause: SpecialCause
    side: int


def signals(values: Values, lines: Lines, ruleset: Ruleset) -> tuple[Signal | None, ...]:
    """The weightiest special cause of each figure; None for none and for a gap."""
    found: dict[int, Signal] = {}
    for cause, sides in (
        (SpecialCause.OUTSIDE, _outside(values, lines)),
        (SpecialCause.TREND, _trends(values, ruleset.trend_points)),
        (SpecialCause.NEAR_LIMIT, _near_limit(values, lines)),
        (SpecialCause.SHIFT, _shifts(values, lines[2], ruleset.shift_points)),
    ):
        for at, side in sides.items():
            found.setdefault(at, Signal(cause, side))
    return tuple(found.get(at) for at in range(len(values)))


def _outside(values: Values, lines: Lines) -> Sides:
    """Strictly outside: a figure on the limit is inside."""
    lower, *_, upper = lines
    known = ((at, value) for at, value in enumerate(values) if value is not None)
    return {at: 1 if value > upper else -1 for at, value in known if not lower <= value <= upper}


def _trends(values: Values, points: int) -> Sides:
    """Every figure of a run that only rises or only falls; a tie or a gap ends it."""
    pairs = itertools.pairwise(values)
    steps = [0 if a is None or b is None else _sign(b - a) for a, b in pairs]
    return {
        at: side
        for first, last, side in _runs(steps)
        if last - first >= points - 1
        for at in range(first, last + 1)
    }


def _shifts(values: Values, mean: Fraction, points: int) -> Sides:
    """Every figure of a run on one side of the mean; one on the mean or a gap ends it."""
    sides = [0 if value is None else _sign(value - mean) for value in values]
    return {
        at: side
        for first, end, side in _runs(sides)
        if end - first >= points
        for at in range(first, end)
    }


def _near_limit(values: Values, lines: Lines) -> Sides:
    """Two of three between outer line and limit, all three on one side of the mean."""
    lower, near_lower, mean, near_upper, upper = lines
    found: Sides = {}
    for first in range(len(values) - _WINDOW + 1):
        window = range(first, first + _WINDOW)
        for side in (1, -1):
            near = [
                at
                for at in window
                if (value := values[at]) is not None
                and (near_upper < value <= upper if side > 0 else lower <= value < near_lower)
            ]
            together = all(
                (value := values[at]) is not None and _sign(value - mean) == side for at in window
            )
            if together and len(near) >= _MOST_OF_WINDOW:
                found |= dict.fromkeys(near, side)
    return found


def _runs(signs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First, end (one past the last) and sign of each run of one sign other than zero."""
    first = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or signs[at] != signs[first]:
            if signs[first]:
                yield first, at, signs[first]
            first = at


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
