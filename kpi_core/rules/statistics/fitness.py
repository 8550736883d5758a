"""Which series a variation chart is fit for: neighbouring figures must be independent (X6)."""

from kpi_core.rules.statistics.recent_trend import YEARS
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.vocabulary import Accumulation, PeriodKind

REGULAR = (PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.HALF_YEAR, *YEARS)
"""Kinds of period that follow one another without a choice."""

_SENTENCES = {
    Reason.ACCUMULATING: (
        "No limits: each figure counts everything since the start of the year, so it rises within "
        "the year and falls back at its start whatever happens."
    ),
    Reason.ROLLING: (
        "No limits: each figure averages over a longer time and shares most of it with the figure "
        "before, so neighbouring figures are alike whatever happens."
    ),
    Reason.ANNUAL_IN_QUARTERS: (
        "No limits: there is one round a year, printed under a quarter, so the figures are not "
        "those of neighbouring quarters."
    ),
    Reason.NO_REGULAR_PERIODS: (
        "No limits: the periods are not stated, or do not follow one another regularly."
    ),
    Reason.BREAK: (
        "No limits: the publisher marks a break in the series, and figures on its two sides "
        "cannot be compared."
    ),
}


def unfit(accumulation: Accumulation, kind: PeriodKind, *, broken: bool) -> Refusal | None:
    """Why a series can have no limits however long it is, None if it may.

    Args:
        accumulation: what a figure covers; unknown passes, and has to be said beside the limits.
        kind: kind of its periods.
        broken: whether a figure is marked as a break in the series.
    """
    yearly = kind in YEARS
    checks = (
        (accumulation is Accumulation.YEAR_TO_DATE and not yearly, Reason.ACCUMULATING),
        (accumulation is Accumulation.ROLLING, Reason.ROLLING),
        (kind in (PeriodKind.ROLLING, PeriodKind.SPAN), Reason.ROLLING),
        (accumulation is Accumulation.ANNUAL and not yearly, Reason.ANNUAL_IN_QUARTERS),
        (kind not in REGULAR, Reason.NO_REGULAR_PERIODS),
        (broken, Reason.BREAK),
    )
    return next((Refusal(why, _SENTENCES[why]) for bad, why in checks if bad), None)
