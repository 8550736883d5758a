"""What every chart over time shares: its axes, its gaps, its line, and where a value is drawn."""

from math import ceil
from typing import Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.labels import MOST_LABELS
from kpi_core.charts.measure import text_width
from kpi_core.charts.theme import LINE_HEIGHT, SIZE, Palette

Row = dict[str, Any]

_LEAST_AXIS_WIDTH = 30
_TICK_ROOM = 8
_TICK_AND_SPACE = 18


class Frame:
    """The axes: periods across, figures up. ``below`` is the pixels that the periods take."""

    def __init__(
        self, periods: list[str], unit_label: str, decimals: int, low: float, high: float
    ) -> None:
        figures = text_width(f"{high:,.{decimals}f}", SIZE) + _TICK_ROOM
        self.left = max(_LEAST_AXIS_WIDTH, ceil(figures))
        many = len(periods) > MOST_LABELS
        longest = max((text_width(period, SIZE) for period in periods), default=0.0)
        lines = max((len(period.split()) for period in periods), default=1)
        self.below = _TICK_AND_SPACE + (ceil(longest) if many else LINE_HEIGHT * max(lines, 2))
        self.x = alt.X(
            "period_label:O",
            scale=alt.Scale(domain=periods, type="band"),
            axis=alt.Axis(
                title=None,
                grid=False,
                labelOverlap="parity",
                labelAngle=-90 if many else 0,
                labelExpr="datum.label" if many else "split(datum.label, ' ')",
            ),
        )
        self.y = alt.Y(
            "value:Q",
            scale=alt.Scale(domain=[low, high], nice=False, zero=False),
            axis=self._upright(unit_label),
        )

    def _upright(self, title: str) -> alt.Axis:
        """The value axis with its title above it, where it can be read without turning."""
        return alt.Axis(
            title=title,
            titleAngle=0,
            titleAlign="left",
            titleAnchor="end",
            titleX=-self.left,
            titleY=-14,
            tickCount=5,
            minExtent=self.left,
            maxExtent=self.left,
            format=",~r",
            domain=False,
            ticks=False,
        )


def gaps(points: list[Row], frame: Frame, palette: Palette, height: int) -> list[alt.Chart]:
    """Shades each period without a figure. Carries the axes."""
    missing = inline(point for point in points if point["value"] is None)
    shade = alt.Chart(missing).mark_rect(color=palette.gap, y=0, y2=height, aria=False)
    every = alt.Chart(inline(points)).mark_point(opacity=0, aria=False)
    return [shade.encode(x=frame.x), every.encode(x=frame.x, y=frame.y)]


def line(points: list[Row], colour: str) -> list[alt.Chart]:
    """The line between neighbouring figures; ``segment`` changes at each missing one."""
    known = [point for point in points if point["value"] is not None]
    base = alt.Chart(inline(known)).mark_line(color=colour, strokeWidth=2.4, aria=False)
    return [base.encode(x="period_label:O", y="value:Q", detail="segment:N")]


def marks(points: list[Row], last: tuple[str, str], stroke: float) -> alt.Chart:
    """A sign at each figure, named on focus.

    Args:
        points: with ``shape``, ``fill`` and ``edge``.
        last: field and title of what is said after period and figure.
        stroke: width of the outline.
    """
    known = [point for point in points if point["value"] is not None]
    layer: alt.Chart = (
        alt.Chart(inline(known))
        .mark_point(size=110, strokeWidth=stroke, opacity=1)
        .encode(
            x="period_label:O",
            y="value:Q",
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=[
                alt.Tooltip("period_label:N", title="Period"),
                alt.Tooltip("value_text:N", title="Outturn"),
                alt.Tooltip(f"{last[0]}:N", title=last[1]),
            ],
        )
    )
    return layer


def axis_note(low: float, decimals: int, suffix: str) -> str:
    """Says in words that the axis is cut, as those who see it can tell."""
    start = f"{low:,.{decimals}f}{suffix}"
    return f" The value axis starts at {start}, not at zero." if low > 0 else ""


def pixel(value: float, low: float, high: float, height: float) -> float:
    """Where a value is drawn, in pixels from the top of the plot."""
    return height * (high - value) / (high - low)
