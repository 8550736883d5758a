"""Direction of travel: movement first, judgement second, from a named earlier point (D1-D6, S4).

Movement is what the number did; the judgement turns it by polarity and holds it against the dead
band of the scheme. Accumulating counts are compared with the same period a year before, annual
surveys with their previous round (S17). Two figures are a change, never a trend (D5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import DirectionScheme
from kpi_core.formatting import decimal
from kpi_core.periods import Period
from kpi_core.rules.direction.bases import basis_for, earlier_point, held_against
from kpi_core.rules.direction.dead_bands import has_no_width, judge
from kpi_core.rules.direction.likeness import unlike
from kpi_core.rules.direction.notes import notes
from kpi_core.rules.direction.points import Held, Point
from kpi_core.rules.direction.rules import rules_of
from kpi_core.rules.direction.sentences import judged, moved, without_width
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Accumulation, Direction, DirectionBasis, Movement

__all__ = [
    "Point",
    "Travel",
    "basis_for",
    "earlier_point",
    "rules_of",
    "travel",
]


@dataclass(frozen=True)
class Travel:
    """Where a figure came from. ``direction`` is None where nothing can be judged.

    ``change`` is the figure minus the compared one, in native units, not turned by polarity; of a
    fitted line its end minus its start, and ``compared`` is then that start. Both are None where
    the figures are not comparable.
    """

    direction: Direction | None
    reason: str
    basis: DirectionBasis | None = None
    change: Decimal | None = None
    compared: Point | None = None

    @property
    def movement(self) -> Movement | None:
        """What the number did, whatever that is worth."""
        return None if self.change is None else Movement.of(self.change)


def travel(
    series: Sequence[Point],
    period: Period,
    measure: Measure,
    accumulation: Accumulation,
    scheme: DirectionScheme,
) -> Travel:
    """Judge the figure of ``period`` against the earlier point that its kind allows.

    Args:
        series: reported figures in time order, those without a value left out.
        period: the period to judge.
        measure: polarity, unit and decimals.
        accumulation: decides the basis where the scheme's own would mislead.
        scheme: basis and dead band, from the catalogue.
    """
    current = next((point for point in series if point.period == period), None)
    if current is None:
        return Travel(None, "Not available: there is no figure for this period.")
    basis = basis_for(accumulation, scheme)
    held = held_against(series, current, accumulation, scheme)
    why = held if isinstance(held, str) else unlike(held, series, measure)
    if isinstance(held, str) or why is not None:
        return Travel(None, f"Not comparable: {why}.", basis)
    direction, reason = _verdict(held, measure, basis, scheme)
    compared = held.used[0] if not held.line else Point(held.first, decimal(held.then))
    return Travel(
        direction, f"{reason} {notes(held)}".rstrip(), basis, decimal(held.change), compared
    )


def _verdict(
    held: Held, measure: Measure, basis: DirectionBasis, scheme: DirectionScheme
) -> tuple[Direction | None, str]:
    """The judgement with its reason, or why there is movement and no judgement."""
    if not measure.polarity.judges:
        return None, f"{moved(held, measure)}. It is not known which way is good."
    gain = measure.polarity.sign * held.change
    if has_no_width(gain, held.then, scheme):
        return None, f"Not comparable: {without_width(held, measure, scheme)}."
    direction = judge(gain, held.then, scheme)
    return direction, judged(direction, held, measure, basis, scheme)
