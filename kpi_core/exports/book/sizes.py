"""How wide columns and how high rows have to be. Not every program works it out from the text."""

from collections.abc import Iterable
from math import ceil
from textwrap import wrap

NARROWEST, WIDEST = 16, 60

LINE = 15
"""Points of a line of text."""

HIGHEST = 405
"""Points of a row; more than 409 the file format does not hold."""


def width(header: str, values: Iterable[str | float]) -> int:
    """Letters in the longest cell of a column, or in the longest word of its header."""
    words = [len(word) + 2 for word in header.split()]
    longest = max([*words, *(len(str(value)) for value in values)], default=0)
    return min(max(NARROWEST, longest), WIDEST)


def heading_height(text: str, wide: int) -> int:
    """Points of a wrapped heading; bold letters are wider than a width counts."""
    return LINE * max(1, len(wrap(text, wide - 2)))


def row_height(cells: Iterable[str | float], widths: Iterable[int]) -> int:
    """Points of the highest of the wrapped texts of a row."""
    texts = ((cell, wide) for cell, wide in zip(cells, widths, strict=True) if _is_long(cell, wide))
    return min(LINE * max((_lines(text, wide) for text, wide in texts), default=1), HIGHEST)


def _is_long(cell: str | float, wide: int) -> bool:
    return isinstance(cell, str) and (len(cell) > wide or "\n" in cell)


def _lines(text: str | float, wide: int) -> int:
    return sum(max(1, ceil(len(line) / wide)) for line in str(text).split("\n"))
