"""Fill colours of an Excel workbook: plain, by index, or by theme and tint."""

import colorsys
from collections.abc import Sequence

from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.styles.fills import Fill, PatternFill
from openpyxl.xml.functions import fromstring

WHITE = "FFFFFF"
UNSET = "00000000"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME_ORDER = (
    *("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5"),
    *("accent6", "hlink", "folHlink"),
)
"""The order in which cells count the colours of a theme, which is not the one of its file."""


def theme_colours(theme: bytes | None) -> tuple[str | None, ...]:
    """The colours of a theme in the order in which cells count them."""
    if not theme:
        return ()
    scheme = fromstring(theme).find(f".//{DRAWING}clrScheme")
    if scheme is None:
        return ()
    found = {
        entry.tag.removeprefix(DRAWING): entry[0].get("lastClr") or entry[0].get("val")
        for entry in scheme
        if len(entry)
    }
    return tuple(found.get(name) for name in THEME_ORDER)


def fill_colour(fill: Fill, theme: Sequence[str | None]) -> str | None:
    """Six hex digits in capitals; None for white, none, patterns and what cannot be told."""
    if not isinstance(fill, PatternFill) or fill.fill_type != "solid":
        return None
    colour, base = fill.fgColor, None
    if colour.type == "rgb" and colour.rgb != UNSET:
        base = colour.rgb
    elif colour.type == "theme" and colour.theme < len(theme):
        base = theme[colour.theme]
    elif colour.type == "indexed" and colour.indexed < len(COLOR_INDEX):
        base = COLOR_INDEX[colour.indexed]
    digits = (base or "")[-6:].upper()
    if len(digits) < 6 or set(digits) - set("0123456789ABCDEF"):
        return None
    tinted = _tinted(digits, colour.tint)
    return None if tinted == WHITE else tinted


def _tinted(digits: str, tint: float) -> str:
    """Lighter for a positive tint, darker for a negative one, as the file format defines it."""
    if not tint:
        return digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light + (1 - light) * tint
    channels = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in channels)
