"""The figures that would be red, amber, green: intervals that cover the number line without gap.

Every threshold is exact, and says on which side of it the figure itself lies (R2).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.rules.rating.goal import Goal
from kpi_core.vocabulary import Status


@dataclass(frozen=True)
class Band:
    """Figures of one status, from ``low`` to ``high``, each None where there is no end.

    ``with_low`` and ``with_high`` say whether the end itself belongs to it.
    """

    status: Status
    low: Decimal | None = None
    high: Decimal | None = None
    with_low: bool = False
    with_high: bool = False

    def holds(self, value: Decimal) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and not self.with_low)):
            return False
        return self.high is None or value < self.high or (value == self.high and self.with_high)

    def edge(self, value: Decimal) -> Decimal:
        """The end of this band that is nearest to a figure outside it."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return min(ends, key=lambda end: abs(end - value))

    def has(self, edge: Decimal) -> bool:
        """Whether an end of it belongs to it."""
        return (edge == self.low and self.with_low) or (edge == self.high and self.with_high)

    def __str__(self) -> str:
        """As in mathematics: ``amber [66.5, 70)``."""
        low = "-inf" if self.low is None else f"{self.low.normalize():f}"
        high = "inf" if self.high is None else f"{self.high.normalize():f}"
        start, stop = "[" if self.with_low else "(", "]" if self.with_high else ")"
        return f"{self.status.value} {start}{low}, {high}{stop}"


@dataclass(frozen=True)
class Step:
    """A status that holds up to a shortfall of ``limit``, with or without the limit itself.

    A shortfall below zero is a figure that is better than the end of the goal.
    """

    status: Status
    limit: Decimal | None = None
    included: bool = True


Steps = Callable[[Decimal], Sequence[Step]]
"""The steps beside one end of a goal, from the best status to the worst."""


@dataclass(frozen=True)
class Bands:
    """All bands, from the lowest figures to the highest."""

    bands: tuple[Band, ...]

    def at(self, value: Decimal) -> Band:
        """The band that a figure lies in."""
        return next(band for band in self.bands if band.holds(value))

    def of(self, status: Status) -> tuple[Band, ...]:
        return tuple(band for band in self.bands if band.status is status)

    def beyond(self, value: Decimal, *, better: bool) -> list[Band]:
        """The bands of every better, or of every worse, status."""
        rank, sign = self.at(value).status.rank, 1 if better else -1
        return [band for band in self.bands if sign * (band.status.rank - rank) > 0]

    def between(self, low: Decimal, high: Decimal) -> set[Status]:
        """Every status that a figure from ``low`` to ``high`` may have."""
        inside = [b.status for b in self.bands if b.low is not None and low < b.low < high]
        inside += [b.status for b in self.bands if b.high is not None and low < b.high < high]
        return {self.at(low).status, self.at(high).status, *inside}

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Those that there are, the best first."""
        return tuple(sorted({b.status for b in self.bands}, key=lambda s: -s.rank))

    def __str__(self) -> str:
        return "; ".join(map(str, self.bands))

    @classmethod
    def parse(cls, text: str) -> "Bands":
        """The bands that :meth:`__str__` wrote."""
        return cls(tuple(_band(part) for part in text.split("; ")))


def around(goal: Goal, steps: Steps) -> Bands:
    """The bands of a goal; between the two ends of a range lies the best status."""
    sides = [_side(end, sign, steps(end)) for end, sign in goal.ends]
    if len(sides) == 1:
        return Bands(tuple(sides[0]))
    below, above = sides
    best = Band(
        below[-1].status, below[-1].low, above[0].high, below[-1].with_low, above[0].with_high
    )
    return Bands((*below[:-1], best, *above[1:]))


def _side(end: Decimal, sign: int, steps: Iterable[Step]) -> list[Band]:
    """Bands beside one end, from low to high."""
    made, last = [], Step(Status.RED, None)
    for step in steps:
        if not _empty(last, step):
            made.append(_placed(end, sign, last, step))
            last = step
    return made if sign < 0 else made[::-1]


def _empty(last: Step, step: Step) -> bool:
    """Whether nothing lies between the limit of one step and that of the next."""
    if last.limit is None or step.limit is None:
        return False
    adds_the_limit = step.included and not last.included
    return step.limit < last.limit or (step.limit == last.limit and not adds_the_limit)


def _placed(end: Decimal, sign: int, last: Step, step: Step) -> Band:
    near = None if last.limit is None else end - sign * last.limit
    far = None if step.limit is None else end - sign * step.limit
    with_near = last.limit is not None and not last.included
    with_far = step.limit is not None and step.included
    if sign > 0:
        return Band(step.status, far, near, with_far, with_near)
    return Band(step.status, near, far, with_near, with_far)


_BAND = re.compile(r"(?P<status>\w+) (?P<start>[\[(])(?P<low>\S+), (?P<high>\S+)(?P<stop>[\])])")


def _band(text: str) -> Band:
    match = _BAND.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no band")
    low = None if match["low"] == "-inf" else Decimal(match["low"])
    high = None if match["high"] == "inf" else Decimal(match["high"])
    return Band(Status(match["status"]), low, high, match["start"] == "[", match["stop"] == "]")
