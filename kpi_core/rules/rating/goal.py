"""What a figure is to reach: a target on one side, or a range with two ends (R2, R4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.rules.rating.measure import Measure
from kpi_core.vocabulary import Polarity


@dataclass(frozen=True)
class Goal:
    """Figures from ``lower`` on, up to ``upper``, or between both.

    ``strict`` says that the end itself does not meet it, as in "under 10".
    """

    lower: Decimal | None
    upper: Decimal | None
    strict: bool = False

    @classmethod
    def of(cls, target: Decimal, polarity: Polarity, *, strict: bool = False) -> "Goal | None":
        """The goal that a single target sets; None where nobody says which way is good."""
        if polarity is Polarity.TARGET_IS_BEST:
            return cls(target, target)
        if not polarity.judges:
            return None
        return cls(target, None, strict) if polarity.sign > 0 else cls(None, target, strict)

    @property
    def ends(self) -> Iterator[tuple[Decimal, int]]:
        """Each end with +1 where higher is better beside it and -1 where lower is."""
        if self.lower is not None:
            yield self.lower, 1
        if self.upper is not None:
            yield self.upper, -1

    @property
    def is_range(self) -> bool:
        return self.lower is not None and self.upper is not None

    def gap(self, value: Decimal) -> Decimal:
        """Distance to the nearer end, positive where the figure is better than it."""
        return min(sign * (value - end) for end, sign in self.ends)

    def end(self, value: Decimal) -> Decimal:
        """The end that the gap is taken from."""
        return min(self.ends, key=lambda pair: pair[1] * (value - pair[0]))[0]

    def text(self, measure: Measure) -> str:
        """Such as "16.0% or lower", "below 10", "10 to 15"."""
        if self.lower is not None and self.upper is not None:
            if self.lower == self.upper:
                return f"exactly {measure.figure(self.lower)}"
            return f"{measure.figure(self.lower)} to {measure.figure(self.upper)}"
        (end, sign), *_ = self.ends
        if self.strict:
            return f"{'above' if sign > 0 else 'below'} {measure.figure(end)}"
        return f"{measure.figure(end)} or {'higher' if sign > 0 else 'lower'}"
