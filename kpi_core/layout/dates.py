"""Days in place of periods: which kind of period ends on them.

One day alone does not say so. Several do, if each ends a period of one kind and two of these
follow each other: 31 December and 31 March end quarters.
"""

from collections.abc import Iterable
from functools import lru_cache

from kpi_core.periods import Period, find_period
from kpi_core.periods.interval import ENDINGS
from kpi_core.vocabulary import PeriodKind

FOLLOWING = "since such days follow each other"
"""Why days are taken for the ends of periods."""

MOST_DAYS = 400
"""Different texts that are looked at: monthly figures of more than thirty years."""


def ending_of(texts: Iterable[str]) -> PeriodKind | None:
    """The longest kind of period that all the days among the texts end; None if there is none."""
    days = [text for text in dict.fromkeys(texts) if _is_day(text)][:MOST_DAYS]
    return next((kind for kind in reversed(ENDINGS) if _end(days, kind)), None)


def _end(days: Iterable[str], kind: PeriodKind) -> bool:
    found = [find_period(text, ending=kind) for text in days]
    periods = {each[0] for each in found if each is not None and isinstance(each[0], Period)}
    follow = any(period.previous() in periods for period in periods)
    return len(periods) == len(found) and follow


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    """Whether the text is no period by itself, and is one as soon as the kind is said."""
    alone, as_month = find_period(text), find_period(text, ending=PeriodKind.MONTH)
    said = alone is not None and isinstance(alone[0], Period)
    return not said and as_month is not None and isinstance(as_month[0], Period)
