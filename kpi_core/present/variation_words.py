"""Sentences about the variation of one indicator."""

from dataclasses import dataclass

import pandas as pd

from kpi_core.rules.statistics.ruleset import Ruleset
from kpi_core.rules.statistics.special_causes import Signal
from kpi_core.rules.statistics.xmr import Xmr
from kpi_core.vocabulary import Accumulation, SpecialCause, Unit, Variation


@dataclass(frozen=True)
class Line:
    """One level across the chart. ``shown`` is kept to what is possible, ``exact`` is not."""

    name: str
    shown: float
    text: str
    exact: float


Between = tuple[str, str, str]
"""Lower limit, mean and upper limit as text."""


def reading(signal: Signal | None, ruleset: Ruleset) -> str:
    """What sets one figure apart, in a few words."""
    if signal is None:
        return "Within ordinary variation"
    high = signal.side > 0
    return {
        SpecialCause.OUTSIDE: f"{'Above the upper' if high else 'Below the lower'} limit",
        SpecialCause.TREND: (
            f"One of {ruleset.trend_points} or more in a row that {'rise' if high else 'fall'}"
        ),
        SpecialCause.NEAR_LIMIT: (
            f"One of at least two of three near the {'upper' if high else 'lower'} limit"
        ),
        SpecialCause.SHIFT: (
            f"One of {ruleset.shift_points} or more in a row "
            f"{'above' if high else 'below'} the mean"
        ),
    }[signal.cause]


def finding(chart: Xmr, state: Variation, figure: str, between: Between) -> str:
    """The one sentence: real or not, the figure, and what it is held against."""
    lower, _, upper = between
    trial = "trial " if chart.limits.trial else ""
    signal = chart.signals[chart.latest]
    if signal is None:
        return f"{state.phrase}: {figure} lies between the {trial}limits of {lower} and {upper}."
    said = reading(signal, chart.ruleset)
    said = f"{said[0].lower()}{said[1:]}"
    phrase = state.phrase
    if trial:
        phrase = f"On trial limits {phrase[0].lower()}{phrase[1:]}"
    return f"{phrase}: {figure} is {said}; the {trial}limits are {lower} and {upper}."


def notes(
    chart: Xmr | None, row: pd.Series, lines: tuple[Line, ...], *, cases_known: bool
) -> tuple[str, ...]:
    """What one has to know to trust the limits, or not."""
    if chart is None:
        return ()
    said = []
    limits, ruleset = chart.limits, chart.ruleset
    if limits.trial:
        said.append(
            f"These are trial limits, from {limits.count} figures. Limits settle from "
            f"{ruleset.settled_points} on."
        )
    if len(chart.signals[: chart.latest + 1]) > limits.count:
        said.append("A period is missing; no change is taken across it, and it ends every run.")
    if limits.left_out:
        changes = "change was" if limits.left_out == 1 else "changes were"
        said.append(f"{limits.left_out} outlying {changes} left out of the limits.")
    if row["accumulation"] == Accumulation.UNKNOWN:
        said.append(
            "The report does not say what a figure covers. If it runs through the year or "
            "averages over longer, these limits mean nothing."
        )
    if row["unit"] == Unit.PERCENT and not cases_known:
        said.append(
            "How many cases a percentage is of is not reported. With few, it swings by chance."
        )
    if any(line.shown != line.exact for line in lines):
        said.append("A limit is drawn at the end of what is possible; it was worked out beyond it.")
    return tuple(said)
