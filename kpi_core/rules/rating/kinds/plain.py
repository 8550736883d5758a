"""Schemes without a band: met or not met, and no colour at all (R1)."""

from collections.abc import Sequence
from decimal import Decimal

from kpi_core.catalogue import StatusScheme
from kpi_core.rules.rating.bands import Step
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Held, Plan
from kpi_core.rules.rating.measure import Measure
from kpi_core.vocabulary import Status


def met(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan:
    """Green or red."""
    del scheme, held, measure

    def steps(end: Decimal) -> Sequence[Step]:
        del end
        return (Step(Status.GREEN, Decimal(0), not goal.strict), Step(Status.RED))

    return Plan(steps)


def contextual(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> str:
    """No colour, whatever the figure."""
    del scheme, goal, held, measure
    return CONTEXTUAL


CONTEXTUAL = "it is given for context and has no colour"


def met_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """What the scheme says, for people."""
    del scheme
    return (
        "Green: the target is met; a figure equal to it meets it.",
        "Red: anything else; there is no amber.",
    )


def contextual_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """The same where there is nothing to say."""
    del scheme
    return (f"Not rated: {CONTEXTUAL}.",)
