"""Trend of one indicator: the series with its gaps, the target, the amber band, comparators.

A gap is drawn as a gap and named; the value axis need not start at zero, and zero itself plots.
"""

from itertools import chain
from typing import TYPE_CHECKING, Any

import altair as alt

from kpi_core.charts.key import Sign, declared_or_computed, key_layers
from kpi_core.charts.labels import MOST_LABELS, gap_words, point_labels
from kpi_core.charts.over_time import Frame, axis_note, gaps, line, marks, pixel
from kpi_core.charts.references import (
    COLUMN,
    Reference,
    comparator_references,
    label_column,
    least_height,
    reference_lines,
    target_reference,
)
from kpi_core.charts.targets import amber_band, target_rule, target_spans
from kpi_core.charts.theme import (
    NOT_RATED,
    Palette,
    on_screen,
    shape,
)
from kpi_core.present.records import records

if TYPE_CHECKING:
    from kpi_core.present.series import TrendSeries

Row = dict[str, Any]

_LEAST_HEIGHT = 270
_ROOM = 0.2
"""Share of the value range left free above and below, for the labels of the points."""


def draw(series: "TrendSeries", palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws one indicator over time.

    Args:
        series: figures and words as prepared for people; nothing is rated here.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    points = _points(series, palette)
    periods = [point["period_label"] for point in points]
    targets = target_spans(series, periods)
    shown = [span for span in targets if span["target"] in series.levels]
    references = _references(series, bool(shown), palette)
    low, high = _domain(series, points, references)
    height = max(_LEAST_HEIGHT, least_height(references))
    drawn = [reference.value for reference in references]
    levels = [pixel(value, low, high, height) for value in [*drawn, *chain(*series.bands)]]
    frame = Frame(periods, series.unit_label, series.decimals, low, high)
    layers = [
        *gaps(points, frame, palette, height),
        *amber_band(series, shown, palette),
        *reference_lines(references),
        *target_rule(targets, palette),
        gap_words(points, palette, levels, height),
        *line(points, palette.line),
        marks(points, ("status_word", "Status"), 2),
        *point_labels(_labelled(points, low, high, height), levels, height, palette),
        *label_column(references, low, high, height),
        *key_layers(_signs(series, points, shown, palette), height + frame.below),
    ]
    said = f"{description}{axis_note(low, series.decimals, series.suffix)}"
    sides = (frame.left, COLUMN if references else 0)
    return on_screen(layers, palette, description=said, height=height, outside=sides)


def _references(series: "TrendSeries", has_target: bool, palette: Palette) -> list[Reference]:
    references = comparator_references(series.comparators, palette)
    if has_target:
        label = series.target_label or f"Target {series.target_text}"
        said = [label, *["Other end of the target"] * (len(series.levels) - 1)]
        references += [
            target_reference(text, level, palette)
            for text, level in zip(said, series.levels, strict=True)
        ]
    return references


def _points(series: "TrendSeries", palette: Palette) -> list[Row]:
    """One row per period in time order, with everything the marks need."""
    if series.points.empty:
        return []
    points = records(series.points.sort_values("period_position"))
    segment = 0
    for point in points:
        segment += point["value"] is None
        status = point["status"] or NOT_RATED
        rated = status not in (NOT_RATED, "no_figure")
        point["segment"] = segment
        point["shape"] = shape(status if rated else NOT_RATED)
        point["fill"] = palette.inside(status, bool(point["declared"]))
        point["edge"] = palette.edge(status) if rated else palette.line
        point["lines"] = [point["value_text"], *([point["status_word"]] if rated else [])]
    return points


def _domain(
    series: "TrendSeries", points: list[Row], references: list[Reference]
) -> tuple[float, float]:
    """Ends of the value axis: everything drawn, with room for labels, not below a natural zero."""
    values = [point["value"] for point in points if point["value"] is not None]
    values += [reference.value for reference in references]
    values += [target for _, target in series.other_targets]
    if any(reference.is_target for reference in references):
        values += chain(*series.bands)
    if not values:
        return 0.0, 1.0
    room = (max(values) - min(values)) * _ROOM or abs(values[0]) * _ROOM or 1.0
    low = min(values) - room
    return (max(low, 0.0) if min(values) >= 0 else low), max(values) + room


def _labelled(points: list[Row], low: float, high: float, height: float) -> list[Row]:
    """The points with their place; in a long series only its ends and the rated one speak."""
    known = [point for point in points if point["value"] is not None]
    speaking = known if len(known) <= MOST_LABELS else [known[0], known[-1]]
    return [
        {
            "period_label": point["period_label"],
            "y": None if point["value"] is None else pixel(point["value"], low, high, height),
            "lines": point["lines"] if point in speaking or point["is_rated"] else [],
            "always": point in known[-1:] or point["is_rated"],
        }
        for point in points
    ]


def _signs(
    series: "TrendSeries", points: list[Row], spans: list[Row], palette: Palette
) -> list[Sign]:
    """The key: the band, and filled against hollow where a status is ours."""
    signs = []
    if series.bands and spans:
        signs.append(Sign(series.band_label, "square", palette.band, palette.band_edge))
    rated = [p for p in points if p["value"] is not None and len(p["lines"]) > 1]
    if not all(point["declared"] for point in rated):
        signs += declared_or_computed(palette)
    if rated and len(rated) < sum(point["value"] is not None for point in points):
        signs.append(Sign("Not rated", shape(NOT_RATED), palette.page, palette.line))
    if len(points) > MOST_LABELS and any(point["value"] is None for point in points):
        signs.append(Sign("Shaded: no figure", "square", palette.gap, palette.muted))
    return signs
