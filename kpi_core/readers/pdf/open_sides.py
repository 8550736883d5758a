"""The sides of tables that have lines between their cells but none around them."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

ONE_LINE = 3
"""Lines closer to each other than so many points are one, such as both edges of a thin box."""

SIDE_ENDS = 2
"""So many lines that end at one place make a side of a table that has none drawn."""

Edge = dict[str, Any]
Way = Literal["h", "v"]

ENDS: dict[Way, tuple[str, str]] = {"h": ("x0", "x1"), "v": ("top", "bottom")}
AT: dict[Way, str] = {"h": "top", "v": "x0"}
ACROSS: dict[Way, Way] = {"h": "v", "v": "h"}


def open_sides(edges: Sequence[Edge], way: Way) -> list[Edge]:
    """Sides that run level ("h") or upright ("v"), where the lines that meet them end.

    Args:
        edges: all lines of a page, the pieces of one line joined.
        way: how the sides run.
    """
    ending = [edge for edge in edges if edge["orientation"] == ACROSS[way]]
    crossing = [edge for edge in edges if edge["orientation"] == way]
    by_ends: dict[tuple[int, int], list[Edge]] = {}
    for edge in ending:
        low, high = ENDS[ACROSS[way]]
        by_ends.setdefault((round(edge[low]), round(edge[high])), []).append(edge)
    return [
        side
        for ends, lines in by_ends.items()
        if len(lines) >= SIDE_ENDS
        for side in _sides(ends, lines, crossing, way)
    ]


def _sides(
    ends: tuple[int, int], lines: list[Edge], crossing: list[Edge], way: Way
) -> Iterator[Edge]:
    """The ends that are not drawn, as long as the lines between that meet two ending lines."""
    low, high = ENDS[way]
    place = AT[ACROSS[way]]
    inside = [
        edge
        for edge in crossing
        if ends[0] + ONE_LINE < edge[AT[way]] < ends[1] - ONE_LINE
        and sum(edge[low] - 1 <= line[place] <= edge[high] + 1 for line in lines) >= SIDE_ENDS
    ]
    if inside:
        reach = min(edge[low] for edge in inside), max(edge[high] for edge in inside)
        for end in ends:
            if not any(_is_there(edge, end, reach, way) for edge in crossing):
                yield _line(end, reach, way)


def _is_there(edge: Edge, at: float, reach: tuple[float, float], way: Way) -> bool:
    """Some of the side is drawn after all."""
    low, high = ENDS[way]
    return bool(
        abs(edge[AT[way]] - at) < ONE_LINE and edge[low] < reach[1] and edge[high] > reach[0]
    )


def _line(at: float, reach: tuple[float, float], way: Way) -> Edge:
    low, high = ENDS[way]
    across_low, across_high = ENDS[ACROSS[way]]
    places = {low: reach[0], high: reach[1], across_low: at, across_high: at}
    width, height = places["x1"] - places["x0"], places["bottom"] - places["top"]
    return {"object_type": "line", "orientation": way, "width": width, "height": height, **places}
