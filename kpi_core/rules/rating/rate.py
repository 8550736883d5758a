"""Status of a figure against its target, by a named scheme (R1-R4, S3).

Every answer carries its reason, made from the same constants that computed it. Figures are
compared unrounded, as Decimals, so that "within 5%" includes exactly 5% (R2).
"""

from dataclasses import dataclass
from decimal import Decimal

from kpi_core.catalogue import SchemeKind, StatusScheme
from kpi_core.rules.rating.bands import Bands, around
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import NOTHING, Held, Plan
from kpi_core.rules.rating.kinds import KINDS
from kpi_core.rules.rating.kinds.plain import CONTEXTUAL
from kpi_core.rules.rating.measure import Measure
from kpi_core.rules.rating.sentence import against, why
from kpi_core.vocabulary import Status


@dataclass(frozen=True)
class Rating:
    """``gap`` is in native units and ``gap_relative`` a fraction of the target; both positive
    when the figure is better than the target. ``status`` is None when not rated. ``bands`` are
    the figures of every colour, where the scheme gives any.
    """

    status: Status | None
    reason: str
    gap: Decimal | None = None
    gap_relative: Decimal | None = None
    bands: Bands | None = None


def rate(
    value: Decimal | None,
    target: Decimal | Goal | None,
    measure: Measure,
    scheme: StatusScheme,
    held: Held = NOTHING,
) -> Rating:
    """Rate one figure. What cannot be rated is None with the reason.

    Args:
        value: the outturn as printed (17.1 for 17.1%), or None when missing.
        target: in the same unit, or None when there is none.
        measure: polarity, unit and decimals of the indicator.
        scheme: how the colours are told apart, from the catalogue.
        held: what else the scheme may ask for: floor, tolerance, an earlier figure.
    """
    if scheme.kind is SchemeKind.CONTEXTUAL:
        return Rating(None, f"Not rated: {CONTEXTUAL}.")
    if value is None:
        return Rating(None, "Not rated: there is no figure for this period.")
    if target is None:
        return Rating(None, f"Not rated: {measure.figure(value)}, and no target is known.")
    goal = target if isinstance(target, Goal) else Goal.of(target, measure.polarity)
    if goal is None:
        return Rating(None, "Not rated: it is not known which way is good for this indicator.")
    plan = KINDS[scheme.kind].plan(scheme, goal, held.of(value, goal), measure)
    if isinstance(plan, str):
        return Rating(None, f"Not rated: {plan}.", goal.gap(value))
    return _rated(value, goal, plan, measure)


def _rated(value: Decimal, goal: Goal, plan: Plan, measure: Measure) -> Rating:
    bands = around(goal, plan.steps)
    status = bands.at(value).status
    gap, end = goal.gap(value), goal.end(value)
    relative = gap / abs(end) if end else None
    if plan.unsure and status is bands.statuses[-1]:
        reason = f"Not rated: {against(value, goal, measure)}; {plan.unsure}."
        return Rating(None, reason, gap, relative)
    reason = why(value, goal, bands, plan, measure)
    return Rating(status, reason, gap, relative, None if plan.unsure else bands)
