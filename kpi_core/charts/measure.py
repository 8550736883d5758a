"""How wide a text is in a picture, and how to fold it so that nothing is cut off.

The exact font is known only to the program that draws, so widths follow the published advance
widths of Arial, which Liberation Sans shares, rounded up by class of letter.
"""

_EM_BY_LETTERS = {
    "ijl'|": 0.23,
    "tfI.,:;!/ []\\": 0.28,
    'r()-*`"{}': 0.36,
    "sckvxyzJ": 0.5,
    "CDHNRUw&": 0.73,
    "GOQ": 0.78,
    "mM%": 0.89,
    "W": 0.95,
    "@—…": 1.02,
}
_EM = {letter: em for letters, em in _EM_BY_LETTERS.items() for letter in letters}
_LATIN_LOWER_AND_DIGITS = 0.56
_LATIN_UPPER = 0.67
_WIDEST = 1.02
_FIRST_WIDE_CODE_POINT = 0x2E80
"""From here on scripts are drawn in squares; what lies below is about as wide as Latin."""

BOLD = 1.08
"""How much wider bold text runs."""


def _em(letter: str) -> float:
    if letter in _EM:
        return _EM[letter]
    if ord(letter) >= _FIRST_WIDE_CODE_POINT:
        return _WIDEST
    return _LATIN_UPPER if letter.isupper() else _LATIN_LOWER_AND_DIGITS


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in pixels, for a font size in pixels."""
    return sum(map(_em, text)) * size * (BOLD if bold else 1)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Folds a text into lines of at most ``width`` pixels; a word too long for a line is split.

    White space of any kind becomes one space. An empty text gives no lines.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if text_width(joined, size, bold=bold) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, size, bold)
        lines.extend(full)
    return [*lines, line] if line else lines


def wrap_evenly(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Like ``wrap``, but two lines share the words about equally: no lone word on the second."""
    lines = wrap(text, width, size, bold=bold)
    for tenths in range(6, 10):
        narrower = wrap(text, width * tenths / 10, size, bold=bold) if len(lines) == 2 else []
        if len(narrower) == 2:
            return narrower
    return lines


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    """A word cut into pieces that fit; at least one letter each, so that it always ends."""
    pieces, piece, used = [], "", 0.0
    for letter in word:
        step = text_width(letter, size, bold=bold)
        if piece and used + step > width:
            pieces.append(piece)
            piece, used = "", 0.0
        piece += letter
        used += step
    return [*pieces, piece]


def stacked(lines: list[str], top: float, line_height: float) -> list[tuple[str, float]]:
    """Each line with the middle of its place, in pixels, for a block that begins at ``top``."""
    return [(line, top + line_height * (at + 0.5)) for at, line in enumerate(lines)]
