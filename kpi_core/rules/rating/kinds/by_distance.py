"""Bands by distance from the target: a share of it, or in the indicator's unit (R1, R2)."""

from collections.abc import Callable
from decimal import Decimal

from kpi_core.catalogue import SchemeKind, StatusScheme
from kpi_core.formatting import share_text
from kpi_core.rules.rating.bands import Step
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Held, Plan
from kpi_core.rules.rating.measure import Measure
from kpi_core.vocabulary import Status

Width = Callable[[Decimal, Decimal], Decimal]
"""The distance that a tolerance is beside an end of the goal."""


def relative(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan | str:
    """Tolerances are shares of the target, so a target of zero has none (R3)."""
    del held
    shares = (scheme.amber_within, scheme.green_within, scheme.exceeded_beyond)
    if any(end == 0 for end, _ in goal.ends) and any(shares):
        return _at_zero(scheme, goal, measure)
    return by_width(
        scheme, goal, lambda share, end: share * abs(end), lambda share: share_text(share, 6)
    )


def absolute(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan:
    """Tolerances are numbers of the indicator's unit, points for a percentage."""
    del held
    return by_width(scheme, goal, lambda distance, _: distance, measure.exact_size)


def by_width(
    scheme: StatusScheme, goal: Goal, width: Width, said: Callable[[Decimal], str]
) -> Plan:
    """Exceeded, green, amber, red by growing shortfall."""
    green, amber = scheme.green_within or Decimal(0), scheme.amber_within or Decimal(0)
    beyond = None if goal.is_range else scheme.exceeded_beyond

    def steps(end: Decimal) -> list[Step]:
        better = [] if beyond is None else [Step(Status.EXCEEDED, -width(beyond, end), False)]
        within = Step(Status.GREEN, width(green, end), not goal.strict or green > 0)
        return [*better, within, Step(Status.AMBER, width(amber, end)), Step(Status.RED)]

    how = {Status.AMBER: f"within {said(amber)} of the target"}
    if green:
        how[Status.GREEN] = f"within {said(green)} of the target"
    if beyond is not None:
        how[Status.EXCEEDED] = f"better than the target by more than {said(beyond)}"
    return Plan(steps, how)


def _at_zero(scheme: StatusScheme, goal: Goal, measure: Measure) -> Plan | str:
    if scheme.zero_within is not None:
        flat = StatusScheme(kind=SchemeKind.ABSOLUTE, amber_within=scheme.zero_within)
        return absolute(flat, goal, Held(), measure)
    share, zero = share_text(scheme.amber_within or Decimal(0), 6), measure.figure(Decimal(0))
    return f"the target is {zero}, and a band of {share} of nothing has no width"


def relative_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """What the scheme says, for people."""
    made = distance_rules(scheme, lambda share: f"{share_text(share, 6)} of the target")
    if scheme.zero_within is None:
        return (*made, "A target of zero has no shares, so it is not rated.")
    return (*made, f"For a target of zero, amber is short by up to {scheme.zero_within:f}.")


def absolute_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """The same for numbers of the indicator's own unit."""
    unit = "in the indicator's own unit, percentage points for a percentage"
    return distance_rules(scheme, lambda distance: f"{distance:f} {unit}")


def distance_rules(scheme: StatusScheme, said: Callable[[Decimal], str]) -> tuple[str, ...]:
    green, amber = scheme.green_within or Decimal(0), scheme.amber_within or Decimal(0)
    rules, beyond = [], scheme.exceeded_beyond
    if beyond is not None:
        rules.append(f"Exceeded: better than the target by more than {said(beyond)}.")
    rules.append(
        f"Green: short of the target by up to and including {said(green)}, or better."
        if green
        else "Green: the target is met; a figure equal to it meets it."
    )
    if amber > green:
        rules.append(f"Amber: short of the target by up to and including {said(amber)}.")
        rules.append(f"Red: short by more than {said(amber)}.")
    else:
        rules.append("Red: anything else; there is no amber.")
    return tuple(rules)
