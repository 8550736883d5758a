"""A grid of one row per indicator and one column per period, whatever stands in its cells.

The indicator's title stands above its row, so that the columns keep the whole width of a phone.
"""

from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.measure import wrap_evenly
from kpi_core.charts.theme import LINE_HEIGHT, SIZE, Palette

TITLE_WIDTH = 300
"""Titles fold at the narrowest screen; a chart cannot know how wide it will be shown."""

MARK_ROW = 22
LETTER_BELOW = 13
ROW_GAP = 7
_MOST_COLUMNS_LEVEL = 8


def title_rows(
    cells: pd.DataFrame, row: int
) -> tuple[dict[Any, float], list[dict[str, Any]], float]:
    """Top of each indicator's row, the folded lines of its title, and the height of all rows."""
    tops: dict[Any, float] = {}
    lines: list[dict[str, Any]] = []
    y = 4.0
    firsts = cells.sort_values("position").drop_duplicates("indicator")
    for indicator, title in zip(firsts["indicator"], firsts["title"], strict=True):
        tops[indicator] = y
        for text in wrap_evenly(str(title), TITLE_WIDTH, SIZE, bold=True):
            lines.append({"text": text, "y": y + LINE_HEIGHT / 2 + 2})
            y += LINE_HEIGHT
        tops[indicator] = y
        y += row + ROW_GAP
    return tops, lines, y


def columns(periods: list[str]) -> alt.X:
    """One column per period, its label in short lines above; upright where columns are many."""
    many = len(periods) > _MOST_COLUMNS_LEVEL
    lines = 1 if many else max((len(period.split()) for period in periods), default=1)
    axis = alt.Axis(
        orient="top",
        title=None,
        domain=False,
        ticks=False,
        labelAngle=-90 if many else 0,
        labelPadding=5 + LINE_HEIGHT * (lines - 1),
        labelExpr="datum.label" if many else "split(datum.label, ' ')",
    )
    return alt.X("period_label:O", scale=alt.Scale(domain=periods), axis=axis)


def separators(tops: dict[Any, float], palette: Palette, row: int) -> alt.Chart:
    """A line below each row of marks."""
    data = inline({"y": top + row + 3} for top in tops.values())
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_rule(color=palette.grid, aria=False)
        .encode(y=alt.Y("y:Q", scale=None, axis=None), x=alt.value(0), x2=alt.value("width"))
    )
    return layer


def title_layer(lines: list[dict[str, Any]]) -> alt.Chart:
    """The folded titles above their rows."""
    layer: alt.Chart = (
        alt.Chart(inline(lines))
        .mark_text(align="left", baseline="middle", fontWeight="bold")
        .encode(x=alt.value(0), y=alt.Y("y:Q", scale=None, axis=None), text="text:N")
    )
    return layer
