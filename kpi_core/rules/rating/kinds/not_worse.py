"""Green near the target; further off, amber if no worse than before and red if worse (R1)."""

from collections.abc import Sequence
from decimal import Decimal

from kpi_core.catalogue import StatusScheme
from kpi_core.formatting import share_text
from kpi_core.rules.rating.bands import Step
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Held, Plan
from kpi_core.rules.rating.measure import Measure
from kpi_core.vocabulary import DirectionBasis, Status


def basis(scheme: StatusScheme) -> DirectionBasis:
    """The earlier figure that decides; the same period a year before where none is named."""
    return scheme.basis or DirectionBasis.SAME_PERIOD_LAST_YEAR


def not_worse(scheme: StatusScheme, goal: Goal, held: Held, measure: Measure) -> Plan | str:
    """A figure near the target is green whatever came before; further off, the gain decides."""
    share = scheme.green_within or Decimal(0)
    said, against = share_text(share, 6), basis(scheme).phrase
    if any(end == 0 for end, _ in goal.ends):
        return f"the target is {measure.figure(Decimal(0))}, and {said} of nothing has no width"
    beyond = Status.AMBER if held.gain is not None and held.gain >= 0 else Status.RED

    def steps(end: Decimal) -> Sequence[Step]:
        return (Step(Status.GREEN, share * abs(end), not goal.strict or share > 0), Step(beyond))

    how = {Status.GREEN: f"within {said} of the target"} if share else {}
    rest = f"anything further off is amber if no worse than {against} and red if worse"
    if held.earlier is None:
        return Plan(steps, how, rest, f"{rest}, and that figure is not known")
    return Plan(steps, how, f"{rest}; that was {held.earlier.text}")


def not_worse_rules(scheme: StatusScheme) -> tuple[str, ...]:
    """What the scheme says, for people."""
    said, against = share_text(scheme.green_within or Decimal(0), 6), basis(scheme).phrase
    return (
        f"Green: short of the target by up to and including {said} of it, or better.",
        f"Amber: further off, and no worse than {against}.",
        f"Red: further off, and worse than {against}.",
        "Without that earlier figure, a figure that is further off is not rated.",
    )
