"""Every council as a dot: ours, those compared with and the quarters marked by shape and words.

Dots that would cover each other stand above or below the line; where they stand is prepared.
"""

from typing import TYPE_CHECKING, Any

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, key_layers
from kpi_core.charts.measure import wrap
from kpi_core.charts.theme import SIZE, Palette, on_screen
from kpi_core.present.records import records

if TYPE_CHECKING:
    from kpi_core.present.standing.distribution import Distribution, Level

Row = dict[str, Any]

_STEP = 9
_LEAST_LEVELS = 4
_LABEL_ROW = 14
_LABELS_ABOVE = 5
_AXIS = 44
_KEY_WIDTH = 240

_QUARTERS = (
    "Dotted: bounds of the quarters; a quarter, half and three quarters of all councils are at or "
    "below them"
)

_SAID = ("name", "value", "value_text", "place", "quarter", "said")
"""What a dot carries with it: its place, and what is said on focus."""

_SHAPES = {"ours": "square", "member": "diamond", "other": "circle"}
_SIZES = {"ours": 150, "member": 70, "other": 34}


def draw(found: "Distribution", palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws one measure and period.

    Args:
        found: figures and words as prepared for people; nothing is ranked here.
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.
    """
    dots = [row for row in records(found.rows) if row["value"] is not None]
    most = max([_LEAST_LEVELS, *(abs(dot["level"]) for dot in dots)])
    top = _LABELS_ABOVE * _LABEL_ROW
    height = top + (2 * most + 2) * _STEP
    middle = top + (most + 1) * _STEP
    x = _x(found, dots)
    layers = [
        *_lines(found, x, palette, height),
        *_own_label(dots, x, palette, middle, found),
        *(_dots(dots, kind, x, middle, palette) for kind in _drawn(dots)),
        *_sides(found, palette),
        *key_layers(_signs(found, dots, palette), height + _AXIS),
    ]
    return on_screen(layers, palette, description=description, height=height)


def _x(found: "Distribution", dots: list[Row]) -> alt.X:
    low, high = _ends(found, dots)
    axis = alt.Axis(title=found.unit_label, tickCount=6, format=",~r", grid=False, offset=4)
    return alt.X("value:Q", scale=alt.Scale(domain=[low, high], nice=False, zero=False), axis=axis)


def _ends(found: "Distribution", dots: list[Row]) -> tuple[float, float]:
    values = [dot["value"] for dot in dots] + [level.value for level in found.quarters]
    values += [] if found.group is None else [found.group.value]
    if not values:
        return 0.0, 1.0
    room = (max(values) - min(values)) * 0.04 or 1.0
    return min(values) - room, max(values) + room


def _lines(found: "Distribution", x: alt.X, palette: Palette, height: float) -> list[alt.Chart]:
    """The bounds of the quarters and the group's figure, each with words in a row of its own."""
    low, high = _ends(found, [row for row in records(found.rows) if row["value"] is not None])
    drawn = [(level, palette.muted, [2, 3]) for level in found.quarters]
    drawn += [] if found.group is None else [(found.group, palette.comparator, [6, 3])]
    layers: list[alt.Chart] = []
    for at, (level, colour, dash) in enumerate(drawn):
        y = at * _LABEL_ROW + _LABEL_ROW / 2
        data = inline([{"value": level.value, "text": _label(level, short=at < 3)}])
        right = level.value > (low + high) / 2
        rule = alt.Chart(data).mark_rule(color=colour, strokeDash=dash, strokeWidth=1.6, aria=False)
        text = alt.Chart(data).mark_text(
            align="right" if right else "left",
            baseline="middle",
            dx=-4 if right else 4,
            color=colour,
        )
        layers.append(rule.encode(x=x, y=alt.value(y - 5), y2=alt.value(height)))
        layers.append(text.encode(x=x, y=alt.value(y), text="text:N"))
    return layers


def _label(level: "Level", *, short: bool) -> str:
    return f"{level.name} {level.text}" if short else f"Group {level.text}"


def _drawn(dots: list[Row]) -> list[str]:
    """The kinds that there are, ours last and so in front."""
    there = {dot["kind"] for dot in dots}
    return [kind for kind in ("other", "member", "ours") if kind in there]


def _dots(dots: list[Row], kind: str, x: alt.X, middle: float, palette: Palette) -> alt.Chart:
    fills = {"ours": palette.line, "member": palette.comparator, "other": palette.page}
    edges = {"ours": palette.ink, "member": palette.comparator, "other": palette.muted}
    drawn = [
        {**{key: dot[key] for key in _SAID}, "y": middle - dot["level"] * _STEP}
        for dot in dots
        if dot["kind"] == kind
    ]
    layer: alt.Chart = (
        alt.Chart(inline(drawn))
        .mark_point(
            shape=_SHAPES[kind],
            size=_SIZES[kind],
            fill=fills[kind],
            stroke=edges[kind],
            strokeWidth=1.4,
            opacity=1,
        )
        .encode(
            x=x,
            y=alt.Y("y:Q", scale=None, axis=None),
            description="said:N",
            tooltip=[
                alt.Tooltip("name:N", title="Council"),
                alt.Tooltip("value_text:N", title="Figure"),
                alt.Tooltip("place:N", title="Rank"),
                alt.Tooltip("quarter:N", title="Quarter"),
            ],
        )
    )
    return layer


def _own_label(
    dots: list[Row], x: alt.X, palette: Palette, middle: float, found: "Distribution"
) -> list[alt.Chart]:
    """Our figure in a row of its own above the dots, with a line down to it."""
    low, high = _ends(found, dots)
    y = _LABELS_ABOVE * _LABEL_ROW - _LABEL_ROW / 2
    layers = []
    for dot in (dot for dot in dots if dot["kind"] == "ours"):
        right = dot["value"] > (low + high) / 2
        data = inline([{"value": dot["value"], "text": f"Ours {dot['value_text']}"}])
        rule = alt.Chart(data).mark_rule(color=palette.ink, strokeWidth=1.6, aria=False)
        text = alt.Chart(data).mark_text(
            align="right" if right else "left",
            baseline="middle",
            dx=-5 if right else 5,
            fontWeight="bold",
            color=palette.ink,
        )
        end = middle - dot["level"] * _STEP
        layers.append(rule.encode(x=x, y=alt.value(y - 5), y2=alt.value(end)))
        layers.append(text.encode(x=x, y=alt.value(y), text="text:N"))
    return layers


def _sides(found: "Distribution", palette: Palette) -> list[alt.Chart]:
    """Says which side is better, where one is."""
    if not found.polarity.judges:
        return []
    right = found.polarity.sign > 0
    left, other = ("← worse", "better →") if right else ("← better", "worse →")
    colours = (palette.worse, palette.better) if right else (palette.better, palette.worse)
    low = alt.Chart(inline([{"text": left}])).mark_text(
        align="left", color=colours[0], fontWeight="bold", y=-10, aria=False
    )
    high = alt.Chart(inline([{"text": other}])).mark_text(
        align="right", color=colours[1], fontWeight="bold", y=-10, aria=False
    )
    return [
        low.encode(x=alt.value(0), text="text:N"),
        high.encode(x=alt.value("width"), text="text:N"),
    ]


def _signs(found: "Distribution", dots: list[Row], palette: Palette) -> list[Sign]:
    """The key, each line short enough for a phone."""
    names = {dot["kind"]: dot["name"] for dot in dots}
    signs = [
        ("ours", f"Square: {names.get('ours')}", palette.line, palette.ink),
        ("member", found.standing.group.title, palette.comparator, palette.comparator),
        ("other", "Another council", palette.page, palette.muted),
    ]
    made = [
        sign
        for kind, text, fill, edge in signs
        if kind in names
        for sign in _folded(text, _SHAPES[kind], fill, edge)
    ]
    if found.group is not None:
        text = f"Dashed: {found.group.name} {found.group.text}"
        made += _folded(text, "stroke", palette.comparator, palette.comparator)
    if found.quarters:
        made += _folded(_QUARTERS, "stroke", palette.muted, palette.muted)
    return made


def _folded(text: str, shape: str, fill: str, edge: str) -> list[Sign]:
    """One sign with its words on as many lines as they need."""
    first, *more = wrap(text, _KEY_WIDTH, SIZE)
    nothing = "transparent"
    return [Sign(first, shape, fill, edge), *(Sign(m, shape, nothing, nothing) for m in more)]
