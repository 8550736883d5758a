"""Status by quarter: one row per indicator, one column per period, a shape and a word in each.

The indicator's title stands above its row, so that the columns keep the whole width of a phone.
"""

from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, declared_or_computed, key_height, key_layers
from kpi_core.charts.measure import wrap_evenly
from kpi_core.charts.theme import (
    LINE_HEIGHT,
    NO_FIGURE,
    SIZE,
    STATUS_SHAPES,
    Palette,
    on_screen,
    shape,
)
from kpi_core.present.records import records

_TITLE_WIDTH = 300
"""Titles fold at the narrowest screen; a chart cannot know how wide it will be shown."""

_MARK_ROW = 22
_LETTER_BELOW = 13
_ROW_GAP = 7
_MOST_COLUMNS_WITH_WORDS = 5
_MOST_COLUMNS_LEVEL = 8
LETTERS = {
    "red": "R",
    "amber": "A",
    "green": "G",
    "exceeded": "E",
    "not_rated": "N",
    NO_FIGURE: "",
}


def draw(history: pd.DataFrame, palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws a status history (one row per indicator and period) as a grid.

    Args:
        history: indicator, title, position, period_label, period_position, status,
            status_word, declared, value_text, reason.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    periods = history.sort_values("period_position")["period_label"].unique().tolist()
    in_words = len(periods) <= _MOST_COLUMNS_WITH_WORDS
    row = _MARK_ROW if in_words else _MARK_ROW + _LETTER_BELOW
    titles, lines, height = _title_rows(history, row)
    cells = inline(_cells(history, titles, palette, in_words))
    signs = _signs(history, palette, in_words)
    layers = [
        _separators(titles, palette, row),
        _titles(lines),
        _marks(cells, periods, in_words),
        _words(cells, periods, in_words),
        *key_layers(signs, height + _ROW_GAP),
    ]
    full = height + (_ROW_GAP + key_height(signs) if signs else 0)
    return on_screen(layers, palette, description=description, height=full)


def _title_rows(
    history: pd.DataFrame, row: int
) -> tuple[dict[Any, float], list[dict[str, Any]], float]:
    """Top of each indicator's row, the folded lines of its title, and the height of all rows."""
    tops: dict[Any, float] = {}
    lines: list[dict[str, Any]] = []
    y = 4.0
    firsts = history.sort_values("position").drop_duplicates("indicator")
    for indicator, title in zip(firsts["indicator"], firsts["title"], strict=True):
        tops[indicator] = y
        for text in wrap_evenly(str(title), _TITLE_WIDTH, SIZE, bold=True):
            lines.append({"text": text, "y": y + LINE_HEIGHT / 2 + 2})
            y += LINE_HEIGHT
        tops[indicator] = y
        y += row + _ROW_GAP
    return tops, lines, y


def _cells(
    history: pd.DataFrame, tops: dict[Any, float], palette: Palette, in_words: bool
) -> list[dict[str, Any]]:
    cells = records(history)
    for cell in cells:
        status = cell["status"]
        cell["y"] = tops[cell["indicator"]] + _MARK_ROW / 2 + 1
        cell["shape"] = shape(status)
        cell["fill"] = palette.inside(status, bool(cell["declared"]))
        cell["edge"] = palette.edge(status)
        cell["ink"] = palette.ink if status != NO_FIGURE else palette.muted
        cell["word"] = cell["status_word"] if in_words else LETTERS.get(status, "N")
    return cells


def _x(periods: list[str]) -> alt.X:
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


def _separators(tops: dict[Any, float], palette: Palette, row: int) -> alt.Chart:
    data = inline({"y": top + row + 3} for top in tops.values())
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_rule(color=palette.grid, aria=False)
        .encode(y=alt.Y("y:Q", scale=None, axis=None), x=alt.value(0), x2=alt.value("width"))
    )
    return layer


def _titles(lines: list[dict[str, Any]]) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(inline(lines))
        .mark_text(align="left", baseline="middle", fontWeight="bold")
        .encode(x=alt.value(0), y=alt.Y("y:Q", scale=None, axis=None), text="text:N")
    )
    return layer


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Indicator"),
        alt.Tooltip("period_label:N", title="Period"),
        alt.Tooltip("value_text:N", title="Outturn"),
        alt.Tooltip("status_word:N", title="Status"),
        alt.Tooltip("reason:N", title="Reason"),
    ]


def _marks(cells: alt.InlineData, periods: list[str], in_words: bool) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(cells)
        .mark_point(size=72, strokeWidth=1.6, opacity=1, xOffset=-25 if in_words else 0)
        .encode(
            x=_x(periods),
            y=alt.Y("y:Q", scale=None, axis=None),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=_tooltip(),
        )
    )
    return layer


def _words(cells: alt.InlineData, periods: list[str], in_words: bool) -> alt.Chart:
    """The status in words beside its mark, or as a letter below it where columns are many."""
    beside, below = {"align": "left", "dx": -17}, {"align": "center", "dy": _LETTER_BELOW}
    place: dict[str, Any] = beside if in_words else below
    layer: alt.Chart = (
        alt.Chart(cells)
        .mark_text(baseline="middle", aria=False, **place)
        .encode(
            x=_x(periods),
            y=alt.Y("y:Q", scale=None, axis=None),
            text="word:N",
            color=alt.Color("ink:N", scale=None),
            tooltip=_tooltip(),
        )
    )
    return layer


def _signs(history: pd.DataFrame, palette: Palette, in_words: bool) -> list[Sign]:
    """The key: filled and hollow where both occur, and the letters where there are no words."""
    rated = history[history["status"].isin([s for s in STATUS_SHAPES if s != "not_rated"])]
    signs = [] if rated["declared"].all() else declared_or_computed(palette)
    if in_words:
        return signs
    words = history.drop_duplicates("status").set_index("status")["status_word"]
    return signs + [
        Sign(
            f"{letter}: {words[status]}" if letter else str(words[status]),
            shape(status),
            palette.inside(status, declared=True),
            palette.edge(status),
        )
        for status, letter in LETTERS.items()
        if status in words.index
    ]
