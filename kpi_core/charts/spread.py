"""Keeping labels apart that all want the same place."""

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Centres for labels in a column so that none covers another, each near where it wants to be.

    Args:
        wanted: the centre each label would like, in pixels from the top, in any order.
        heights: the height of each label in pixels.
        low: top end of the column in pixels.
        high: bottom end of the column; labels pass it only if they cannot all fit.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    tops = [wanted[i] - heights[i] / 2 for i in order]
    floor = high
    for at in reversed(range(len(order))):
        tops[at] = min(tops[at], floor - heights[order[at]])
        floor = tops[at]
    ceiling = low
    for at, i in enumerate(order):
        tops[at] = max(tops[at], ceiling)
        ceiling = tops[at] + heights[i]
    centres = [0.0] * len(wanted)
    for top, i in zip(tops, order, strict=True):
        centres[i] = top + heights[i] / 2
    return centres
