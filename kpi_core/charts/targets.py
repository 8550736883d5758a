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
    if series.band is None or not spans:
        return []
    ends = [{**span, "a": series.band[0], "b": series.band[1]} for span in spans]
    far = max(series.band, key=lambda end: abs(end - (series.target or 0)))
    area = alt.Chart(inline(ends)).mark_rect(color=palette.band, aria=False)
    edge = alt.Chart(inline([{**span, "far": far} for span in spans])).mark_rule(
        color=palette.band_edge, strokeDash=[1, 2], aria=False
    )
    return [_span(area).encode(y="a:Q", y2="b:Q"), _span(edge).encode(y="far:Q")]


def target_spans(series: "TrendSeries", periods: list[str]) -> list[Row]:
    """Start, end and level of every run of periods with one target, the shown one among them.

    Args:
        series: with the periods of the shown target and those that have another.
        periods: labels in time order.
    """
    levels: dict[str, float] = dict(series.other_targets)
    if series.target is not None:
        levels |= dict.fromkeys(series.target_periods, series.target)
    return [
        {"start": periods[start], "end": periods[end], "target": level}
        for level in dict.fromkeys(levels.values())
        for start, end in unbroken([levels.get(period) == level for period in periods])
    ]


def target_rule(spans: list[Row], palette: Palette) -> list[alt.Chart]:
    if not spans:
        return []
    data = inline(spans)
    rule = alt.Chart(data).mark_rule(
        color=palette.target, strokeDash=TARGET_DASH, strokeWidth=1.8, aria=False
    )
    return [_span(rule).encode(y="target:Q")]
