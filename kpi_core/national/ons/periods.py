"""Intervals such as ``2014-04-01/P3Y``: three years from the first of April 2014."""

import re
from datetime import date, timedelta
from functools import lru_cache

from kpi_core.cells import Problem
from kpi_core.cells.text import quote
from kpi_core.periods import Period, parse_period

_YEARS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00:00Z?)?/P([0-9]{1,2})Y")
_SEPTEMBER = (9, 1)


@lru_cache(maxsize=1024)
def period_of(text: str) -> Period | Problem:
    """The period of an interval.

    A year from 1 September is an academic year. One that starts in the middle of a month, as a
    survey's does, is a span of days.
    """
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        return parse_period(text)
    try:
        first = date.fromisoformat(match[1])
        last = first.replace(year=first.year + int(match[2])) - timedelta(days=1)
        if (first.month, first.day) == _SEPTEMBER and match[2] == "1":
            return Period.academic_year(first.year)
        return Period.of_days(first, last)
    except ValueError as error:
        return Problem(f"{quote(text)} is not a period: {error}")
