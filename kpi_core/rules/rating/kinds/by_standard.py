"""Bands that belong to the indicator: its floor, or the tolerance agreed for it (R1)."""

from collections.abc import Sequence
from decimal import Decimal

from kpi_core.catalogue import StatusScheme
from kpi_core.formatting import share_text
from kpi_core.rules.rating.bands import Step
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Held, Plan
from kpi_core.rules.rating.measure import Measure
from kpi_core.vocabulary import Status


def floor(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan | str:
    """Green: target met. Amber: floor met. Red: floor missed."""
    del scheme
    if held.floor is None:
        return "no floor is known for it; give it one in the catalogue"
    if goal.is_range:
        return "a range has two ends, and a floor stands below one"
    floor_at = held.floor
    if goal.gap(floor_at) > 0:
        text = measure.exact(floor_at)
        return f"its floor of {text} is better than its target of {goal.text(measure)}"

    def steps(end: Decimal) -> Sequence[Step]:
        return (_met(goal), Step(Status.AMBER, abs(end - floor_at)), Step(Status.RED))

    return Plan(steps, {Status.AMBER: "short of that and no worse than its floor"})


def agreed(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan | str:
    """Amber within the tolerance that was agreed for this very indicator."""
    del scheme
    if held.tolerance is not None:
        said, tolerance = measure.exact_size(held.tolerance), held.tolerance
        share = None
    elif held.tolerance_share is not None:
        said, share, tolerance = share_text(held.tolerance_share, 6), held.tolerance_share, None
    else:
        return "no tolerance is agreed for it; give it one in the catalogue"
    if share is not None and any(end == 0 for end, _ in goal.ends):
        return f"the target is {measure.figure(Decimal(0))}, and {said} of nothing has no width"

    def steps(end: Decimal) -> Sequence[Step]:
        width = tolerance if tolerance is not None else (share or Decimal(0)) * abs(end)
        return (_met(goal), Step(Status.AMBER, width), Step(Status.RED))

    return Plan(steps, {Status.AMBER: f"within the agreed {said} of the target"})


def _met(goal: Goal) -> Step:
    return Step(Status.GREEN, Decimal(0), not goal.strict)


def floor_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """What the scheme says, for people."""
    del scheme
    return (
        "Green: the target is met; a figure equal to it meets it.",
        "Amber: the target is missed, and the floor of the indicator is met.",
        "Red: the floor is missed.",
        "The floor is the indicator's own, from the catalogue; without one it is not rated.",
    )


def agreed_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """The same for tolerances."""
    del scheme
    return (
        "Green: the target is met; a figure equal to it meets it.",
        "Amber: short of the target by up to and including the tolerance agreed for the indicator.",
        "Red: short by more than that.",
        "The tolerance is in the indicator's unit or a share of its target, from the catalogue.",
        "Without one it is not rated.",
    )
