"""The missing-data calendar: one row per indicator, one column per period, a sign for each gap.

What is there is a quiet dot, so that what is missing stands out. Gaps that the report explains
share a sign and are told apart by a letter.
"""

from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, key_height, key_layers
from kpi_core.charts.periods_across import (
    LETTER_BELOW,
    MARK_ROW,
    ROW_GAP,
    columns,
    separators,
    title_layer,
    title_rows,
)
from kpi_core.charts.theme import NO_FIGURE_SHAPE, Palette, on_screen
from kpi_core.present.calendar import ABSENT, FIGURE, STATE_WORDS, TEXT
from kpi_core.present.records import Record, records
from kpi_core.vocabulary import Mark, Missing

_SHAPES = {
    FIGURE: "circle",
    Missing.BLANK: "square",
    Missing.DASH: NO_FIGURE_SHAPE,
    TEXT: "triangle-down",
    ABSENT: "cross",
}
_EXPLAINED = "diamond"

_LETTERS = {
    Missing.NOT_AVAILABLE: "X",
    Missing.NOT_APPLICABLE: "Z",
    Missing.AWAITED: "A",
    Missing.SUPPRESSED: "S",
    Missing.LOW: "L",
    Missing.UNRELIABLE: "U",
    Missing.NOT_COLLECTED: "C",
    Missing.NOT_DUE: "N",
    Mark.PROVISIONAL: "P",
    Mark.REVISED: "R",
    Mark.ESTIMATED: "E",
    Mark.FORECAST: "F",
    Mark.BREAK: "B",
}
"""Letters below a sign: why a figure is missing, or what is said of one that is there."""


def draw(cells: pd.DataFrame, palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws a calendar (one row per indicator and period) as a grid.

    Args:
        cells: the frame of ``kpi_core.present.calendar``, or some indicators of it.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    ordered = cells.sort_values("period_position")
    periods = ordered["period_label"].unique().tolist()
    made = records(cells)
    row = MARK_ROW + LETTER_BELOW if any(_letter(cell) for cell in made) else MARK_ROW
    titles, lines, height = title_rows(cells, row)
    data = inline(_drawn(cell, titles, palette) for cell in made)
    signs = _signs(made, palette)
    layers = [
        separators(titles, palette, row),
        title_layer(lines),
        _marks(data, periods),
        _letters(data, periods),
        *key_layers(signs, height + ROW_GAP),
    ]
    full = height + ROW_GAP + key_height(signs)
    return on_screen(layers, palette, description=description, height=full)


def _letter(cell: Record) -> str:
    return _LETTERS.get(cell["state"], "") or _LETTERS.get(cell["mark"], "")


def _colours(state: str, palette: Palette) -> tuple[str, str]:
    """Fill and outline: a figure is quiet and filled, a gap dark and open."""
    if state == FIGURE:
        return palette.line, palette.line
    return palette.page, palette.ink


def _drawn(cell: Record, tops: dict[Any, float], palette: Palette) -> dict[str, Any]:
    fill, edge = _colours(cell["state"], palette)
    return {
        **{name: cell[name] for name in ("title", "period_label", "word", "note", "raw")},
        "y": tops[cell["indicator"]] + MARK_ROW / 2 + 1,
        "shape": _SHAPES.get(cell["state"], _EXPLAINED),
        "size": 22 if cell["state"] == FIGURE else 80,
        "fill": fill,
        "edge": edge,
        "letter": _letter(cell),
        "value_text": cell["value_text"],
    }


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Indicator"),
        alt.Tooltip("period_label:N", title="Period"),
        alt.Tooltip("word:N", title="What is there"),
        alt.Tooltip("value_text:N", title="Figure"),
        alt.Tooltip("note:N", title="Note"),
        alt.Tooltip("raw:N", title="As printed"),
    ]


def _marks(data: alt.InlineData, periods: list[str]) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_point(strokeWidth=1.8, opacity=1)
        .encode(
            x=columns(periods),
            y=alt.Y("y:Q", scale=None, axis=None),
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("size:Q", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=_tooltip(),
        )
    )
    return layer


def _letters(data: alt.InlineData, periods: list[str]) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_text(baseline="middle", align="center", dy=LETTER_BELOW, aria=False)
        .encode(x=columns(periods), y=alt.Y("y:Q", scale=None, axis=None), text="letter:N")
    )
    return layer


def _signs(cells: list[Record], palette: Palette) -> list[Sign]:
    """The key: every kind of cell that occurs, and every letter."""
    states = {cell["state"] for cell in cells}
    marks = {cell["mark"] for cell in cells if cell["state"] == FIGURE}
    signs = [
        Sign(_said(state, word), _SHAPES.get(state, _EXPLAINED), *_colours(state, palette))
        for state, word in STATE_WORDS.items()
        if state in states
    ]
    return signs + [
        Sign(_said(mark, mark.word), _SHAPES[FIGURE], *_colours(FIGURE, palette))
        for mark in Mark
        if mark in marks
    ]


def _said(state: str, word: str) -> str:
    letter = _LETTERS.get(state, "")  # type: ignore[call-overload]
    return f"{letter}: {word}" if letter else word
