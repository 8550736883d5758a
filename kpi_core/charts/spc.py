"""Variation of one indicator: its figures between the limits of ordinary variation (X8).

Without limits the figures are drawn alone, and the finding says why. Trial limits are dashed.
"""

from typing import TYPE_CHECKING, Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, key_layers
from kpi_core.charts.labels import MOST_LABELS, gap_words, point_labels
from kpi_core.charts.over_time import Frame, axis_note, gaps, line, marks, pixel
from kpi_core.charts.references import (
    COLUMN,
    TARGET_DASH,
    Reference,
    label_column,
    least_height,
    reference_lines,
)
from kpi_core.charts.theme import Palette, on_screen
from kpi_core.present.records import records
from kpi_core.vocabulary import Variation

if TYPE_CHECKING:
    from kpi_core.present.variation import VariationReading

Row = dict[str, Any]

FILLS = {
    Variation.IMPROVEMENT: "#00b0f0",
    Variation.CONCERN: "#e46c0a",
    Variation.CHANGE: "#490092",
    Variation.COMMON_CAUSE: "#a6a6a6",
}
"""Published colours of variation charts; an outline in the page's ink sets each mark off."""

SHAPES = {
    Variation.IMPROVEMENT: "diamond",
    Variation.CONCERN: "cross",
    Variation.CHANGE: "triangle-right",
    Variation.COMMON_CAUSE: "circle",
}

TARGET = "#de1b1b"
_SOLID = [1, 0]
_TRIAL = [5, 4]
_NEAR = [1, 3]
_LEAST_HEIGHT = 270
_ROOM = 0.12
"""Share of the value range left free above and below."""


def draw(reading: "VariationReading", palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws the figures of one indicator, with limits where there are any.

    Args:
        reading: figures, lines and words as prepared for people.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    points = _points(reading, palette)
    periods = [point["period_label"] for point in points]
    references = _references(reading, palette)
    low, high = _domain(points, references)
    height = max(_LEAST_HEIGHT, least_height(references))
    levels = [pixel(reference.value, low, high, height) for reference in references]
    frame = Frame(periods, reading.unit_label, reading.decimals, low, high)
    layers = [
        *gaps(points, frame, palette, height),
        *_near(reading, palette),
        *reference_lines(references),
        *_target(reading),
        gap_words(points, palette, levels, height),
        *line(points, palette.muted),
        marks(points, ("reading", "Reading"), 1.5),
        *point_labels(_labelled(points, low, high, height), levels, height, palette),
        *label_column(references, low, high, height),
        *key_layers(_signs(reading, points, palette), height + frame.below),
    ]
    return on_screen(
        layers,
        palette,
        description=f"{description}{axis_note(low, reading.decimals, reading.suffix)}",
        height=height,
        outside=(frame.left, COLUMN if references else 0),
    )


def _points(reading: "VariationReading", palette: Palette) -> list[Row]:
    """One row per period with everything the marks need."""
    points = records(reading.points)
    segment = 0
    for point in points:
        segment += point["value"] is None
        kind = Variation(point["kind"] or Variation.COMMON_CAUSE)
        look = {"shape": SHAPES[kind], "fill": FILLS[kind], "edge": palette.ink}
        point |= {"segment": segment, **look}
    return points


def _references(reading: "VariationReading", palette: Palette) -> list[Reference]:
    """Limits, mean and target with their words, in the page's own ink."""
    if not reading.lines:
        return []
    dash = _TRIAL if reading.trial else _SOLID
    made = [
        Reference(
            f"{level.name} {level.text}",
            level.shown,
            palette.muted,
            _SOLID if level.name == "Mean" else dash,
        )
        for level in reading.lines
    ]
    if reading.target is not None:
        made.append(Reference(reading.target_label, reading.target, palette.ink, TARGET_DASH, True))
    return made


def _domain(points: list[Row], references: list[Reference]) -> tuple[float, float]:
    """Ends of the value axis: everything drawn, with room, not below a natural zero."""
    values = [point["value"] for point in points if point["value"] is not None]
    values += [reference.value for reference in references]
    if not values:
        return 0.0, 1.0
    room = (max(values) - min(values)) * _ROOM or abs(values[0]) * _ROOM or 1.0
    low = min(values) - room
    return (max(low, 0.0) if min(values) >= 0 else low), max(values) + room


def _near(reading: "VariationReading", palette: Palette) -> list[alt.Chart]:
    rule = alt.Chart(inline({"value": level} for level in reading.near))
    return [rule.mark_rule(color=palette.muted, strokeDash=_NEAR, aria=False).encode(y="value:Q")]


def _target(reading: "VariationReading") -> list[alt.Chart]:
    """Only beside limits: without them it is the trend chart that shows the target."""
    if reading.target is None or not reading.lines:
        return []
    rule = alt.Chart(inline([{"value": reading.target}]))
    drawn = rule.mark_rule(color=TARGET, strokeDash=TARGET_DASH, strokeWidth=1.8, aria=False)
    return [drawn.encode(y="value:Q")]


def _labelled(points: list[Row], low: float, high: float, height: float) -> list[Row]:
    """The points with their place; in a long series only its ends speak."""
    known = [point for point in points if point["value"] is not None]
    speaking = known if len(known) <= MOST_LABELS else [known[0], known[-1]]
    return [
        {
            "period_label": point["period_label"],
            "y": None if point["value"] is None else pixel(point["value"], low, high, height),
            "lines": [point["value_text"]] if point in speaking else [],
            "always": point in known[-1:],
        }
        for point in points
    ]


def _signs(reading: "VariationReading", points: list[Row], palette: Palette) -> list[Sign]:
    """The key: the kinds of figure that occur, and the lines between mean and limits."""
    if not reading.lines:
        return []
    found = {point["kind"] for point in points}
    signs = [
        Sign(kind.word, SHAPES[kind], FILLS[kind], palette.ink)
        for kind in Variation
        if kind in found
    ]
    if reading.near:
        signs.append(
            Sign("Dotted: two thirds of the way to a limit", "stroke", palette.page, palette.muted)
        )
    return signs
