"""Our figures over time beside those of others: each series has its own mark, dash and label."""

from typing import TYPE_CHECKING, Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, key_layers
from kpi_core.charts.over_time import Frame, axis_note
from kpi_core.charts.references import COLUMN, Reference, label_column, least_height
from kpi_core.charts.theme import Palette, on_screen
from kpi_core.present.records import records

if TYPE_CHECKING:
    from kpi_core.present.standing.over_time import OverTime

Row = dict[str, Any]

_LEAST_HEIGHT = 260
_ROOM = 0.12
_SHAPES = {"ours": ("circle",), "reported": ("square",), "group": ("diamond",)}
_WIDE_SHAPES = ("triangle-up", "triangle-down")
_DASHES: dict[str, list[int]] = {"ours": [1, 0], "group": [6, 3], "wide": [2, 3]}


def draw(made: "OverTime", palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws the series of one indicator.

    Args:
        made: figures and words as prepared for people.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    series = _styled(made, palette)
    drawn = [one for one in series if one["points"]]
    low, high = _domain([point for one in series for point in one["points"]])
    labels = [label for one in series if (label := _label(one)) is not None]
    height = max(_LEAST_HEIGHT, least_height(labels))
    frame = Frame(made.periods, made.unit_label, made.decimals, low, high)
    every = alt.Chart(inline({"period_label": p, "value": low} for p in made.periods))
    layers = [
        every.mark_point(opacity=0, aria=False).encode(x=frame.x, y=frame.y),
        *(_line(one) for one in drawn if one["kind"] != "reported"),
        *(_marks(one, palette) for one in drawn),
        *label_column(labels, low, high, height),
        *key_layers(_signs(drawn, palette), height + frame.below),
    ]
    said = f"{description}.{axis_note(low, made.decimals, made.measure.unit.suffix)}"
    sides = (frame.left, COLUMN if labels else 0)
    return on_screen(layers, palette, description=said, height=height, outside=sides)


def _styled(made: "OverTime", palette: Palette) -> list[Row]:
    """Each series with its marks; ours come last and so in front."""
    colours = {"ours": palette.line, "reported": palette.ink, "group": palette.comparator}
    wide = iter(_WIDE_SHAPES * 4)
    series = []
    for name in made.series:
        points = records(made.points[made.points["series"] == name])
        kind = points[0]["kind"]
        shape = _SHAPES[kind][0] if kind in _SHAPES else next(wide)
        colour = colours.get(kind, palette.muted)
        series.append(
            {"name": name, "kind": kind, "shape": shape, "colour": colour, "points": _cut(points)}
        )
    return sorted(series, key=lambda one: ("wide", "group", "ours", "reported").index(one["kind"]))


def _cut(points: list[Row]) -> list[Row]:
    """The figures that are there; ``segment`` changes at each gap, where the line is cut (M6)."""
    segment, known = 0, []
    for point in points:
        segment += point["value"] is None
        if point["value"] is not None:
            known.append({**point, "segment": segment})
    return known


def _domain(points: list[Row]) -> tuple[float, float]:
    values = [point["value"] for point in points]
    if not values:
        return 0.0, 1.0
    room = (max(values) - min(values)) * _ROOM or abs(values[0]) * _ROOM or 1.0
    low = min(values) - room
    return (max(low, 0.0) if min(values) >= 0 else low), max(values) + room


def _label(one: Row) -> Reference | None:
    """The name at the end of a line; what we reported are single marks and stands in the key."""
    if not one["points"] or one["kind"] == "reported":
        return None
    last = one["points"][-1]
    return Reference(f"{one['name']} {last['value_text']}", last["value"], one["colour"], [])


def _line(one: Row) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(inline(one["points"]))
        .mark_line(
            color=one["colour"],
            strokeWidth=2.4 if one["kind"] == "ours" else 1.6,
            strokeDash=_DASHES[one["kind"]],
            aria=False,
        )
        .encode(x="period_label:O", y="value:Q", detail="segment:N")
    )
    return layer


def _marks(one: Row, palette: Palette) -> alt.Chart:
    hollow = one["kind"] in ("reported", "wide")
    layer: alt.Chart = (
        alt.Chart(inline(one["points"]))
        .mark_point(
            shape=one["shape"],
            size=150 if one["kind"] == "reported" else 60,
            fill=None if one["kind"] == "reported" else palette.page if hollow else one["colour"],
            stroke=one["colour"],
            strokeWidth=1.6,
            opacity=1,
        )
        .encode(
            x="period_label:O",
            y="value:Q",
            tooltip=[
                alt.Tooltip("series:N", title="Whose"),
                alt.Tooltip("period_label:N", title="Period"),
                alt.Tooltip("value_text:N", title="Figure"),
            ],
        )
    )
    return layer


def _signs(series: list[Row], palette: Palette) -> list[Sign]:
    return [
        Sign(
            one["name"],
            one["shape"],
            palette.page if one["kind"] in ("reported", "wide") else one["colour"],
            one["colour"],
        )
        for one in series[::-1]
    ]
