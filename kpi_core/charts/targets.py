"""The target and its amber band, over the periods that the target is known for."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.references import TARGET_DASH
from kpi_core.charts.theme import Palette

if TYPE_CHECKING:
    from kpi_core.present.series import TrendSeries

Row = dict[str, Any]


def unbroken(wanted: list[bool]) -> list[tuple[int, int]]:
    """First and last place of each unbroken run of True."""
    edges = [at for at, (a, b) in enumerate(pairwise([False, *wanted, False])) if a != b]
    return [(start, end - 1) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _span(chart: alt.Chart) -> alt.Chart:
    """From the left edge of the first period of a run to the right edge of its last."""
    return chart.encode(x=alt.X("start:O", bandPosition=0), x2=alt.X2("end", bandPosition=1))


def amber_band(series: "TrendSeries", spans: list[Row], palette: Palette) -> list[alt.Chart]:
    """Each run of amber figures, edged where red begins."""
    if not series.bands or not spans:
        return []
    ends = [{**span, "a": near, "far": far} for span in spans for near, far in series.bands]
    area = alt.Chart(inline(ends)).mark_rect(color=palette.band, aria=False)
    edge = alt.Chart(inline(ends)).mark_rule(color=palette.band_edge, strokeDash=[1, 2], aria=False)
    return [_span(area).encode(y="a:Q", y2="far:Q"), _span(edge).encode(y="far:Q")]


def target_spans(series: "TrendSeries", periods: list[str]) -> list[Row]:
    """Start, end and level of every run of periods with one target, the shown one among them.

    Args:
        series: with the periods of the shown target and those that have another.
        periods: labels in time order.
    """
    shown = set(series.target_periods) if series.levels else set()
    levels = dict.fromkeys(series.levels, shown)
    for period, level in series.other_targets:
        if period not in shown:
            levels[level] = levels.get(level, set()) | {period}
    return [
        {"start": periods[start], "end": periods[end], "target": level}
        for level, of_level in levels.items()
        for start, end in unbroken([period in of_level for period in periods])
    ]


def target_rule(spans: list[Row], palette: Palette) -> list[alt.Chart]:
    if not spans:
        return []
    data = inline(spans)
    rule = alt.Chart(data).mark_rule(
        color=palette.target, strokeDash=TARGET_DASH, strokeWidth=1.8, aria=False
    )
    return [_span(rule).encode(y="target:Q")]
