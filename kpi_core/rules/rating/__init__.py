"""Status against target: the goal, the bands around it, the kinds of scheme, and why in words."""

from kpi_core.rules.rating.bands import Band, Bands
from kpi_core.rules.rating.changing import changes
from kpi_core.rules.rating.fragile import Fragility, fragility
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Earlier, Held
from kpi_core.rules.rating.kinds import KINDS
from kpi_core.rules.rating.measure import Measure
from kpi_core.rules.rating.rate import Rating, rate

__all__ = [
    "KINDS",
    "Band",
    "Bands",
    "Earlier",
    "Fragility",
    "Goal",
    "Held",
    "Measure",
    "Rating",
    "changes",
    "fragility",
    "rate",
]
