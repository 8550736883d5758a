"""The lines that a series is measured against, and where their labels go.

Labels stand in a column of their own right of the plot, so that they never cover the series.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.measure import stacked, wrap
from kpi_core.charts.spread import spread
from kpi_core.charts.theme import LINE_HEIGHT, SIZE, Palette
from kpi_core.present.records import records

Row = dict[str, Any]

COLUMN = 86
"""Width of the label column in pixels."""

_LEADER = 7
_SPACE = 5
_DASHES = ([5, 3], [2, 3], [9, 3, 2, 3], [1, 4], [12, 4])
TARGET_DASH = [7, 4]


@dataclass(frozen=True)
class Reference:
    """A level with its words: the target, or the comparators that share a figure."""

    text: str
    value: float
    colour: str
    dash: list[int]
    is_target: bool = False

    @property
    def lines(self) -> list[str]:
        return wrap(self.text, COLUMN - _LEADER - 2, SIZE)


def comparator_references(comparators: pd.DataFrame, palette: Palette) -> list[Reference]:
    """One reference per figure quoted; comparators with the same figure share a line and a label.

    Args:
        comparators: frame with name, value, value_text, note; rows without a value are left out.
        palette: colours of the theme.
    """
    references: list[Reference] = []
    by_value: dict[float, list[Row]] = {}
    for row in records(comparators.dropna(subset=["value"]).sort_values("value", kind="stable")):
        by_value.setdefault(float(row["value"]), []).append(row)
    for (value, quoted), dash in zip(by_value.items(), cycle(_DASHES), strict=False):
        names = ", ".join(row["name"] for row in quoted)
        notes = dict.fromkeys(row["note"] for row in quoted if row["note"])
        text = ", ".join([f"{names} {quoted[0]['value_text']}", *notes])
        references.append(Reference(text, value, palette.comparator, dash))
    return references


def target_reference(text: str, value: float, palette: Palette) -> Reference:
    """The target as a level; its line is drawn only over the periods it is known for."""
    return Reference(text, value, palette.target, TARGET_DASH, is_target=True)


def reference_lines(references: Sequence[Reference]) -> list[alt.Chart]:
    """A thin line across the plot for each comparator level (the target draws its own)."""
    return [
        alt.Chart(inline([{"value": reference.value}]))
        .mark_rule(color=reference.colour, strokeDash=reference.dash, strokeWidth=1.4, aria=False)
        .encode(y=alt.Y("value:Q"))
        for reference in references
        if not reference.is_target
    ]


def label_column(
    references: Sequence[Reference], low: float, high: float, height: float
) -> list[alt.Chart]:
    """Leaders and labels right of the plot, spread so that none covers another.

    Args:
        references: levels with their words.
        low: the lower end of the value axis.
        high: the upper end of the value axis.
        height: height of the plot in pixels.
    """
    if not references:
        return []
    at = [height * (high - reference.value) / (high - low) for reference in references]
    tall = [len(reference.lines) * LINE_HEIGHT + _SPACE for reference in references]
    centres = spread(at, tall, -8, height + 8)
    placed = list(zip(references, at, centres, tall, strict=True))
    lines = inline(
        {"text": text, "y": y, "colour": reference.colour}
        for reference, _, centre, tall_by in placed
        for text, y in stacked(reference.lines, centre - (tall_by - _SPACE) / 2, LINE_HEIGHT)
    )
    ends = inline({"y": y, "to": centre, "colour": r.colour} for r, y, centre, _ in placed)
    return [_leaders(ends), _labels(lines)]


def _leaders(ends: alt.InlineData) -> alt.Chart:
    """A short line from each level to its label."""
    chart: alt.Chart = (
        alt.Chart(ends)
        .mark_rule(x2Offset=_LEADER, strokeWidth=1, aria=False)
        .encode(
            x=alt.value("width"),
            x2=alt.value("width"),
            y=alt.Y("y:Q", scale=None, axis=None),
            y2=alt.Y2("to:Q"),
            color=alt.Color("colour:N", scale=None),
        )
    )
    return chart


def _labels(lines: alt.InlineData) -> alt.Chart:
    chart: alt.Chart = (
        alt.Chart(lines)
        .mark_text(align="left", baseline="middle", dx=_LEADER + 3)
        .encode(
            x=alt.value("width"),
            y=alt.Y("y:Q", scale=None, axis=None),
            text="text:N",
            color=alt.Color("colour:N", scale=None),
        )
    )
    return chart


def least_height(references: Sequence[Reference]) -> int:
    """Pixels that the label column needs so that no label covers another."""
    return sum(len(reference.lines) * LINE_HEIGHT + _SPACE for reference in references)
