"""The background colour of a cell as a status, where a report has no other."""

import re
from colorsys import rgb_to_hsv

from kpi_core.cells import Problem
from kpi_core.cells.text import quote
from kpi_core.vocabulary import Status

LEAST_SATURATION = 0.15
"""Paler is white or grey; the light red, amber and green of spreadsheets lie above."""

LEAST_BRIGHTNESS = 0.25
"""Darker is black."""

# Hues in degrees. Between red and amber, and between amber and green, lie colours that people
# would not agree on; they belong to none.
_REDS = (345, 12)
_AMBERS = (22, 62)
_GREENS = (75, 165)
_HEX = re.compile(r"#?(?:[0-9A-F]{2})?([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})", re.IGNORECASE)


def status_from_fill(fill: str) -> Status | Problem | None:
    """The status of a colour of six hex digits; None for white, grey and black.

    An office suite's own red, amber and green, their light tints and those of traffic lights are
    known by their hue. Any other colour is a Problem: only a legend says what blue means.
    """
    match = _HEX.fullmatch(fill)
    if not match:
        return Problem(f"{quote(fill)} is not a colour")
    hue, saturation, brightness = rgb_to_hsv(*(int(part, 16) / 255 for part in match.groups()))
    if saturation < LEAST_SATURATION or brightness < LEAST_BRIGHTNESS:
        return None
    degrees = hue * 360
    if degrees >= _REDS[0] or degrees <= _REDS[1]:
        return Status.RED
    if _AMBERS[0] <= degrees <= _AMBERS[1]:
        return Status.AMBER
    if _GREENS[0] <= degrees <= _GREENS[1]:
        return Status.GREEN
    return Problem(f"the colour {fill} is neither red, amber nor green")
