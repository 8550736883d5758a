"""Periods of these files: a year in ``time_period``, and which kind of year beside it."""

import re
from functools import lru_cache

from kpi_core.cells import Problem
from kpi_core.cells.text import quote, squeeze
from kpi_core.national.periods import Year, resolve
from kpi_core.periods import UNKNOWN, Period, parse_period

KINDS = {
    "reporting year": Year.FINANCIAL,
    "financial year": Year.FINANCIAL,
    "academic year": Year.ACADEMIC,
    "calendar year": Year.CALENDAR,
}
"""A reporting year of children's social care ends on 31 March (B7): 2025 is 2024/25."""

_BOTH = re.compile(r"([0-9]{4})([0-9]{2})")


@lru_cache(maxsize=1024)
def period_of(time: str, identifier: str) -> Period | Problem:
    """``2025`` of a reporting year is 2024/25; ``202425`` names both years itself."""
    kind = KINDS.get(squeeze(identifier).casefold())
    body = _BOTH.sub(r"\1-\2", time.strip()) if _BOTH.fullmatch(time.strip()) else time.strip()
    if kind is None:
        return parse_period(f"{identifier} {body}")
    found = resolve(body, kind)
    if found.period is UNKNOWN:
        return Problem(found.reason or f"{quote(time)} is not a period")
    return found.period
