"""Letters of symbol fonts that scorecards use for directions and statuses, as Unicode."""

WINGDINGS = (
    *((0x6C, "●"), (0x6E, "■"), (0x75, "◆"), (0xAB, "★"), (0xFB, "✗"), (0xFC, "✓")),
    *((0xDF, "←"), (0xE0, "→"), (0xE1, "↑"), (0xE2, "↓")),
    *((0xE7, "←"), (0xE8, "→"), (0xE9, "↑"), (0xEA, "↓")),
)
WINGDINGS_3 = (
    *((0x66, "←"), (0x67, "→"), (0x68, "↑"), (0x69, "↓")),
    *((0x70, "▲"), (0x71, "▼"), (0x74, "◀"), (0x75, "▶")),
)
SYMBOL = ((0xAC, "←"), (0xAD, "↑"), (0xAE, "→"), (0xAF, "↓"))

SYMBOLS = {
    "wingdings": dict(WINGDINGS),
    "wingdings 3": dict(WINGDINGS_3),
    "symbol": dict(SYMBOL),
}


def symbol(font: str, code: str) -> str:
    """The character for a font and a hexadecimal code; one that is not known stays as it is."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = SYMBOLS.get(font.strip().lower(), {}).get(number & 0xFF)
    return known or (chr(number) if 0 < number < 0xD800 or 0xE000 <= number < 0x110000 else "")
