"""Direction of travel: movement first, judgement second, from a named earlier point (D1-D4, S4).

The dead band is one-sided: any gain is improving, a loss of up to a share of the compared figure
is maintained, a larger loss is declining. Accumulating counts are compared with the same period
a year before, annual surveys with their previous round (S17).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import DirectionScheme
from kpi_core.formatting import share_text
from kpi_core.periods import Period
from kpi_core.rules.rating import Measure
from kpi_core.vocabulary import Accumulation, Direction, DirectionBasis, Movement

NO_EARLIER = {
    DirectionBasis.LAST_REPORTED: "no earlier figure of the same kind is reported",
    DirectionBasis.SAME_PERIOD_LAST_YEAR: "there is no figure for the same period a year before",
    DirectionBasis.PREVIOUS_ROUND: "no previous round is reported",
}


@dataclass(frozen=True)
class Point:
    """One reported figure of a series."""

    period: Period
    value: Decimal


@dataclass(frozen=True)
class Travel:
    """``change`` is the figure minus the compared one, in native units, not turned by polarity."""

    direction: Direction | None
    reason: str
    basis: DirectionBasis | None = None
    change: Decimal | None = None
    compared: Point | None = None


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
    compared = earlier_point(series, period, basis)
    if compared is None:
        return Travel(None, f"Not comparable: {NO_EARLIER[basis]}.", basis)
    change = current.value - compared.value
    if not measure.polarity.judges:
        reason = f"{_movement(current, compared, measure)}. It is not known which way is good."
        return Travel(None, reason, basis, change, compared)
    gain = measure.polarity.sign * change
    if gain < 0 and compared.value == 0:
        reason = (
            f"Not comparable: {_movement(current, compared, measure)}, and a band of "
            f"{share_text(scheme.worse_within)} of nothing has no width."
        )
        return Travel(None, reason, basis, change, compared)
    direction = _judged(gain, compared.value, scheme)
    reason = _reason(direction, gain, current, compared, measure, basis, scheme)
    return Travel(direction, reason, basis, change, compared)


def basis_for(accumulation: Accumulation, scheme: DirectionScheme) -> DirectionBasis:
    """The scheme's basis, unless the kind of figure forbids it (D4)."""
    if accumulation is Accumulation.YEAR_TO_DATE:
        return DirectionBasis.SAME_PERIOD_LAST_YEAR
    if accumulation is Accumulation.ANNUAL:
        return DirectionBasis.PREVIOUS_ROUND
    return scheme.basis


def earlier_point(series: Sequence[Point], period: Period, basis: DirectionBasis) -> Point | None:
    """The point to compare with, or None where the series has none."""
    if basis is DirectionBasis.SAME_PERIOD_LAST_YEAR:
        before = period.year_before()
        return next((point for point in series if point.period == before), None)
    earlier = [point for point in series if point.period.sort_key < period.sort_key]
    if basis is DirectionBasis.LAST_REPORTED:  # a year's figure is not like a quarter's (D4)
        earlier = [point for point in earlier if point.period.kind is period.kind]
    return earlier[-1] if earlier else None


def _judged(gain: Decimal, compared: Decimal, scheme: DirectionScheme) -> Direction:
    if gain > 0:
        return Direction.IMPROVING
    if -gain <= scheme.worse_within * abs(compared):
        return Direction.MAINTAINED
    return Direction.DECLINING


def _movement(current: Point, compared: Point, measure: Measure) -> str:
    change = current.value - compared.value
    now, then = measure.figure(current.value), measure.figure(compared.value)
    when = f"in {compared.period.label}"
    if change == 0:
        return f"{now}, the same as {when}"
    verb = "rose" if Movement.of(change) is Movement.UP else "fell"
    return f"{verb} from {then} {when} to {now}"


def _reason(
    direction: Direction,
    gain: Decimal,
    current: Point,
    compared: Point,
    measure: Measure,
    basis: DirectionBasis,
    scheme: DirectionScheme,
) -> str:
    said = f"{direction.word}: {_movement(current, compared, measure)}"
    against = f"compared with {basis.phrase}"
    if gain == 0:
        return f"{said}, {against}."
    share = f" or {share_text(gain / abs(compared.value))}" if compared.value else ""
    if gain > 0:
        size = f"{measure.size(gain)}{share} better"
        return f"{said}, {size}, {against}; any gain counts as improving."
    size = f"{measure.size(gain)}{share} worse"
    allowed = share_text(scheme.worse_within)
    judged = "within" if direction is Direction.MAINTAINED else "more than"
    return f"{said}, {size}, {against}; that is {judged} the {allowed} that counts as maintained."
