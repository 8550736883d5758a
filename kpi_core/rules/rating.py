"""Status of a figure against its target, by a named scheme (R1-R3, S3).

Every answer carries its reason, made from the same constants that computed it. Figures are
compared unrounded, as Decimals, so that "within 5%" includes exactly 5% (R2).
"""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import StatusScheme
from kpi_core.formatting import figure_text, share_text, size_text
from kpi_core.vocabulary import Polarity, Status, Unit


@dataclass(frozen=True)
class Measure:
    """How the figures of one indicator are judged and written."""

    polarity: Polarity
    unit: Unit
    decimals: int | None

    def figure(self, value: Decimal) -> str:
        return figure_text(value, self.unit, self.decimals)

    def exact(self, value: Decimal) -> str:
        """A threshold, with as many decimals as it needs."""
        return figure_text(value, self.unit)

    def size(self, difference: Decimal) -> str:
        return size_text(difference, self.unit, self.decimals)

    @property
    def or_beyond(self) -> str:
        return "or higher" if self.polarity is Polarity.HIGHER_IS_BETTER else "or lower"


@dataclass(frozen=True)
class Rating:
    """``gap`` is in native units and ``gap_relative`` a fraction of the target; both positive
    when the figure is better than the target. ``status`` is None when not rated.
    """

    status: Status | None
    reason: str
    gap: Decimal | None = None
    gap_relative: Decimal | None = None


def rate(
    value: Decimal | None, target: Decimal | None, measure: Measure, scheme: StatusScheme
) -> Rating:
    """Rate one figure. No figure, no target, target 0 or no polarity: not rated, with the reason.

    Args:
        value: the outturn as printed (17.1 for 17.1%), or None when missing.
        target: in the same unit, or None when the report gives none.
        measure: polarity, unit and decimals of the indicator.
        scheme: the tolerance, from the catalogue.
    """
    if value is None:
        return Rating(None, "Not rated: there is no figure for this period.")
    if target is None:
        return Rating(None, f"Not rated: {measure.figure(value)}, and no target is known.")
    if not measure.polarity.judges:
        return Rating(None, "Not rated: it is not known which way is good for this indicator.")
    gap = measure.polarity.sign * (value - target)
    if target == 0:
        reason = (
            f"Not rated: the target is {measure.figure(target)}, and a band of "
            f"{share_text(scheme.amber_within)} of nothing has no width."
        )
        return Rating(None, reason, gap)
    relative = gap / abs(target)
    status = _status(gap, target, scheme)
    return Rating(status, _reason(value, target, gap, status, measure, scheme), gap, relative)


def amber_limit(target: Decimal, polarity: Polarity, scheme: StatusScheme) -> Decimal:
    """The worst figure that is still amber, in native units."""
    return target - polarity.sign * scheme.amber_within * abs(target)


def _status(gap: Decimal, target: Decimal, scheme: StatusScheme) -> Status:
    if gap >= 0:
        return Status.GREEN
    # compared as products, since a quotient would be rounded at the boundary
    return Status.AMBER if -gap <= scheme.amber_within * abs(target) else Status.RED


def _reason(
    value: Decimal,
    target: Decimal,
    gap: Decimal,
    status: Status,
    measure: Measure,
    scheme: StatusScheme,
) -> str:
    limit = amber_limit(target, measure.polarity, scheme)
    against = (
        f"{measure.figure(value)} against a target of {measure.figure(target)} {measure.or_beyond}"
    )
    bands = (
        f"Green is {measure.exact(target)} {measure.or_beyond}, amber is within "
        f"{share_text(scheme.amber_within)} of the target (up to {measure.exact(limit)})"
    )
    if measure.polarity is Polarity.HIGHER_IS_BETTER:
        bands = bands.replace("up to", "down to")
    if gap == 0:
        return f"{against}: exactly on target. {bands}, so this is green."
    side = "better" if gap > 0 else "worse"
    size = f"{measure.size(gap)} {side}, {share_text(gap / abs(target))} of the target"
    if status is Status.GREEN:
        return f"{against}: {size}. {bands}, so this is green."
    nearest = gap if status is Status.AMBER else measure.polarity.sign * (value - limit)
    better = "green" if status is Status.AMBER else "amber"
    distance = f"{measure.size(nearest)} from {better}"
    return f"{against}: {size}. {bands}, so this is {status}, {distance}."
