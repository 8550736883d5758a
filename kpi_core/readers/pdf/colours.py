"""Colours of a PDF as six hex digits."""

from collections.abc import Sequence


def hex_colour(colour: object) -> str | None:
    """Grey, RGB or CMYK by the number of its parts, each from 0 to 1; None for a pattern."""
    parts = (colour,) if isinstance(colour, int | float) else colour
    if not isinstance(parts, Sequence) or not all(isinstance(p, int | float) for p in parts):
        return None
    shades = [float(min(part, 1)) if part > 0 else 0.0 for part in parts]
    if len(shades) == 1:
        return _hex([shades[0]] * 3)
    if len(shades) == 4:
        black = 1 - shades[3]
        return _hex([(1 - shade) * black for shade in shades[:3]])
    return _hex(shades) if len(shades) == 3 else None


def _hex(shades: Sequence[float]) -> str:
    return "".join(f"{round(shade * 255):02X}" for shade in shades)
