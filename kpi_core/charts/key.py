"""The key below a chart: one line per sign, so that it never runs out of a narrow screen."""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from kpi_core.charts.data import inline
from kpi_core.charts.theme import LINE_HEIGHT, Palette

LINE = LINE_HEIGHT + 3
_SIGN_AT = 7
_TEXT_AT = 18


@dataclass(frozen=True)
class Sign:
    """One sign and what it means; ``fill`` and ``edge`` are colours."""

    text: str
    shape: str
    fill: str
    edge: str


def declared_or_computed(palette: Palette) -> list[Sign]:
    """What a filled and a hollow status mark mean."""
    return [
        Sign("Filled: declared in the report", "circle", palette.muted, palette.muted),
        Sign("Hollow: computed by us", "circle", palette.page, palette.muted),
    ]


def key_height(signs: Sequence[Sign]) -> int:
    """Height of the key in pixels."""
    return LINE * len(signs)


def key_layers(signs: Sequence[Sign], top: float) -> list[alt.Chart]:
    """Marks and words of the key, the first line ``top`` pixels below the top of the chart."""
    if not signs:
        return []
    data = inline({**vars(sign), "y": top + LINE * (line + 0.5)} for line, sign in enumerate(signs))
    y = alt.Y("y:Q", scale=None, axis=None)
    marks = (
        alt.Chart(data)
        .mark_point(size=70, strokeWidth=1.5, opacity=1, aria=False)
        .encode(
            x=alt.value(_SIGN_AT),
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
        )
    )
    words = (
        alt.Chart(data)
        .mark_text(align="left", baseline="middle")
        .encode(x=alt.value(_TEXT_AT), y=y, text="text:N")
    )
    return [marks, words]
