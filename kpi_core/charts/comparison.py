"""Benchmark comparison: how far the outturn is from each comparator, worse left, better right.

The gap is in the indicator's own unit with polarity applied, so one picture holds one kind of
unit: points and rates never share an axis.
"""

from typing import Any

import altair as alt
import pandas as pd

from kpi_core.charts.data import inline
from kpi_core.charts.key import Sign, key_layers
from kpi_core.charts.measure import wrap_evenly
from kpi_core.charts.theme import LINE_HEIGHT, SIZE, Palette, on_screen
from kpi_core.present.records import records
from kpi_core.present.standing.gaps import NAMED, PUBLISHED, QUOTED, TARGET

_TEXT_WIDTH = 300
_BAR_ROW = 16
_ROW_GAP = 9
_TOP = 4.0

Row = dict[str, Any]

_SAID = (*("title", "value_text", "comparator_name", "comparator_text", "gap", "gap_text", "kind"),)
"""What a bar carries with it: its length, and what is said on focus."""

_SIGNS = {
    TARGET: ("square", False, "Hollow square: our own target"),
    NAMED: ("circle", True, "Filled circle: the comparator that the report names"),
    QUOTED: ("circle", False, "Hollow circle: another comparator quoted"),
    PUBLISHED: ("diamond", True, "Diamond: published figure of the period beside it"),
}
"""Shape, whether it is filled, and its line in the key, by kind of row; drawn in this order."""


def unit_groups(frame: pd.DataFrame) -> list[str]:
    """The unit groups of a comparison frame in their order: one picture each."""
    return [str(group) for group in frame["unit_group"].dropna().unique()]


def draw(frame: pd.DataFrame, palette: Palette, *, description: str) -> alt.LayerChart:
    """Draws the gap to each comparator for the indicators of one unit group.

    Args:
        frame: indicator, title, position, comparator_name, gap (positive is better), gap_text,
            comparison, comparator_text, note, kind, unit_group (one only).
        palette: colours of the theme.
        description: the finding, for people who do not see the picture.

    Raises:
        ValueError: the frame holds more than one unit group.
    """
    groups = unit_groups(frame)
    if len(groups) > 1:
        raise ValueError(f"One picture holds one unit group, not {' and '.join(groups)}.")
    drawn = frame.dropna(subset=["gap"])
    common = _common_note(drawn)
    texts, bars, height = _layout(drawn, common, palette)
    signs = _signs(palette, common, set(drawn["kind"]))
    data, x = inline(bars), _x(bars, groups)
    layers = [
        _zero(bars, palette),
        *_texts(texts),
        _stems(data, x),
        _ends(data, x),
        *_sides(palette),
        *key_layers(signs, height + 44),
    ]
    return on_screen(layers, palette, description=description, height=height)


def _common_note(frame: pd.DataFrame) -> str:
    """A note that every quoted comparator has is said once, in the key; empty where they differ."""
    notes = frame.loc[frame["kind"].isin((NAMED, QUOTED)), "note"].unique().tolist()
    return notes[0] if len(notes) == 1 and isinstance(notes[0], str) else ""


def _layout(
    frame: pd.DataFrame, common: str, palette: Palette
) -> tuple[list[Row], list[Row], float]:
    """Where each title, comparator line and bar goes, in pixels from the top."""
    texts: list[Row] = []
    bars: list[Row] = []
    y = _TOP
    order = frame["kind"].map({kind: at for at, kind in enumerate(_SIGNS)})
    ordered = frame.assign(order=order).sort_values(["position", "order"], kind="stable")
    for _, group in ordered.groupby("position", sort=True):
        y = _put(texts, str(group["title"].iloc[0]), y, palette.ink, "bold")
        for bar in records(group):
            note = f" ({bar['note']})" if bar["note"] and bar["note"] != common else ""
            words = f"{bar['comparator_name']} {bar['comparator_text']}: {bar['gap_text']}{note}"
            y = _put(texts, words, y, palette.ink, "normal")
            colour = palette.judgement(bar["comparison"])
            shape, filled, _ = _SIGNS[bar["kind"]]
            drawn = {"shape": shape, "colour": colour, "fill": colour if filled else palette.page}
            said = {key: bar[key] for key in _SAID}
            bars.append({**said, **drawn, "y": y + _BAR_ROW / 2})
            y += _BAR_ROW
        y += _ROW_GAP
    return texts, bars, y


def _put(texts: list[Row], words: str, y: float, colour: str, weight: str) -> float:
    for line in wrap_evenly(words, _TEXT_WIDTH, SIZE, bold=weight == "bold"):
        texts.append({"text": line, "y": y + LINE_HEIGHT / 2, "ink": colour, "weight": weight})
        y += LINE_HEIGHT
    return y


def _x(bars: list[Row], groups: list[str]) -> alt.X:
    """The gap axis, zero always on it, as far to the left as to the right."""
    reach = max((abs(bar["gap"]) for bar in bars), default=0.0) * 1.08 or 1.0
    axis = alt.Axis(
        title=groups[0] if groups else None,
        tickCount=5,
        labelExpr="(datum.value > 0 ? '+' : '') + format(datum.value, ',~r')",
        grid=False,
        offset=4,
    )
    return alt.X("gap:Q", scale=alt.Scale(domain=[-reach, reach], nice=False), axis=axis)


def _y() -> alt.Y:
    return alt.Y("y:Q", scale=None, axis=None)


def _zero(bars: list[Row], palette: Palette) -> alt.Chart:
    """No difference: what each bar is measured from. Broken between bars to keep words clear."""
    half = _BAR_ROW / 2
    layer: alt.Chart = (
        alt.Chart(inline({"gap": 0, "a": bar["y"] - half, "b": bar["y"] + half} for bar in bars))
        .mark_rule(color=palette.ink, strokeWidth=1.4, aria=False)
        .encode(x="gap:Q", y=alt.Y("a:Q", scale=None, axis=None), y2=alt.Y2("b:Q"))
    )
    return layer


def _texts(texts: list[Row]) -> list[alt.Chart]:
    return [
        alt.Chart(inline([text for text in texts if text["weight"] == weight]))
        .mark_text(align="left", baseline="middle", fontWeight=weight, aria=False)
        .encode(x=alt.value(0), y=_y(), text="text:N", color=alt.Color("ink:N", scale=None))
        for weight in ("bold", "normal")
    ]


def _stems(data: alt.InlineData, x: alt.X) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_rule(strokeWidth=3, aria=False)
        .encode(x=x, x2=alt.datum(0), y=_y(), color=alt.Color("colour:N", scale=None))
    )
    return layer


def _ends(data: alt.InlineData, x: alt.X) -> alt.Chart:
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_point(size=80, strokeWidth=2, opacity=1)
        .encode(
            x=x,
            y=_y(),
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("title:N", title="Indicator"),
                alt.Tooltip("value_text:N", title="Outturn"),
                alt.Tooltip("comparator_name:N", title="Comparator"),
                alt.Tooltip("comparator_text:N", title="Comparator's figure"),
                alt.Tooltip("gap_text:N", title="Gap"),
            ],
        )
    )
    return layer


def _sides(palette: Palette) -> list[alt.Chart]:
    """Says which side is which, in words, above the plot."""
    worse = alt.Chart(inline([{"text": "← worse"}])).mark_text(
        align="left", color=palette.worse, fontWeight="bold", y=-12, aria=False
    )
    better = alt.Chart(inline([{"text": "better →"}])).mark_text(
        align="right", color=palette.better, fontWeight="bold", y=-12, aria=False
    )
    return [
        worse.encode(x=alt.value(0), text="text:N"),
        better.encode(x=alt.value("width"), text="text:N"),
    ]


def _signs(palette: Palette, note: str, kinds: set[str]) -> list[Sign]:
    signs = [
        Sign(words, shape, palette.ink if filled else palette.page, palette.ink)
        for kind, (shape, filled, words) in _SIGNS.items()
        if kind in kinds
    ]
    nothing = "transparent"
    said = f"Comparators as quoted: {note}"
    return [*signs, Sign(said, "circle", nothing, nothing)] if note else signs
