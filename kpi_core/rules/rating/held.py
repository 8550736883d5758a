"""What a figure is held to beside its target, and what a scheme makes of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kpi_core.rules.rating.bands import Steps
from kpi_core.rules.rating.goal import Goal
from kpi_core.vocabulary import Status


@dataclass(frozen=True)
class Earlier:
    """The figure of an earlier period, with both in words: "17.6% in 2018/19 Q4"."""

    value: Decimal
    text: str


@dataclass(frozen=True)
class Held:
    """Floor and tolerance agreed for the indicator; the earlier figure that a scheme asks for.

    ``gain`` is how much better than that figure the rated one is, once it is known which is rated.
    """

    floor: Decimal | None = None
    tolerance: Decimal | None = None
    tolerance_share: Decimal | None = None
    earlier: Earlier | None = None
    gain: Decimal | None = None

    def of(self, value: Decimal, goal: Goal) -> "Held":
        """The same for one figure."""
        if self.earlier is None:
            return self
        return replace(self, gain=goal.gap(value) - goal.gap(self.earlier.value))


NOTHING = Held()


@dataclass(frozen=True)
class Plan:
    """How a scheme divides the figures around a goal.

    Attributes:
        steps: the limits beside an end of the goal.
        how: for a status the words that say how its limit comes about.
        rest: what is said of everything beyond the last limit, where it is not plainly red.
        unsure: why a figure beyond the last limit cannot be rated, where it cannot.
    """

    steps: Steps
    how: Mapping[Status, str] = field(default_factory=dict)
    rest: str = ""
    unsure: str = ""
