"""The unit of a LAIT measure: from the words on its axis, else from its title."""

import re
from collections.abc import Sequence

from kpi_core.vocabulary import Unit

RULES: Sequence[tuple[str, Unit]] = (
    (r"% gap", Unit.PERCENTAGE_POINT),
    (r"%", Unit.PERCENT),
    (r"rate per 1,?000\b", Unit.RATE_PER_1000),
    (r"rate per 10,?000\b", Unit.RATE_PER_10000),
    (r"rate per 100,?000\b", Unit.RATE_PER_100000),
    (r"(?:spend|unit cost)\b", Unit.GBP),
    (r"(?:average|score)\b", Unit.SCORE),
    (r"case load\b", Unit.RATIO),
    (r"(?:number|total cases|social workers)\b", Unit.COUNT),
    (r"(?:starters|leavers) fte\b", Unit.COUNT),
)
"""How the words on the axis begin, the first one that fits. A score may be below zero."""

_RULES = tuple((re.compile(start, re.IGNORECASE), unit) for start, unit in RULES)
_IN_PERCENT = "(%)"
_COUNTS = re.compile(r"number of\b", re.IGNORECASE)


def unit_of(axis: str, title: str) -> Unit:
    """The unit, ``unknown`` where axis and title do not say it or contradict each other."""
    said = next((unit for start, unit in _RULES if start.match(axis.strip())), Unit.UNKNOWN)
    if said is Unit.UNKNOWN and _IN_PERCENT in title:
        return Unit.PERCENT
    counts = _COUNTS.match(title.strip()) and _IN_PERCENT not in title
    return Unit.UNKNOWN if said is Unit.PERCENT and counts else said
