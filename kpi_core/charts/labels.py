"""Words at the points of a series, each on the side where it covers least."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.measure import stacked, text_width, wrap
from kpi_core.charts.theme import LINE_HEIGHT, ROOM, SIZE, Palette

MOST_LABELS = 8
"""Points up to which each has its words; of a longer series the ends and the rated one have."""

_CLEAR = 8
"""Pixels between the middle of a point and its words."""

_GAP_WORDS_WIDTH = 46
_EDGE = 5.0
_STEP = 2
_STEEP = 12
_COST_OF_STEEP_LINE = 1.5
_COST_OF_FLAT_LINE = 0.3
_COST_OF_REFERENCE = 1.0
_COST_OF_LEAVING = 9.0

Row = dict[str, Any]


def point_labels(
    points: Sequence[Row], levels: Sequence[float], height: float, palette: Palette
) -> list[alt.Chart]:
    """Text layers for the labels of points, on a halo so that lines pass behind the letters.

    Where the plot is too narrow for all of them side by side, only those show that always do.

    Args:
        points: rows in time order with period_label, ``y`` (pixels from the top; None for a
            gap), ``lines`` (the words, none to leave the point without) and ``always``.
        levels: where reference lines run, in pixels from the top.
        height: height of the plot in pixels.
        palette: colours of the theme.
    """
    words = []
    for at, point in enumerate(points):
        if point["y"] is None or not point["lines"]:
            continue
        beside = [p["y"] for p in points[max(at - 1, 0) : at + 2] if p is not point]
        tall = LINE_HEIGHT * len(point["lines"])
        tops = (point["y"] - _CLEAR - tall, point["y"] + _CLEAR)
        costs = [_cost(top, tall, point["y"], beside, levels, height) for top in tops]
        top = tops[costs.index(min(costs))]
        words += [
            {
                "period_label": point["period_label"],
                "text": text,
                "y": y,
                "always": point["always"],
            }
            for text, y in stacked(point["lines"], top, LINE_HEIGHT)
        ]
    most = min(len(points), MOST_LABELS)
    seen = _if_room(f"datum.always || {ROOM} >= {_least_room(words, most)}")
    halo = {"stroke": palette.page, "strokeWidth": 3, "strokeJoin": "round"}
    layers = (_text(words, halo), _text(words, {"color": palette.ink}))
    return [layer.encode(opacity=seen) for layer in layers]


def gap_words(
    points: Sequence[Row], palette: Palette, levels: Sequence[float], height: float
) -> alt.Chart:
    """Says at each period without a figure how it was printed, all at one height, if there is room.

    Args:
        points: rows with period_label, value and missing_word.
        palette: colours of the theme.
        levels: where lines run, in pixels from the top.
        height: height of the plot in pixels.
    """
    said = {
        point["period_label"]: wrap(point["missing_word"] or "No figure", _GAP_WORDS_WIDTH, SIZE)
        for point in points
        if point["value"] is None
    }
    top = clear_top(LINE_HEIGHT * max(map(len, said.values()), default=0), levels, height)
    words = [
        {"period_label": period, "text": text, "y": y}
        for period, lines in said.items()
        for text, y in stacked(lines, top, LINE_HEIGHT)
    ]
    layer = _text(words, {"color": palette.muted})
    return layer.encode(opacity=_if_room(f"{ROOM} >= {_least_room(words, len(points))}"))


def _least_room(words: Sequence[Row], number: int) -> int:
    """Pixels that so many of the words take side by side."""
    return ceil(max((text_width(word["text"], SIZE) for word in words), default=0.0) * number)


def _if_room(test: str) -> Any:
    return alt.condition(test, alt.value(1), alt.value(0))


def clear_top(tall: float, levels: Sequence[float], height: float) -> float:
    """Top of a block of words as near the foot of the plot as no line crosses it; else the foot."""
    foot = int(height - _EDGE - tall)
    free = (
        float(top)
        for top in range(foot, int(_EDGE), -_STEP)
        if not any(top - _STEP <= level <= top + tall + _STEP for level in levels)
    )
    return next(free, float(foot))


def _cost(
    top: float,
    tall: float,
    point: float,
    beside: Sequence[float | None],
    levels: Sequence[float],
    height: float,
) -> float:
    """How much a block of words from ``top`` would cover: own line, references, or the edge."""
    upward = top < point
    cost = 0.0 if top >= 0 and top + tall <= height else _COST_OF_LEAVING
    cost += sum(_COST_OF_REFERENCE for level in levels if top <= level <= top + tall)
    for other in beside:
        if other is not None and other != point and (other < point) is upward:
            steep = abs(other - point) > _STEEP
            cost += _COST_OF_STEEP_LINE if steep else _COST_OF_FLAT_LINE
    return cost


def _text(words: list[Row], look: dict[str, Any]) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(inline(words))
        .mark_text(baseline="middle", aria=False, **look)
        .encode(x="period_label:O", y=alt.Y("y:Q", scale=None, axis=None), text="text:N")
    )
    return layer
