"""Texts with a day in them: a day is no period, but it may end one or say which one is meant."""

from collections.abc import Sequence

from kpi_core.cells import Problem
from kpi_core.cells.dates import readings, said
from kpi_core.cells.text import quote
from kpi_core.periods.interval import months_ending, period_ending
from kpi_core.periods.period import Period
from kpi_core.periods.tokens import Token, shape
from kpi_core.vocabulary import PeriodKind

_DATED_SPANS = ("ED", "D-D", "d-D")


def undated(tokens: Sequence[Token]) -> list[list[Token]]:
    """The parts of a run between its days and whatever else is no period.

    A run of which nothing has to be left out is kept whole.
    """
    if not set(shape(tokens)) & set("DdX") or shape(tokens) in _DATED_SPANS:
        return [list(tokens)]
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.code in "DdX":
            parts.append([])
        elif token.code != "-" or parts[-1]:
            parts[-1].append(token)
    for part in parts:
        while part and part[-1].code == "-":
            part.pop()
    return [part for part in parts if part]


def on_day(day: str, text: str, ending: PeriodKind | None) -> Period | Problem:
    """The period that a day ends, where the caller says of which kind."""
    days = sorted(set(readings(day).values()))
    if len(days) > 1:
        return Problem(f"{quote(text)} is a date that may be {said(days[0])} or {said(days[1])}")
    if ending is not None:
        return period_ending(days[0], ending)
    return Problem(f"{quote(text)} is a date; it does not say which period ends or starts then")


def ending_on(day: str, months: int, text: str) -> Period | Problem:
    """A day that may be of two months is of the one that it ends."""
    ended = [period_ending(found, PeriodKind.MONTH) for found in set(readings(day).values())]
    sure = [period for period in ended if isinstance(period, Period)]
    if len(sure) != 1:
        return Problem(f"{quote(text)} does not end with a month")
    return months_ending(sure[0], months)
