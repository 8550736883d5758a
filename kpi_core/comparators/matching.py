"""Which period of a national measure a figure is held against, and what has to be said of it (B4).

The same period is the one with the same last day, even where its kind differs: the quarter that
ends a year and that year end together. The latest one is for those who choose it, with the lag.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpi_core.cells.dates import said
from kpi_core.periods import Period
from kpi_core.vocabulary import Accumulation, PeriodMatch

FLOWS = (Accumulation.IN_PERIOD, Accumulation.YEAR_TO_DATE)
"""What counts over a stretch of time: two of them compare only over equally long ones."""


@dataclass(frozen=True)
class Matched:
    """``theirs`` is None where nothing compares, and ``sentence`` then says why.

    Attributes:
        match: what was asked for.
        theirs: the period to take from the measure.
        lag_months: months from the end of ours to the end of theirs; negative is older.
        sentence: what differs between the two; None where they are the same period.
    """

    match: PeriodMatch
    theirs: Period | None
    lag_months: int = 0
    sentence: str | None = None


def matched(
    ours: Period,
    covers: Accumulation,
    theirs: Sequence[Period],
    match: PeriodMatch = PeriodMatch.SAME,
    theirs_cover: Accumulation = Accumulation.UNKNOWN,
) -> Matched:
    """The period of a measure for a figure of ours.

    Args:
        ours: the period of our figure.
        covers: what our figure covers.
        theirs: periods that the measure has figures of, in any order.
        match: the same period, or the latest by choice.
        theirs_cover: what the measure's figures cover, where that is known.
    """
    known = sorted((p for p in theirs if p.end is not None), key=lambda p: p.sort_key)
    if ours.end is None:
        return Matched(match, None, sentence="Not compared: the period of our figure is not known.")
    if not known:
        return Matched(match, None, sentence="Not compared: the measure has no figures.")
    if match is PeriodMatch.LATEST:
        return _checked(ours, covers, known[-1], match, theirs_cover)
    ending = [p for p in known if p.end == ours.end]
    if not ending:
        why = (
            f"Not compared: the measure has no period that ends on {said(ours.end)}; its latest "
            f"is {known[-1].label}."
        )
        return Matched(match, None, sentence=why)
    best = next((p for p in ending if p == ours), ending[-1])
    return _checked(ours, covers, best, match, theirs_cover)


def _checked(
    ours: Period,
    covers: Accumulation,
    theirs: Period,
    match: PeriodMatch,
    theirs_cover: Accumulation,
) -> Matched:
    lag = _lag(ours, theirs)
    why = _unlike(ours, covers, theirs, theirs_cover)
    if why is not None:
        return Matched(match, None, lag, why)
    sentences = (_kinds(ours, covers, theirs), _lag_words(lag, theirs))
    return Matched(match, theirs, lag, " ".join(s for s in sentences if s) or None)


def _unlike(
    ours: Period, covers: Accumulation, theirs: Period, theirs_cover: Accumulation
) -> str | None:
    """Why a count over one stretch of time cannot stand beside another; None if it may."""
    if covers not in FLOWS:
        return None
    if theirs_cover is Accumulation.SNAPSHOT:
        return (
            f"Not compared: our figure of {ours.label} counts over a time, and theirs of "
            f"{theirs.label} is a count on one day."
        )
    mine = _months(_since(ours, covers), ours.end)
    other = _months(theirs.start, theirs.end)
    if mine == other:
        return None
    counts = "since the start of the year" if covers is Accumulation.YEAR_TO_DATE else "only then"
    return (
        f"Not compared: our figure of {ours.label} counts what happened {counts}, over {mine} "
        f"{_plural(mine)}, and theirs of {theirs.label} over {other}."
    )


def _since(ours: Period, covers: Accumulation) -> date | None:
    """The first day that our figure counts from."""
    if covers is Accumulation.IN_PERIOD or ours.end is None:
        return ours.start
    april = date(ours.end.year if ours.end.month >= 4 else ours.end.year - 1, 4, 1)
    return april if ours.start is None else min(april, ours.start)


def _kinds(ours: Period, covers: Accumulation, theirs: Period) -> str | None:
    """What has to be said where the two are not the same stretch of time."""
    if ours.kind is theirs.kind or ours.end is None or theirs.end is None:
        return None
    ends = "which ends with it" if ours.end == theirs.end else f"which ends {said(theirs.end)}"
    unsure = " It is not known what our figure covers." if covers is Accumulation.UNKNOWN else ""
    return f"Ours is of {ours.label}, theirs of {theirs.label}, {ends}.{unsure}"


def _lag_words(lag: int, theirs: Period) -> str | None:
    if not lag:
        return None
    way = "newer" if lag > 0 else "older"
    return f"Theirs, of {theirs.label}, is {abs(lag)} {_plural(abs(lag))} {way} than ours."


def _lag(ours: Period, theirs: Period) -> int:
    if ours.end is None or theirs.end is None:
        return 0
    return (theirs.end.year - ours.end.year) * 12 + theirs.end.month - ours.end.month


def _months(start: date | None, end: date | None) -> int | None:
    if start is None or end is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month + 1


def _plural(months: int | None) -> str:
    return "month" if months == 1 else "months"
