"""Whether two printings of one figure say the same, and how far two rows agree."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.formatting import rounded


class Likeness(Enum):
    """``REPRINTED``: equal once both are rounded to the fewer decimals (16.0 and 15.96)."""

    SAME = "same"
    REPRINTED = "reprinted"
    RESTATED = "restated"


def likeness(
    before: Decimal, after: Decimal, places: tuple[int | None, int | None] = (None, None)
) -> Likeness:
    """How a later printing of a figure stands to an earlier one.

    Args:
        before: the earlier figure.
        after: the later one.
        places: decimals that each was printed with; None for a quotient, which is exact.
    """
    if before == after:
        return Likeness.SAME
    first, second = places
    if first is None or second is None:
        return Likeness.RESTATED
    fewest = min(first, second)
    alike = rounded(before, fewest) == rounded(after, fewest)
    return Likeness.REPRINTED if alike else Likeness.RESTATED


class Agreement(NamedTuple):
    """Figures of the same periods in two rows; ``several`` if unlike figures are the same."""

    same: int
    different: int
    several: bool = False

    @property
    def borne_out(self) -> bool:
        """At least one figure is the same and none is different."""
        return self.same > 0 and not self.different

    @property
    def proven(self) -> bool:
        """Most figures are the same, and not all by being one and the same number."""
        return self.several and self.same > self.different

    @property
    def refuted(self) -> bool:
        """No figure is the same, and more than one is different."""
        return not self.same and self.different > 1

    @property
    def sentence(self) -> str:
        if not self.same + self.different:
            return "they have no figure of the same period to compare"
        return (
            f"{self.same} of their {self.same + self.different} figures of the same periods agree"
        )


FigureKey: TypeAlias = tuple[str, Decimal]
"""A period and a value."""


def figure_keys(facts: IndicatorFacts) -> Iterator[FigureKey]:
    """The row's own figures of stated periods."""
    return ((o.period.label, o.value) for o in _dated(facts).values() if o.value is not None)


def agreement(one: IndicatorFacts, other: IndicatorFacts) -> Agreement:
    """How far the figures of two rows agree in the periods that both have."""
    first, second = _dated(one), _dated(other)
    same: list[Decimal] = []
    different = 0
    for label in first.keys() & second.keys():
        before, after = first[label], second[label]
        if before.value is None or after.value is None:
            continue
        places = (before.figure.decimals, after.figure.decimals)
        if likeness(before.value, after.value, places) is Likeness.RESTATED:
            different += 1
        else:
            same.append(after.value)
    return Agreement(len(same), different, len(set(same)) > 1)


def _dated(facts: IndicatorFacts) -> dict[str, Observation]:
    return {o.period.label: o for o in facts.own if o.period.end is not None}
