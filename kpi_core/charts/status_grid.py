"""Status by quarter: one row per indicator, one column per period, a shape and a word in each.

The indicator's title stands above its row, so that the columns keep the whole width of a phone.
"""

from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, declared_or_computed, key_height, key_layers
from kpi_core.charts.periods_across import (
    LETTER_BELOW,
    MARK_ROW,
    ROW_GAP,
    columns,
    separators,
    title_layer,
    title_rows,
)
from kpi_core.charts.theme import (
    NO_FIGURE,
    STATUS_SHAPES,
    Palette,
    on_screen,
    shape,
)
from kpi_core.present.records import records

_MOST_COLUMNS_WITH_WORDS = 5
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
    row = MARK_ROW if in_words else MARK_ROW + LETTER_BELOW
    titles, lines, height = title_rows(history, row)
    cells = inline(_cells(history, titles, palette, in_words))
    signs = _signs(history, palette, in_words)
    layers = [
        separators(titles, palette, row),
        title_layer(lines),
        _marks(cells, periods, in_words),
        _words(cells, periods, in_words),
        *key_layers(signs, height + ROW_GAP),
    ]
    full = height + (ROW_GAP + key_height(signs) if signs else 0)
    return on_screen(layers, palette, description=description, height=full)


def _cells(
    history: pd.DataFrame, tops: dict[Any, float], palette: Palette, in_words: bool
) -> list[dict[str, Any]]:
    cells = records(history)
    for cell in cells:
        status = cell["status"]
        cell["y"] = tops[cell["indicator"]] + MARK_ROW / 2 + 1
        cell["shape"] = shape(status)
        cell["fill"] = palette.inside(status, bool(cell["declared"]))
        cell["edge"] = palette.edge(status)
        cell["ink"] = palette.ink if status != NO_FIGURE else palette.muted
        cell["word"] = cell["status_word"] if in_words else LETTERS.get(status, "N")
    return cells


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
            x=columns(periods),
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
    beside, below = {"align": "left", "dx": -17}, {"align": "center", "dy": LETTER_BELOW}
    place: dict[str, Any] = beside if in_words else below
    layer: alt.Chart = (
        alt.Chart(cells)
        .mark_text(baseline="middle", aria=False, **place)
        .encode(
            x=columns(periods),
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
